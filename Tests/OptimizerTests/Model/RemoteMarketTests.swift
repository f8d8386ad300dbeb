import Base
import Testing

@testable import Optimizer

@Suite struct RemoteMarketTests {
  /// Two shops that ship and a stall on foot; `walked` says what the stall asks.
  private static func day(walked: Int64, deliveries: [Int64]) -> Instance {
    var builder = InstanceBuilder()
    for delivery in deliveries {
      builder.addMarket(windows: [], setupSeconds: 60, lineSeconds: 10, visitCost: delivery, isRemote: true)
    }
    builder.addMarket(windows: [.init(open: 0, close: 10_000)], setupSeconds: 20, lineSeconds: 10)
    for product in 0..<2 {
      builder.addProduct(mass: 1_000)
      for (shop, price) in [200, 210].enumerated() {
        builder.addOffer(
          of: product, .init(market: Int32(shop), readySeconds: 500), breaks: [.init(from: 1, unitPrice: Int64(price))])
      }
      builder.addOffer(of: product, .init(market: 2), breaks: [.init(from: 1, unitPrice: walked)])
      builder.addSlot([.init(product: Int32(product), amount: 1)])
    }
    builder.addBuyer(.init(ratePerHour: 7_200, earliest: 100, latest: 5_000, loadLimit: 2_500))
    builder.addBuyer(.init(ratePerHour: 3_600, earliest: 200, latest: 5_000, loadLimit: 2_500))
    var legs = [Int32](repeating: 0, count: 25)
    for depot in [3, 4] {
      legs[2 * 5 + depot] = 40
      legs[depot * 5 + 2] = 40
    }
    return builder.build(travelSeconds: legs).instance
  }

  @Test func aDeliveryIsPaidOnceAnOrderAndNobodyWalks() throws {
    let outcome: Outcome = Solver(Self.day(walked: 900, deliveries: [50, 45]), options: .init(workLimit: 3)).run()
    let plan = try #require(outcome.solution)
    #expect(plan.walks.allSatisfy { $0 == .none })
    #expect(plan.orders == [.init(market: 0, offers: [0, 3])])
    // The buyer whose hour costs least orders two lines; what runners would fetch is not waited for.
    #expect(plan.cost == CostBreakdown(goods: 400, time: 80, fares: 50))
    #expect(outcome.status == .optimal && outcome.bound == 530)
  }

  @Test func whoeverIsToldToOrdersAndIsPaid() throws {
    var day = Self.day(walked: 900, deliveries: [50, 45])
    day.orderer = 0
    let outcome: Outcome = Solver(day, options: .init(workLimit: 3)).run()
    let plan = try #require(outcome.solution)
    #expect(plan.cost == CostBreakdown(goods: 400, time: 160, fares: 50))
    // Nobody's cheaper time can stand in for it: the bound only counts the least rate.
    #expect(outcome.bound <= 610)
    day.orderer = 2
    #expect(day.shapeProblem() == "orders of buyer 2")
  }

  @Test func onlyRemoteMarketsDeliver() {
    var day = Self.day(walked: 900, deliveries: [50, 45])
    #expect(day.deliverySeconds == [0, 0, 0] && day.shapeProblem() == nil)
    day.deliverySeconds = [86_400, 0, 0]
    #expect(day.shapeProblem() == nil)
    day.deliverySeconds = [0, 0, 60]
    #expect(day.shapeProblem() == "market 2 delivers in 60 s")
  }

  /// Up to the most that a delivery may cost, in micro-yuan; a 32-bit charge wrapped above 2,147.48 yuan.
  @Test(arguments: [4_000_000_000, 100_000_000_000] as [Int64])
  func aLargeDeliveryIsPaidInFull(charge: Int64) throws {
    let outcome: Outcome = Solver(
      Self.day(walked: 2 * charge, deliveries: [charge, charge + 1_000_000]), options: .init(workLimit: 3)
    ).run()
    let plan = try #require(outcome.solution)
    #expect(plan.cost.fares == charge)
    #expect(outcome.status == .optimal)
  }

  @Test func theEvaluatorRefusesAWalkToAShopThatShips() throws {
    let day = Self.day(walked: 900, deliveries: [50, 45])
    var plan = try #require(Solver(day, options: .init(workLimit: 1)).construct())
    plan.walks[1] = .init(
      departs: 200, returns: 280,
      visits: [.init(market: 0, arrives: 200, begins: 200, leaves: 280, offers: plan.orders.flatMap(\.offers))])
    plan.orders = []
    #expect(throws: Evaluator.Violation.remoteVisit(buyer: 1, visit: 0)) { try Evaluator(day).cost(of: plan) }
  }

  @Test func ordersArePlacedBeforeTheWalk() throws {
    var day = Self.day(walked: 900, deliveries: [50, 45])
    // The second product is sold at the stall alone.
    day.offers[3].stock = 0
    day.offers[4].stock = 0
    day.offers[3].stockForBound = 0
    day.offers[4].stockForBound = 0
    day.offers[5].readySeconds = 0
    let outcome: Outcome = Solver(day, options: .init(workLimit: 3)).run()
    let plan = try #require(outcome.solution)
    let walk = plan.walks[1]
    #expect(walk.visits.map(\.market) == [2] && plan.orders.map(\.market) == [0])
    #expect(Int(walk.departs) >= 200 + 70)
    #expect(plan.cost == CostBreakdown(goods: 1_100, time: 70 + 80 + 30, fares: 50))
    var early = plan
    early.walks[1].departs -= 70
    #expect(throws: (any Error).self) { try Evaluator(day).cost(of: early) }
  }
}
