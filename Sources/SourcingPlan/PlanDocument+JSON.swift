package import Foundation

extension PlanDocument {
  /// Why a text is no plan that this version reads.
  package enum ReadingError: Error, Hashable, Sendable {
    /// Not JSON at all; `detail` says what and where.
    case malformed(detail: String)
    /// JSON, but of another kind; nil when it has no `schema` at all.
    case otherSchema(String?)
    /// A plan that a newer version wrote.
    case newerVersion(String)
    /// A key is missing or holds what it cannot; `path` is like `lines[3].buys[0].amount`.
    case invalid(path: String, detail: String)
  }

  /// Reads a plan of this schema, or of the one before.
  ///
  /// - Throws: `ReadingError`.
  package init(json data: Data) throws(ReadingError) {
    let decoder = JSONDecoder()
    do {
      let header = try decoder.decode(Header.self, from: data)
      try header.check()
      if let found = Self.excess(in: try JSONSerialization.jsonObject(with: data)) {
        throw ReadingError.invalid(
          path: found.path, detail: "\(found.value) is not from -\(Self.largestNumber) to \(Self.largestNumber)")
      }
      guard header.schema == PlanDocument.firstSchema else {
        self = try decoder.decode(PlanDocument.self, from: data)
        return
      }
      let old = try decoder.decode(PlanDocumentV1.self, from: data)
      try old.check()
      self.init(old)
      first = FirstDigest(file: ContentDigest.hexadecimal(of: data, like: inputs.specDigest), document: try digest())
    } catch let error as ReadingError {
      throw error
    } catch let error as DecodingError {
      throw ReadingError(error, in: data)
    } catch {
      throw .malformed(detail: "\(error)")
    }
  }

  /// The document as JSON with sorted keys, ending in a line break. The same plan gives the same bytes.
  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(self)
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// SHA-256 of the document's JSON, hexadecimal: names what belongs to this plan and no other.
  ///
  /// A plan that an earlier version wrote keeps the digest of that version, one of the first schema that of its file: what
  /// a browser has under it is found again.
  package func digest() throws -> String {
    let own = ContentDigest.hexadecimal(of: try json(), like: inputs.specDigest)
    return first.flatMap { $0.document == own ? $0.file : nil } ?? own
  }

  private struct Header: Decodable {
    var schema: String?

    func check() throws(ReadingError) {
      guard let schema else { throw .otherSchema(nil) }
      if schema == PlanDocument.currentSchema || schema == PlanDocument.firstSchema { return }
      let parts = schema.split(separator: "/", omittingEmptySubsequences: false)
      if parts.count == 2, parts[0] == "peidan.plan", let version = Int(parts[1]), version > 2 {
        throw .newerVersion(schema)
      }
      throw .otherSchema(schema)
    }
  }
}

extension PlanDocument.ReadingError {
  fileprivate init(_ error: DecodingError, in data: Data) {
    switch error {
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self = .malformed(detail: Self.syntaxError(in: data) ?? Self.clause(context.debugDescription))
    case .keyNotFound(let key, let context):
      self = .invalid(path: Self.path(context.codingPath + [key]), detail: "the key is missing")
    case .valueNotFound(_, let context):
      self = .invalid(path: Self.path(context.codingPath), detail: "the value is null")
    case .typeMismatch(let type, let context):
      self = .invalid(path: Self.path(context.codingPath), detail: "the value is not \(Self.word(for: type))")
    case .dataCorrupted(let context):
      self = .invalid(path: Self.path(context.codingPath), detail: Self.clause(context.debugDescription))
    @unknown default:
      self = .malformed(detail: "\(error)")
    }
  }

  /// What a value of a type is called by one who reads JSON.
  private static func word(for type: Any.Type) -> String {
    switch type {
    case is Int.Type: "a whole number"
    case is UInt64.Type: "a whole number"
    case is Double.Type, is Decimal.Type: "a number"
    case is Bool.Type: "`true` or `false`"
    case is String.Type: "a text"
    case is [Any].Type: "a list"
    default: "an object"
    }
  }

  /// A sentence of the system's as one clause: lower-case, no full stop.
  private static func clause(_ sentence: String) -> String {
    let trimmed = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    return trimmed.prefix(1).lowercased() + trimmed.dropFirst()
  }

  /// What the JSON reader says is wrong with the text, its character number as line and column.
  private static func syntaxError(in data: Data) -> String? {
    if data.isEmpty { return "the file is empty" }
    do {
      _ = try JSONSerialization.jsonObject(with: data)
      return nil
    } catch {
      guard let said = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String else { return nil }
      let words = said.split(separator: " ")
      guard let number = words.last.flatMap({ Int($0.filter(\.isNumber)) }), words.dropLast().last == "character",
        number <= data.count
      else { return clause(said) }
      let before = data.prefix(number)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column = number - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 - data.startIndex + 1 } ?? 0) + 1
      return "\(words.dropLast(3).joined(separator: " ").lowercased()) at line \(line), column \(column)"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
  }
}

extension PlanDocument.ReadingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformed(let detail): "not a JSON document: \(detail)"
    case .otherSchema(let schema?):
      "schema `\(schema)` is neither `\(PlanDocument.firstSchema)` nor "
        + "`\(PlanDocument.currentSchema)`"
    case .otherSchema(nil): "the document names no `schema`; a plan has `\(PlanDocument.currentSchema)`"
    case .newerVersion(let schema):
      "schema `\(schema)` was written by a newer version; this one reads `\(PlanDocument.firstSchema)` and "
        + "`\(PlanDocument.currentSchema)`"
    case .invalid(let path, let detail): path.isEmpty ? detail : "`\(path)`: \(detail)"
    }
  }
}
