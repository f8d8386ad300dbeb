internal import Base

/// Adds one or two markets at random and drops up to two: a market that does not pay alone may pay once others leave.
struct RandomInsertion: Ruin {
  func apply(to state: inout SearchState) {
    for _ in 0..<(1 + state.random.below(2)) {
      let market = state.random.below(state.problem.instance.marketCount)
      if state.routes.owner[market] < 0 && state.isUseful(market) { state.insert(market) }
    }
    for _ in 0..<min(2, state.routes.marketCount) where state.random.below(2) == 0 {
      state.drop(state.randomVisited())
    }
  }
}
