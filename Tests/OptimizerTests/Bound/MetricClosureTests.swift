import Base
import Testing

@testable import Optimizer

@Suite struct MetricClosureTests {
  /// Shortest paths one edge at a time, for as long as any gets shorter.
  private static func closed(_ legs: [Int64], _ count: Int, over stops: [Int], visits: [Int64]) -> [Int64] {
    var legs = legs
    var isChanged = true
    while isChanged {
      isChanged = false
      for from in 0..<count {
        for to in 0..<count where from != to {
          for stop in stops where stop != from && stop != to {
            let through = legs[from * count + stop] + visits[stop] + legs[stop * count + to]
            if through < legs[from * count + to] {
              legs[from * count + to] = through
              isChanged = true
            }
          }
        }
      }
    }
    return legs
  }

  @Test func longChainsOfLargeNumbersAreExact() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 63)
      let count = 6 + random.below(12)
      var legs = [Int64](repeating: 0, count: count * count)
      for i in 0..<count {
        for j in 0..<i {
          // Neighbours are near, all others far: paths go along the chain.
          let leg = Int64(1 << 36) * Int64(i - j == 1 ? 1 : 40 + random.below(9)) + Int64(random.below(1_000))
          legs[i * count + j] = leg
          legs[j * count + i] = leg
        }
      }
      let stops = (0..<count).filter { _ in random.below(4) > 0 }
      let visits = (0..<count).map { _ in Int64(random.below(50)) }
      let expected = Self.closed(legs, count, over: stops, visits: visits)
      var closure = MetricClosure(legs, count: count)
      closure.close(&legs, over: stops, visits: visits)
      #expect(legs == expected, "seed \(seed)")
    }
  }
}
