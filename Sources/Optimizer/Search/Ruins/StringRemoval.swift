/// Drops markets that follow one another on a walk, from a random one on, round the walk's end.
struct StringRemoval: Ruin {
  var count: Int

  func apply(to state: inout SearchState) {
    let market = state.randomVisited()
    let buyer = Int(state.routes.owner[market])
    let route = state.routes.markets(of: buyer)
    let start = route.firstIndex(of: Int32(market)) ?? 0
    for index in 0..<min(count, route.count) { state.drop(Int(route[(start + index) % route.count])) }
  }
}
