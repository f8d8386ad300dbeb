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
  /// Pieces needed, attrition and spares included.
  public var need: Int
  public var buys: [PlanBuy]
  /// Where to go when the stall cannot serve the line; nil when nobody else can.
  public var fallback: Fallback?

  public init(
    slots: [String], mpn: String, maker: String, category: String, package: String, name: LocalizedText, need: Int,
    buys: [PlanBuy], fallback: Fallback? = nil
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

  public init(
    stall: String, offer: String, quantity: Int, unitPrice: Amount, amount: Amount, condition: Condition,
    risk: Amount, seen: String, isSample: Bool, breakFrom: Int? = nil
  ) {
    self.stall = stall
    self.offer = offer
    self.quantity = quantity
    self.breakFrom = breakFrom
    self.unitPrice = unitPrice
    self.amount = amount
    self.condition = condition
    self.risk = risk
    self.seen = seen
    self.isSample = isSample
  }
}

/// The next-best place for a line, from that point of the walk.
public struct Fallback: Sendable, Hashable, Codable {
  public var stall: String
  public var offer: String
  public var extraCost: Amount
  public var extraMinutes: Int

  public init(stall: String, offer: String, extraCost: Amount, extraMinutes: Int) {
    self.stall = stall
    self.offer = offer
    self.extraCost = extraCost
    self.extraMinutes = extraMinutes
  }
}
