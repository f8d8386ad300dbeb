import Base

@testable import Optimizer

extension SearchState {
  /// The state of a small day with some useful markets visited; nil where the day has no such markets.
  static func random(seed: UInt64) -> SearchState? {
    let problem = PresolvedInstance(SmallDay(seed: seed).instance)
    guard problem.demands.uncoveredSlots.isEmpty, problem.choices.start == .found else { return nil }
    var state = SearchState(problem, seed: seed, lane: 60)
    for market in 0..<problem.instance.marketCount where state.isUseful(market) && state.random.below(2) == 0 {
      state.insert(market)
    }
    state.goods.refresh()
    if state.routes.marketCount == 0 { return nil }
    return consume state
  }

  /// The markets of each buyer, and those that are ordered from.
  var walks: [[Int32]] { (0..<routes.rows).map { routes.markets(of: $0) } }

  /// Legs, visits and goods, each added up afresh: what moves say that they change.
  func plainCost() -> Int64 {
    var goods = SelectionCost(problem)
    for slot in problem.choices.slots { goods.choose(slot, Int(self.goods.general.selection[slot])) }
    var cost: Int64 = 0
    for (buyer, walk) in walks.enumerated() where !walk.isEmpty {
      if buyer >= routes.buyers {
        for market in walk.map(Int.init) {
          cost += problem.visitCost[market]
          goods.toggle(market)
        }
        continue
      }
      var place = routes.place(buyer, 0)
      for market in walk.map(Int.init) {
        cost += problem.leg(place, market) + problem.visitCost[market]
        goods.toggle(market)
        place = market
      }
      cost += problem.leg(place, routes.place(buyer, walk.count + 1))
    }
    goods.refresh()
    return cost + goods.total
  }
}
