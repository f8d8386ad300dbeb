package import Base
package import Electronics
package import Market

/// A chosen part with the quantity that the build needs. Slots that chose the same part under the same policy share it.
package struct PlanLine: Sendable, Hashable, Codable {
  package var id: LineID
  package var order: OrderID
  /// References, in the spec's order: `R1`, `R2`.
  package var slots: [String]
  package var mpn: String
  package var maker: String
  package var category: String
  package var package: String
  package var name: LocalizedText
  /// Typed parameters of the part, in the category's order; nil in plans of versions that did not write them.
  package var parameters: [PlanParameter]?
  /// Where the catalog has the part's facts from: `lcsc:C16581`; nil in plans of versions that did not write it.
  package var source: String?
  /// Pieces needed, attrition and spares included.
  package var need: Int
  package var buys: [PlanBuy]
  /// Where to go when the stall cannot serve the line; nil when nobody else can.
  package var fallback: Fallback?
  /// What becomes of its slots; nil in plans of versions that did not write it.
  package var state: LineState?
  /// How old its goods may be; nil where any age is taken.
  package var dateCodeRule: PlanDateCodeRule?

  package init(
    order: OrderID, slots: [String], mpn: String, maker: String, category: String, package: String, name: LocalizedText,
    need: Int,
    buys: [PlanBuy], fallback: Fallback? = nil, parameters: [PlanParameter]? = nil, source: String? = nil,
    dateCodeRule: PlanDateCodeRule? = nil
  ) {
    self.id = LineID(order, slots)
    self.order = order
    self.slots = slots
    self.mpn = mpn
    self.maker = maker
    self.category = category
    self.package = package
    self.name = name
    self.need = need
    self.buys = buys
    self.fallback = fallback
    self.parameters = parameters
    self.source = source
    self.dateCodeRule = dateCodeRule
    state = .bought
  }

  package var part: PartID { PartID(maker: maker, mpn: mpn) }
}

/// One purchase of a line.
package struct PlanBuy: Sendable, Hashable, Codable {
  package var id: PurchaseID
  package var stall: PlaceID
  package var offer: SupplyID
  package var quantity: Int
  /// Pieces from which the price paid holds; nil where the plan does not state it.
  package var breakFrom: Int?
  /// The price that a few pieces more would reach; nil at the last break, and where stock ends before it.
  package var nextBreak: NextBreak?
  /// Of the break that the quantity reaches, with the invoice surcharge where one is paid.
  package var unitPrice: Amount
  /// `quantity × unitPrice`, rounded to the fen once.
  package var amount: Amount
  package var condition: Condition
  /// `quantity × P(bad) × loss`, expected and not cash.
  package var risk: Amount
  /// ISO 8601 date of the offer.
  package var seen: String
  package var isSample: Bool
  /// Who or what says so; nil for generated offers, and in plans of versions that did not write it.
  package var source: String?
  /// What an imported price sheet says of the price; nil for the catalog's own offers.
  package var price: PriceOrigin?
  /// True where the price has expired or is older than the plan's limit; nil otherwise.
  package var isStale: Bool?
  /// The shop's own number, by which it is ordered: `C16581`; nil where the shop has none.
  package var orderNumber: String?
  /// How the goods are packed; nil where the seller does not say.
  package var packing: Packing?
  /// What the seller says of the age of the goods: `2338`, `23+`; nil where nothing is said.
  package var dateCode: String?

  package init(
    id: PurchaseID, stall: PlaceID, offer: SupplyID, quantity: Int, unitPrice: Amount, amount: Amount,
    condition: Condition,
    risk: Amount, seen: String, isSample: Bool, breakFrom: Int? = nil, nextBreak: NextBreak? = nil,
    source: String? = nil, price: PriceOrigin? = nil, isStale: Bool? = nil, orderNumber: String? = nil,
    packing: Packing? = nil, dateCode: String? = nil
  ) {
    self.id = id
    self.stall = stall
    self.offer = offer
    self.quantity = quantity
    self.breakFrom = breakFrom
    self.nextBreak = nextBreak
    self.unitPrice = unitPrice
    self.amount = amount
    self.condition = condition
    self.risk = risk
    self.seen = seen
    self.isSample = isSample
    self.source = source
    self.price = price
    self.isStale = isStale
    self.orderNumber = orderNumber
    self.packing = packing
    self.dateCode = dateCode
  }
}

/// How old goods may be: a rule of the spec on the day of the plan.
package struct PlanDateCodeRule: Sendable, Hashable, Codable {
  package var years: Int
  /// The oldest code that is taken, year and week: `2448`.
  package var oldest: String

  /// Nil for a rule that takes any age.
  package init?(_ rule: DateCodeRule, on date: LocalDate) {
    guard let years = rule.years, let oldest = rule.oldest(on: date) else { return nil }
    self.years = years
    self.oldest = oldest.code
  }
}

/// The next price break above what is bought: a hint at the counter.
package struct NextBreak: Sendable, Hashable, Codable {
  /// The least quantity that can be bought at the break's price.
  package var quantity: Int
  package var unitPrice: Amount
  /// `quantity × unitPrice`, rounded to the fen once.
  package var amount: Amount

  package init(quantity: Int, unitPrice: Amount, amount: Amount) {
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.amount = amount
  }
}

/// One typed parameter of a line's part, as people read it.
package struct PlanParameter: Sendable, Hashable, Codable {
  /// The catalog's name: `quiescent-current`.
  package var id: String
  package var name: LocalizedText
  /// With its unit: `10 kΩ`, `-55..155 °C`.
  package var value: String

  package init(id: String, name: LocalizedText, value: String) {
    self.id = id
    self.name = name
    self.value = value
  }
}
