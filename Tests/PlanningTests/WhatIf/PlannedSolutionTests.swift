import Base
import Market
import Optimizer
import SourcingPlan
import TestSupport
import Testing

@testable import Planning

/// A plan read back as a solution of a day, its own or a changed one.
@Suite struct PlannedSolutionTests {
  #if DEBUG
    private static let seeds = 0..<1 as Range<UInt64>
  #else
    private static let seeds = 0..<40 as Range<UInt64>
  #endif

  /// A random day of a few lines, some of which no single stall can serve, with shops that ship.
  private static func day(_ seed: UInt64) -> TestDay {
    var random = SeededGenerator(seed: seed)
    var day = TestDay.plain()
    day.goods = (0..<Int.random(in: 1...4, using: &random)).map { index in
      TestDay.Goods(
        reference: "U\(index)", count: Int.random(in: 1...3, using: &random),
        offers: Dictionary(
          uniqueKeysWithValues: (0..<3).map {
            (
              $0,
              (fen: Int64.random(in: 50...400, using: &random), stock: [4, 1_000].randomElement(using: &random) ?? 4)
            )
          }))
    }
    day.buyers = Int.random(in: 1...2, using: &random)
    if Bool.random(using: &random) { day.shipping = [1: Money(microYuan: 3_000_000)] }
    return day
  }

  @Test func aPlanIsASolutionOfItsOwnDayAtItsOwnCost() throws {
    var read = 0
    for seed in Self.seeds {
      let day = Self.day(seed)
      let plan = try day.plan(seed: seed)
      guard plan.status == .optimal || plan.status == .feasible else { continue }
      let variant = try day.variant()
      let solution = try #require(variant.solution(of: plan), "seed \(seed)")
      #expect(
        Money(microYuan: solution.cost.total) + variant.run.fixedCost == plan.cost.total.money, "seed \(seed)")
      let outcome = Outcome(status: .feasible, solution: solution, bound: 0)
      let again = try variant.run.document(
        solution, outcome: outcome, status: .feasible, baselines: [], conflict: [])
      #expect(PlanDifference(from: plan, to: again).isEmpty, "seed \(seed)")
      read += 1
    }
    #expect(read * 4 > Self.seeds.count * 3, "\(read)")
  }

  @Test func aPlanThatADayHasNoRoomForIsNoSolutionOfIt() throws {
    var day = TestDay.plain()
    day.goods = [.init(reference: "U1", offers: [0: (fen: 100, stock: 10), 1: (fen: 150, stock: 10)])]
    let plan = try day.plan()
    #expect(try day.variant().solution(of: plan) != nil)
    var other = day
    other.goods[0].offers[0] = nil
    #expect(try other.variant().solution(of: plan) == nil, "what is bought is not sold")
    other = day
    other.budget = Money(microYuan: 500_000)
    #expect(try other.variant().solution(of: plan) == nil, "beyond the budget")
    other = day
    other.goods[0].count = 2
    #expect(try other.variant().solution(of: plan) == nil, "too few pieces")
  }

  @Test func aSearchThatSetsOutFromAPlanIsNeverDearer() throws {
    for seed in Self.seeds {
      let day = Self.day(seed)
      let plan = try day.plan(work: 2, seed: seed)
      guard plan.status == .optimal || plan.status == .feasible else { continue }
      let planner = Planner(now: { 0 }, cancellation: Cancellation()) { day.violations(in: $0) }
      let again = try planner.plan(
        [try day.variant()], limits: SearchLimits(threads: 1, seed: seed + 1, timeLimit: nil, workLimit: 1), start: plan
      )
      #expect(again.cost.total <= plan.cost.total, "seed \(seed)")
    }
  }
}
