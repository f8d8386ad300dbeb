/// The key of a part: the same number from two makers is two parts (eleven makers sell a TP4056, with other limits).
package struct PartID: Sendable, Hashable, Codable, Comparable {
  package var maker: String
  package var mpn: String

  package init(maker: String, mpn: String) {
    self.maker = maker
    self.mpn = mpn
  }

  package static func < (left: PartID, right: PartID) -> Bool {
    (left.mpn, left.maker) < (right.mpn, right.maker)
  }
}

/// An orderable article with a package and typed parameters.
package struct Part: Sendable, Hashable, Codable {
  package var id: PartID
  /// The id of its `PartCategory`.
  package var category: String
  /// As makers and markets write it: `SOT-23-5`, `0402`, `ESOP-8`; `-` where the word has no meaning (a cable).
  package var package: String
  /// Sorted by name when written out; names are those of the category.
  package var parameters: [String: ParameterValue]
  package var english: String
  package var chinese: String
  /// Where the facts come from: an id of the catalog's sources, with a locator after a colon (`lcsc:C16581`).
  package var source: String
  /// Public price level, the seed of sample offers; nil where none was found.
  package var priceLevel: PriceLevel?

  package init(
    id: PartID, category: String, package: String, parameters: [String: ParameterValue], english: String,
    chinese: String, source: String, priceLevel: PriceLevel? = nil
  ) {
    self.id = id
    self.category = category
    self.package = package
    self.parameters = parameters
    self.english = english
    self.chinese = chinese
    self.source = source
    self.priceLevel = priceLevel
  }
}

extension Part {
  /// The category of parts of imported lists that no other one stands for.
  package static let otherCategory = "other"
}

/// What a public list asks for a part: the price of one piece, and the price at the list's last break.
package struct PriceLevel: Sendable, Hashable, Codable {
  /// Millionths of the currency a piece at the first break.
  package var first: Int64
  /// Millionths of the currency a piece at the best break, `best ≤ first`.
  package var best: Int64
  /// Pieces from which `best` holds.
  package var bestFrom: Int
  /// ISO 4217.
  package var currency: String
  /// ISO 8601 date of the list.
  package var date: String
  /// An id of the catalog's sources, with a locator; `assumed` where no public price was found.
  package var source: String

  package init(first: Int64, best: Int64, bestFrom: Int, currency: String, date: String, source: String) {
    self.first = first
    self.best = best
    self.bestFrom = bestFrom
    self.currency = currency
    self.date = date
    self.source = source
  }
}

/// A kind of part: what it is called, which parameters it has, how it is handled and which counters sell it.
package struct PartCategory: Sendable, Hashable, Codable {
  /// Lower-case, hyphenated: `charger`, `resistor`, `lte-module`.
  package var id: String
  package var english: String
  package var chinese: String
  /// The row of the attrition table that applies.
  package var handling: String
  /// The family of goods under which counters sell it.
  package var family: String
  /// Mass of one piece, for buyers' loads. An assumption.
  package var milligrams: Int64
  package var parameters: [ParameterDefinition]

  package init(
    id: String, english: String, chinese: String, handling: String, family: String, milligrams: Int64,
    parameters: [ParameterDefinition]
  ) {
    self.id = id
    self.english = english
    self.chinese = chinese
    self.handling = handling
    self.family = family
    self.milligrams = milligrams
    self.parameters = parameters
  }
}

/// How many pieces a line loses in handling: `max(minimum, ceil(need × perMille / 1000))` more are bought.
package struct Attrition: Sendable, Hashable, Codable {
  /// The handling that categories name: `chip-passive`, `ic`, `module`.
  package var handling: String
  package var minimum: Int
  package var perMille: Int
  package var source: String

  package init(handling: String, minimum: Int, perMille: Int, source: String) {
    self.handling = handling
    self.minimum = minimum
    self.perMille = perMille
    self.source = source
  }
}
