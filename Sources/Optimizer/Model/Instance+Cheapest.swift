extension Instance {
  /// The least amount that `offer` alone asks for at least `need` pieces, minimum, multiple and breaks obeyed; nil when
  /// its stock does not reach.
  package func cheapestAmount(of offer: Int, covering need: Int) -> Cost? {
    let terms = offers[offer]
    let multiple = max(1, Int(terms.multiple))
    let rounded = { (quantity: Int) in (quantity + multiple - 1) / multiple * multiple }
    let starts = breakRange(of: offer).map { Int(breaks[$0].from) }
    let quantities = ([need] + starts.filter { $0 > need }).map { rounded(max($0, Int(terms.minimum))) }
    return quantities.filter { $0 <= Int(terms.stock) }.map { amount(of: offer, quantity: $0) }.min()
  }

  /// `cheapestAmount` with the expected loss of the pieces bought, the quantity chosen for the sum.
  package func cost(ofOffer offer: Int, covering need: Int) -> Cost? {
    let terms = offers[offer]
    let multiple = max(1, Int(terms.multiple))
    let starts = breakRange(of: offer).map { Int(breaks[$0].from) }
    return ([need] + starts.filter { $0 > need })
      .map { (max($0, Int(terms.minimum)) + multiple - 1) / multiple * multiple }
      .filter { $0 <= Int(terms.stock) }
      .map { amount(of: offer, quantity: $0) + risk(of: offer, quantity: $0) }
      .min()
  }

  /// The sum over slots of the least goods that the slot alone can cost, no walking counted: what no planning can save.
  ///
  /// Complexity: O(slots × options × offers × breaks).
  package var cheapestGoods: Cost {
    (0..<slotCount).reduce(0) { sum, slot in
      let least = optionRange(of: slot).compactMap { index -> Cost? in
        let option = options[index]
        guard option.product >= 0 else { return nil }
        let need = need(of: Int(option.product), amount: option.amount)
        return offerRange(of: Int(option.product)).compactMap { cheapestAmount(of: $0, covering: need) }.min()
      }.min()
      return sum + (least ?? 0)
    }
  }
}
