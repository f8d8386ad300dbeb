import Selection

@testable import Optimizer

/// The optimum of a small day by trying every selection, quantity, partition, order and departure.
///
/// It knows the model alone: no part of the search is used. Each market is visited by one buyer.
struct ExhaustiveSearch {
  let instance: Instance
  private let formulas: DayFormulas
  private(set) var best: Int64?
  /// Quantities by offer of the optimum.
  private(set) var bestPlan: [Int: Int] = [:]
  private var walkCosts: [[Int32]: [(time: Int64, fares: Int64)]] = [:]

  /// One way to buy: quantities by offer.
  private struct Basket {
    var quantities: [Int: Int]
    var goods: Int64
    var risk: Int64

    func adding(_ quantity: Int, of offer: Int, _ formulas: DayFormulas) -> Basket {
      var more = self
      more.quantities[offer] = quantity
      more.goods += formulas.paid(quantity, of: offer)
      more.risk += formulas.lost(quantity, of: offer)
      return more
    }
  }

  init(_ instance: Instance) {
    self.instance = instance
    formulas = DayFormulas(instance)
    select([], amounts: .init(repeating: 0, count: instance.productCount), cost: 0)
  }

  private mutating func select(_ selection: [Int], amounts: [Int64], cost: Int64) {
    let slot = selection.count
    if slot == instance.slotCount {
      if let choices = instance.choices, !choices.allows(selection) { return }
      var baskets = [Basket(quantities: [:], goods: 0, risk: 0)]
      for product in 0..<instance.productCount {
        let ways = self.ways(product, need: formulas.need(product, amount: amounts[product]))
        baskets = baskets.flatMap { basket in
          ways.map { way in
            Basket(
              quantities: basket.quantities.merging(way.quantities) { $0 + $1 }, goods: basket.goods + way.goods,
              risk: basket.risk + way.risk)
          }
        }
      }
      baskets.sort { ($0.goods + $0.risk) < ($1.goods + $1.risk) }
      for basket in baskets {
        if let best, basket.goods + basket.risk + cost >= best { break }
        visit(basket, options: cost)
      }
      return
    }
    let range = instance.optionRange(of: slot)
    for index in range {
      let option = instance.options[index]
      var more = amounts
      if option.product >= 0 { more[Int(option.product)] += option.amount }
      select(selection + [index - range.lowerBound], amounts: more, cost: cost + option.cost)
    }
  }

  /// Every way to buy a need in which no offer can be left out, and of markets that ask something of orders every quantity that they
  /// have.
  private func ways(_ product: Int, need: Int) -> [Basket] {
    var ways: [Basket] = []
    func extend(_ offers: ArraySlice<Int>, _ left: Int, _ basket: Basket) {
      if left <= 0 {
        ways.append(basket)
        if !instance.hasOrderTerms || basket.quantities.isEmpty { return }
      }
      guard let offer = offers.first else { return }
      let asks = instance.orderTerms[Int(instance.offers[offer].market)] != .none
      if left > 0 { extend(offers.dropFirst(), left, basket) }
      if left <= 0 {
        // Covered: another offer is of use only where it fills an order up.
        for (place, other) in offers.enumerated() where instance.orderTerms[Int(instance.offers[other].market)] != .none
        {
          if instance.singleLot[product] { return }
          for quantity in 1...Int(instance.offers[other].stock) where formulas.canBuy(quantity, of: other) {
            extend(offers.dropFirst(place + 1), 0, basket.adding(quantity, of: other, formulas))
          }
        }
        return
      }
      if instance.singleLot[product] && !basket.quantities.isEmpty { return }
      // Minimum, multiple or a lower price of these days are never further off.
      let most = asks ? Int(instance.offers[offer].stock) : left + 6
      for quantity in 1...most where formulas.canBuy(quantity, of: offer) {
        extend(offers.dropFirst(), left - quantity, basket.adding(quantity, of: offer, formulas))
      }
    }
    extend(Array(instance.offerRange(of: product))[...], need, .init(quantities: [:], goods: 0, risk: 0))
    return ways
  }

  private mutating func visit(_ basket: Basket, options: Int64) {
    var lines = [Int](repeating: 0, count: instance.marketCount)
    var ready = [Int](repeating: 0, count: instance.marketCount)
    var load = [Int64](repeating: 0, count: instance.marketCount)
    for (offer, quantity) in basket.quantities {
      let market = Int(instance.offers[offer].market)
      lines[market] += 1
      ready[market] = max(ready[market], Int(instance.offers[offer].readySeconds))
      let product = (0..<instance.productCount).first { instance.offerRange(of: $0).contains(offer) }!
      load[market] += Int64(quantity) * instance.productMass[product]
    }
    let visited = (0..<instance.marketCount).filter { lines[$0] > 0 && !instance.isRemote[$0] }
    let remote = (0..<instance.marketCount).filter { lines[$0] > 0 && instance.isRemote[$0] }
    var deliveries: Int64 = 0
    for market in remote {
      let goods = basket.quantities.reduce(Int64(0)) { sum, lot in
        Int(instance.offers[lot.key].market) == market ? sum + formulas.paid(lot.value, of: lot.key) : sum
      }
      if goods < instance.orderTerms[market].minimum { return }
      if goods < instance.orderTerms[market].freeFrom { deliveries += instance.visitCost[market] }
    }
    let ordering: Int = remote.reduce(0) {
      $0 + Int(instance.setupSeconds[$1]) + lines[$1] * Int(instance.lineSeconds[$1])
    }
    let orderer = instance.orderer
    for code in 0..<(instance.buyerCount == 2 ? 1 << visited.count : 1) {
      var choices = [(time: Int64(0), fares: deliveries)]
      for buyer in 0..<instance.buyerCount {
        let own = visited.indices.filter { (code >> $0) & 1 == buyer }.map { visited[$0] }
        if own.reduce(0, { $0 + load[$1] }) > instance.buyers[buyer].loadLimit {
          choices = []
          break
        }
        let walks = walks(
          own, buyer: buyer, ordering: buyer == orderer ? ordering : 0, lines: lines, ready: ready)
        choices = choices.flatMap { choice in walks.map { (choice.time + $0.time, choice.fares + $0.fares) } }
      }
      for choice in choices where basket.goods + choice.fares <= instance.cashLimit {
        let cost = basket.goods + basket.risk + options + choice.time + choice.fares
        if cost < best ?? .max { (best, bestPlan) = (cost, basket.quantities) }
      }
    }
  }

  /// Costs of the buyer's possible walks through `markets`: the cheapest for each amount of fares.
  private mutating func walks(
    _ markets: [Int], buyer: Int, ordering: Int, lines: [Int], ready: [Int]
  ) -> [(time: Int64, fares: Int64)] {
    if markets.isEmpty {
      let terms = instance.buyers[buyer]
      if ordering > Int(terms.latest - terms.earliest) { return [] }
      return [(time: formulas.timePaid(ordering, of: buyer), fares: 0)]
    }
    let key = [Int32(buyer), Int32(ordering)] + markets.flatMap { [Int32($0), Int32(lines[$0]), Int32(ready[$0])] }
    if let known = walkCosts[key] { return known }
    var least: [Int64: Int64] = [:]
    let terms = instance.buyers[buyer]
    let finish = instance.marketCount + Int(terms.endDepot)

    // Walks on from `place` at `clock`; `due` holds when goods that were left behind are ready, by market.
    func go(_ place: Int, _ clock: Int, _ departure: Int, _ left: Set<Int>, _ due: [Int: Int], _ fares: Int64) {
      if clock > terms.latest { return }
      if left.isEmpty && due.isEmpty {
        let back = clock + formulas.seconds(place, finish)
        guard back <= terms.latest else { return }
        let total = fares + formulas.fare(place, finish)
        let time = formulas.timePaid(ordering + back - departure, of: buyer)
        least[total] = min(least[total] ?? .max, time)
        return
      }
      for market in left {
        let arrival = clock + formulas.seconds(place, market)
        let fare = fares + formulas.fare(place, market) + instance.visitCost[market]
        let service = Int(instance.setupSeconds[market]) + lines[market] * Int(instance.lineSeconds[market])
        for window in instance.windowRange(of: market).map({ instance.windows[$0] }) {
          let begin = max(arrival, Int(window.open))
          if begin + service + ready[market] <= window.close {
            go(market, begin + service + ready[market], departure, left.subtracting([market]), due, fare)
          }
          if ready[market] > 0 && begin + service <= window.close {
            var later = due
            later[market] = begin + service + ready[market]
            go(market, begin + service, departure, left.subtracting([market]), later, fare)
          }
        }
      }
      for (market, time) in due where market != place {
        let arrival = clock + formulas.seconds(place, market)
        let fare = fares + formulas.fare(place, market) + instance.visitCost[market]
        let service = Int(instance.setupSeconds[market])
        var rest = due
        rest[market] = nil
        for window in instance.windowRange(of: market).map({ instance.windows[$0] }) {
          let begin = max(arrival, time, Int(window.open))
          if begin + service <= window.close { go(market, begin + service, departure, left, rest, fare) }
        }
      }
    }
    let hasTime = instance.travelSeconds.contains { $0 > 0 }
    let first = Int(terms.earliest) + ordering
    for departure in first...max(first, hasTime ? Int(terms.latest) : first) {
      go(instance.marketCount + Int(terms.startDepot), departure, departure, Set(markets), [:], 0)
    }
    let walks = least.map { (time: $0.value, fares: $0.key) }
    walkCosts[key] = walks
    return walks
  }
}
