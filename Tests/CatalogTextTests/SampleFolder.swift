import CatalogText
import TestSupport

/// A small catalog folder, whole and right; tests change one file of it.
enum SampleFolder {
  static let files = SampleCatalog.files

  /// The folder with `path` holding `text`, or without it where that is nil.
  static func changed(_ path: String, _ text: String?) -> [CatalogFile] {
    var changed = files
    changed[path] = text
    return changed.sorted { $0.key < $1.key }.map { CatalogFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// The folder with one stretch of one file replaced.
  static func replacing(_ path: String, _ old: String, with new: String) -> [CatalogFile] {
    guard let text = files[path], let range = text.firstRange(of: old) else { return [] }
    return changed(path, text.replacingCharacters(in: range, with: new))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
