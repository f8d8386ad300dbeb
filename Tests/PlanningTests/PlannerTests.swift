import Base
import Market
import Optimizer
import SourcingPlan
import Testing

@testable import Planning

/// Days that have a plan, days that have none, and what is answered where nobody knows. Every plan is one that the verifier
/// accepted: the planner throws otherwise.
@Suite struct PlannerTests {
  @Test func aDayIsPlannedWhole() throws {
    let plan = try TestDay.plain().plan()
    #expect(plan.status == .feasible || plan.status == .optimal)
    #expect(plan.lines.map(\.need) == [1, 1, 1])
    #expect(plan.cost[.goods]?.description == "6.00")
    #expect(plan.conflict.isEmpty)
  }

  private func remedy(_ option: PlanRemedy.Option, _ plan: PlanDocument) -> String? {
    plan.conflict.compactMap(\.remedy).first { $0.option == option }?.value
  }

  @Test(arguments: [Int64(0), 1, 599]) func aBudgetThatCannotBeMetNamesTheLeastOneKnown(_ fen: Int64) throws {
    var day = TestDay.plain()
    day.budget = Money(microYuan: fen * 10_000)
    let plan = try day.plan()
    #expect(plan.status == .unknown || plan.status == .infeasible)
    #expect(remedy(.budget, plan) == "6.00")
    #expect(plan.cost.cash.money <= day.budget ?? .zero)
    day.budget = Money(microYuan: 6_000_000)
    #expect(try day.plan().status != .unknown)
  }

  @Test func aPartialPlanBuysWhatTheBudgetAllows() throws {
    var day = TestDay.plain([100, 200, 300, 5_000])
    day.budget = Money(microYuan: 6_000_000)
    let plan = try day.plan()
    // The goods alone cost more than the budget.
    #expect(plan.status == .infeasible)
    #expect(plan.lines.flatMap(\.slots) == ["U1", "U2", "U3"])
    #expect(plan.conflict.contains { $0.slots == ["U4"] })
  }

  @Test func aFinishThatCannotBeMetNamesTheEarliestKnown() throws {
    var day = TestDay.plain()
    // Three stalls open at 10:00: 10 m apart, 90 s each, the nearest last: back at 10:05:00.
    day.finish = 10 * 3600 + 120
    let plan = try day.plan()
    #expect(plan.status == .unknown || plan.status == .infeasible)
    #expect(remedy(.finish, plan) == "10:05")
    #expect(plan.lines.count == 1)
  }

  @Test func aFinishBeforeAnythingOpensIsInfeasibleAndNamesOneThatWouldDo() throws {
    var day = TestDay.plain()
    day.finish = 9 * 3600 + 60
    let plan = try day.plan()
    #expect(plan.status == .infeasible)
    #expect(remedy(.finish, plan) == "10:05")
    #expect(plan.lines.isEmpty)
  }

  @Test func aClosedDayNamesTheNextOpenOne() throws {
    var day = TestDay.plain()
    day.settings = [
      MarketSetting(name: "holiday.2026-12-03..2026-12-06", value: "closed", standing: .assumed, source: "test")
    ]
    let plan = try day.plan()
    #expect(plan.status == .infeasible)
    #expect(remedy(.date, plan) == "2026-12-07")
  }

  @Test func aRadiusThatReachesNoStallNamesOneThatDoes() throws {
    var day = TestDay.plain()
    day.radius = 0
    let plan = try day.plan()
    #expect(plan.status == .infeasible)
    #expect(remedy(.radius, plan) == "30")
  }

  @Test func aLoadThatNobodyCarriesSaysWhatIsCarried() throws {
    var day = TestDay.plain()
    day.load = 0
    let plan = try day.plan()
    #expect(plan.status == .infeasible || plan.status == .unknown)
    #expect(plan.conflict.contains { $0.reason.english.contains("a buyer carries 3 g") })
  }

  @Test func aBudgetAndAFinishThatFailTogetherAreNamedTogether() throws {
    var day = TestDay.plain()
    day.budget = Money(microYuan: 1_000_000)
    day.finish = 10 * 3600 + 120
    let plan = try day.plan()
    #expect(plan.conflict.contains { $0.reason.english.contains("--budget 6.00 --finish 10:05") })
  }

  @Test func aDayTooShortForOrdersNamesAFinish() throws {
    var day = TestDay.plain()
    day.shipping = [0: .zero, 1: .zero, 2: .zero]
    day.open = OpeningHours(open: 0, close: 24 * 3600)
    // Three orders of 90 seconds.
    for finish in [1, 60, 120, 269] {
      day.finish = day.start + finish
      let plan = try day.plan()
      #expect(plan.status != .feasible && plan.status != .optimal)
      #expect(remedy(.finish, plan) == "09:05", "\(finish)")
    }
    day.finish = day.start + 270
    #expect(try day.plan().conflict.isEmpty)
  }

  @Test func anAdviceNeverLowersALimitThatIsKept() throws {
    var day = TestDay.plain()
    day.budget = Money(microYuan: 100_000_000)
    day.finish = 10 * 3600 + 120
    let late = try day.plan()
    #expect(late.conflict.compactMap(\.remedy).map(\.option) == [.finish])
    #expect(!late.conflict.contains { $0.reason.english.contains("--budget") })
    day.budget = Money(microYuan: 1_000_000)
    day.finish = 18 * 3600
    let dear = try day.plan()
    #expect(dear.conflict.compactMap(\.remedy).map(\.option) == [.budget])
    #expect(!dear.conflict.contains { $0.reason.english.contains("--finish") })
  }

  @Test func moneyInAnAdviceIsInFen() throws {
    var day = TestDay.plain()
    day.boards = 3
    day.goods[0].offers = [0: (fen: 1, stock: 100)]
    day.goods[0].breaks = []
    day.budget = Money(microYuan: 10_000)
    for conflict in try day.plan().conflict {
      for text in [conflict.reason.english, conflict.reason.chinese] {
        #expect(!text.contains(/\.[0-9]{3}/), "\(text)")
      }
    }
    #expect(Money(microYuan: 296_078_550).fenBelow == Money(microYuan: 296_070_000))
    #expect(Money(microYuan: 296_078_550).fenAbove == Money(microYuan: 296_080_000))
    #expect(Money(microYuan: 296_070_000).fenAbove == Money(microYuan: 296_070_000))
  }

  @Test func aSlotThatNothingIsSoldForIsLeftOutWithItsReason() throws {
    var day = TestDay.plain()
    day.goods[1].offers = [:]
    let plan = try day.plan()
    #expect(plan.status == .infeasible)
    #expect(plan.lines.flatMap(\.slots) == ["U1", "U3"])
    #expect(plan.conflict.map(\.slots) == [["U2"]])
  }

  @Test func aMarketWithoutAnyOfferAnswersNo() throws {
    var day = TestDay.plain()
    for index in day.goods.indices { day.goods[index].offers = [:] }
    let plan = try day.plan()
    #expect(plan.status == .infeasible)
    #expect(plan.conflict.count == 3 && plan.lines.isEmpty)
  }

  @Test func stallsThatAreAllBannedAnswerNo() throws {
    var day = TestDay.plain()
    for index in day.goods.indices { day.goods[index].bans = ["S0", "S1", "S2"] }
    let plan = try day.plan()
    #expect(plan.status == .infeasible)
    #expect(plan.conflict.allSatisfy { $0.reason.english.contains("banned") })
  }

  @Test func stockThatDoesNotReachIsToldByItsNumbers() throws {
    var day = TestDay.plain()
    day.boards = 200
    let plan = try day.plan()
    #expect(plan.status == .infeasible)
    #expect(plan.conflict.contains { $0.reason.english.contains("100 of 200 pieces") })
  }

  @Test func anInterruptedSearchIsUnknownAndSaysSo() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let plan = try TestDay.plain().plan(cancellation: cancellation)
    #expect(plan.status == .unknown)
    #expect(plan.conflict.contains { $0.reason.english.contains("interrupted") })
    #expect(plan.lines.isEmpty)
  }

  @Test func severalVariantsWithoutAPlanAnswerOnce() throws {
    var day = TestDay.plain()
    day.budget = Money(microYuan: 10_000)
    let held = day
    let plan = try Planner(now: { 0 }, cancellation: Cancellation(), verify: { held.violations(in: $0) })
      .plan([try day.variant(), try day.variant()], limits: SearchLimits(threads: 1, timeLimit: nil, workLimit: 1))
    #expect(plan.status == .unknown || plan.status == .infeasible)
    #expect(plan.conflict.compactMap(\.remedy).map(\.value) == ["6.00"])
  }
}
