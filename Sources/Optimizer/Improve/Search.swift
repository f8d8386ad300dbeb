internal import Base

/// One lane of the primal search: ruin and recreate with threshold acceptance and restarts.
///
/// A step takes a few markets out, puts back what pays by net gain, drops what no longer pays, shortens the walks, and
/// keeps the result when it is not much worse than where it stood (Schrimpf et al. 2000, doi:10.1006/jcph.1999.6413).
/// After a stretch without gain it starts afresh, every fourth time from the best plan known.
struct Search: ~Copyable {
  typealias Cost = Instance.Cost

  var problem: PresolvedInstance
  private let plainProblem: PresolvedInstance
  private var strain = Perturbation.none
  private(set) var best: Solution?
  private(set) var bestCost: Cost = .max
  private(set) var moves = 0
  private(set) var restarts = 0
  var ledger: SelectionCost
  var routes: Routes
  private var planner: WalkPricer
  var random: Generator
  private let evaluator: Evaluator
  private var current: Cost = .max
  private var runBest: Cost = .max
  private var sinceGain = 0
  private var runWork = 0
  private var isStarted = false
  private var followed: [Int32] = []

  /// Work without gain after which a run ends, and over which the threshold falls.
  private static let patience = 2_000_000

  /// Work after which a run that has found no plan at all ends.
  private var eagerness: Int { 20_000 + 40 * problem.demands.entryMarket.count }

  init(_ problem: PresolvedInstance, seed: UInt64, lane: Int) {
    self.problem = problem
    plainProblem = problem
    ledger = SelectionCost(problem)
    routes = Routes(problem)
    planner = WalkPricer(problem)
    random = Generator(seed: seed, lane: lane)
    evaluator = Evaluator(problem.instance)
  }

  private var work: Int { ledger.work &+ routeWork }
  private var routeWork = 0

  /// Goes on for about `amount` units of work (looks at an entry or a leg), or until `shouldStop`.
  mutating func run(work amount: Int, shouldStop: () -> Bool) {
    let end = work &+ amount
    repeat {
      if !isStarted { start() } else { step() }
    } while work < end && !shouldStop()
  }

  /// Goes on until there is a first solution, for about `amount` units of work at most, or until `shouldStop`.
  mutating func runToFirst(work amount: Int, shouldStop: () -> Bool = { false }) {
    let end = work &+ amount
    while best == nil && work < end && !shouldStop() {
      if !isStarted { start() } else { step() }
    }
  }

  /// Takes over a better solution from another lane; the next return to the best starts from it.
  mutating func adopt(_ solution: Solution) {
    guard solution.precedes(best) else { return }
    best = solution
    bestCost = solution.cost.total
  }

  /// Starts a run from a tour of the relaxation (place `i + 1` is market `i`), unless it was followed before.
  mutating func follow(_ places: [Int32]) {
    guard places != followed else { return }
    followed = places
    clear()
    var seen: Set<Int32> = []
    let route = places.map { $0 - 1 }.filter { $0 >= 0 && seen.insert($0).inserted }
    for market in route { ledger.toggle(Int(market)) }
    routes.setRoute(0, route)
    isStarted = true
    // As it is, before what does not pay is dropped.
    _ = assess()
    recreate(noise: 0)
    finishStart()
  }

  // MARK: Runs

  private mutating func start() {
    isStarted = true
    clear()
    recreate(noise: restarts == 0 ? 0 : 0.3)
    if polishChoices() { recreate(noise: 0) }
    finishStart()
  }

  private mutating func restart() {
    restarts += 1
    clear()
    turnStrain()
    if restarts % 4 == 0, let best {
      for slot in problem.choices.slots { ledger.choose(slot, Int(best.selection[slot])) }
      for (buyer, walk) in best.walks.enumerated() {
        var route: [Int32] = []
        for visit in walk.visits where visit.pickUps.isEmpty { route.append(visit.market) }
        for market in route { ledger.toggle(Int(market)) }
        routes.setRoute(buyer, route)
      }
    } else {
      for _ in 0..<min(4, problem.choices.slots.count) { switchChoice() }
      if restarts % 2 == 1 { scatter() }
      recreate(noise: 0.3)
    }
    finishStart()
  }

  /// Visits a few markets at random, so that construction sets out from where greed alone never comes.
  private mutating func scatter() {
    let markets = problem.instance.marketCount
    guard markets > 0 else { return }
    for _ in 0..<random.below(max(2, markets / 3)) {
      let market = random.below(markets)
      if routes.owner[market] < 0 && isUseful(market) { insert(market) }
    }
  }

  /// Without any plan the next strain is tried; with one, runs under the strain that brought it and plain runs alternate.
  private mutating func turnStrain() {
    let before = problem
    if best == nil {
      strain = strain.next(problem.instance)
      problem = strain == .none ? plainProblem : PresolvedInstance(problem.instance, strain: strain)
    } else if strain != .none {
      problem = problem === plainProblem ? PresolvedInstance(problem.instance, strain: strain) : plainProblem
    }
    guard problem !== before else { return }
    routeWork &+= ledger.work
    ledger = SelectionCost(problem)
    routes = Routes(problem)
    planner = WalkPricer(problem)
  }

  private mutating func clear() {
    for buyer in 0..<routes.buyers {
      for market in routes.markets(of: buyer) {
        routes.remove(Int(market))
        ledger.toggle(Int(market))
      }
    }
  }

  private mutating func finishStart() {
    for buyer in 0..<routes.buyers { moves += routes.shorten(buyer) }
    current = assess()
    runBest = current
    sinceGain = work
    runWork = work
  }

  private mutating func step() {
    if work &- sinceGain > (best == nil ? eagerness : Self.patience) {
      restart()
      return
    }
    ledger.begin()
    routes.save()
    if problem.isTimed && random.below(4) == 0 {
      relocate()
    } else {
      if !problem.choices.slots.isEmpty && random.below(3) == 0 { switchChoice() }
      ruin()
      recreate(noise: 0.05)
      if polishChoices() { recreate(noise: 0) }
      for buyer in 0..<routes.buyers { moves += routes.shorten(buyer) }
    }
    routeWork &+= 16 &* routes.marketCount &+ 64
    moves += 1
    let cost = assess()
    let age = Double(work &- sinceGain) / Double(Self.patience)
    let threshold = Cost(Double(abs(current - problem.goodsFloor) / 48) * max(0, 1 - age) * random.unit())
    if cost < current &+ threshold {
      ledger.commit()
      current = cost
      if cost < runBest {
        runBest = cost
        sinceGain = work
      }
    } else {
      ledger.rollBack()
      routes.restore()
    }
    #if CHECK_INVARIANTS
      if moves % Self.invariantInterval == 0 { checkInvariants() }
    #endif
  }

  /// Cost of the state, penalties included; keeps it when it is the best solution so far.
  private mutating func assess() -> Cost {
    ledger.refresh()
    if problem.isTimed || problem.instance.cashLimit < .max || problem.hasLoadLimit {
      let price = planner.price(&ledger, routes)
      routeWork &+= 4 &* planner.takeWork()
      let isCovered = ledger.isCovered()
      if price.excess == 0 && isCovered && price.cost.total <= bestCost { offer(planner.solution(price)) }
      let uncovered = isCovered ? 0 : ledger.total
      return price.cost.total &+ price.excess &+ uncovered
    }
    let cost = ledger.total + problem.demands.constant + routes.legCost()
    if cost < bestCost && ledger.isCovered() {
      let price = planner.price(&ledger, routes)
      offer(planner.solution(price))
    }
    return cost
  }

  /// Only what the plain evaluator accepts becomes the best.
  private mutating func offer(_ solution: Solution?) {
    guard var solution, let cost = try? evaluator.cost(of: solution) else { return }
    solution.cost = cost
    if solution.precedes(best) {
      best = solution
      bestCost = cost.total
    }
  }

  /// Moves one or two stops to any place of any walk: the clock may like what legs alone do not.
  private mutating func relocate() {
    for _ in 0..<(1 + random.below(2)) where routes.marketCount > 0 {
      let market = randomVisited()
      routes.remove(market)
      let buyer = random.below(routes.buyers)
      routes.insert(market, buyer: buyer, after: random.below(routes.counts[buyer] + 1))
    }
  }

  // MARK: Ruin

  private enum Ruin: CaseIterable { case scattered, consecutive, cluster, intrusion }

  private mutating func ruin() {
    let count = routes.marketCount
    guard count > 0 else { return }
    let amount = 1 + random.below(min(16, count))
    switch Ruin.allCases[random.below(Ruin.allCases.count)] {
    case .scattered:
      for _ in 0..<amount { drop(randomVisited()) }
    case .consecutive:
      let market = randomVisited()
      let buyer = Int(routes.owner[market])
      let route = routes.markets(of: buyer)
      let start = route.firstIndex(of: Int32(market)) ?? 0
      for index in 0..<min(amount, route.count) { drop(Int(route[(start + index) % route.count])) }
    case .cluster:
      let centre = randomVisited()
      var near: [(leg: Int32, market: Int32)] = []
      for buyer in 0..<routes.buyers {
        for market in routes.markets(of: buyer) {
          near.append((problem.legs[centre * problem.instance.placeCount + Int(market)], market))
        }
      }
      near.sort { ($0.leg, $0.market) < ($1.leg, $1.market) }
      for index in 0..<min(amount, near.count) { drop(Int(near[index].market)) }
    case .intrusion:
      // A market that does not pay alone may pay once others leave.
      for _ in 0..<(1 + random.below(2)) {
        let market = random.below(problem.instance.marketCount)
        if routes.owner[market] < 0 && isUseful(market) { insert(market) }
      }
      for _ in 0..<min(2, routes.marketCount) where random.below(2) == 0 { drop(randomVisited()) }
    }
  }

  private func isUseful(_ market: Int) -> Bool {
    problem.demands.marketStart[market] < problem.demands.marketStart[market + 1]
  }

  private mutating func randomVisited() -> Int {
    var index = random.below(routes.marketCount)
    var buyer = 0
    while index >= routes.counts[buyer] {
      index -= routes.counts[buyer]
      buyer += 1
    }
    return routes.place(buyer, index + 1)
  }

  private mutating func drop(_ market: Int) {
    guard routes.owner[market] >= 0 else { return }
    routes.remove(market)
    ledger.toggle(market)
  }

  private mutating func insert(_ market: Int) {
    var spot = routes.insertion(of: market)
    if routes.buyers > 1 && random.below(8) == 0 {
      let buyer = random.below(routes.buyers)
      spot = (buyer, random.below(routes.counts[buyer] + 1))
    }
    routes.insert(market, buyer: spot.buyer, after: spot.position)
    ledger.toggle(market)
  }

  // MARK: Recreate

  /// Adds the market with the best net gain while there is one, then drops what costs more than it saves, and repeats.
  private mutating func recreate(noise: Double) {
    var rounds = 0
    repeat {
      while let market = bestAddition(noise: noise) { insert(market) }
      rounds += 1
    } while dropWorst() && rounds < 400
  }

  private mutating func bestAddition(noise: Double) -> Int? {
    ledger.refresh()
    var best = -1
    var bestNet: Cost = 0
    routeWork &+= problem.instance.marketCount / 8
    let searched = routes.insertionSearches
    defer { routeWork &+= (routes.insertionSearches - searched) * (routes.marketCount + 1) }
    let passes = problem.allowsPassing && routes.marketCount > 0
    for market in 0..<problem.instance.marketCount where routes.owner[market] < 0 {
      let worth = ledger.worth[market] - problem.visitCost[market]
      guard worth > bestNet || passes && worth == 0 && routes.insertionCost(of: market) < 0 else { continue }
      var net = worth - routes.insertionCost(of: market)
      if noise > 0 && net > 0 { net = max(1, Cost(Double(net) * (1 - noise * random.unit()))) }
      if net > bestNet { (best, bestNet) = (market, net) }
    }
    return best < 0 ? nil : best
  }

  private mutating func dropWorst() -> Bool {
    ledger.refresh()
    var best = -1
    var bestNet: Cost = 0
    for buyer in 0..<routes.buyers where routes.counts[buyer] > 0 {
      for position in 1...routes.counts[buyer] {
        let market = routes.place(buyer, position)
        let net = routes.removalGain(buyer, position) + problem.visitCost[market] - ledger.worth[market]
        if net > bestNet { (best, bestNet) = (market, net) }
      }
    }
    guard best >= 0 else { return false }
    drop(best)
    return true
  }
}
