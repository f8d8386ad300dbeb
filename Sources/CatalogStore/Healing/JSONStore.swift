package import Foundation

/// The small JSON files that stand beside a catalog.
package enum JSONStore {
  /// The bytes of the file at `path`.
  ///
  /// - Throws: `CatalogError.missing`, `.notReadable`.
  package static func read(_ path: String) throws(CatalogError) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      let isMissing = (error as? CocoaError)?.code == .fileReadNoSuchFile
      throw isMissing
        ? .missing(path: path) : .notReadable(path: path, detail: (error as NSError).localizedDescription)
    }
  }

  /// Whether the bytes are JSON, of whatever content.
  package static func isWhole(_ data: Data) -> Bool {
    (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) != nil
  }
}
