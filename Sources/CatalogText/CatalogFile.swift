internal import Foundation
internal import Platform

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
    var files: [CatalogFile] = []
    do throws(SystemError) {
      for path in try FileBytes.files(under: folder) where path.hasSuffix(".yaml") || path.hasSuffix(".csv") {
        // One byte more than a file may have tells that it is too large.
        let bytes = try FileBytes.read("\(folder)/\(path)", atMost: limit + 1)
        files.append(CatalogFile(path: path, bytes: Array(bytes)))
      }
    } catch {
      throw FolderError(path: error.path, detail: error.readingReason)
    }
    return files.sorted { $0.path < $1.path }
  }
}
