internal import Base
internal import BoardSpec
internal import Electronics
internal import Market

extension PlanningProblem {
  /// Makes sure that no part is needed in more pieces than one can be bought in, whichever slots choose it; see `Limits`.
  ///
  /// Complexity: O(candidates of all slots).
  func checkNeeds() throws(PlanningError) {
    var amounts: [PartID: Int64] = [:]
    for slot in slots {
      let amount = slot.amount
      let pieces = Int(amount / 1_000)
      let references = slot.slot.references.joined(separator: ",")
      guard pieces <= Limits.pieces.upperBound else { throw .tooManyPieces(pieces, of: references) }
      for part in slot.candidates {
        amounts[part.id, default: 0] += amount
        let need = need(of: part, amount: amounts[part.id] ?? 0)
        guard need <= Limits.pieces.upperBound else { throw .tooManyPieces(need, of: "\(references) (\(part.id.mpn))") }
      }
    }
  }

  /// Makes sure that no plan of the day can cost more than `Limits.dayTotal`, whatever it buys where.
  ///
  /// A line of `n` pieces pays at most the dearest price for each of them, and once more the dearest lot that somebody asks
  /// for.
  ///
  /// - Parameters:
  ///   - lines: each line's most pieces, and its offers with the risk of a piece.
  ///   - fixed: what the day costs whatever is bought.
  ///
  /// Complexity: O(offers × breaks).
  func checkTotal(_ lines: [(need: Int, offers: [(offer: Offer, risk: Money)])], fixed: Money) throws(PlanningError) {
    var total = Int128(fixed.microYuan)
    for line in lines {
      var dearest: Int128 = 0
      var lot: Int128 = 0
      for (offer, risk) in line.offers {
        for entry in offer.breaks {
          let price = Int128(entry.unitPrice.microYuan) * 2 + Int128(risk.microYuan)
          dearest = max(dearest, price)
          lot = max(lot, price * Int128(max(entry.from, offer.minimum, offer.multiple)))
        }
      }
      total += dearest * Int128(line.need) + lot
    }
    let most = Limits.dayTotal.upperBound
    guard total <= Int128(most.microYuan) else { throw .tooDear(most: most) }
  }
}
