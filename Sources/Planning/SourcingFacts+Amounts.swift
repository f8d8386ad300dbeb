internal import Base
internal import BoardSpec
internal import Electronics
internal import Market

extension SourcingFacts {
  /// Thousandths of pieces that a slot asks for, before attrition: `count × max(boards × (1000 + spares), 1000 × minimum sets)`.
  func amount(of slot: Slot) -> Int64 {
    let spares = (slot.spares ?? board.policy.spares).perMille
    return Int64(slot.count) * max(Int64(day.boards) * Int64(1000 + spares), 1000 * Int64(slot.minimumSets))
  }

  /// The expected loss on a piece of `offer`.
  func riskPerPiece(of offer: Offer, at stall: Stall, under policy: PurchasePolicy) -> Money {
    profile.riskPerPiece(of: offer, at: stall, loss: policy.loss)
  }

  /// Pieces that a line needs: `base + max(minimum, ceil(base × perMille / 1000))` with `base = ceil(amount / 1000)`, where
  /// `amount` sums those of the line's slots.
  func need(of part: Part, amount: Int64) -> Int {
    let base = (amount + 999) / 1000
    guard base > 0, let category = categories[part.category], let row = attrition[category.handling] else {
      return Int(base)
    }
    return Int(base) + max(row.minimum, Int((base * Int64(row.perMille) + 999) / 1000))
  }
}
