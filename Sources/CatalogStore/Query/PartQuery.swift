package import Electronics

/// What is looked for among the parts: words that their texts hold, and tests of their typed parameters.
package struct PartQuery: Sendable, Hashable {
  /// A test of one parameter, or of `category`, `package`, `maker` or `mpn`.
  package struct Predicate: Sendable, Hashable {
    package enum Comparison: String, Sendable, Hashable, CaseIterable {
      case atLeast = ">="
      case atMost = "<="
      case differs = "!="
      case more = ">"
      case less = "<"
      case equals = "="
    }

    package var name: String
    package var comparison: Comparison
    /// As written; read with the unit of the parameter that it is compared with.
    package var value: String

    package init(_ name: String, _ comparison: Comparison, _ value: String) {
      self.name = name
      self.comparison = comparison
      self.value = value
    }
  }

  /// Each must stand somewhere in number, maker, description or kind; letters' case aside.
  package var words: [String]
  package var predicates: [Predicate]

  package init(words: [String] = [], predicates: [Predicate] = []) {
    self.words = words
    self.predicates = predicates
  }

  /// Reads a query as people type it: `锂电 charger category=charger current>=1A package=ESOP-8`.
  package init(_ text: String) {
    self.init()
    for token in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      if let predicate = Predicate(token) { predicates.append(predicate) } else { words.append(token) }
    }
  }
}

extension PartQuery.Predicate {
  /// Reads `current>=1A`; nil for a word that is no predicate.
  init?(_ token: String) {
    guard let start = token.firstIndex(where: { "<>=!≥≤".contains($0) }), start > token.startIndex else { return nil }
    let name = String(token[..<start])
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else { return nil }
    var rest = token[start...]
    for (sign, plain) in [("≥", ">="), ("≤", "<=")] where rest.hasPrefix(sign) { rest = plain + rest.dropFirst() }
    guard let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) }) else { return nil }
    let value = rest.dropFirst(comparison.rawValue.count)
    guard !value.isEmpty else { return nil }
    self.init(name.lowercased(), comparison, String(value))
  }
}

/// Why a query cannot be answered.
package enum PartQueryError: Error, Sendable, Hashable {
  case unknownCategory(String, known: [String])
  /// No category that the query allows has the parameter.
  case unknownParameter(String, known: [String])
  /// The value does not fit the parameter.
  case unreadable(name: String, QuantityError)
  /// Words and flags are equal or not; they have no order.
  case notOrdered(name: String)
  case catalog(CatalogError)
}
