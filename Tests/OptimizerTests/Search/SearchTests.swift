import Testing

@testable import Optimizer

@Suite struct SearchTests {
  @Test func aLaneDoesTheSameAgainAndOnlyWhatTheEvaluatorAccepts() throws {
    var found = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let instance = SmallDay(seed: seed).instance
      let problem = PresolvedInstance(instance)
      guard problem.demands.uncoveredSlots.isEmpty, problem.choices.start == .found else { continue }
      var first = Search(problem, seed: seed, lane: 0)
      var again = Search(problem, seed: seed, lane: 0)
      // The same work in other portions.
      first.run(work: 60_000) { false }
      while again.moves < first.moves { again.run(work: 1) { false } }
      let (best, same) = (first.best, again.best)
      #expect(best == same, "seed \(seed)")
      guard let best else { continue }
      found += 1
      let cost = try Evaluator(instance).cost(of: best)
      #expect(cost.total == best.cost.total, "seed \(seed)")
    }
    #expect(found >= 30, "\(found)")
  }

  @Test func adoptsWhatIsBetterAndFollowsAnyTour() throws {
    var checked = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let instance = SmallDay(seed: seed).instance
      let problem = PresolvedInstance(instance)
      guard let best = Solver(instance, options: .init(seed: seed, workLimit: 1)).run().solution else { continue }
      var search = Search(problem, seed: seed, lane: 1)
      search.adopt(best)
      var worse = best
      worse.cost.options += 1
      search.adopt(worse)
      let kept = search.best
      #expect(kept == best, "seed \(seed)")
      search.follow((1...Int32(instance.marketCount)).reversed())
      search.run(work: 2_000) { false }
      let last = search.best
      let after = try Evaluator(instance).cost(of: #require(last))
      #expect(after.total <= best.cost.total, "seed \(seed)")
      checked += 1
    }
    #expect(checked >= 30, "\(checked)")
  }
}
