import Base
import Testing

@testable import Optimizer

@Suite struct HandOverTests {
  /// One market sells all, and it is more than one buyer can carry.
  private static func heavyDay(buyers: Int) -> Instance {
    var builder = InstanceBuilder()
    builder.addMarket(windows: [.init(open: 0, close: 10_000)], setupSeconds: 30, lineSeconds: 10, visitCost: 70)
    for product in 0..<3 {
      builder.addProduct(mass: 10)
      builder.addOffer(of: product, .init(market: 0), breaks: [.init(from: 1, unitPrice: 100)])
      builder.addSlot([.init(product: Int32(product), amount: 1)])
    }
    for _ in 0..<buyers { builder.addBuyer(.init(ratePerHour: 3_600, earliest: 0, latest: 10_000, loadLimit: 20)) }
    let legs: [Int32] = [0, 50, 50, 50, 0, 0, 50, 0, 0]
    return builder.build(travelSeconds: legs).instance
  }

  @Test func whatIsTooHeavyForOneIsSharedByTwo() throws {
    let day = Self.heavyDay(buyers: 2)
    let outcome: Outcome = Solver(day, options: .init(workLimit: 4)).run()
    let plan = try #require(outcome.solution)
    #expect(plan.walks.allSatisfy { $0.visits.map(\.market) == [0] })
    #expect(plan.walks.map { $0.visits[0].offers.count }.sorted() == [1, 2])
    // Two walks there and back, two visits, three lines.
    #expect(plan.cost == CostBreakdown(goods: 300, time: 200 + 60 + 30, fares: 140))
    #expect(outcome.bound <= plan.cost.total)
  }

  @Test func oneAloneCannotCarryIt() {
    let outcome: Outcome = Solver(Self.heavyDay(buyers: 1), options: .init(workLimit: 4)).run()
    #expect(outcome.solution == nil)
  }
}
