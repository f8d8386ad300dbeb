/// Turns visited markets and their order into a full plan with its exact cost.
struct WalkPricer: ~Copyable {
  typealias Cost = Instance.Cost

  /// What a plan costs, and by how much it breaks time, load and budget; a solution only where `excess` is 0.
  struct Price {
    var cost: CostBreakdown
    var excess: Cost
  }

  let problem: PresolvedInstance
  private(set) var purchases: [Solution.Purchase] = []
  private(set) var selection: [Int32] = []
  private var offersAt: [[Int32]]
  private var stops: [[Timetable.Stop]]
  /// Remote markets that something is ordered from, and the seconds that it takes.
  private var ordered: [Int32] = []
  private var ordering = 0
  private var trial: [Timetable.Stop] = []
  private var timetable = Timetable()
  private var knapsack: OrderKnapsack
  /// Whether what was priced last is more than buyers carry, or than the cash allows.
  private var isOverLimits = false
  /// Orders of a day among whose goods purchases are chosen anew within limits.
  private static let mostOrders = 4
  /// Goods of each order of `ordered`.
  private var orderGoods: [Cost] = []

  /// Stops that clocks were tried on since the last call, and ways to place orders: the planner's part in the search's measure
  /// of work.
  mutating func takeWork() -> Int { timetable.takeWork() + knapsack.takeWork() / 8 }

  init(_ problem: PresolvedInstance) {
    self.problem = problem
    offersAt = .init(repeating: [], count: problem.instance.marketCount)
    stops = .init(repeating: [], count: problem.instance.buyerCount)
    knapsack = OrderKnapsack(problem)
  }

  /// Prices the state exactly. Complexity: O(demands × reach + stops²) and the covers of general demands.
  ///
  /// - Parameter cutoff: what orders consist of is chosen anew, by their markets' terms, where that may bring the cost below it.
  mutating func price(_ ledger: inout SelectionCost, _ routes: borrowing Routes, below cutoff: Cost = .max) -> Price {
    (selection, purchases) = ledger.purchases()
    var best = priced(routes)
    var kept = (selection, purchases)
    var last = best
    func consider(_ price: Price) {
      // What an order lacks costs less in the search's eyes than to fill it up; and what is chosen may weigh too much.
      let isBetter =
        (price.excess == 0) == (best.excess == 0)
        ? price.cost.total + price.excess <= best.cost.total + best.excess : price.excess == 0
      last = price
      if isBetter { (best, kept) = (price, (selection, purchases)) }
    }
    if problem.instance.hasOrderTerms, chooseOrders(best, below: cutoff) { consider(priced(routes)) }
    if isOverLimits, last.cost.total < cutoff, chooseWithinLimits(last, routes) { consider(priced(routes)) }
    if (selection, purchases) == kept { return best }
    (selection, purchases) = kept
    return priced(routes)
  }

  /// Chooses purchases anew, from all that the walks come to and the orders, where what was priced last is more than buyers carry or than
  /// the cash allows; whether anything changed.
  private mutating func chooseWithinLimits(_ price: Price, _ routes: borrowing Routes) -> Bool {
    let instance = problem.instance
    var isVisited = [Bool](repeating: false, count: instance.marketCount)
    var loads: Cost = 0
    for buyer in 0..<routes.buyers {
      for market in routes.markets(of: buyer) { isVisited[Int(market)] = true }
      if !routes.markets(of: buyer).isEmpty {
        let (sum, isBeyond) = loads.addingReportingOverflow(instance.buyers[buyer].loadLimit)
        loads = isBeyond ? .max : sum
      }
    }
    var orders: [Int] = []
    if problem.hasRemote {
      for market in routes.markets(of: routes.desk).map({ Int($0) }).sorted() {
        isVisited[market] = true
        orders.append(market)
      }
    }
    guard orders.count <= Self.mostOrders else { return false }
    var limits = OrderKnapsack.Limits(load: loads)
    if instance.cashLimit < .max {
      let deliveries = ordered.indices.reduce(0) {
        $0 + instance.deliveryCharge(at: Int(ordered[$1]), goods: orderGoods[$1])
      }
      limits.cash = max(0, instance.cashLimit - (price.cost.fares - deliveries))
    }
    let before = (selection, purchases)
    knapsack.improve(&purchases, &selection, orders: orders, isVisited: isVisited, limits: limits)
    return purchases != before.1 || selection != before.0
  }

  /// Chooses purchases anew where an order has too little for its market, or for a free delivery, or where they rest on prices that the
  /// search made up; whether anything changed.
  private mutating func chooseOrders(_ price: Price, below cutoff: Cost) -> Bool {
    let instance = problem.instance
    let wanting = ordered.indices.filter { orderGoods[$0] < instance.enoughGoods(at: Int(ordered[$0])) }
    // What the choice may save: deliveries, and about what pieces beyond the needs cost that lower prices invite to.
    let saved =
      wanting.reduce(0) { $0 + instance.visitCost[Int(ordered[$1])] } + (problem.isStrained ? price.cost.goods / 4 : 0)
    guard problem.isStrained && !ordered.isEmpty || !wanting.isEmpty, price.cost.total - saved < cutoff else {
      return false
    }
    let before = (selection, purchases)
    let orders = ordered.map { Int($0) }.filter { instance.orderTerms[$0] != .none }
    knapsack.improve(&purchases, &selection, orders: orders, isVisited: offersAt.map { !$0.isEmpty })
    return purchases != before.1 || selection != before.0
  }

  /// The price of `selection` and `purchases`.
  private mutating func priced(_ routes: borrowing Routes) -> Price {
    let instance = problem.instance
    var price = Price(cost: CostBreakdown(), excess: 0)
    for market in offersAt.indices where !offersAt[market].isEmpty { offersAt[market].removeAll(keepingCapacity: true) }
    for purchase in purchases {
      let offer = Int(purchase.offer)
      offersAt[Int(instance.offers[offer].market)].append(purchase.offer)
      price.cost.goods += instance.amount(of: offer, quantity: Int(purchase.quantity))
      price.cost.risk += instance.risk(of: offer, quantity: Int(purchase.quantity))
    }
    for slot in 0..<instance.slotCount {
      price.cost.options += instance.options[instance.optionRange(of: slot).lowerBound + Int(selection[slot])].cost
    }
    order(routes, &price)
    for buyer in 0..<routes.buyers { add(routes.markets(of: buyer), buyer: buyer, to: &price) }
    let overload = (0..<routes.buyers).reduce(0) { $0 + self.overload(of: $1) }
    price.excess += overload
    let cash = price.cost.goods + price.cost.fares
    if cash > instance.cashLimit { price.excess += 4 * (cash - instance.cashLimit) }
    isOverLimits = overload > 0 || cash > instance.cashLimit
    return price
  }

  /// The plan last priced, as a solution.
  mutating func solution(_ price: Price) -> Solution? {
    let instance = problem.instance
    var walks: [Solution.Walk] = []
    for buyer in stops.indices {
      if stops[buyer].isEmpty {
        walks.append(.none)
        continue
      }
      guard timetable.plan(stops[buyer], buyer: buyer, ordering: ordering(of: buyer), in: instance) else { return nil }
      var visits: [Solution.Visit] = []
      for (index, stop) in stops[buyer].enumerated() {
        let isPickUp = stop.orderedAt >= 0
        visits.append(
          .init(
            market: Int32(stop.market), arrives: Int32(timetable.arrives[index]),
            begins: Int32(timetable.begins[index]),
            leaves: Int32(timetable.leaves[index]), offers: isPickUp ? [] : offersAt[stop.market],
            pickUps: isPickUp ? offersAt[stop.market].filter { instance.offers[Int($0)].readySeconds > 0 } : []))
      }
      walks.append(.init(departs: Int32(timetable.departs), returns: Int32(timetable.returns), visits: visits))
    }
    let orders = ordered.map { Solution.Order(market: $0, offers: offersAt[Int($0)]) }
    return Solution(selection: selection, purchases: purchases, orders: orders, walks: walks, cost: price.cost)
  }

  /// Places the orders from remote markets.
  private mutating func order(_ routes: borrowing Routes, _ price: inout Price) {
    ordering = 0
    ordered.removeAll(keepingCapacity: true)
    orderGoods.removeAll(keepingCapacity: true)
    guard problem.hasRemote else { return }
    for market in routes.markets(of: routes.desk) where !offersAt[Int(market)].isEmpty { ordered.append(market) }
    ordered.sort()
    let instance = problem.instance
    for market in ordered.map(Int.init) {
      ordering += instance.orderSeconds(at: market, lines: offersAt[market].count)
      let goods = instance.orderTerms[market] == .none ? 0 : knapsack.goods(purchases, at: market)
      orderGoods.append(goods)
      price.cost.fares += instance.deliveryCharge(at: market, goods: goods)
      // To fill an order up costs about what it lacks.
      price.excess += max(0, instance.orderTerms[market].minimum - goods)
    }
  }

  /// Seconds that `buyer` orders before leaving.
  private func ordering(of buyer: Int) -> Int { buyer == problem.orderer ? ordering : 0 }

  private mutating func add(_ markets: [Int32], buyer: Int, to price: inout Price) {
    let instance = problem.instance
    stops[buyer].removeAll(keepingCapacity: true)
    let (end, ordering) = (instance.endPlace(of: buyer), ordering(of: buyer))
    var place = instance.startPlace(of: buyer)
    for (index, market) in markets.map(Int.init).enumerated() {
      if offersAt[market].isEmpty {
        let next = index + 1 < markets.count ? Int(markets[index + 1]) : end
        guard problem.allowsPassing && isShorter(through: market, from: place, to: next) else { continue }
      }
      let ready = offersAt[market].map { Int(instance.offers[Int($0)].readySeconds) }.max() ?? 0
      let service = Int(instance.setupSeconds[market]) + offersAt[market].count * Int(instance.lineSeconds[market])
      stops[buyer].append(.init(market: market, service: service, wait: ready))
      price.cost.fares += instance.fare(from: place, to: market) + instance.visitCost[market]
      place = market
    }
    guard !stops[buyer].isEmpty else {
      if ordering > 0 { price.cost.time += instance.timeCost(of: buyer, seconds: ordering) }
      let late = Int(instance.buyers[buyer].earliest) + ordering - Int(instance.buyers[buyer].latest)
      if late > 0 { price.excess += self.price(late: late) }
      return
    }
    price.cost.fares += instance.fare(from: place, to: end)
    guard timetable.plan(stops[buyer], buyer: buyer, ordering: ordering, in: instance) else {
      price.excess += lateness(of: buyer)
      return
    }
    if pickUpLater(buyer, fares: &price.cost.fares) {
      _ = timetable.plan(stops[buyer], buyer: buyer, ordering: ordering, in: instance)
    }
    price.cost.time += instance.timeCost(of: buyer, seconds: ordering + timetable.returns - timetable.departs)
  }

  /// Whether going from place to place through `market` costs less than going straight.
  private func isShorter(through market: Int, from origin: Int, to place: Int) -> Bool {
    let instance = problem.instance
    return instance.fare(from: origin, to: market) + instance.fare(from: market, to: place)
      < instance.fare(from: origin, to: place)
  }

  /// Where waiting for a runner costs more than coming back, comes back; whether any stop was changed.
  ///
  /// Returns are tried from the departure last planned. Complexity: O(runners × stops²).
  private mutating func pickUpLater(_ buyer: Int, fares: inout Cost) -> Bool {
    let instance = problem.instance
    var isChanged = false
    var index = 0
    while index < stops[buyer].count {
      defer { index += 1 }
      let ordered = stops[buyer][index]
      guard ordered.wait > 0, index + 2 <= stops[buyer].count else { continue }
      let departs = timetable.departs
      var best = fare(of: stops[buyer], buyer) + instance.timeCost(of: buyer, seconds: timetable.returns - departs)
      var bestPosition = -1
      for position in (index + 2)...stops[buyer].count {
        // A return that takes longer than the wait saves no time.
        guard detour(to: ordered.market, before: position, buyer) < ordered.wait else { continue }
        setTrial(stops[buyer], returning: index, at: position)
        guard let finish = timetable.finish(trial, from: departs, buyer: buyer, in: instance) else { continue }
        let cost = fare(of: trial, buyer) + instance.timeCost(of: buyer, seconds: finish - departs)
        if cost < best { (best, bestPosition) = (cost, position) }
      }
      if bestPosition >= 0 {
        setTrial(stops[buyer], returning: index, at: bestPosition)
        fares += fare(of: trial, buyer) - fare(of: stops[buyer], buyer)
        swap(&stops[buyer], &trial)
        isChanged = true
      }
      _ = timetable.finish(stops[buyer], from: departs, buyer: buyer, in: instance)
    }
    return isChanged
  }

  /// Seconds that coming to `market` between the stop at `position` and the one before it takes, service included.
  private func detour(to market: Int, before position: Int, _ buyer: Int) -> Int {
    let instance = problem.instance
    let previous = stops[buyer][position - 1].market
    let next = position < stops[buyer].count ? stops[buyer][position].market : instance.endPlace(of: buyer)
    return instance.seconds(from: previous, to: market) + instance.seconds(from: market, to: next)
      - instance.seconds(from: previous, to: next) + Int(instance.setupSeconds[market])
  }

  /// Makes `trial` from `stops` with the goods ordered at `index` fetched by a stop at `position`.
  private mutating func setTrial(_ stops: [Timetable.Stop], returning index: Int, at position: Int) {
    let ordered = stops[index]
    trial.removeAll(keepingCapacity: true)
    for stop in stops {
      if trial.count == position { appendReturn(of: ordered, index) }
      trial.append(stop)
      if stop.orderedAt >= position { trial[trial.count - 1].orderedAt += 1 }
    }
    if trial.count == position { appendReturn(of: ordered, index) }
    trial[index].wait = 0
  }

  private mutating func appendReturn(of ordered: Timetable.Stop, _ index: Int) {
    let service = Int(problem.instance.setupSeconds[ordered.market])
    trial.append(
      .init(market: ordered.market, service: service, wait: 0, orderedAt: index, ready: ordered.wait))
  }

  private func fare(of stops: [Timetable.Stop], _ buyer: Int) -> Cost {
    let instance = problem.instance
    var place = instance.startPlace(of: buyer)
    var sum: Cost = 0
    for stop in stops {
      sum += instance.fare(from: place, to: stop.market) + instance.visitCost[stop.market]
      place = stop.market
    }
    return sum + instance.fare(from: place, to: instance.endPlace(of: buyer))
  }

  /// Price of the seconds by which the walk comes too late, leaving as early as it may.
  private func lateness(of buyer: Int) -> Cost {
    let instance = problem.instance
    var clock = Int(instance.buyers[buyer].earliest) + ordering(of: buyer)
    var place = instance.startPlace(of: buyer)
    var late = 0
    for stop in stops[buyer] {
      clock += instance.seconds(from: place, to: stop.market)
      var begin: Int?
      var close = clock
      for index in instance.windowRange(of: stop.market) {
        close = Int(instance.windows[index].close)
        let candidate = max(clock, Int(instance.windows[index].open))
        if candidate + stop.service + stop.wait <= close {
          begin = candidate
          break
        }
      }
      clock = (begin ?? clock) + stop.service + stop.wait
      if begin == nil { late += max(1, clock - close) }
      place = stop.market
    }
    clock += instance.seconds(from: place, to: instance.endPlace(of: buyer))
    late += max(0, clock - Int(instance.buyers[buyer].latest))
    return price(late: max(1, late))
  }

  private func price(late seconds: Int) -> Cost {
    Cost(seconds) * (20 * problem.referenceRate / 3600 + 1) + problem.legUnit
  }

  private func overload(of buyer: Int) -> Cost {
    let limit = problem.instance.buyers[buyer].loadLimit
    guard limit < .max else { return 0 }
    var load: Int64 = 0
    for stop in stops[buyer] where stop.orderedAt < 0 {
      for purchase in purchases where Int(problem.instance.offers[Int(purchase.offer)].market) == stop.market {
        let product = Int(problem.demands.productOfOffer[Int(purchase.offer)])
        load += Int64(purchase.quantity) * problem.instance.productMass[product]
      }
    }
    guard load > limit else { return 0 }
    return problem.penalty / 4 + problem.penalty * Cost(1000 * Double(load - limit) / Double(limit + 1)) / 1000
  }
}
