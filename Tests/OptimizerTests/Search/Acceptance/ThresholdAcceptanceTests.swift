import Base
import Testing

@testable import Optimizer

@Suite struct ThresholdAcceptanceTests {
  private let rule = ThresholdAcceptance(divisor: 48)

  @Test func whatIsCheaperIsAcceptedAtAnyAge() {
    var random = Generator(seed: 1, lane: 0)
    for age in [0, 0.5, 1, 3] {
      #expect(rule.accepts(999, from: 1_000, floor: 0, age: age, &random))
      #expect(!rule.accepts(1_021, from: 1_000, floor: 0, age: age, &random))
    }
  }

  @Test func theLimitFallsToZeroWithAge() {
    var random = Generator(seed: 2, lane: 0)
    // From 4,800 above the floor the limit is 100 at first, and 40 at an age of 0.6.
    for (age, limit) in [(0.0, 100.0), (0.6, 40.0)] {
      for worse in [10, 30, 90] as [Int64] {
        let accepted = (0..<20_000).count { _ in
          rule.accepts(5_800 + worse, from: 5_800, floor: 1_000, age: age, &random)
        }
        let share = max(0, 1 - Double(worse + 1) / limit)
        #expect(abs(Double(accepted) / 20_000 - share) < 0.02, "\(worse) worse at \(age)")
      }
    }
    let late = (0..<1_000).count { _ in rule.accepts(5_800, from: 5_800, floor: 1_000, age: 1, &random) }
    #expect(late == 0)
  }
}
