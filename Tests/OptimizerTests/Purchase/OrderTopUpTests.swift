import Testing

@testable import Optimizer

/// Orders that are brought to a shop's least goods, or to free delivery.
@Suite struct OrderTopUpTests {
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
      var topUp = OrderTopUp(day, productOfOffer: (0..<lines).map { Int32($0) }, lineCost: [0])
      topUp.improve(&purchases, selection: [Int32](repeating: 0, count: lines), at: 0)
      let after = purchases.map { Int($0.quantity) }
      #expect(purchases.map { Int($0.offer) } == Array(0..<lines), "seed \(seed)")
      #expect(cost(after) == least, "seed \(seed): \(before) to \(after)")
      if least == nil { #expect(after == before, "seed \(seed)") }
      if after != before {
        improved += 1
        let work = [topUp.takeWork(), topUp.takeWork()]
        #expect(work[0] > 0 && work[1] == 0)
      }
    }
    #expect(improved > 40)
  }
}
