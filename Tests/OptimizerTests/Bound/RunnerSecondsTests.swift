import Base
import Testing

@testable import Optimizer

/// What goods that are fetched take at a market at least.
@Suite struct RunnerSecondsTests {
  private static func day(ready: [Int32], setup: Int32, isRemote: Bool = false) -> Instance {
    var builder = InstanceBuilder()
    builder.addMarket(
      windows: isRemote ? [] : [.init(open: 0, close: 10_000)], setupSeconds: setup, lineSeconds: 7, isRemote: isRemote)
    for (product, seconds) in ready.enumerated() {
      builder.addProduct()
      builder.addOffer(
        of: product, .init(market: 0, readySeconds: seconds), breaks: [.init(from: 1, unitPrice: 100)])
      builder.addSlot([.init(product: Int32(product), amount: 1)])
    }
    builder.addBuyer(.init(ratePerHour: 3_600, earliest: 0, latest: 20_000))
    return builder.build(travelSeconds: .init(repeating: 0, count: 9)).instance
  }

  @Test func theLesserOfTheWaitAndAFurtherVisitIsSharedOut() {
    let fetched = RunnerSeconds(Self.day(ready: [600, 0, 300], setup: 120))
    #expect(fetched.least == [120] && fetched.offers == [2])
    let waited = RunnerSeconds(Self.day(ready: [600, 0, 40], setup: 120))
    #expect(waited.least == [40] && waited.offers == [2])
    let shipped = RunnerSeconds(Self.day(ready: [600], setup: 120, isRemote: true))
    #expect(shipped.least == [0] && shipped.offers == [0])
  }

  /// A second costs 1 here: a fetched line takes its own 7 seconds and half of the 120.
  @Test func offersThatAreFetchedBearIt() {
    let prices = UnitPrices(Self.day(ready: [600, 0, 300], setup: 120))
    #expect((0..<3).map { prices.lineCost(ofOffer: $0) } == [67, 7, 67])
    #expect(prices.fetchCost(at: 0) == 120)
  }
}
