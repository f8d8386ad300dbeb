/// Which costs a day's plans can have, and so what a bound on its relaxation is worth.
///
/// Every plan costs a multiple of `step`. Up to `roundedTerms` of its terms are rounded half up to `rounding`, each by less
/// than half of it downwards, and the relaxation counts them as they were before. So a bound b of the relaxation, in units of
/// 1 / `scale`, says of a day's cost c
///
///     c ≥ b / scale                                         where no term is rounded
///     c > b / scale − roundedTerms × rounding / 2           otherwise
///
/// and c is at least the least multiple of `step` for which that holds. With one buyer that is the exact rounding: rounding
/// half up keeps the order of costs.
package struct CostGrid: Sendable, Hashable {
  package var scale: Int64 = 1
  package var step: Int64 = 1
  package var roundedTerms: Int64 = 0
  package var rounding: Int64 = 1

  package init(scale: Int64 = 1, step: Int64 = 1, roundedTerms: Int64 = 0, rounding: Int64 = 1) {
    self.scale = scale
    self.step = step
    self.roundedTerms = roundedTerms
    self.rounding = rounding
  }

  private var loss: Int128 { Int128(roundedTerms) * Int128(rounding) * Int128(scale) }
  private var doubledStep: Int128 { 2 * Int128(scale) * Int128(step) }

  /// The least cost that a plan can have when the relaxation's optimum is at least `bound`.
  package func cost(ofBound bound: Int64) -> Int64 {
    if bound == .max { return .max }
    let (quotient, rest) = (2 * Int128(bound) - loss).quotientAndRemainder(dividingBy: doubledStep)
    // Rounded down, then to the next step: also from a step itself where some term may have been rounded down.
    let floor = rest < 0 ? quotient - 1 : quotient
    let isStep = rest == 0 && roundedTerms == 0
    return Int64(clamping: (isStep ? floor : floor + 1) * Int128(step))
  }

  /// The least bound of the relaxation from which it follows that no plan costs less than `cost`.
  package func bound(reaching cost: Int64) -> Int64 {
    if cost == .max { return .max }
    let (quotient, rest) = Int128(cost).quotientAndRemainder(dividingBy: Int128(step))
    let steps = rest > 0 ? quotient + 1 : quotient
    let doubled = doubledStep * (steps - 1) + loss
    let half = doubled >= 0 ? (doubled + 1) / 2 : doubled / 2
    return Int64(clamping: roundedTerms == 0 ? half + 1 : half)
  }
}

extension CostGrid {
  /// The grid of a day. Of what a plan rounds, the relaxation counts the buyers' time as it is, and not at all where some
  /// buyer's is free.
  init(_ instance: Instance) {
    let prices = UnitPrices(instance)
    self.init(
      scale: prices.scale, step: Self.step(of: instance),
      roundedTerms: prices.rate > 0 ? Int64(instance.buyerCount) : 0, rounding: instance.rounding)
  }

  /// The greatest number of which every term of every plan is a multiple. Complexity: O(places² + options).
  private static func step(of instance: Instance) -> Int64 {
    var step = instance.rounding
    for cost in instance.options.lazy.map(\.cost) where step > 1 { step = gcd(step, cost) }
    for cost in instance.visitCost where step > 1 { step = gcd(step, cost) }
    for cost in instance.travelCost where step > 1 { step = gcd(step, Int64(cost)) }
    return max(1, step)
  }
}

/// The greatest common divisor; that of 0 and a number is the number (Euclid).
func gcd(_ first: Int64, _ second: Int64) -> Int64 {
  var (a, b) = (abs(first), abs(second))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
