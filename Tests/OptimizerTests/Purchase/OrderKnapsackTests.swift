import Testing

@testable import Optimizer

/// Orders that are brought to a shop's least goods, or to free delivery.
@Suite struct OrderKnapsackTests {
  /// Orders of some lines from one shop, and the cheapest of all orders that can be placed instead.
  @Test func theCheapestOrderIsFoundAmongAllQuantities() {
    var improved = 0
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 17)
      var builder = InstanceBuilder()
      builder.addMarket(
        windows: [], setupSeconds: 0, lineSeconds: 0, visitCost: Int64(random.below(60)), isRemote: true,
        orderTerms: OrderTerms(
          minimum: random.below(2) == 0 ? Int64(10 + random.below(150)) : 0,
          freeFrom: random.below(3) > 0 ? Int64(20 + random.below(200)) : .max))
      let lines = 1 + random.below(3)
      var ranges: [[Int]] = []
      for product in 0..<lines {
        builder.addProduct(mass: 0)
        let (multiple, stock, need) = (1 + random.below(3), 6 + random.below(6), 1 + random.below(4))
        builder.addOffer(
          of: product,
          .init(market: 0, multiple: Int32(multiple), stock: Int32(stock), riskPerUnit: Int64(random.below(3))),
          breaks: [.init(from: 1, unitPrice: Int64(5 + random.below(40)))])
        builder.addSlot([.init(product: Int32(product), amount: Int64(need))])
        ranges.append(Array(stride(from: (need + multiple - 1) / multiple * multiple, through: stock, by: multiple)))
      }
      builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 100, loadLimit: .max))
      let day = builder.build(travelSeconds: [Int32](repeating: 0, count: 9)).instance
      func cost(_ quantities: [Int]) -> Int64? {
        let goods = quantities.enumerated().reduce(Int64(0)) { $0 + day.amount(of: $1.offset, quantity: $1.element) }
        if goods < day.orderTerms[0].minimum { return nil }
        let risk = quantities.enumerated().reduce(Int64(0)) { $0 + day.risk(of: $1.offset, quantity: $1.element) }
        return goods + risk + day.deliveryCharge(at: 0, goods: goods)
      }
      var all: [[Int]] = [[]]
      for range in ranges { all = all.flatMap { start in range.map { start + [$0] } } }
      let least = all.compactMap { cost($0) }.min()
      let before = ranges.map { $0[0] }
      var purchases = before.enumerated().map { Solution.Purchase(offer: Int32($0), quantity: Int32($1)) }
      var knapsack = OrderKnapsack(PresolvedInstance(day))
      var selection = [Int32](repeating: 0, count: lines)
      knapsack.improve(&purchases, &selection, orders: [0], isVisited: [true])
      let after = purchases.map { Int($0.quantity) }
      #expect(purchases.map { Int($0.offer) } == Array(0..<lines), "seed \(seed)")
      #expect(cost(after) == least, "seed \(seed): \(before) to \(after)")
      if least == nil { #expect(after == before, "seed \(seed)") }
      if after != before {
        improved += 1
        let work = [knapsack.takeWork(), knapsack.takeWork()]
        #expect(work[0] > 0 && work[1] == 0)
      }
    }
    #expect(improved > 40)
  }

  /// Two shops with terms, a line that either sells, and one of which either of two parts will do: from any purchases to the cheapest.
  @Test func splitsAndOptionsOverTwoShopsAreTheCheapestOfAll() {
    var improved = 0
    for seed in 1...150 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 18)
      var builder = InstanceBuilder()
      for _ in 0..<2 {
        builder.addMarket(
          windows: [], setupSeconds: 0, lineSeconds: 0, visitCost: Int64(random.below(40)), isRemote: true,
          orderTerms: OrderTerms(
            minimum: random.below(2) == 0 ? Int64(10 + random.below(90)) : 0,
            freeFrom: random.below(2) == 0 ? Int64(20 + random.below(120)) : .max))
      }
      for product in 0..<3 {
        builder.addProduct(mass: 0, singleLot: random.below(6) == 0)
        for market in 0..<2 where random.below(5) > 0 {
          builder.addOffer(
            of: product,
            .init(
              market: Int32(market), multiple: Int32(1 + random.below(2)), stock: Int32(2 + random.below(5)),
              riskPerUnit: Int64(random.below(3))), breaks: [.init(from: 1, unitPrice: Int64(5 + random.below(30)))])
        }
      }
      builder.addSlot([.init(product: 0, amount: Int64(1 + random.below(4)))])
      builder.addSlot([
        .init(product: 1, amount: Int64(1 + random.below(3))),
        .init(product: 2, amount: Int64(1 + random.below(3)), cost: Int64(random.below(9))),
      ])
      builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 100, loadLimit: .max))
      let day = builder.build(travelSeconds: [Int32](repeating: 0, count: 16)).instance
      let all = Self.plans(day)
      guard let first = all.first else { continue }
      let least = all.compactMap { Self.cost($0, day) }.min()
      var (purchases, selection) = (first.purchases, first.selection)
      var knapsack = OrderKnapsack(PresolvedInstance(day))
      knapsack.improve(&purchases, &selection, orders: [0, 1], isVisited: [true, true])
      let after = Self.cost((selection, purchases), day)
      #expect(after == least, "seed \(seed): \(purchases), \(selection)")
      if after != Self.cost(first, day) { improved += 1 }
    }
    #expect(improved > 60, "\(improved)")
  }

  /// A stall on foot, dearest where it is light, and a shop with terms, under what one buyer carries and the cash: from the purchases that
  /// cost least to the cheapest that both limits allow.
  @Test func limitsOfLoadAndCashAreKeptAtLeastCost() {
    var (improved, impossible) = (0, 0)
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 19)
      var builder = InstanceBuilder()
      builder.addMarket(windows: [.init(open: 0, close: 100)], setupSeconds: 0, lineSeconds: 0, visitCost: 0)
      builder.addMarket(
        windows: [], setupSeconds: 0, lineSeconds: 0, visitCost: Int64(random.below(40)), isRemote: true,
        orderTerms: OrderTerms(minimum: Int64(random.below(2) * random.below(60)), freeFrom: .max))
      for product in 0..<3 {
        builder.addProduct(mass: Int64(random.below(4)))
        for market in 0..<2 where market == 1 || random.below(5) > 0 {
          builder.addOffer(
            of: product, .init(market: Int32(market), stock: Int32(2 + random.below(4))),
            breaks: [.init(from: 1, unitPrice: Int64(5 + random.below(15) + 10 * market))])
        }
      }
      builder.addSlot([.init(product: 0, amount: Int64(1 + random.below(3)))])
      builder.addSlot([
        .init(product: 1, amount: Int64(1 + random.below(2))),
        .init(product: 2, amount: Int64(1 + random.below(2)), cost: Int64(random.below(9))),
      ])
      let (load, cash) = (Int64(2 + random.below(9)), Int64(40 + random.below(80)))
      builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 100, loadLimit: load))
      let day = builder.build(travelSeconds: [Int32](repeating: 0, count: 16), cashLimit: cash).instance
      /// What a buyer carries, and what is paid.
      func used(_ plan: Plan) -> (load: Int64, cash: Int64) {
        var (load, cash, isOrdered) = (Int64(0), Int64(0), false)
        for purchase in plan.purchases {
          let offer = Int(purchase.offer)
          cash += Int64(purchase.quantity) * day.breaks[day.breakRange(of: offer).lowerBound].unitPrice
          isOrdered = isOrdered || day.offers[offer].market == 1
          if day.offers[offer].market == 0 {
            load += Int64(purchase.quantity) * day.productMass[day.product(of: offer)]
          }
        }
        return (load, cash + (isOrdered ? day.visitCost[1] : 0))
      }
      let all = Self.plans(day).filter { Self.cost($0, day) != nil }
      let allowed = all.filter { used($0).load <= load && used($0).cash <= cash }
      guard let first = all.min(by: { Self.cost($0, day) ?? .max < Self.cost($1, day) ?? .max }) else { continue }
      var (purchases, selection) = (first.purchases, first.selection)
      var knapsack = OrderKnapsack(PresolvedInstance(day))
      knapsack.improve(
        &purchases, &selection, orders: [1], isVisited: [true, true], limits: .init(load: load, cash: cash))
      let after = Plan(selection, purchases)
      guard let least = allowed.compactMap({ Self.cost($0, day) }).min() else {
        impossible += 1
        #expect(after == first, "seed \(seed)")
        continue
      }
      #expect(used(after).load <= load && used(after).cash <= cash, "seed \(seed): \(after)")
      #expect(Self.cost(after, day) == least, "seed \(seed): \(after)")
      if used(first).load > load || used(first).cash > cash { improved += 1 }
    }
    #expect(improved > 20 && impossible > 5, "\(improved), \(impossible)")
  }

  private typealias Plan = (selection: [Int32], purchases: [Solution.Purchase])

  /// Every way to meet the needs of the first slot and of either option of the second, whatever orders come to.
  private static func plans(_ day: Instance) -> [Plan] {
    var found: [Plan] = []
    for option in 0..<2 as Range<Int32> {
      let other = day.options[day.optionRange(of: 1).lowerBound + Int(option)]
      let needs = [0: day.options[0].amount, Int(other.product): other.amount]
      var ways: [[Solution.Purchase]] = [[]]
      for (product, need) in needs.sorted(by: { $0.key < $1.key }) {
        var covers: [[Solution.Purchase]] = [[]]
        for offer in day.offerRange(of: product) {
          covers = covers.flatMap { cover in
            [cover]
              + (1...Int(day.offers[offer].stock)).filter { day.allows($0, of: offer) }.map {
                cover + [Solution.Purchase(offer: Int32(offer), quantity: Int32($0))]
              }
          }
        }
        covers.removeAll { cover in
          cover.reduce(0) { $0 + Int64($1.quantity) } < need || day.singleLot[product] && cover.count > 1
        }
        ways = ways.flatMap { way in covers.map { way + $0 } }
      }
      found += ways.map { ([0, option], $0) }
    }
    return found
  }

  /// Nil where a shop does not take its order.
  private static func cost(_ plan: Plan, _ day: Instance) -> Int64? {
    var goods: [Int: Int64] = [:]
    var cost = day.options[day.optionRange(of: 1).lowerBound + Int(plan.selection[1])].cost
    for purchase in plan.purchases {
      let (offer, pieces) = (Int(purchase.offer), Int64(purchase.quantity))
      let paid = pieces * day.breaks[day.breakRange(of: offer).lowerBound].unitPrice
      goods[Int(day.offers[offer].market), default: 0] += paid
      cost += paid + pieces * day.offers[offer].riskPerUnit
    }
    for (market, paid) in goods {
      let terms = day.orderTerms[market]
      if paid < terms.minimum { return nil }
      if paid < terms.freeFrom { cost += day.visitCost[market] }
    }
    return cost
  }
}
