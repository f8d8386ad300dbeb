import Testing

@testable import Optimizer

@Suite struct RelaxationTests {
  #if DEBUG
    private static let days: UInt64 = 40
  #else
    private static let days: UInt64 = 3_000
  #endif

  @Test func theProvenOptimumOfARelaxedDayNeverExceedsTheDays() {
    for seed in 20_001...(20_000 + Self.days) {
      let day = SmallDay(seed: seed)
      guard let optimum = DayOracle(day.instance).best else { continue }
      var prover = Prover(Relaxation(day.instance))
      prover.advance(work: 50_000_000, cutoff: .max, tour: [])
      let bound = CostGrid(day.instance).cost(ofBound: prover.bound)
      #expect(bound <= optimum, "seed \(seed)")
    }
  }
}
