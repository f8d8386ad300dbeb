import Base
import Dispatch
import Testing

@testable import Optimizer

@Suite struct ProgressOrderTests {
  @Test func reportsComeInTheOrderOfWhatHappened() {
    for seed in [4, 21, 37, 58] as [UInt64] {
      let seen = Guarded<[Progress]>([])
      // Days whose gap stays open would be searched for ever.
      let options = SolverOptions(
        threads: 3, seed: seed, timeLimit: 500_000_000, now: { DispatchTime.now().uptimeNanoseconds },
        progressInterval: 1_000_000)
      let outcome: Outcome = Solver(SmallDay(seed: seed).instance, options: options).run { event in
        seen.withLock { $0.append(event) }
      }
      let events = seen.withLock { $0 }
      #expect(!events.isEmpty || outcome.status == .infeasible, "seed \(seed)")
      for (before, after) in zip(events, events.dropFirst()) {
        #expect(after.cost ?? .max <= before.cost ?? .max, "seed \(seed)")
        #expect(after.bound >= min(before.bound, after.cost ?? .max), "seed \(seed)")
        #expect(after.moves >= before.moves, "seed \(seed)")
      }
    }
  }
}
