/// A name that stands for one thing of a kind, such as a line of an order: a text that only meets others of its kind.
///
/// `Tag` is never made; it keeps the ids of two kinds apart. Encodes as its text.
package struct ID<Tag>: Sendable {
  package let text: String

  @inlinable
  package init(_ text: String) { self.text = text }
}

extension ID: Hashable, Comparable {
  @inlinable
  package static func == (left: ID, right: ID) -> Bool { left.text == right.text }
  @inlinable
  package static func < (left: ID, right: ID) -> Bool { left.text < right.text }
  @inlinable
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension ID: CustomStringConvertible {
  package var description: String { text }
}

extension ID: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self.init(text) }
}

extension ID: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
