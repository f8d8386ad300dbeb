import Foundation
import Testing

@testable import Optimizer

@Suite struct SolverOracleTests {
  /// Seeds of the days: those that `ORACLE_DAYS=1-5000` in the environment says, or few in debug builds, which are slow.
  private static let days: ClosedRange<UInt64> = {
    if let text = ProcessInfo.processInfo.environment["ORACLE_DAYS"] {
      let seeds = text.split(separator: "-").compactMap { UInt64($0) }
      precondition(seeds.count == 2 && seeds[0] <= seeds[1], "ORACLE_DAYS=\(text): two seeds such as 1-5000")
      return seeds[0]...seeds[1]
    }
    #if DEBUG
      return 1...60
    #else
      return 1...2_500
    #endif
  }()
  /// Days are shared out over so many cases, which run side by side.
  private static let lanes: UInt64 = 8

  @Test(arguments: 0..<lanes) func answersAndBoundsMeetTheOptimumOfSmallDays(lane: UInt64) {
    var missed: [UInt64: Double] = [:]
    var solved = 0
    for seed in Self.days where seed % Self.lanes == lane {
      let check = DayCheck(seed: seed)
      for fault in check.faults { Issue.record("seed \(seed): \(fault)") }
      if check.excess > 0 { missed[seed] = check.excess }
      if check.optimum != nil { solved += 1 }
    }
    // A bound, a cost or a proof is never wrong; that one lane of search alone comes to every optimum is not promised. How many
    // it misses is recorded, and may only fall.
    let count = Self.days.count / Int(Self.lanes)
    print("lane \(lane): missed \(missed.count) of \(solved), by: \(missed)")
    if let most = MissedOptima.recorded[Self.days]?[Int(lane)] {
      #expect(missed.count <= most, "missed \(missed.count), by: \(missed)")
      if missed.count < most {
        Issue.record("only \(missed.count) missed: record it in MissedOptima", severity: .warning)
      }
    }
    #expect(2 * solved >= count, "days that can be done: \(solved)")
  }

  @Test func theDaysHaveEveryFeature() {
    var covered: [String: Int] = [:]
    for seed in Self.days {
      for feature in SmallDay(seed: seed).features { covered[feature, default: 0] += 1 }
    }
    for feature in SmallDay.allFeatures {
      #expect(covered[feature, default: 0] * 20 >= Self.days.count, "\(feature): \(covered[feature, default: 0]) days")
    }
  }

  @Test func theOracleAgreesWithThePlainestOne() {
    var compared = 0
    for seed in Self.days.prefix(Self.days.count / 2 + 1) {
      let day = SmallDay(seed: seed).instance
      guard day.marketCount <= 4, day.productCount <= 3, day.slotCount <= 3 else { continue }
      #expect(DayOracle(day).best == ExhaustiveSearch(day).best, "seed \(seed)")
      compared += 1
    }
    #expect(compared * 20 > Self.days.count / 2, "\(compared) days")
  }
}

/// A small day's optimum, and what the optimizer makes of the day.
struct DayCheck {
  private(set) var optimum: Int64?
  private(set) var faults: [String] = []
  /// What the best answer costs more than the optimum, as a part of it; infinite without an answer.
  private(set) var excess = 0.0

  /// Work of the search: so much in any case, for answers that are too good, and at most, for those that are not.
  private static let leastWork = 10
  private static let mostWork = 400

  init(seed: UInt64) {
    let day = SmallDay(seed: seed).instance
    // Buyers may share a market; without that the optimum is found sooner, and is a start for the rest.
    let apart = DayOracle(day).best
    optimum = day.buyerCount == 1 ? apart : DayOracle(day, sharesMarkets: true, known: apart).best
    let problem = PresolvedInstance(day)
    guard problem.demands.uncoveredSlots.isEmpty, problem.choices.start == .found else {
      if optimum != nil { faults.append("called infeasible") }
      return
    }
    search(problem, seed: seed)
    guard let optimum else { return }
    prove(day, cutoff: .max, least: optimum)
    prove(day, cutoff: optimum + 1 + Int64(seed % 20), least: optimum)
    for limit in [1, 2] where seed % 10 == 0 {
      let outcome: Outcome = Solver(day, options: SolverOptions(seed: seed, workLimit: limit)).run()
      if outcome.bound > optimum { faults.append("limit \(limit): bound \(outcome.bound) above \(optimum)") }
      if outcome.status == .optimal && outcome.solution?.cost.total != optimum { faults.append("no optimum proven") }
    }
  }

  private mutating func search(_ problem: PresolvedInstance, seed: UInt64) {
    var search = Search(problem, seed: seed, lane: 0)
    for work in 1...Self.mostWork where work <= Self.leastWork || search.best?.cost.total != optimum {
      if optimum == nil && work > Self.leastWork { break }
      search.run(work: 10_000) { false }
    }
    guard let best = search.best else {
      excess = optimum == nil ? 0 : .infinity
      return
    }
    if (try? Evaluator(problem.instance).cost(of: best)) != best.cost {
      faults.append("the answer's cost is not its own")
    }
    guard let optimum else {
      faults.append("a solution where there is none")
      return
    }
    if best.cost.total < optimum { faults.append("\(best.cost.total) below \(optimum)") }
    excess = max(0, Double(best.cost.total - optimum) / Double(optimum))
  }

  /// The first bound and every one that cuts and branching come to.
  private mutating func prove(_ day: Instance, cutoff: Int64, least: Int64) {
    let grid = CostGrid(day)
    var prover = Prover(Relaxation(day))
    var greatest = grid.cost(ofBound: prover.bound)
    for _ in 0..<40 where !prover.isFinished {
      prover.advance(work: 1, cutoff: grid.bound(reaching: cutoff), tour: [])
      greatest = max(greatest, grid.cost(ofBound: prover.bound))
    }
    if greatest > least { faults.append("bound \(greatest) above the optimum \(least), cutoff \(cutoff)") }
  }
}
