import Testing

@testable import Optimizer

@Suite struct SolverOracleTests {
  #if DEBUG
    private static let days: UInt64 = 60
  #else
    private static let days: UInt64 = 5_000
  #endif

  @Test func neverBeatsAndNearlyAlwaysReachesTheOptimumOfSmallDays() {
    var missed: [UInt64] = []
    var covered: [String: Int] = [:]
    for seed in 1...Self.days {
      let day = SmallDay(seed: seed)
      let optimum = ExhaustiveSearch(day.instance).best
      for feature in day.features { covered[feature, default: 0] += 1 }
      let problem = Problem(day.instance)
      if !problem.demands.uncoveredSlots.isEmpty {
        #expect(optimum == nil, "seed \(seed): called infeasible")
        continue
      }
      guard problem.choices.start == .found else {
        #expect(optimum == nil, "seed \(seed): choices called impossible")
        continue
      }
      var search = Search(problem, seed: seed, lane: 0)
      search.run(work: 150_000) { false }
      var prover = Prover(Relaxation(day.instance))
      guard let optimum else {
        #expect(search.best == nil, "seed \(seed): a solution where there is none")
        continue
      }
      // The first bound and every one that cuts and branching come to.
      var greatest = prover.bound
      for _ in 0..<40 where !prover.isFinished {
        prover.advance(work: 1, cutoff: .max, tour: [])
        greatest = max(greatest, prover.bound)
      }
      #expect(greatest <= optimum, "seed \(seed): bound above the optimum")
      if let best = search.best {
        #expect((try? Evaluator(day.instance).cost(of: best)) == best.cost, "seed \(seed)")
        #expect(best.cost.total >= optimum, "seed \(seed): \(best.cost.total) below \(optimum)")
      }
      if search.best?.cost.total != optimum { missed.append(seed) }
    }
    for feature in SmallDay.allFeatures {
      #expect(covered[feature, default: 0] * 20 >= Int(Self.days), "\(feature): \(covered[feature, default: 0]) days")
    }
    #expect(missed.count * 50 <= Int(Self.days), "missed \(missed.count): seeds \(missed.prefix(40))")
  }
}
