internal import Base

/// Moves one or two stops to any place of any walk: a longer walk may still end earlier, because of opening hours.
struct StopRelocation: Ruin {
  func apply(to state: inout SearchState) {
    for _ in 0..<(1 + state.random.below(2)) where state.routes.marketCount > 0 {
      let market = state.randomVisited()
      if state.problem.instance.isRemote[market] { continue }
      state.routes.remove(market)
      let buyer = state.random.below(state.routes.buyers)
      state.routes.insert(market, buyer: buyer, after: state.random.below(state.routes.counts[buyer] + 1))
    }
  }
}
