internal import Foundation

/// The files of one kind that stand beside a catalog, each under the name by which it was imported: `catalog.sqlite` has the
/// folder `catalog.lists` of part lists, and `catalog.prices` of price sheets.
struct FileFamily: Sendable, Hashable {
  /// The ending of the folder's name: `lists`.
  let ending: String

  static let partLists = FileFamily(ending: "lists")
  static let priceSheets = FileFamily(ending: "prices")

  private static let fileEnding = "sqlite"

  /// The folder of the files that stand beside the catalog at `catalog`.
  func folder(beside catalog: String) -> String {
    URL(fileURLWithPath: catalog).deletingPathExtension().appendingPathExtension(ending).path
  }

  /// The paths of all files that are complete, by name; none where there is no folder.
  func paths(beside catalog: String) -> [String] {
    let folder = folder(beside: catalog)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { $0.hasSuffix(".\(Self.fileEnding)") && !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
  }

  /// The name under which the file at `path` was imported.
  static func name(ofFileAt path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }
}
