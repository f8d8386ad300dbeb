internal import Optimizer

extension Instance {
  /// What a day costs at most, penalties left out, but what slots cost that are not asked for: every part at its dearest single purchase, every buyer away all day, every market
  /// visited by every buyer and reached by its dearest leg. Bounded so that a sum over slots cannot overflow. O(places² + offers × breaks).
  var costCeiling: Int64 {
    var sum = 0.0
    var amounts = [Int64](repeating: 0, count: productCount)
    for option in options where option.product >= 0 { amounts[Int(option.product)] += option.amount }
    for product in 0..<productCount {
      let need = need(of: product, amount: amounts[product])
      sum += offerRange(of: product).map { dearest($0, need: need) }.max() ?? 0
    }
    for slot in 0..<slotCount { sum += Double(optionRange(of: slot).map { options[$0].cost }.max() ?? 0) }
    for buyer in buyers { sum += Double(buyer.ratePerHour) * Double(buyer.latest - buyer.earliest) / 3600 }
    sum += visitCost.reduce(0.0) { $0 + Double($1) } * Double(max(1, buyers.count))
    // What an order buys beyond its needs to reach a shop's least amount.
    for terms in orderTerms { sum += 2 * Double(terms.minimum) }
    if !travelCost.isEmpty {
      for place in 0..<placeCount {
        sum += Double((0..<placeCount).map { travelCost[$0 * placeCount + place] }.max() ?? 0)
      }
    }
    let most = Double(1 << 60) / Double(max(1, slotCount))
    return Int64(min(sum.rounded(.up), most)) + rounding
  }

  /// The most that one purchase from an offer costs, of no more than a need of `need` pieces or a break asks for.
  private func dearest(_ offer: Int, need: Int) -> Double {
    let terms = offers[offer]
    let most = max(Int(terms.minimum), breakRange(of: offer).map { Int(breaks[$0].from) }.max() ?? 0, need)
    let quantity = min(most + Int(terms.multiple), Int(terms.stock))
    let price = breakRange(of: offer).map { breaks[$0].unitPrice }.max() ?? 0
    return Double(quantity) * Double(price + terms.riskPerUnit)
  }

  /// The same day with every cost in units of `divisor`, rounded down, and amounts no longer rounded.
  func dividingCosts(by divisor: Int64) -> Instance {
    guard divisor > 1 else { return self }
    var day = self
    for index in day.breaks.indices { day.breaks[index].unitPrice /= divisor }
    for index in day.offers.indices { day.offers[index].riskPerUnit /= divisor }
    for index in day.options.indices { day.options[index].cost /= divisor }
    for index in day.buyers.indices { day.buyers[index].ratePerHour /= divisor }
    for index in day.visitCost.indices { day.visitCost[index] /= divisor }
    for market in day.orderTerms.indices {
      day.orderTerms[market].minimum /= divisor
      if day.orderTerms[market].freeFrom < .max { day.orderTerms[market].freeFrom /= divisor }
    }
    day.travelCost = day.travelCost.map { Int32(Int64($0) / divisor) }
    day.rounding = 1
    day.cashLimit = cashLimit == .max ? .max : cashLimit / divisor
    return day
  }
}
