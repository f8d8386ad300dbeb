package import Foundation
internal import Platform

/// The small JSON files that stand beside a catalog.
package enum JSONStore {
  /// The bytes of the file at `path`.
  ///
  /// - Throws: `CatalogError.missing`, `.notReadable`.
  package static func read(_ path: String) throws(CatalogError) -> Data {
    do throws(SystemError) {
      return try FileBytes.read(path)
    } catch {
      throw error.code == ENOENT ? .missing(path: path) : .notReadable(path: path, detail: error.readingReason)
    }
  }

  /// Whether the bytes are JSON, of whatever content.
  package static func isWhole(_ data: Data) -> Bool {
    (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) != nil
  }

  /// Where `catalog.NAME.json` stands beside the catalog at `catalog`, `catalog.sqlite`.
  package static func path(_ name: String, beside catalog: String) -> String {
    URL(fileURLWithPath: catalog).deletingPathExtension().path + ".\(name).json"
  }

  /// The value in the file at `path`; nil where there is none. A damaged file is set aside where `healing` says so, else it is an error.
  ///
  /// - Parameters:
  ///   - schema: where the value says its schema, and the one that is read.
  ///   - words: what the file is, in words: `a list of closed stalls`.
  static func open<Value: Decodable>(
    _ path: String, _ kind: DamagedFile.Kind, schema: KeyPath<Value, String>, _ expected: String, words: String,
    with healing: Healing?
  ) throws(CatalogError) -> Value? {
    try Healing.open(path, kind, with: healing) { path throws(CatalogError) in
      let data = try read(path)
      guard let found = try? JSONDecoder().decode(Value.self, from: data) else {
        // What is JSON may be of a later version.
        if isWhole(data) { throw .system(path: path, detail: "cannot be read as \(words)") }
        throw .damaged(path: path, detail: "it is cut short, or no JSON")
      }
      guard found[keyPath: schema] == expected else {
        throw .system(path: path, detail: "is of schema `\(found[keyPath: schema])`, not `\(expected)`")
      }
      return found
    }
  }

  /// A value as text, its keys in order.
  package static func text(of value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value) + Data("\n".utf8)
  }
}
