public import Market

public struct SlotPolicy: Sendable, Hashable {
  public var conditions: Set<Condition>?
  /// What one bad piece in this slot costs.
  public var loss: Money?
  /// All pieces from one offer.
  public var singleLot: Bool
  /// Only these stalls, where not empty.
  public var pinnedStalls: [String]
  public var bannedStalls: [String]

  public init(
    conditions: Set<Condition>? = nil, loss: Money? = nil, singleLot: Bool, pinnedStalls: [String],
    bannedStalls: [String]
  ) {
    self.conditions = conditions
    self.loss = loss
    self.singleLot = singleLot
    self.pinnedStalls = pinnedStalls
    self.bannedStalls = bannedStalls
  }
}

public struct SourcingPolicy: Sendable, Hashable {
  public var conditions: Set<Condition>
  /// Whether every purchase needs a tax invoice (发票).
  public var invoice: Bool
  public var loss: Money
  public var pinnedStalls: [String]
  public var bannedStalls: [String]
  public var spares: Spares
  /// Cash for goods and fares.
  public var budget: Money?
  /// The oldest date code that is taken, in years.
  public var dateCodeYears: Int?

  public init(
    conditions: Set<Condition>, invoice: Bool, loss: Money, pinnedStalls: [String], bannedStalls: [String],
    spares: Spares, budget: Money? = nil, dateCodeYears: Int? = nil
  ) {
    self.conditions = conditions
    self.invoice = invoice
    self.loss = loss
    self.pinnedStalls = pinnedStalls
    self.bannedStalls = bannedStalls
    self.spares = spares
    self.budget = budget
    self.dateCodeYears = dateCodeYears
  }
}

public struct Spares: Sendable, Hashable {
  public var perMille: Int

  public init(perMille: Int) {
    self.perMille = perMille
  }
}
