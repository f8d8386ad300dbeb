public import Electronics
public import Market

/// A chosen part with the quantity that the build needs. Slots that chose the same part under the same policy share it.
public struct PlanLine: Sendable, Hashable, Codable {
  /// References, in the spec's order: `R1`, `R2`.
  public var slots: [String]
  public var mpn: String
  public var maker: String
  public var category: String
  public var package: String
  public var name: LocalizedText
  /// Typed parameters of the part, in the category's order; nil in plans of versions that did not write them.
  public var parameters: [PlanParameter]?
  /// Where the catalog has the part's facts from: `lcsc:C16581`; nil in plans of versions that did not write it.
  public var source: String?
  /// Pieces needed, attrition and spares included.
  public var need: Int
  public var buys: [PlanBuy]
  /// Where to go when the stall cannot serve the line; nil when nobody else can.
  public var fallback: Fallback?

  public init(
    slots: [String], mpn: String, maker: String, category: String, package: String, name: LocalizedText, need: Int,
    buys: [PlanBuy], fallback: Fallback? = nil, parameters: [PlanParameter]? = nil, source: String? = nil
  ) {
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
  }

  public var part: PartID { PartID(maker: maker, mpn: mpn) }
}

/// One purchase of a line.
public struct PlanBuy: Sendable, Hashable, Codable {
  public var stall: String
  public var offer: String
  public var quantity: Int
  /// Pieces from which the price paid holds; nil where the plan does not tell.
  public var breakFrom: Int?
  /// The price that a few pieces more would reach; nil at the last break, and where stock ends before it.
  public var nextBreak: NextBreak?
  /// Of the break that the quantity reaches, with the invoice surcharge where one is paid.
  public var unitPrice: Amount
  /// `quantity × unitPrice`, rounded to the fen once.
  public var amount: Amount
  public var condition: Condition
  /// `quantity × P(bad) × loss`, expected and not cash.
  public var risk: Amount
  /// ISO 8601 date of the offer.
  public var seen: String
  public var isSample: Bool
  /// Who or what says so; nil for generated offers, and in plans of versions that did not write it.
  public var source: String?
  /// What an imported price sheet says of the price; nil for the catalog's own offers.
  public var price: PriceOrigin?
  /// True where the price has expired or is older than the plan's limit; nil otherwise.
  public var isStale: Bool?

  public init(
    stall: String, offer: String, quantity: Int, unitPrice: Amount, amount: Amount, condition: Condition,
    risk: Amount, seen: String, isSample: Bool, breakFrom: Int? = nil, nextBreak: NextBreak? = nil,
    source: String? = nil, price: PriceOrigin? = nil, isStale: Bool? = nil
  ) {
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
  }
}

/// The next price break above what is bought: a hint at the counter.
public struct NextBreak: Sendable, Hashable, Codable {
  /// The least quantity that can be bought at the break's price.
  public var quantity: Int
  public var unitPrice: Amount
  /// `quantity × unitPrice`, rounded to the fen once.
  public var amount: Amount

  public init(quantity: Int, unitPrice: Amount, amount: Amount) {
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.amount = amount
  }
}

/// One typed parameter of a line's part, as people read it.
public struct PlanParameter: Sendable, Hashable, Codable {
  /// The catalog's name: `quiescent-current`.
  public var id: String
  public var name: LocalizedText
  /// With its unit: `10 kΩ`, `-55..155 °C`.
  public var value: String

  public init(id: String, name: LocalizedText, value: String) {
    self.id = id
    self.name = name
    self.value = value
  }
}
