internal import Base

/// Visits a market at the place of a walk where that costs least.
struct AddMarket: Move {
  var market: Int

  func isValid(in state: borrowing SearchState) -> Bool { state.routes.owner[market] < 0 }

  func gain(in state: inout SearchState) -> Cost {
    state.goods.worth[market] - state.problem.visitCost[market] - state.routes.insertionCost(of: market)
  }

  func apply(to state: inout SearchState) {
    assert(isValid(in: state), "market \(market)")
    state.insert(market)
  }

  /// The valid move of greatest gain; nil when none gains anything. Complexity: O(markets), where insertion costs are kept.
  ///
  /// - Parameter noise: share of each gain, at most, that is left out at random.
  static func best(in state: inout SearchState, noise: Double) -> AddMarket? {
    state.goods.refresh()
    var best = -1
    var bestNet: Cost = 0
    state.routeWork &+= state.problem.instance.marketCount / 8
    let searched = state.routes.insertionSearches
    let passes = state.problem.allowsPassing && state.routes.marketCount > 0
    for market in 0..<state.problem.instance.marketCount where state.routes.owner[market] < 0 {
      let worth = state.goods.worth[market] - state.problem.visitCost[market]
      guard worth > bestNet || passes && worth == 0 && state.routes.insertionCost(of: market) < 0 else { continue }
      var net = worth - state.routes.insertionCost(of: market)
      if noise > 0 && net > 0 { net = max(1, Cost(Double(net) * (1 - noise * state.random.unit()))) }
      if net > bestNet { (best, bestNet) = (market, net) }
    }
    state.routeWork &+= (state.routes.insertionSearches - searched) * (state.routes.marketCount + 1)
    return best < 0 ? nil : AddMarket(market: best)
  }
}
