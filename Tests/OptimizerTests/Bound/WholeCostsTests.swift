import Base
import Testing

@testable import Optimizer

@Suite struct WholeCostsTests {
  /// Whatever is bought to meet the need costs at least the least of the prices at the offers bought from.
  @Test func noPurchaseIsBelowThePricesOfItsOffers() {
    var priced = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 64)
      let need = 1 + random.below(7)
      let offers = 1 + random.below(4)
      let rate = Int64([0, 0, 60, 3_600][random.below(4)])
      let rounding = Int64([1, 10][random.below(2)])
      var builder = InstanceBuilder()
      let product = builder.addProduct(singleLot: random.below(6) == 0)
      for _ in 0..<offers {
        let market = builder.addMarket(windows: [.init(open: 0, close: 100)], lineSeconds: Int32(random.below(9)))
        var breaks = [Instance.PriceBreak(from: 1, unitPrice: Int64(8 + random.below(8)))]
        if random.below(3) == 0 {
          breaks.append(.init(from: Int32(2 + random.below(6)), unitPrice: Int64(6 + random.below(6))))
        }
        builder.addOffer(
          of: product,
          .init(
            market: Int32(market), minimum: Int32(1 + random.below(3)), multiple: Int32(1 + random.below(2)),
            stock: Int32(random.below(3) > 0 ? 8 + random.below(4) : 1 + random.below(7)),
            riskPerUnit: Int64(random.below(4))), breaks: breaks)
      }
      builder.addSlot([.init(product: 0, amount: Int64(need))])
      builder.addBuyer(.init(ratePerHour: rate, earliest: 0, latest: 100))
      let cells = (offers + 2) * (offers + 2)
      let instance = builder.build(travelSeconds: .init(repeating: 0, count: cells), rounding: rounding).instance
      let prices = UnitPrices(instance)
      let isLot = instance.singleLot[0]
      let costs = prices.wholeCosts(ofOffers: Array(0..<offers), need: Int64(need), singleLot: isLot)
      if costs.contains(where: { $0 != nil }) { priced += 1 }
      let formulas = DayFormulas(instance)
      // Every quantity of every offer, in units: time as it is, goods and risks rounded.
      func buy(_ offer: Int, _ left: Int, _ cost: Int64, _ used: [Int]) {
        if offer == offers {
          guard left <= 0, !used.isEmpty, !isLot || used.count == 1 else { return }
          let least = used.compactMap { costs[$0] }.min() ?? .max
          #expect(least <= cost, "seed \(seed): \(used) for \(cost), \(costs)")
          if used.count == 1, offers == 1 { #expect(least <= cost) }
          return
        }
        buy(offer + 1, left, cost, used)
        for quantity in 1...11 where formulas.canBuy(quantity, of: offer) {
          let line = rate * Int64(instance.lineSeconds[offer]) * prices.scale / 3_600
          let goods = formulas.paid(quantity, of: offer) + formulas.lost(quantity, of: offer)
          buy(offer + 1, left - quantity, cost + goods * prices.scale + line, used + [offer])
        }
      }
      buy(0, need, 0, [])
    }
    #expect(priced > 200, "\(priced)")
  }

  @Test func aNeedThatOneOfferMeetsHasItsExactCost() {
    var builder = InstanceBuilder()
    builder.addMarket(windows: [.init(open: 0, close: 100)], lineSeconds: 3)
    builder.addProduct()
    builder.addOffer(of: 0, .init(market: 0, riskPerUnit: 1_234), breaks: [.init(from: 1, unitPrice: 70_000)])
    builder.addSlot([.init(product: 0, amount: 20)])
    builder.addBuyer(.init(ratePerHour: 50_000_000, earliest: 0, latest: 100))
    let instance = builder.build(travelSeconds: .init(repeating: 0, count: 9), rounding: 10_000).instance
    let prices = UnitPrices(instance)
    // 1.40 for the goods, 0.02 of risk (24,680 to the fen), and three seconds of 50 an hour, in ninths.
    #expect(prices.scale == 9)
    let cost: Int64 = 9 * (1_400_000 + 20_000) + 3 * 125_000
    #expect(prices.wholeCosts(ofOffers: [0], need: 20, singleLot: false) == [cost])
  }
}
