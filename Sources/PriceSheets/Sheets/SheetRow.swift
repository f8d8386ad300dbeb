package import Market

/// One price of a sheet: what a stall asks for a part.
package struct SheetRow: Sendable, Hashable {
  /// The line of the file, from 1.
  package var line: Int
  /// A distributor's own number, `C16581`; empty where the sheet has none.
  package var orderNumber: String
  /// Empty where the sheet does not say.
  package var maker: String
  /// Empty where the sheet has nothing but an order number.
  package var mpn: String
  /// Empty for the market that the import is for.
  package var market: String
  package var stall: String
  package var condition: Condition
  /// Ascending in `from`, prices falling, in millionths of `currency`.
  package var breaks: [ListedBreak]
  /// Whether the row is one break of an offer of which other rows may hold the others.
  package var isOneBreak: Bool
  package var minimum: Int
  package var multiple: Int
  /// Nil where the sheet does not say.
  package var packing: Packing?
  /// Nil where the sheet does not say.
  package var stock: Int?
  /// ISO 4217.
  package var currency: String
  package var taxIncluded: Bool
  package var runnerMinutes: Int
  /// What the seller says of the age of the goods; nil where nothing is said.
  package var dateCode: String?
  /// ISO 8601 date.
  package var seen: String
  package var basis: PriceBasis
  /// ISO 8601 date of the last day on which the price holds.
  package var expires: String?
  /// Who or what says so.
  package var source: String
  package var oddities: Set<SheetOddity>
}

/// What is odd about a row that is taken all the same, or passed over with its count told.
package enum SheetOddity: String, Sendable, Hashable, CaseIterable {
  /// Neighbouring breaks with one price became one.
  case repeatedPrice = "repeated-price"
  /// A higher break costs more a piece; the dearer price holds from the lower break on.
  case risingPrice = "rising-price"
  /// A row of a list without a price: no offer.
  case noPrice = "no-price"
  /// None in stock: kept, and bought from by no plan.
  case soldOut = "sold-out"
  /// Stock is not stated, and taken as enough.
  case noStock = "no-stock"
  /// Whether tax is in the price is not stated, and taken as not.
  case noTax = "no-tax"
  /// The first break starts above the least quantity, which is raised to it.
  case raisedMinimum = "raised-minimum"
  /// Same stall, part, condition and packing as another row: the newer price stands, of one day the later row.
  case repeatedOffer = "repeated-offer"
  /// Another packing of a part that the same stall sells in another too (a reel beside cut tape): an offer of its own.
  case secondPacking = "second-packing"
  /// A total or a remark, no price.
  case trailer
  /// Of a part that neither the catalog nor an imported list has: kept, for a catalog that gains it.
  case unknownPart = "unknown-part"
  /// The part was found by its order number, under another number or maker than the row gives.
  case foundByOrderNumber = "found-by-order-number"
  /// The maker is not stated; only one makes that number.
  case noMaker = "no-maker"
  /// A package in Chinese, put into English.
  case chinesePackage = "chinese-package"
  /// A package in Chinese that `packages.csv` lacks.
  case unknownChinesePackage = "unknown-chinese-package"
}

/// What holds for rows that say nothing of their own.
package struct SheetDefaults: Sendable, Hashable {
  package var stall: String?
  package var condition: Condition?
  package var currency: String?
  package var taxIncluded: Bool?
  /// ISO 8601 date.
  package var seen: String?
  package var basis: PriceBasis?
  package var expires: String?
  package var source: String

  package init(
    stall: String? = nil, condition: Condition? = nil, currency: String? = nil, taxIncluded: Bool? = nil,
    seen: String? = nil, basis: PriceBasis? = nil, expires: String? = nil, source: String
  ) {
    self.stall = stall
    self.condition = condition
    self.currency = currency
    self.taxIncluded = taxIncluded
    self.seen = seen
    self.basis = basis
    self.expires = expires
    self.source = source
  }
}
