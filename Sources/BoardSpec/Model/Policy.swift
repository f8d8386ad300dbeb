package import Base
package import Market

package struct SlotPolicy: Sendable, Hashable {
  package var conditions: Set<Condition>?
  /// What one bad piece in this slot costs.
  package var loss: Money?
  /// All pieces from one offer.
  package var singleLot: Bool
  /// Only these stalls, where not empty.
  package var pinnedStalls: [PlaceID]
  package var bannedStalls: [PlaceID]
  /// How old goods may be; the board's own rule where nil.
  package var dateCode: DateCodeRule?

  package init(
    conditions: Set<Condition>? = nil, loss: Money? = nil, singleLot: Bool, pinnedStalls: [PlaceID],
    bannedStalls: [PlaceID], dateCode: DateCodeRule? = nil
  ) {
    self.conditions = conditions
    self.loss = loss
    self.singleLot = singleLot
    self.pinnedStalls = pinnedStalls
    self.bannedStalls = bannedStalls
    self.dateCode = dateCode
  }
}

package struct SourcingPolicy: Sendable, Hashable {
  package var conditions: Set<Condition>
  /// Whether every purchase needs a tax invoice (发票).
  package var invoice: Bool
  package var loss: Money
  package var pinnedStalls: [PlaceID]
  package var bannedStalls: [PlaceID]
  package var spares: Spares
  /// Cash for goods and fares.
  package var budget: Money?
  /// How old goods may be where a slot says nothing else.
  package var dateCode: DateCodeRule

  package init(
    conditions: Set<Condition>, invoice: Bool, loss: Money, pinnedStalls: [PlaceID], bannedStalls: [PlaceID],
    spares: Spares, budget: Money? = nil, dateCode: DateCodeRule = .any
  ) {
    self.conditions = conditions
    self.invoice = invoice
    self.loss = loss
    self.pinnedStalls = pinnedStalls
    self.bannedStalls = bannedStalls
    self.spares = spares
    self.budget = budget
    self.dateCode = dateCode
  }
}

package struct Spares: Sendable, Hashable {
  package var perMille: Int

  package init(perMille: Int) {
    self.perMille = perMille
  }
}
