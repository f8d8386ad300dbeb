internal import Foundation

/// One text file of a catalog folder.
package struct CatalogFile: Sendable {
  /// The most bytes that a file may have: some hundred thousand offers.
  package static let limit = 64 * 1024 * 1024

  /// Relative to the folder: `markets/huaqiangbei/nodes.csv`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The folder could not be read.
  package struct FolderError: Error, Sendable, Hashable {
    package var path: String
    package var detail: String
  }

  /// Reads the YAML and CSV files of `folder`, ordered by path. Hidden files are passed over.
  package static func read(folder: String) throws(FolderError) -> [CatalogFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw FolderError(path: folder, detail: "there is no such folder")
    }
    guard isFolder.boolValue else { throw FolderError(path: folder, detail: "it is a file") }
    guard let paths = FileManager.default.enumerator(atPath: folder) else {
      throw FolderError(path: folder, detail: "it cannot be opened")
    }
    var files: [CatalogFile] = []
    for case let path as String in paths where path.hasSuffix(".yaml") || path.hasSuffix(".csv") {
      if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      files.append(CatalogFile(path: path, bytes: try bytes(of: "\(folder)/\(path)")))
    }
    return files.sorted { $0.path < $1.path }
  }

  /// At most one byte more than a file may have.
  private static func bytes(of path: String) throws(FolderError) -> [UInt8] {
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      return Array(try handle.read(upToCount: limit + 1) ?? Data())
    } catch {
      throw FolderError(path: path, detail: "it cannot be opened")
    }
  }
}
