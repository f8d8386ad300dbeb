/// Drops a random market and those that are nearest from it, on whatever walk.
struct RadialRemoval: Ruin {
  var count: Int

  func apply(to state: inout SearchState) {
    let centre = state.randomVisited()
    var near: [(leg: Int32, market: Int32)] = []
    for row in 0..<state.routes.rows {
      for market in state.routes.markets(of: row) {
        near.append((state.problem.legs[centre * state.problem.instance.placeCount + Int(market)], market))
      }
    }
    near.sort { ($0.leg, $0.market) < ($1.leg, $1.market) }
    for index in 0..<min(count, near.count) { state.drop(Int(near[index].market)) }
  }
}
