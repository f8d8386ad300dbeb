import Testing

@testable import Optimizer

@Suite struct LargeNumbersTests {
  /// Prices, visits and steps between prices far above what an answer costs.
  @Test(arguments: [1_000_000_000, 1_000_000_000_000] as [Int64]) func dearOffersBesideACheapAnswerAreProven(
    _ dear: Int64
  ) {
    var builder = InstanceBuilder()
    for market in 0..<5 {
      builder.addMarket(windows: [.init(open: 0, close: 1)], visitCost: market == 4 ? 1_000 * dear : 3)
    }
    for product in 0..<3 {
      builder.addProduct()
      for market in 0..<5 {
        let price = market == product ? 5 : dear + Int64(market)
        builder.addOffer(
          of: product, .init(market: Int32(market), stock: market == product ? 900 : 4_000),
          breaks: [.init(from: 1, unitPrice: price)])
      }
      builder.addSlot([.init(product: Int32(product), amount: 900)])
    }
    builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 1))
    let legs = (0..<49).map { cell in Int32(cell / 7 == cell % 7 ? 0 : 2) }
    let day = builder.build(travelSeconds: .init(repeating: 0, count: 49), travelCost: legs).instance
    let outcome: Outcome = Solver(day, options: .init(workLimit: 20)).run()
    let least: Int64 = 3 * (900 * 5 + 3) + 8
    #expect(outcome.solution?.cost.total == least)
    #expect(outcome.status == .optimal, "\(outcome.bound)")
  }

  @Test func limitedSupplyAtDearPricesIsProven() {
    var builder = InstanceBuilder()
    for _ in 0..<4 { builder.addMarket(windows: [.init(open: 0, close: 1)]) }
    builder.addProduct()
    for market in 0..<4 {
      builder.addOffer(
        of: 0, .init(market: Int32(market), stock: 40),
        breaks: [.init(from: 1, unitPrice: Int64(1_000_000_000 + market))])
    }
    builder.addSlot([.init(product: 0, amount: 100)])
    builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 1))
    let legs = (0..<36).map { cell in Int32(cell / 6 == cell % 6 ? 0 : 1) }
    let day = builder.build(travelSeconds: .init(repeating: 0, count: 36), travelCost: legs).instance
    let outcome: Outcome = Solver(day, options: .init(workLimit: 20)).run()
    let least: Int64 = 100_000_000_000 + 40 + 40 + 4
    #expect(outcome.solution?.cost.total == least)
    #expect(outcome.status == .optimal, "\(outcome.bound)")
  }
}
