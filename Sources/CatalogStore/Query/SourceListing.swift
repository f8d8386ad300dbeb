internal import Foundation
internal import Platform

/// The text files of a catalog folder at one moment: cheap facts that tell whether they may have changed, and a digest
/// that tells whether they have.
package struct SourceListing: Sendable, Hashable {
  /// `path size time` of every file, a line each, ordered by path.
  package let text: String
  /// Digest of paths and bytes, hexadecimal.
  package let digest: String

  /// Lists and reads the files of `folder`. O(bytes).
  package init(folder: String) throws(CatalogError) {
    text = try SourceListing.text(folder: folder)
    digest = try SourceListing.digest(folder: folder)
  }

  /// Lists the files of `folder` without reading them. O(files).
  package static func text(folder: String) throws(CatalogError) -> String {
    try files(folder).map { file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(file)")
      let size = (attributes?[.size] as? NSNumber)?.int64Value ?? -1
      let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(file) \(size) \(Int64(time * 1_000))"
    }.joined(separator: "\n")
  }

  /// The digest of paths and bytes alone; equal for two copies of one folder.
  package static func digest(folder: String) throws(CatalogError) -> String {
    var hash = ContentHash()
    for file in try files(folder) {
      let path = "\(folder)/\(file)"
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw .notReadable(path: path, detail: "it cannot be opened")
      }
      hash.feed(file)
      hash.feed(Int64(bytes.count))
      hash.feed(bytes: bytes)
    }
    return hash.hexadecimal
  }

  /// Relative paths of the folder's YAML and CSV files, ordered; hidden files are none of them.
  private static func files(_ folder: String) throws(CatalogError) -> [String] {
    guard let paths = FileManager.default.enumerator(atPath: folder) else { throw .missing(path: folder) }
    var files: [String] = []
    for case let path as String in paths where path.hasSuffix(".yaml") || path.hasSuffix(".csv") {
      if !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { files.append(path) }
    }
    return files.sorted()
  }
}

extension Catalog {
  /// Whether the catalog holds what the text files of `folder` say: by their names, sizes and times, or, where these
  /// differ, by their bytes.
  package func isCurrent(with folder: String) throws(CatalogError) -> Bool {
    if try SourceListing.text(folder: folder) == sourceListing { return true }
    return try SourceListing.digest(folder: folder) == sourceDigest
  }
}
