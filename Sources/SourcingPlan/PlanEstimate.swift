package import Market

/// What asking for a line on a floor is expected to bring, and what is done when nobody has it. `docs/model.md` has the formulas.
package struct PlanEstimate: Sendable, Hashable, Codable {
  /// The line that is asked for: `detector/U5`.
  package var line: LineID
  /// The floor where it is asked for, a place that a walk visits; nil where no way there pays.
  package var place: PlaceID?
  /// How sure it is what is asked for; nil in plans of versions that did not write it.
  package var kind: AskSettings.Kind?
  /// What of the chance comes from the user's own walks; nil where nothing does.
  package var learned: Learned?
  /// The best condition that the line allows: what the price is an estimate of.
  package var condition: Condition
  /// A price known for so many pieces, apiece, and who says so; nil where nobody does.
  package var listPrice: Amount?
  package var listSource: String?
  /// The price at a counter against the list price.
  package var factor: Share
  /// The price expected apiece, and of all pieces; nil without a list price.
  package var unitPrice: Amount?
  package var amount: Amount?
  /// That the floor has it; nil where the line is not asked for on one.
  package var chance: Share?
  /// Minutes of asking allowed.
  package var minutes: Int
  /// The most to pay apiece: above it, what is done otherwise costs less. Nil where no price is known.
  package var most: Amount?
  /// The cheapest place that ships it; nil where none is known.
  package var elsewhere: Elsewhere?
  /// What the line costs where nobody has it: `elsewhere` or the list price, and the worth of not waiting.
  package var otherwise: Amount
  /// What the line is expected to cost: `chance × amount + (1 − chance) × otherwise`.
  package var expected: Amount
  /// Where to ask next when nobody has it, best first: floors of the rest of the walk, then others nearby.
  package var next: [PlaceID]
  /// Numbers of other parts that would do.
  package var alternates: [String]

  /// Lines of that kind that were asked for on that floor, and how many were found.
  package struct Learned: Sendable, Hashable, Codable {
    package var asked: Int
    package var found: Int

    package init(asked: Int, found: Int) {
      self.asked = asked
      self.found = found
    }
  }

  /// A place that ships what is asked for, though the plan does not buy in its market.
  package struct Elsewhere: Sendable, Hashable, Codable {
    package var market: String
    package var stall: PlaceID
    package var name: LocalizedText
    package var offer: SupplyID
    package var quantity: Int
    /// What its goods and its delivery cost.
    package var goods: Amount
    package var charge: Amount
    package var days: Int

    package init(
      market: String, stall: PlaceID, name: LocalizedText, offer: SupplyID, quantity: Int, goods: Amount,
      charge: Amount,
      days: Int
    ) {
      self.market = market
      self.stall = stall
      self.name = name
      self.offer = offer
      self.quantity = quantity
      self.goods = goods
      self.charge = charge
      self.days = days
    }
  }

  package init(
    line: LineID, place: PlaceID?, kind: AskSettings.Kind?, learned: Learned?, condition: Condition, listPrice: Amount?,
    listSource: String?, factor: Share,
    unitPrice: Amount?, amount: Amount?, chance: Share?, minutes: Int, most: Amount?, elsewhere: Elsewhere?,
    otherwise: Amount, expected: Amount, next: [PlaceID], alternates: [String]
  ) {
    self.line = line
    self.place = place
    self.kind = kind
    self.learned = learned
    self.condition = condition
    self.listPrice = listPrice
    self.listSource = listSource
    self.factor = factor
    self.unitPrice = unitPrice
    self.amount = amount
    self.chance = chance
    self.minutes = minutes
    self.most = most
    self.elsewhere = elsewhere
    self.otherwise = otherwise
    self.expected = expected
    self.next = next
    self.alternates = alternates
  }
}

extension PlanDocument {
  /// The lines that are asked for on a floor or weighed against it, by id.
  package var estimates: [LineID: AskedLine] {
    Dictionary(
      (asked ?? []).compactMap { line in line.estimate.map { ($0.line, line) } },
      uniquingKeysWith: { first, _ in first })
  }
}
