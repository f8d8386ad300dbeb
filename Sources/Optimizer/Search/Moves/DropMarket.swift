/// Leaves a visited market out of its walk.
struct DropMarket: Move {
  var market: Int

  func isValid(in state: borrowing SearchState) -> Bool { state.routes.owner[market] >= 0 }

  func gain(in state: inout SearchState) -> Cost {
    let buyer = Int(state.routes.owner[market])
    var position = 1
    while state.routes.place(buyer, position) != market { position += 1 }
    return Self.gain(of: market, buyer, position, in: state)
  }

  func apply(to state: inout SearchState) {
    assert(isValid(in: state), "market \(market)")
    state.drop(market)
  }

  private static func gain(
    of market: Int, _ buyer: Int, _ position: Int, in state: borrowing SearchState
  ) -> Cost {
    state.routes.removalGain(buyer, position) + state.problem.visitCost[market] - state.goods.worth[market]
  }

  /// The valid move of greatest gain; nil when none gains anything. Complexity: O(stops).
  static func best(in state: inout SearchState) -> DropMarket? {
    state.goods.refresh()
    var best = -1
    var bestNet: Cost = 0
    for row in 0..<state.routes.rows where state.routes.counts[row] > 0 {
      for position in 1...state.routes.counts[row] {
        let market = state.routes.place(row, position)
        let net = gain(of: market, row, position, in: state)
        if net > bestNet { (best, bestNet) = (market, net) }
      }
    }
    return best < 0 ? nil : DropMarket(market: best)
  }
}
