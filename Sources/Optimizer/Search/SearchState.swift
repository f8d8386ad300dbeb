internal import Base

/// Where a lane of the search stands: which markets are visited, by whom and in which order, and which options bound slots
/// have.
///
/// `routes` and `goods` agree: a market is on a walk exactly where it is visited.
struct SearchState: ~Copyable {
  var problem: PresolvedInstance
  /// What the goods cost from the visited markets.
  var goods: SelectionCost
  var routes: Routes
  var random: Generator
  /// Work beside that of `goods`.
  var routeWork = 0

  init(_ problem: PresolvedInstance, seed: UInt64, lane: Int) {
    self.problem = problem
    goods = SelectionCost(problem)
    routes = Routes(problem)
    random = Generator(seed: seed, lane: lane)
  }

  /// Work done so far: looks at an entry of the demand table or at a leg.
  var work: Int { goods.work &+ routeWork }

  /// Starts empty under another problem of the same instance.
  mutating func reset(to problem: PresolvedInstance) {
    self.problem = problem
    routeWork &+= goods.work
    goods = SelectionCost(problem)
    routes = Routes(problem)
  }

  /// Takes every market off its walk.
  mutating func clear() {
    for row in 0..<routes.rows {
      for market in routes.markets(of: row) {
        routes.remove(Int(market))
        goods.toggle(Int(market))
      }
    }
  }

  /// Gives a buyer without markets a walk; none of its markets may be visited.
  mutating func setRoute(_ buyer: Int, _ route: [Int32]) {
    for market in route { goods.toggle(Int(market)) }
    routes.setRoute(buyer, route)
  }

  /// Orders from remote markets; none of them may be in use.
  mutating func order(_ markets: [Int32]) {
    for market in markets {
      goods.toggle(Int(market))
      routes.insert(Int(market), buyer: routes.desk, after: routes.counts[routes.desk])
    }
  }

  /// Whether the market sells anything that is needed.
  func isUseful(_ market: Int) -> Bool {
    problem.demands.marketStart[market] < problem.demands.marketStart[market + 1]
  }

  /// A visited market, each as likely as the others; there must be one.
  mutating func randomVisited() -> Int {
    var index = random.below(routes.marketCount)
    var buyer = 0
    while index >= routes.counts[buyer] {
      index -= routes.counts[buyer]
      buyer += 1
    }
    return routes.place(buyer, index + 1)
  }

  /// Takes a market off its walk, where it is on one.
  mutating func drop(_ market: Int) {
    guard routes.owner[market] >= 0 else { return }
    routes.remove(market)
    goods.toggle(market)
  }

  /// Visits a market where that costs least; with several buyers, one time in eight anywhere.
  mutating func insert(_ market: Int) {
    var spot = routes.insertion(of: market)
    if routes.buyers > 1 && !problem.instance.isRemote[market] && random.below(8) == 0 {
      let buyer = random.below(routes.buyers)
      spot = (buyer, random.below(routes.counts[buyer] + 1))
    }
    routes.insert(market, buyer: spot.buyer, after: spot.position)
    goods.toggle(market)
  }

  /// Visits a few useful markets at random, so that construction starts from points that the greedy rule never reaches.
  mutating func scatter() {
    let markets = problem.instance.marketCount
    guard markets > 0 else { return }
    for _ in 0..<random.below(max(2, markets / 3)) {
      let market = random.below(markets)
      if routes.owner[market] < 0 && isUseful(market) { insert(market) }
    }
  }

  /// Adds the market with the best net gain while there is one, then drops what costs more than it saves, and repeats.
  mutating func repair(noise: Double) {
    var rounds = 0
    var isChanged = true
    while isChanged {
      while let addition = AddMarket.best(in: &self, noise: noise) { addition.apply(to: &self) }
      rounds += 1
      isChanged = false
      if let removal = DropMarket.best(in: &self) {
        removal.apply(to: &self)
        isChanged = rounds < 400
      }
    }
  }

  /// Shortens every walk by its legs; returns the number of moves.
  mutating func shorten() -> Int {
    var moves = 0
    for buyer in 0..<routes.buyers { moves += routes.shorten(buyer) }
    return moves
  }

  mutating func save() {
    goods.begin()
    routes.save()
  }

  mutating func keep() { goods.commit() }

  mutating func restore() {
    goods.rollBack()
    routes.restore()
  }
}
