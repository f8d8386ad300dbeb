import Base
import Testing

@testable import Optimizer

@Suite struct SolverTests {
  @Test func workLimitGivesTheSameOutcomeForOneAndTwoThreads() {
    for seed in [3, 14, 15, 92] as [UInt64] {
      let day = SmallDay(seed: seed).instance
      let outcomes = [1, 2, 3].map { threads -> Outcome in
        Solver(day, options: .init(threads: threads, seed: seed, workLimit: 2)).run()
      }
      #expect(outcomes[0] == outcomes[1] && outcomes[0] == outcomes[2], "seed \(seed)")
    }
  }

  @Test func cancellationEndsARunWithoutLimits() {
    let cancellation = Cancellation()
    cancellation.cancel()
    let outcome: Outcome = Solver(
      SmallDay(seed: 3).instance, options: .init(threads: 2, cancellation: cancellation)
    ).run()
    #expect(outcome.status != .infeasible)
  }

  @Test func boundNeverExceedsTheCost() {
    for seed in 200...220 as ClosedRange<UInt64> {
      let outcome: Outcome = Solver(SmallDay(seed: seed).instance, options: .init(workLimit: 1)).run()
      if let cost = outcome.solution?.cost.total { #expect(outcome.bound <= cost, "seed \(seed)") }
      #expect((outcome.status == .optimal) == (outcome.solution?.cost.total == outcome.bound), "seed \(seed)")
    }
  }
}
