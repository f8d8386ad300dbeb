import Base
import Testing

@testable import Optimizer

@Suite struct ProgressOrderTests {
  @Test func reportsComeInTheOrderOfWhatHappened() {
    for seed in [4, 21, 37, 58] as [UInt64] {
      let seen = Guarded<[Progress]>([])
      let cancellation = Cancellation()
      let outcome: Outcome = Solver(
        SmallDay(seed: seed).instance, options: .init(threads: 3, seed: seed, cancellation: cancellation)
      ).run { event in
        let count = seen.withLock { seen in
          seen.append(event)
          return seen.count
        }
        // Days whose gap stays open would be searched for ever.
        if count > 300 { cancellation.cancel() }
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
