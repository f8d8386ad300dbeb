/// The value of one typed parameter of a part.
package enum ParameterValue: Sendable, Hashable, Codable {
  /// One quantity: `current=1A`.
  case quantity(Quantity)
  /// A range that the part covers: `input=4..8V`.
  case range(QuantityRange)
  /// A word from the catalog: `dielectric=X7R`.
  case text(String)
  /// Several words, all of which hold: `interfaces=uart|spi|i2c`.
  case list([String])
  case flag(Bool)
}

/// What a category says about one of its parameters.
package struct ParameterDefinition: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case quantity, range, text, list, flag
  }

  /// Lower-case, hyphenated: `quiescent-current`.
  package var name: String
  package var kind: Kind
  /// The dimension of quantities and ranges; nil for the other kinds.
  package var dimension: Dimension?
  package var english: String
  package var chinese: String

  package init(name: String, kind: Kind, dimension: Dimension?, english: String, chinese: String) {
    self.name = name
    self.kind = kind
    self.dimension = dimension
    self.english = english
    self.chinese = chinese
  }
}
