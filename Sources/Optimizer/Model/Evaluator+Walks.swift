extension Evaluator {
  func checkWalks(_ solution: Solution, cost: inout CostBreakdown) throws(Violation) {
    guard solution.walks.count == instance.buyerCount else { throw .walkCount }
    var quantity: [Int: Int] = [:]
    for purchase in solution.purchases { quantity[Int(purchase.offer)] = Int(purchase.quantity) }
    var carried: Set<Int> = []
    let ordering = try checkOrders(solution.orders, quantity: quantity, carried: &carried, cost: &cost)
    for buyer in solution.walks.indices {
      let walk = solution.walks[buyer]
      let terms = instance.buyers[buyer]
      // Orders are placed before the walk.
      let ordering = buyer == instance.orderer ? ordering : 0
      let ordered = Int(terms.earliest) + ordering
      if walk.visits.isEmpty {
        guard walk.departs == 0 && walk.returns == 0 && ordered <= Int(terms.latest) else {
          throw .horizon(buyer: buyer)
        }
        cost.time += instance.timeCost(of: buyer, seconds: ordering)
        continue
      }
      guard Int(walk.departs) >= ordered && walk.returns <= terms.latest else { throw .horizon(buyer: buyer) }
      cost.fares += try checkTimes(of: walk, buyer: buyer)
      cost.time += instance.timeCost(of: buyer, seconds: ordering + Int(walk.returns) - Int(walk.departs))
      try checkLoad(of: walk, buyer: buyer, quantity: quantity, carried: &carried)
    }
    try checkLines(of: solution.walks)
    for purchase in solution.purchases where !carried.contains(Int(purchase.offer)) {
      throw .offerNotVisited(offer: Int(purchase.offer))
    }
  }

  /// What is bought of a product at one market is bought at one visit.
  private func checkLines(of walks: [Solution.Walk]) throws(Violation) {
    var seen: Set<Int> = []
    for visit in walks.flatMap(\.visits) {
      for product in Set(visit.offers.map { instance.product(of: Int($0)) })
      where !seen.insert(product * instance.marketCount + Int(visit.market)).inserted {
        throw .lineAtTwoVisits(product: product, market: Int(visit.market))
      }
    }
  }

  /// Checks the orders from remote markets, and returns the seconds that they take.
  private func checkOrders(
    _ orders: [Solution.Order], quantity: [Int: Int], carried: inout Set<Int>, cost: inout CostBreakdown
  ) throws(Violation) -> Int {
    var last = -1
    var seconds = 0
    for order in orders {
      let market = Int(order.market)
      guard market > last, market < instance.marketCount, instance.isRemote[market], !order.offers.isEmpty else {
        throw .orders
      }
      last = market
      var goods: Instance.Cost = 0
      seconds += instance.orderSeconds(at: market, lines: order.offers.count)
      for offer in order.offers.map(Int.init) {
        guard offer >= 0 && offer < instance.offerCount && Int(instance.offers[offer].market) == market else {
          throw .offerNotAtMarket(offer: offer, market: market)
        }
        guard let pieces = quantity[offer] else { throw .offerNotBought(offer: offer) }
        guard carried.insert(offer).inserted else { throw .offerBoughtTwice(offer: offer) }
        goods += instance.amount(of: offer, quantity: pieces)
      }
      guard goods >= instance.orderTerms[market].minimum else {
        throw .belowOrderMinimum(market: market, goods: goods)
      }
      cost.fares += instance.deliveryCharge(at: market, goods: goods)
    }
    return seconds
  }

  /// Checks the walk's clock and returns its fares.
  private func checkTimes(of walk: Solution.Walk, buyer: Int) throws(Violation) -> Instance.Cost {
    var fares: Instance.Cost = 0
    var place = instance.startPlace(of: buyer)
    var clock = Int(walk.departs)
    var served: [Int: Int] = [:]
    for (index, visit) in walk.visits.enumerated() {
      let market = Int(visit.market)
      guard market >= 0 && market < instance.marketCount else { throw .times(buyer: buyer, visit: index) }
      guard !instance.isRemote[market] else { throw .remoteVisit(buyer: buyer, visit: index) }
      fares += instance.fare(from: place, to: market) + instance.visitCost[market]
      let service = Int(instance.setupSeconds[market]) + visit.offers.count * Int(instance.lineSeconds[market])
      let end = Int(visit.begins) + service
      guard Int(visit.arrives) == clock + instance.seconds(from: place, to: market),
        visit.arrives <= visit.begins, end <= Int(visit.leaves)
      else { throw .times(buyer: buyer, visit: index) }
      let isOpen = instance.windowRange(of: market).contains { window in
        instance.windows[window].open <= visit.begins && visit.leaves <= instance.windows[window].close
      }
      guard isOpen else { throw .closed(buyer: buyer, visit: index) }
      for offer in visit.offers.map(Int.init) {
        guard offer >= 0 && offer < instance.offerCount && Int(instance.offers[offer].market) == market else {
          throw .offerNotAtMarket(offer: offer, market: market)
        }
        served[offer] = end
      }
      for offer in visit.pickUps.map(Int.init) {
        guard offer >= 0 && offer < instance.offerCount && Int(instance.offers[offer].market) == market else {
          throw .offerNotAtMarket(offer: offer, market: market)
        }
        guard let ordered = served[offer], !visit.offers.contains(Int32(offer)) else {
          throw .pickUpWithoutOrder(offer: offer)
        }
        guard Int(visit.begins) >= ordered + Int(instance.offers[offer].readySeconds) else {
          throw .notReady(buyer: buyer, visit: index, offer: offer)
        }
      }
      place = market
      clock = Int(visit.leaves)
    }
    guard Int(walk.returns) == clock + instance.seconds(from: place, to: instance.endPlace(of: buyer)) else {
      throw .times(buyer: buyer, visit: walk.visits.count)
    }
    try checkWaits(of: walk, buyer: buyer)
    return fares + instance.fare(from: place, to: instance.endPlace(of: buyer))
  }

  /// A runner's goods that are picked up at no later visit must have been waited for.
  private func checkWaits(of walk: Solution.Walk, buyer: Int) throws(Violation) {
    for (index, visit) in walk.visits.enumerated() {
      let market = Int(visit.market)
      let service = Int(instance.setupSeconds[market]) + visit.offers.count * Int(instance.lineSeconds[market])
      for offer in visit.offers where instance.offers[Int(offer)].readySeconds > 0 {
        let isPickedUp = walk.visits[(index + 1)...].contains { $0.pickUps.contains(offer) }
        let ready = Int(visit.begins) + service + Int(instance.offers[Int(offer)].readySeconds)
        guard isPickedUp || Int(visit.leaves) >= ready else {
          throw .notReady(buyer: buyer, visit: index, offer: Int(offer))
        }
      }
    }
  }

  private func checkLoad(
    of walk: Solution.Walk, buyer: Int, quantity: [Int: Int], carried: inout Set<Int>
  ) throws(Violation) {
    var load: Int64 = 0
    for offer in walk.visits.flatMap(\.offers).map(Int.init) {
      guard let count = quantity[offer] else { throw .offerNotBought(offer: offer) }
      guard carried.insert(offer).inserted else { throw .offerBoughtTwice(offer: offer) }
      load += Int64(count) * instance.productMass[instance.product(of: offer)]
    }
    if load > instance.buyers[buyer].loadLimit { throw .overload(buyer: buyer) }
  }
}
