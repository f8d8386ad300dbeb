extension Instance {
  /// The quantity of `offer` alone that is at least `need` and costs least, minimum, multiple and breaks obeyed; the smaller of
  /// equal ones. Nil when the stock does not reach. O(breaks).
  ///
  /// - Parameters:
  ///   - stock: what may be taken of it, where that is not all of the offer's own.
  ///   - countsRisk: whether the expected loss of the pieces is part of the cost.
  package func cheapestPurchase(
    from offer: Int, covering need: Int, stock: Int? = nil, countsRisk: Bool
  ) -> (quantity: Int, cost: Cost)? {
    let terms = offers[offer]
    let multiple = max(1, Int(terms.multiple))
    let starts = breakRange(of: offer).map { Int(breaks[$0].from) }
    return ([need] + starts.filter { $0 > need })
      .map { (max($0, Int(terms.minimum)) + multiple - 1) / multiple * multiple }
      .filter { $0 <= stock ?? Int(terms.stock) && (starts.first ?? 1) <= $0 }
      .map { (quantity: $0, cost: amount(of: offer, quantity: $0) + (countsRisk ? risk(of: offer, quantity: $0) : 0)) }
      .min { ($0.cost, $0.quantity) < ($1.cost, $1.quantity) }
  }

  /// The sum over slots of the least goods of one offer for the slot alone: about what no planning can save. Slots that share a
  /// line may cost less together, so that it is an estimate and no bound.
  ///
  /// Complexity: O(slots × options × offers × breaks).
  package var cheapestGoods: Cost {
    (0..<slotCount).reduce(0) { sum, slot in
      let least = optionRange(of: slot).compactMap { index -> Cost? in
        let option = options[index]
        guard option.product >= 0 else { return nil }
        let need = need(of: Int(option.product), amount: option.amount)
        return offerRange(of: Int(option.product)).compactMap {
          cheapestPurchase(from: $0, covering: need, countsRisk: false)?.cost
        }.min()
      }.min()
      return sum + (least ?? 0)
    }
  }
}
