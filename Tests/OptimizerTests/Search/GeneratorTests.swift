import Testing

@testable import Optimizer

@Suite struct GeneratorTests {
  @Test func lanesAndSeedsHaveSequencesOfTheirOwnThatComeAgain() {
    var seen: Set<[UInt64]> = []
    for seed in 1...20 as ClosedRange<UInt64> {
      for lane in 0..<20 {
        var first = Generator(seed: seed, lane: lane)
        var again = Generator(seed: seed, lane: lane)
        let sequence = (0..<4).map { _ in first.next() }
        #expect(sequence == (0..<4).map { _ in again.next() })
        seen.insert(sequence)
      }
    }
    #expect(seen.count == 400)
  }

  @Test func numbersBelowABoundAreSpreadEvenly() {
    var random = Generator(seed: 7, lane: 0)
    var counts = [Int](repeating: 0, count: 13)
    for _ in 0..<130_000 { counts[random.below(13)] += 1 }
    // Five standard deviations of a binomial of 130,000 and 1/13.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 480 }, "\(counts)")
    let mean = (0..<100_000).reduce(0.0) { sum, _ in sum + random.unit() } / 100_000
    #expect(abs(mean - 0.5) < 0.005)
    #expect((0..<1_000).allSatisfy { _ in (0..<1).contains(random.unit()) })
  }
}
