import Base
import Optimizer
import SourcingPlan
import TestSupport
import Testing

@testable import Planning

/// What a day pays for goods at least, held against the enumeration of every purchase of small days.
@Suite struct LeastGoodsTests {
  private struct Day {
    let instance: Instance
    let prices: [[(from: Int, price: Int64)]]
    let productOfOffer: [Int]

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      var builder = InstanceBuilder()
      builder.addMarket(windows: [.init(open: 0, close: 100)])
      let products = draw(1...2)
      for _ in 0..<products {
        builder.addProduct(
          .init(attritionMinimum: Int32(draw(0...1)), attritionPerMille: 0), mass: 0, singleLot: draw(0...3) == 0)
      }
      var prices: [[(from: Int, price: Int64)]] = []
      var owners: [Int] = []
      for product in 0..<products {
        for _ in 0..<draw(1...2) {
          var breaks = [(from: 1, price: Int64(draw(20...90)))]
          if draw(0...1) == 0 { breaks.append((draw(2...5), breaks[0].price * 2 / 3)) }
          let stock = draw(1...6)
          builder.addOffer(
            of: product,
            .init(
              market: 0, minimum: Int32(draw(1...2)), multiple: Int32(draw(1...2)), stock: Int32(stock),
              riskPerUnit: Int64(draw(0...1) * 7)),
            breaks: breaks.map { .init(from: Int32($0.from), unitPrice: $0.price) })
          prices.append(breaks)
          owners.append(product)
        }
      }
      for _ in 0..<draw(1...2) {
        builder.addSlot(
          (0..<products).filter { _ in draw(0...2) > 0 }.map { .init(product: Int32($0), amount: Int64(draw(1...3))) }
            + [.init(product: 0, amount: Int64(draw(1...3)))])
      }
      builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 100))
      instance = builder.build(travelSeconds: .init(repeating: 0, count: 9), rounding: 10).instance
      self.prices = prices
      productOfOffer = owners
    }

    private func rounded(_ amount: Int64) -> Int64 { (amount + 5) / 10 * 10 }

    /// What pieces of an offer cost; nil where it does not sell so many.
    private func cost(_ offer: Int, _ pieces: Int) -> Int64? {
      if pieces == 0 { return 0 }
      let terms = instance.offers[offer]
      guard pieces >= terms.minimum, pieces <= terms.stock, pieces % Int(terms.multiple) == 0 else { return nil }
      let price = prices[offer].last { $0.from <= pieces }!.price
      return rounded(Int64(pieces) * price) + rounded(Int64(pieces) * terms.riskPerUnit)
    }

    /// The cheapest choice and purchase of all; nil where nothing suffices.
    var least: Int64? {
      var best: Int64?
      func choose(_ slot: Int, _ amounts: [Int]) {
        if slot == instance.slotCount {
          let needs = amounts.indices.map { product in
            amounts[product] == 0 ? 0 : amounts[product] + Int(instance.needRules[product].attritionMinimum)
          }
          buy(0, needs, 0)
          return
        }
        for index in instance.optionRange(of: slot) {
          var amounts = amounts
          amounts[Int(instance.options[index].product)] += Int(instance.options[index].amount)
          choose(slot + 1, amounts)
        }
      }
      func buy(_ offer: Int, _ left: [Int], _ paid: Int64) {
        if let best, paid >= best { return }
        if offer == prices.count {
          if left.allSatisfy({ $0 <= 0 }) { best = paid }
          return
        }
        for pieces in 0...Int(instance.offers[offer].stock) {
          guard let cost = cost(offer, pieces) else { continue }
          var left = left
          let product = productOfOffer[offer]
          if instance.singleLot[product], pieces > 0, pieces < left[product] { continue }
          left[product] -= pieces
          buy(offer + 1, left, paid + cost)
        }
      }
      choose(0, [Int](repeating: 0, count: instance.productCount))
      return best
    }
  }

  @Test func noPurchaseCostsLessAndMostlyOneCostsAsMuch() {
    var met = 0
    var days = 0
    for seed in UInt64(0)..<400 {
      let day = Day(seed: seed)
      guard let least = day.least else { continue }
      let said = LeastGoods(day.instance, countsRisk: true).total
      #expect(said <= least, "seed \(seed)")
      #expect(LeastGoods(day.instance, countsRisk: false).total <= said, "seed \(seed)")
      days += 1
      if said == least { met += 1 }
    }
    #expect(days > 200 && met > days / 2, "\(met) of \(days)")
  }

  @Test func aDayOfFreeTimeLeavesNoMoreToDecideThanThereIs() throws {
    var day = TestDay.plain()
    day.rate = .zero
    // A break that one line reaches and no slot alone does.
    day.goods[0].breaks = [(from: 10, fen: 10)]
    let plan = try day.plan()
    let share = try #require(plan.decidableGap ?? plan.gap)
    #expect(share.millionths <= 1_000_000)
  }
}
