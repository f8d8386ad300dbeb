import Base
import Testing

@testable import Optimizer

@Suite struct CostGridTests {
  @Test func aBoundSaysNoMoreThanRoundedTermsAllow() {
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 61)
      let rounding = Int64([1, 2, 5, 10][random.below(4)])
      let scale = Int64(1 + random.below(9))
      let buyers = random.below(3)
      let grid = CostGrid(scale: scale, step: rounding, roundedTerms: Int64(buyers), rounding: rounding)
      for _ in 0..<50 {
        let others = rounding * Int64(random.below(20))
        // Times in units of 1 / scale, each rounded half up to the step.
        let times = (0..<buyers).map { _ in Int64(random.below(400)) }
        let step = rounding * scale
        let cost = times.reduce(others) { sum, time in
          let rest = time % step
          return sum + (time - rest) / scale + (2 * rest < step ? 0 : rounding)
        }
        let relaxed = times.reduce(others * scale, +)
        #expect(grid.cost(ofBound: relaxed) <= cost, "seed \(seed)")
        if buyers < 2 { #expect(grid.cost(ofBound: relaxed) == cost, "seed \(seed)") }
      }
    }
  }

  @Test func theLeastBoundThatReachesACostIsFound() {
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 62)
      let step = Int64(1 + random.below(12))
      let grid = CostGrid(
        scale: Int64(1 + random.below(9)), step: step, roundedTerms: Int64(random.below(3)),
        rounding: step * Int64(1 + random.below(3)))
      let cost = Int64(random.below(200))
      let bound = grid.bound(reaching: cost)
      #expect(grid.cost(ofBound: bound) >= cost, "seed \(seed)")
      #expect(grid.cost(ofBound: bound - 1) < cost, "seed \(seed)")
    }
    #expect(CostGrid().bound(reaching: .max) == .max)
    #expect(CostGrid().cost(ofBound: .max) == .max)
  }
}
