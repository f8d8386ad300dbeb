import Foundation

/// Where the built command and the package are.
enum Product {
  /// `peidan` beside the test bundle.
  static let binary: URL = folder.appendingPathComponent("peidan")

  /// The package's root, which holds `Catalog` and `Boards`.
  static let root: URL = {
    var folder = URL(fileURLWithPath: "\(#filePath)")
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder
  }()

  static let boards = root.appendingPathComponent("Boards")

  /// The build folder: that of the test bundle on macOS, of the test program elsewhere.
  private static let folder: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let program = bundle ?? Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return program.resolvingSymlinksInPath().deletingLastPathComponent()
  }()
}
