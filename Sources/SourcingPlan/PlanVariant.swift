package import Market

/// How a group of slots is filled: by a reference design, or by discrete parts.
package struct PlanFilling: Sendable, Hashable, Codable {
  /// As the spec's `turnkey` names it.
  package var group: String
  /// The design's id; nil where discrete parts fill the group.
  package var design: String?
  package var name: LocalizedText?

  package init(group: String, design: String?, name: LocalizedText?) {
    self.group = group
    self.design = design
    self.name = name
  }
}

/// Money that is spent once however many boards are built.
package struct PlanOneTimeCost: Sendable, Hashable, Codable {
  package var amount: Amount
  package var purpose: LocalizedText
  package var isAssumed: Bool
  package var source: String

  enum CodingKeys: String, CodingKey {
    case amount, isAssumed, source
    case purpose = "for"
  }

  package init(amount: Amount, purpose: LocalizedText, isAssumed: Bool, source: String) {
    self.amount = amount
    self.purpose = purpose
    self.isAssumed = isAssumed
    self.source = source
  }
}

/// One variant of the board: the best plan that was found for it, verified like the plan itself, or why there is none.
package struct PlanVariant: Sendable, Hashable, Codable {
  package var fillings: [PlanFilling]
  /// Nil where the variant has no plan; `reason` says why.
  package var cost: PlanCost?
  /// No plan of this variant costs less.
  package var bound: Amount?
  package var gap: Share?
  /// Minutes away, all buyers together, and stalls visited.
  package var minutes: Int?
  package var stalls: Int?
  package var lines: Int?
  package var reason: LocalizedText?

  package init(
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
