public import Market

/// How a group of slots is filled: by a reference design, or by discrete parts.
public struct PlanFilling: Sendable, Hashable, Codable {
  /// As the spec's `turnkey` names it.
  public var group: String
  /// The design's id; nil where discrete parts fill the group.
  public var design: String?
  public var name: LocalizedText?

  public init(group: String, design: String?, name: LocalizedText?) {
    self.group = group
    self.design = design
    self.name = name
  }
}

/// Money that is spent once however many boards are built.
public struct PlanOneTimeCost: Sendable, Hashable, Codable {
  public var amount: Amount
  public var purpose: LocalizedText
  public var isAssumed: Bool
  public var source: String

  enum CodingKeys: String, CodingKey {
    case amount, isAssumed, source
    case purpose = "for"
  }

  public init(amount: Amount, purpose: LocalizedText, isAssumed: Bool, source: String) {
    self.amount = amount
    self.purpose = purpose
    self.isAssumed = isAssumed
    self.source = source
  }
}

/// One way to build the board: the best plan that was found for it, verified like the plan itself, or why there is none.
public struct PlanWay: Sendable, Hashable, Codable {
  public var fillings: [PlanFilling]
  /// Nil where the way has no plan; `reason` says why.
  public var cost: PlanCost?
  /// No plan of this way costs less.
  public var bound: Amount?
  public var gap: Share?
  /// Minutes away, all buyers together, and stalls visited.
  public var minutes: Int?
  public var stalls: Int?
  public var lines: Int?
  public var reason: LocalizedText?

  public init(
    fillings: [PlanFilling], cost: PlanCost? = nil, bound: Amount? = nil, gap: Share? = nil, minutes: Int? = nil,
    stalls: Int? = nil, lines: Int? = nil, reason: LocalizedText? = nil
  ) {
    self.fillings = fillings
    self.cost = cost
    self.bound = bound
    self.gap = gap
    self.minutes = minutes
    self.stalls = stalls
    self.lines = lines
    self.reason = reason
  }
}
