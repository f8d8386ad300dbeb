import Testing

@testable import Optimizer

@Suite struct NoImprovementTests {
  @Test func lastsFortyRoundsAfterAGainAndAThirdOfAllLater() {
    var patience = NoImprovement()
    var waited: [Int] = []
    for (cost, rounds) in [(90, 60), (80, 200)] as [(Int64, Int)] {
      var count = 0
      for _ in 0..<rounds where !patience.isExhausted(by: cost) { count += 1 }
      waited.append(count)
    }
    #expect(waited == [41, 41])
    var late = 0
    for _ in 0..<400 where !patience.isExhausted(by: 70) { late += 1 }
    #expect(late > 100)
  }

  @Test func withoutAnAnswerItLasts() {
    var patience = NoImprovement()
    var ends = false
    for _ in 0..<200 where patience.isExhausted(by: .max) { ends = true }
    #expect(!ends)
  }
}
