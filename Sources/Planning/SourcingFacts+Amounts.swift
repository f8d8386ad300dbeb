internal import BoardSpec
internal import Electronics
internal import Market

extension SourcingFacts {
  /// Pieces that a line needs: `base + max(minimum, ceil(base × perMille / 1000))` with `base = ceil(amount / 1000)`, where
  /// `amount` sums `count × boards × (1000 + spares per mille)` over the line's slots.
  func need(of part: Part, amount: Int64) -> Int {
    let base = (amount + 999) / 1000
    guard base > 0, let category = categories[part.category], let row = attrition[category.handling] else {
      return Int(base)
    }
    return Int(base) + max(row.minimum, Int((base * Int64(row.perMille) + 999) / 1000))
  }
}
