import Base
import BoardSpec
import Electronics
import Market
import SourcingPlan
import TestSupport
import Testing

@testable import Planning

@Suite("Slots that nobody has to sell")
struct SettledSlotsTests {
  private func states(_ plan: PlanDocument) -> [LineState] { (plan.bom ?? []).map(\.state) }

  @Test("what a bill asks for and nobody offers is asked for on the spot, and the rest is planned and proven")
  func asked() throws {
    var day = TestDay.plain()
    day.isImported = true
    day.goods[1].offers = [:]
    day.goods[1].count = 3
    day.boards = 2
    let plan = try day.plan()
    #expect(plan.status == .optimal || plan.status == .feasible)
    #expect(plan.bound != nil)
    #expect(plan.lines.flatMap(\.slots) == ["U1", "U3"])
    #expect(plan.asked?.map(\.slots) == [["U2"]] && plan.asked?[0].need == 6)
    #expect(plan.asked?[0].mpn == "P1" && plan.asked?[0].maker == "M")
    #expect(states(plan) == [.bought, .askedFor, .bought] && plan.bomLines == 3)
    #expect(plan.complete == false && plan.conflict.isEmpty)
    #expect(
      plan.schedule.contains { $0.step == "kit" && $0.name.english == "kit, not complete" } || plan.schedule.isEmpty)
    var hidden = plan
    hidden.asked = nil
    #expect(!day.violations(in: hidden).isEmpty)
  }

  @Test("what all sellers together have too little of is asked for, with what they have")
  func short() throws {
    var day = TestDay.plain()
    day.isImported = true
    day.boards = 6
    day.goods[1].offers[1]?.stock = 5
    let plan = try day.plan()
    #expect(states(plan) == [.bought, .askedFor, .bought])
    #expect(plan.asked?[0].reason.english == "all sellers together have 5 of 6 pieces needed")
    #expect(plan.asked?[0].reason.chinese == "所有卖家合计只有 5 件，需要 6 件")
  }

  @Test("a bill of which nothing is offered is asked for whole")
  func nothing() throws {
    var day = TestDay.plain()
    day.isImported = true
    for index in day.goods.indices { day.goods[index].offers = [:] }
    let plan = try day.plan()
    #expect(states(plan) == [.askedFor, .askedFor, .askedFor] && plan.walks.isEmpty && plan.cost.total.money == .zero)
  }

  @Test("what is offered but has no room in the day is to be found out")
  func noRoom() throws {
    var day = TestDay.plain([100, 200, 300, 5_000])
    day.isImported = true
    day.budget = Money(microYuan: 6_000_000)
    let plan = try day.plan()
    #expect(plan.status == .infeasible)
    #expect(states(plan) == [.bought, .bought, .bought, .toBeFoundOut])
  }

  @Test("stock covers a slot, attrition in, or what it covers is taken off what is bought")
  func hand() throws {
    var day = TestDay.plain()
    day.boards = 10
    day.attrition.minimum = 2
    day.stock = [
      StockItem(mpn: "P0", quantity: 12), StockItem(mpn: "P1", quantity: 11), StockItem(mpn: "P9", quantity: 9),
    ]
    let plan = try day.plan()
    #expect(plan.onHand?.map(\.slots) == [["U1"], ["U2"]])
    #expect(plan.onHand?.map(\.pieces) == [12, 9] && plan.onHand?.map(\.need) == [12, nil])
    #expect(plan.lines.map(\.slots) == [["U2"], ["U3"]])
    #expect(plan.lines.map(\.need) == [3, 12], "one of ten, and two that handling loses")
    #expect(states(plan) == [.onHand, .bought, .bought] && plan.isComplete)
    var overdrawn = plan
    overdrawn.onHand?[0].pieces = 13
    #expect(day.violations(in: overdrawn).contains { $0.hasPrefix("V009") })
    overdrawn = plan
    overdrawn.onHand?[1].pieces = 12
    #expect(day.violations(in: overdrawn).contains { $0.hasPrefix("V009") })
    overdrawn = plan
    overdrawn.onHand?[0].item = 2
    #expect(day.violations(in: overdrawn).contains { $0.hasPrefix("V009") })
    overdrawn = plan
    overdrawn.bom?[0].state = .bought
    #expect(day.violations(in: overdrawn).contains { $0.hasPrefix("V008") })
  }

  private struct Served {
    var states: [LineState] = []
    /// Pieces that are bought, by goods.
    var bought: [(goods: Int, pieces: Int)] = []
  }

  /// Slots served one after the other, by hand.
  private func served(_ day: TestDay) -> Served {
    var served = Served()
    var left = day.stock.map(\.quantity)
    for (index, one) in day.goods.enumerated() {
      let need = one.count * day.boards
      let own = day.stock.indices.filter { day.stock[$0].mpn == "P\(index)" && left[$0] > 0 }
      var missing = need
      if let whole = own.first(where: { left[$0] >= need }) {
        left[whole] -= need
        missing = 0
      } else if let some = own.first {
        missing -= left[some]
        left[some] = 0
      }
      let isOffered = one.offers.values.reduce(0) { $0 + $1.stock } >= missing && !one.offers.isEmpty
      if missing > 0, isOffered { served.bought.append((index, missing)) }
      served.states.append(missing == 0 ? .onHand : isOffered ? .bought : .askedFor)
    }
    return served
  }

  private func day(_ seed: UInt64) -> TestDay {
    var random = SeededGenerator(seed: 7_000 + seed)
    let prices = (0..<Int.random(in: 1...4, using: &random)).map { _ in Int64.random(in: 50...400, using: &random) }
    var day = TestDay.plain(prices)
    day.isImported = true
    day.boards = Int.random(in: 1...9, using: &random)
    for index in day.goods.indices {
      day.goods[index].count = Int.random(in: 1...3, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: day.goods[index].offers = [:]
      case 1: day.goods[index].offers[index]?.stock = Int.random(in: 1...12, using: &random)
      default: break
      }
    }
    day.stock = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      StockItem(mpn: "P\(Int.random(in: 0..<5, using: &random))", quantity: Int.random(in: 0...20, using: &random))
    }
    return day
  }

  @Test("random days are settled as by hand")
  func settled() {
    for seed in 0..<500 as Range<UInt64> {
      let day = day(seed)
      let problem = day.problem
      let expected = served(day)
      let order = problem.orders[0]
      let states = order.board.slots.indices.map { position -> LineState in
        order.onHand[position]?.isWhole == true ? .onHand : order.asked.contains(position) ? .askedFor : .bought
      }
      #expect(states == expected.states, "seed \(seed)")
      let amounts = problem.slots.indices.filter { states[$0] == .bought }.map { Int(problem.slots[$0].amount / 1_000) }
      #expect(amounts == expected.bought.map(\.pieces), "seed \(seed)")
    }
  }

  @Test("a plan of a random day buys the rest and no more", arguments: 0..<6 as Range<UInt64>)
  func random(seed: UInt64) throws {
    let day = day(seed)
    let plan = try day.plan()
    let expected = served(day)
    #expect(states(plan) == expected.states)
    #expect(plan.lines.map(\.need) == expected.bought.map(\.pieces))
    #expect(plan.complete == !expected.states.contains(.askedFor))
    let prices = expected.bought.map { (day.goods[$0.goods].offers[$0.goods]?.fen ?? 0) * Int64($0.pieces) }
    #expect(plan.cost[.goods]?.money == Money(microYuan: prices.reduce(0, +) * 10_000))
  }
}
