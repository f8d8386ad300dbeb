public import Diagnostics

/// A value of a YAML text with its place. Scalars stay as written; nothing is guessed from their looks, so that `yes`,
/// `0x10` and `1_000` mean what their reader says.
public struct MarkedNode: Sendable {
  /// The three shapes of YAML.
  public enum Content: Sendable {
    case scalar(MarkedScalar)
    case sequence([MarkedNode])
    /// In the order of the text.
    case mapping([MarkedEntry])
  }

  public var content: Content
  /// From the first character to behind the last one; an alias stands where it is used.
  public var span: SourceSpan
  /// How many values the node holds, itself included.
  let size: Int

  init(_ content: Content, span: SourceSpan, size: Int) {
    self.content = content
    self.span = span
    self.size = size
  }

  public var scalar: MarkedScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  public var sequence: [MarkedNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  public var mapping: [MarkedEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key; nil where the node is no mapping or lacks it. O(keys).
  public subscript(key: String) -> MarkedNode? {
    mapping?.first { $0.key == key }?.value
  }

  /// Whether nothing is written: an empty value, `~` or `null`.
  public var isNull: Bool {
    guard let scalar, !scalar.isQuoted else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// What the node is, for messages: `a list`, `a mapping`, `nothing`, `a value`.
  public var kindName: String {
    switch content {
    case .scalar: isNull ? "nothing" : "a value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A word, number or text.
public struct MarkedScalar: Sendable, Hashable {
  /// Without quotes, escapes resolved.
  public var text: String
  public var isQuoted: Bool
}

/// A key of a mapping with its value. Keys are unique within their mapping.
public struct MarkedEntry: Sendable {
  public var key: String
  public var keySpan: SourceSpan
  public var value: MarkedNode
}
