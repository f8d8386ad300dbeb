@testable import Optimizer

/// The formulas of the model as its documentation states them, for the oracles: none is the optimizer's own.
struct DayFormulas {
  let instance: Instance

  init(_ instance: Instance) { self.instance = instance }

  /// `base + max(minimum, ceil(base × per mille / 1000))` with `base = ceil(amount / scale)`; nothing for nothing.
  func need(_ product: Int, amount: Int64) -> Int {
    if amount == 0 { return 0 }
    let rule = instance.needRules[product]
    var base = 0
    while Int64(base) * rule.amountScale < amount { base += 1 }
    var attrition = Int(rule.attritionMinimum)
    while 1000 * attrition < base * Int(rule.attritionPerMille) { attrition += 1 }
    return base + attrition
  }

  /// A quantity is a multiple of `multiple`, at least `minimum` and at most `stock`.
  func canBuy(_ quantity: Int, of offer: Int) -> Bool {
    let terms = instance.offers[offer]
    if quantity < 1 || quantity < Int(terms.minimum) || quantity > Int(terms.stock) { return false }
    return stride(from: 0, through: quantity, by: Int(terms.multiple)).contains(quantity)
  }

  /// All pieces cost what the highest break reached says; the lowest counts for fewer.
  func paid(_ quantity: Int, of offer: Int) -> Int64 {
    let prices = instance.breaks[Int(instance.breakStart[offer])..<Int(instance.breakStart[offer + 1])]
    let reached = prices.filter { Int($0.from) <= quantity }.max { $0.from < $1.from } ?? prices.first
    return nearest((reached?.unitPrice ?? 0) * Int64(quantity), parts: 1)
  }

  /// The expected loss on a purchase.
  func lost(_ quantity: Int, of offer: Int) -> Int64 {
    nearest(instance.offers[offer].riskPerUnit * Int64(quantity), parts: 1)
  }

  /// So many seconds of a buyer, an hour at the rate.
  func timePaid(_ seconds: Int, of buyer: Int) -> Int64 {
    nearest(instance.buyers[buyer].ratePerHour * Int64(seconds), parts: 3600)
  }

  /// The multiple of `rounding` that `cost / parts` is nearest to; of two the greater.
  private func nearest(_ cost: Int64, parts: Int64) -> Int64 {
    let step = instance.rounding * parts
    let rest = cost % step
    return (cost - rest) / parts + (2 * rest < step ? 0 : instance.rounding)
  }

  func seconds(_ from: Int, _ to: Int) -> Int { Int(instance.travelSeconds[from * instance.placeCount + to]) }

  func fare(_ from: Int, _ to: Int) -> Int64 {
    instance.travelCost.isEmpty ? 0 : Int64(instance.travelCost[from * instance.placeCount + to])
  }
}
