/// A value that documents hold as its text: `description` writes it, `init?(_:)` reads it.
package protocol TextCodable: Codable, LosslessStringConvertible {
  /// What the text has to be, for the error about one that is not: ``a date such as `2026-12-04` ``.
  static var textForm: String { get }
}

extension TextCodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is not \(Self.textForm)")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
