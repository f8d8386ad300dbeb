extension Relaxation {
  /// The travelling purchaser problem under a market day, never above its optimum; a TPPLIB instance is kept as it is.
  ///
  /// - Goods: each offer sells at the line of `UnitPrices`; the share of the line's service time is in it.
  /// - Slots: those without alternatives ask for their product's whole need; each slot with alternatives is one demand,
  ///   met in parts by the offers of any option, or for the option's cost alone at the depot (`SlotDemands`).
  /// - Runners: what fetching goods takes at a market at least is shared out among its offers that are fetched (`RunnerSeconds`).
  /// - Walking: travel and setup at the cheapest buyer's rate plus fares, the cheaper direction of each pair. All starts and
  ///   ends are one depot, as near to each market as the nearest of them.
  /// - Remote markets: a fixed charge. They stand where the depot is, so that no way leads to them. What they ask of orders is in
  ///   `OrderPlaces`: a place for each way to be charged.
  /// - Shortcuts: where a tour may come to a place twice (several buyers, goods that are fetched), shortcuts
  ///   are closed under the triangle inequality, so that skipping a place costs nothing.
  /// - Rounding: what rounding goods and risks half up could save is in the prices or taken off the constant; `grid` knows of
  ///   the buyers' time.
  ///
  /// Complexity: O(markets² + offers × breaks), and O(markets³) where shortcuts must be looked for.
  package init(_ instance: Instance) {
    let prices = UnitPrices(instance)
    var demands = DemandColumns(instance, prices)
    demands.addForced()
    demands.addChoices()
    let orders = OrderPlaces(instance, prices, demands)
    if orders.hasTerms {
      demands = DemandColumns(instance, prices, at: orders)
      demands.addForced()
      demands.addChoices()
    }
    let count = instance.marketCount + 1 + orders.free.count
    let visits =
      [0]
      + (1..<count).map { place in prices.timeCost(instance.setupSeconds[orders.market(place)]) + orders.charge[place] }
    var legs = Relaxation.legs(instance, prices, orders)
    let stops = Relaxation.shortcuts(instance)
    if !stops.isEmpty {
      var closure = MetricClosure(legs, count: count)
      // What fetching goods takes stands in the offers already: passing through is taken to cost that much less.
      let passing = visits.indices.map { place in
        place == 0 ? 0 : max(0, visits[place] - prices.fetchCost(at: orders.market(place)))
      }
      closure.close(&legs, over: stops, visits: passing)
    }
    self.init(
      placeCount: count, distance: legs, visitCost: visits, demand: demands.demand, offerStart: demands.offerStart,
      offers: demands.offers, constant: demands.constant, grid: CostGrid(instance))
  }

  /// Symmetric costs of legs between the depot (0) and the markets.
  private static func legs(_ instance: Instance, _ prices: UnitPrices, _ orders: OrderPlaces) -> [Int64] {
    let markets = instance.marketCount
    let places = instance.placeCount
    let count = markets + 1 + orders.free.count
    let starts = Set(instance.buyers.indices.map { instance.startPlace(of: $0) }).sorted()
    let ends = Set(instance.buyers.indices.map { instance.endPlace(of: $0) }).sorted()
    func cost(_ from: Int, _ to: Int) -> Int64 {
      let leg = from * places + to
      let fare = instance.travelCost.isEmpty ? 0 : Int64(instance.travelCost[leg])
      return prices.units(fare) + prices.timeCost(instance.travelSeconds[leg])
    }
    var legs = [Int64](repeating: 0, count: count * count)
    for i in 0..<markets where !instance.isRemote[i] {
      let out = starts.map { cost($0, i) }.min() ?? 0
      legs[i + 1] = min(out, ends.map { cost(i, $0) }.min() ?? 0)
      legs[(i + 1) * count] = legs[i + 1]
      for j in (i + 1)..<max(markets, i + 1) where !instance.isRemote[j] {
        let leg = min(cost(i, j), cost(j, i))
        legs[(i + 1) * count + j + 1] = leg
        legs[(j + 1) * count + i + 1] = leg
      }
    }
    for remote in 1..<count where instance.isRemote[orders.market(remote)] {
      for other in 0..<markets where !instance.isRemote[other] {
        legs[remote * count + other + 1] = legs[other + 1]
        legs[(other + 1) * count + remote] = legs[other + 1]
      }
    }
    return legs
  }

  /// Places through which a leg could be shortened where a day's walks, joined into one, may come to them more than once.
  ///
  /// With metric seconds and no fares there is none but by the depot, two places in one.
  private static func shortcuts(_ instance: Instance) -> [Int] {
    let stops = revisited(instance)
    let isMetric = instance.isTravelMetric && instance.travelCost.isEmpty
    return isMetric ? stops.filter { $0 == 0 } : stops
  }

  /// Places that a day's walks, joined into one, may come to more than once.
  private static func revisited(_ instance: Instance) -> [Int] {
    if instance.buyers.count > 1 { return Array(0...instance.marketCount) }
    var slow = [Bool](repeating: false, count: instance.marketCount)
    for offer in instance.offers where offer.readySeconds > 0 && !instance.isRemote[Int(offer.market)] {
      slow[Int(offer.market)] = true
    }
    return slow.indices.filter { slow[$0] }.map { $0 + 1 }
  }
}
