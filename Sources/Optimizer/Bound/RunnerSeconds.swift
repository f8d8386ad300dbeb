/// The seconds that goods of runners (调货) take at a market beyond its lines.
///
/// Goods that are ready `r` seconds after a visit's deals are waited for, or fetched by a further visit, which takes the market's setup
/// again: whatever the plan, it is away for `min(r, setup)` seconds more, once a market. `least` is that of the market's quickest
/// runner; each of its offers that are fetched can bear an equal share of it, since no plan buys more of them than there are.
struct RunnerSeconds {
  /// Seconds that fetching anything takes, by market; 0 where nothing is fetched, or where goods are shipped.
  private(set) var least: [Int32]
  /// Offers that are fetched, by market.
  private(set) var offers: [Int]

  /// Complexity: O(markets + offers).
  init(_ instance: Instance) {
    least = [Int32](repeating: 0, count: instance.marketCount)
    offers = [Int](repeating: 0, count: instance.marketCount)
    for offer in instance.offers where offer.readySeconds > 0 && !instance.isRemote[Int(offer.market)] {
      let market = Int(offer.market)
      let seconds = min(offer.readySeconds, instance.setupSeconds[market])
      least[market] = offers[market] == 0 ? seconds : min(least[market], seconds)
      offers[market] += 1
    }
  }
}
