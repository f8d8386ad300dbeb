internal import Foundation

/// One text file of a catalog folder.
public struct CatalogFile: Sendable {
  /// Relative to the folder: `markets/huaqiangbei/nodes.csv`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The folder could not be read.
  public struct FolderError: Error, Sendable, Hashable {
    public var path: String
    public var detail: String
  }

  /// Reads the YAML and CSV files of `folder`, ordered by path. Hidden files are passed over.
  public static func read(folder: String) throws(FolderError) -> [CatalogFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
      let paths = FileManager.default.enumerator(atPath: folder)
    else { throw FolderError(path: folder, detail: "there is no such folder") }
    var files: [CatalogFile] = []
    for case let path as String in paths where path.hasSuffix(".yaml") || path.hasSuffix(".csv") {
      if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
        throw FolderError(path: "\(folder)/\(path)", detail: "it cannot be opened")
      }
      files.append(CatalogFile(path: path, bytes: Array(data)))
    }
    return files.sorted { $0.path < $1.path }
  }
}
