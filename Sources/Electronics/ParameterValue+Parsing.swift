extension ParameterValue {
  /// Reads the value of a parameter as catalogs write it: `1A`, `4..8V`, `X7R`, `uart|spi|i2c`, `true`.
  package init(parsing text: String, as definition: ParameterDefinition) throws(QuantityError) {
    let dimension = definition.dimension ?? .number
    switch definition.kind {
    case .quantity: self = .quantity(try Quantity(parsing: text, as: dimension))
    case .range: self = .range(try QuantityRange(parsing: text, as: dimension))
    case .text:
      if text.isEmpty { throw .empty }
      self = .text(text)
    case .list:
      let words = text.split(separator: "|").map { String($0.trimmed) }.filter { !$0.isEmpty }
      if words.isEmpty { throw .empty }
      self = .list(words)
    case .flag:
      guard let flag = Bool(text) else { throw .notAFlag(text) }
      self = .flag(flag)
    }
  }
}

extension ParameterValue: CustomStringConvertible {
  /// As people read it; words of a list with `, ` between them.
  package var description: String {
    switch self {
    case .quantity(let quantity): quantity.description
    case .range(let range): range.description
    case .text(let text): text
    case .list(let words): words.joined(separator: ", ")
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  /// As catalogs write it; reads back as the same value.
  package var spelled: String {
    switch self {
    case .quantity(let quantity): quantity.compact
    case .range(let range): range.compact
    case .text(let text): text
    case .list(let words): words.joined(separator: "|")
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

extension Substring {
  /// Without blanks at both ends.
  fileprivate var trimmed: Substring {
    var slice = self
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return slice
  }
}
