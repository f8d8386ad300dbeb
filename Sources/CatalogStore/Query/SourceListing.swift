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
      let bytes: Data
      do throws(SystemError) {
        bytes = try FileBytes.read(path)
      } catch {
        throw .notReadable(path: path, detail: error.readingReason)
      }
      hash.feed(file)
      hash.feed(Int64(bytes.count))
      hash.feed(bytes: bytes)
    }
    return hash.hexadecimal
  }

  /// Relative paths of the folder's YAML and CSV files, ordered; hidden files are none of them.
  private static func files(_ folder: String) throws(CatalogError) -> [String] {
    do throws(SystemError) {
      return try FileBytes.files(under: folder).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".csv") }
    } catch {
      throw error.code == ENOENT && error.path == folder
        ? .missing(path: folder) : .notReadable(path: error.path, detail: error.readingReason)
    }
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
