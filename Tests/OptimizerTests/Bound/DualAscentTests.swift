import Testing

@testable import Optimizer

@Suite struct DualAscentTests {
  @Test func neverExceedsTheOptimum() {
    for seed in 1...400 as ClosedRange<UInt64> {
      let relaxation = Relaxation.random(seed: seed)
      guard let optimum = relaxation.optimum() else { continue }
      #expect(DualAscent(relaxation).bound <= optimum, "seed \(seed)")
    }
  }
}
