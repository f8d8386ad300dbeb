/// Lets two buyers share a market: what one buys there is handed, line by line, to another who comes by.
///
/// The search gives each market to one buyer. That is hardly ever dearer, and sometimes it is: a stall's lines may be too
/// many for one buyer's day or too heavy for one buyer's arms. So whole plans are looked at once more here.
struct HandOver: ~Copyable {
  typealias Cost = Instance.Cost

  private let instance: Instance
  private let productOfOffer: [Int32]
  private var timetable = Timetable()
  /// Walks tried: a part of the search's measure of work.
  private(set) var work = 0

  init(_ problem: PresolvedInstance) {
    instance = problem.instance
    productOfOffer = problem.demands.productOfOffer
  }

  mutating func takeWork() -> Int {
    defer { work = 0 }
    return work + timetable.takeWork()
  }

  /// A walk as stops, each with the offers bought there.
  private struct Plan {
    var stops: [Timetable.Stop]
    var offers: [[Int32]]
    /// Offers fetched at a stop.
    var pickUps: [[Int32]]
    var load: Int64
    /// Time and fares, with what an overload costs in the search's eyes; nil where no clock fits.
    var cost: Cost?
  }

  /// The plan with lines handed over as long as that makes it cheaper, or a load lighter that is too heavy; nil where
  /// nothing is gained.
  ///
  /// Complexity: O(buyers² × lines × stops²) a hand-over.
  mutating func improved(_ solution: Solution) -> Solution? {
    let quantities = Dictionary(uniqueKeysWithValues: solution.purchases.map { ($0.offer, Int64($0.quantity)) })
    let ordering = solution.orders.reduce(0) {
      $0 + instance.orderSeconds(at: Int($1.market), lines: $1.offers.count)
    }
    var plans: [Plan] = []
    for buyer in solution.walks.indices {
      plans.append(plan(of: solution.walks[buyer]))
      weigh(&plans[buyer], buyer, ordering, quantities)
      if plans[buyer].cost == nil { return nil }
    }
    var isImproved = false
    while let (giver, taker, giving, taking) = best(plans, ordering, quantities) {
      plans[giver] = giving
      plans[taker] = taking
      isImproved = true
    }
    return isImproved ? written(plans, solution, ordering) : nil
  }

  /// The hand-over that saves most; nil where none saves anything.
  private mutating func best(
    _ plans: [Plan], _ ordering: Int, _ quantities: [Int32: Int64]
  ) -> (giver: Int, taker: Int, giving: Plan, taking: Plan)? {
    var best: (giver: Int, taker: Int, giving: Plan, taking: Plan)?
    var bestGain: Cost = 0
    for giver in plans.indices {
      for stop in plans[giver].stops.indices where plans[giver].offers[stop].count > 1 {
        let fetched = plans[giver].pickUps.flatMap(\.self)
        for line in lines(plans[giver].offers[stop]) where !line.contains(where: { fetched.contains($0) }) {
          var giving = plans[giver]
          giving.offers[stop].removeAll { line.contains($0) }
          weigh(&giving, giver, ordering, quantities)
          guard let left = giving.cost, let before = plans[giver].cost else { continue }
          for taker in plans.indices where taker != giver {
            guard let own = plans[taker].cost else { continue }
            for var taking in takings(plans[taker], line) {
              weigh(&taking, taker, ordering, quantities)
              guard let cost = taking.cost, before + own - left - cost > bestGain else { continue }
              bestGain = before + own - left - cost
              best = (giver, taker, giving, taking)
            }
          }
        }
      }
    }
    return best
  }

  /// The offers of each product, which one buyer buys at one visit; none where that is all of them.
  private func lines(_ offers: [Int32]) -> [[Int32]] {
    let products = Dictionary(grouping: offers) { productOfOffer[Int($0)] }
    return products.count < 2 ? [] : products.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The ways to buy a line on a walk: at a stop at its market, or at a new stop anywhere.
  private func takings(_ plan: Plan, _ line: [Int32]) -> [Plan] {
    let market = line.first.map { instance.offers[Int($0)].market } ?? 0
    if let stop = plan.stops.indices.first(where: { plan.stops[$0].market == Int(market) && plan.pickUps[$0].isEmpty })
    {
      var taking = plan
      taking.offers[stop] = (taking.offers[stop] + line).sorted()
      return [taking]
    }
    return (0...plan.stops.count).map { position in
      var taking = plan
      for index in taking.stops.indices where taking.stops[index].orderedAt >= position {
        taking.stops[index].orderedAt += 1
      }
      taking.stops.insert(.init(market: Int(market), service: 0, wait: 0), at: position)
      taking.offers.insert(line, at: position)
      taking.pickUps.insert([], at: position)
      return taking
    }
  }

  private func plan(of walk: Solution.Walk) -> Plan {
    var plan = Plan(stops: [], offers: walk.visits.map(\.offers), pickUps: walk.visits.map(\.pickUps), load: 0)
    for visit in walk.visits {
      let ordered = visit.pickUps.first.flatMap { offer in walk.visits.firstIndex { $0.offers.contains(offer) } }
      plan.stops.append(.init(market: Int(visit.market), service: 0, wait: 0, orderedAt: ordered ?? -1))
    }
    return plan
  }

  /// Sets the stops' times from the offers, and load and cost of the walk.
  private mutating func weigh(_ plan: inout Plan, _ buyer: Int, _ before: Int, _ quantities: [Int32: Int64]) {
    let ordering = buyer == instance.orderer ? before : 0
    plan.load = 0
    plan.cost = nil
    work += plan.stops.count
    var fares: Cost = 0
    var place = instance.startPlace(of: buyer)
    for index in plan.stops.indices {
      let market = plan.stops[index].market
      plan.stops[index].service =
        Int(instance.setupSeconds[market]) + plan.offers[index].count * Int(instance.lineSeconds[market])
      plan.stops[index].ready = ready(plan.pickUps[index])
      let fetched = plan.pickUps.flatMap(\.self)
      plan.stops[index].wait = ready(plan.offers[index].filter { !fetched.contains($0) })
      for offer in plan.offers[index] {
        plan.load += quantities[offer, default: 0] * instance.productMass[Int(productOfOffer[Int(offer)])]
      }
      fares += instance.fare(from: place, to: market) + instance.visitCost[market]
      place = market
    }
    let excess = max(0, plan.load - instance.buyers[buyer].loadLimit)
    // A load too heavy outweighs any time: lines are handed over until it is not.
    let overload = excess.multipliedSaturating(by: 1 << 24)
    if plan.stops.isEmpty {
      plan.cost = instance.timeCost(of: buyer, seconds: ordering)
      return
    }
    fares += instance.fare(from: place, to: instance.endPlace(of: buyer))
    guard timetable.plan(plan.stops, buyer: buyer, ordering: ordering, in: instance) else { return }
    let seconds = ordering + timetable.returns - timetable.departs
    plan.cost = min(.max / 8, fares + instance.timeCost(of: buyer, seconds: seconds) + overload)
  }

  /// Seconds until the last of the goods are there.
  private func ready(_ offers: [Int32]) -> Int {
    var most: Int32 = 0
    for offer in offers { most = max(most, instance.offers[Int(offer)].readySeconds) }
    return Int(most)
  }

  /// The plans as a solution, whose cost is still the old one.
  private mutating func written(_ plans: [Plan], _ solution: Solution, _ ordering: Int) -> Solution? {
    var solution = solution
    for (buyer, plan) in plans.enumerated() {
      if plan.stops.isEmpty {
        solution.walks[buyer] = .none
        continue
      }
      let before = buyer == instance.orderer ? ordering : 0
      guard timetable.plan(plan.stops, buyer: buyer, ordering: before, in: instance) else { return nil }
      let visits = plan.stops.indices.map { index in
        Solution.Visit(
          market: Int32(plan.stops[index].market), arrives: Int32(timetable.arrives[index]),
          begins: Int32(timetable.begins[index]), leaves: Int32(timetable.leaves[index]), offers: plan.offers[index],
          pickUps: plan.pickUps[index])
      }
      solution.walks[buyer] = .init(
        departs: Int32(timetable.departs), returns: Int32(timetable.returns), visits: visits)
    }
    return solution
  }
}
