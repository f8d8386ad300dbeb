import Foundation

/// Material beside the checkout that is not part of the repository; tests that need it skip where it is absent.
enum SharedFolder {
  /// The path of a folder of `../shared`; nil where there is none.
  static func path(_ name: String) -> String? {
    let root = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.deletingLastPathComponent().appendingPathComponent("shared/\(name)").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
