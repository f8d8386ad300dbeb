package import Market

/// The next-best stall for a line, from the point of the walk where it would have been bought.
///
/// The purchase named in `insteadOf` finds the goods sold out; the walk up to there stands. The pieces that it would have
/// brought are then bought from one offer at another stall: at a later stop of the same walk that is this stall, or on a
/// detour after any stop from that point on. What comes later shifts; it must still fit opening hours, the finish, load and
/// budget. Among all offers that the line may use, the fallback costs least: `extraCost` is the difference in goods, time,
/// fares and risk, `extraMinutes` that of the return, rounded up.
package struct Fallback: Sendable, Hashable, Codable {
  package var stall: PlaceID
  package var offer: SupplyID
  package var name: LocalizedText
  /// Nil where nobody walks.
  package var place: PlanPlace?
  /// The offer of the line that it stands in for: the one with most pieces.
  package var insteadOf: SupplyID
  package var quantity: Int
  package var unitPrice: Amount
  package var amount: Amount
  package var condition: Condition
  package var isSample: Bool
  /// Index of the visit after which the detour is made; nil where a later visit of the walk is at this stall.
  package var detourAfter: Int?
  package var extraCost: Amount
  package var extraMinutes: Int
  /// What the seller says of the age of the goods; nil where nothing is said.
  package var dateCode: String?

  package init(
    stall: PlaceID, offer: SupplyID, name: LocalizedText, place: PlanPlace?, insteadOf: SupplyID, quantity: Int,
    unitPrice: Amount, amount: Amount, condition: Condition, isSample: Bool, detourAfter: Int?, extraCost: Amount,
    extraMinutes: Int, dateCode: String? = nil
  ) {
    self.stall = stall
    self.offer = offer
    self.name = name
    self.place = place
    self.insteadOf = insteadOf
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.amount = amount
    self.condition = condition
    self.isSample = isSample
    self.detourAfter = detourAfter
    self.extraCost = extraCost
    self.extraMinutes = extraMinutes
    self.dateCode = dateCode
  }
}
