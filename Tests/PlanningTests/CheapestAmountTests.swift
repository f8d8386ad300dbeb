import Base
import Optimizer
import TestSupport
import Testing

@testable import Planning

@Suite("The cheapest way to buy a need from one offer")
struct CheapestAmountTests {
  /// Against trying every quantity.
  @Test("equals the least over all quantities", arguments: 0..<300)
  func oracle(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) &* 0x9E37_79B9 &+ 1)
    let multiple = Int(generator.next() % 5) + 1
    let minimum = Int(generator.next() % 20) + 1
    let stock = Int(generator.next() % 120) + 1
    let need = Int(generator.next() % 60) + 1
    var breaks: [Instance.PriceBreak] = []
    var from = 1
    var price: Int64 = 900_000
    for _ in 0...Int(generator.next() % 4) {
      breaks.append(.init(from: Int32(from), unitPrice: price))
      from += Int(generator.next() % 30) + 1
      price = max(1, price - Int64(generator.next() % 300_000))
    }
    var builder = InstanceBuilder()
    builder.addMarket(windows: [.init(open: 0, close: 100)])
    let product = builder.addProduct()
    builder.addOffer(
      of: product,
      .init(
        market: 0, minimum: Int32(minimum), multiple: Int32(multiple), stock: Int32(stock), stockForBound: Int32(stock),
        riskPerUnit: 7_000, readySeconds: 0), breaks: breaks)
    builder.addSlot([.init(product: 0, amount: 1, cost: 0)])
    builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 100, loadLimit: .max))
    let instance = builder.build(travelSeconds: [Int32](repeating: 0, count: 9), rounding: 10_000).instance

    let quantities = (need...max(need, stock)).filter { instance.allows($0, of: 0) }
    let plain = quantities.map { instance.amount(of: 0, quantity: $0) }.min()
    let withRisk = quantities.map { instance.amount(of: 0, quantity: $0) + (7 * Int64($0) + 5) / 10 * 10_000 }.min()
    #expect(instance.cheapestPurchase(from: 0, covering: need, countsRisk: false)?.cost == plain, "seed \(seed)")
    #expect(instance.cheapestPurchase(from: 0, covering: need, countsRisk: true)?.cost == withRisk, "seed \(seed)")
  }
}
