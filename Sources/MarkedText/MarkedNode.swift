package import Diagnostics

/// A value of a YAML text with its place. Scalars stay as written; nothing is guessed from their looks, so that `yes`,
/// `0x10` and `1_000` mean what their reader says.
package struct MarkedNode: Sendable {
  /// The three shapes of YAML.
  package enum Content: Sendable {
    case scalar(MarkedScalar)
    case sequence([MarkedNode])
    /// In the order of the text.
    case mapping([MarkedEntry])
  }

  package var content: Content
  /// From the first character to behind the last one; an alias stands where it is used.
  package var span: SourceSpan
  /// How many values the node holds, itself included.
  let size: Int

  init(_ content: Content, span: SourceSpan, size: Int) {
    self.content = content
    self.span = span
    self.size = size
  }

  package var scalar: MarkedScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var sequence: [MarkedNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  package var mapping: [MarkedEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key; nil where the node is no mapping or lacks it. O(keys).
  package subscript(key: String) -> MarkedNode? {
    mapping?.first { $0.key == key }?.value
  }

  /// Whether nothing is written: an empty value, `~` or `null`.
  package var isNull: Bool {
    guard let scalar, !scalar.isQuoted else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// What the node is, for messages: `a list`, `a mapping`, `nothing`, `a value`.
  package var kindName: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A word, number or text.
package struct MarkedScalar: Sendable, Hashable {
  /// Without quotes, escapes resolved.
  package var text: String
  package var isQuoted: Bool
}

/// A key of a mapping with its value. Keys are unique within their mapping.
package struct MarkedEntry: Sendable {
  package var key: String
  package var keySpan: SourceSpan
  package var value: MarkedNode
}
