/// The objectives that an answer of a relaxation can have: `offset` and a multiple of `step`.
///
/// Legs, visits and prices of whole demands are often multiples of one number, a second's wages or a fen; then a bound just
/// below an answer, which is all that floating point lets a linear program vouch for, is as good as the answer itself.
struct CostLattice: Sendable {
  let offset: Int64
  let step: Int64

  /// Complexity: O(places² + offers), less where the numbers have nothing in common.
  init(_ relaxation: Relaxation) {
    var step: Int64 = 0
    // Supplies and demands are whole, so that some best way to meet demands from given places buys whole units.
    for offer in relaxation.offers where step != 1 { step = gcd(step, offer.price) }
    for cost in relaxation.visitCost where step != 1 { step = gcd(step, cost) }
    for cost in relaxation.distance where step != 1 { step = gcd(step, cost) }
    self.step = max(1, step)
    offset = relaxation.constant
  }

  /// The least objective that is not below `value`.
  func least(from value: Int64) -> Int64 { value - remainder(value) + (remainder(value) > 0 ? step : 0) }

  /// The greatest objective below `value`; `Int64.max` for that.
  func greatest(below value: Int64) -> Int64 {
    if value == .max { return .max }
    let rest = remainder(value)
    return value - (rest > 0 ? rest : step)
  }

  private func remainder(_ value: Int64) -> Int64 {
    let rest = (value % step - offset % step) % step
    return rest < 0 ? rest + step : rest
  }
}
