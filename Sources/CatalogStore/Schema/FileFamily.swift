internal import Foundation
internal import Platform

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

  /// The path of the file of a name.
  func path(of name: String, beside catalog: String) -> String {
    "\(folder(beside: catalog))/\(name).\(Self.fileEnding)"
  }

  /// The paths of all files that are complete, by name; none where there is no folder. A folder that cannot be read is an error: plans
  /// must not go on without what is in it.
  func paths(beside catalog: String) throws(CatalogError) -> [String] {
    let folder = folder(beside: catalog)
    let names: [String]
    do throws(SystemError) {
      names = try FileBytes.names(in: folder)
    } catch {
      if error.code == ENOENT { return [] }
      throw .notReadable(path: folder, detail: error.readingReason)
    }
    return names.filter { $0.hasSuffix(".\(Self.fileEnding)") }.map { "\(folder)/\($0)" }
  }

  /// Opens all files, by name. One that is damaged is set aside and left out where `healing` says so, else it is an error.
  ///
  /// - Parameter replaced: a file that is about to be replaced, and is passed over.
  func all<File>(
    beside catalog: String, _ healing: Healing?, replaced: String? = nil,
    open: (String) throws(CatalogError) -> File
  ) throws(CatalogError) -> [File] {
    var found: [File] = []
    let kind: DamagedFile.Kind = self == .partLists ? .partList : .priceSheet
    for path in try paths(beside: catalog) where path != replaced {
      if let file = try Healing.open(path, kind, with: healing, open) { found.append(file) }
    }
    return found
  }

  /// The name under which the file at `path` was imported.
  static func name(ofFileAt path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }
}
