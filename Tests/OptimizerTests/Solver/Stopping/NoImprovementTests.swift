import Testing

@testable import Optimizer

@Suite struct NoImprovementTests {
  private let rule = NoImprovement(rounds: 40, share: 3)

  /// Rounds of the same cost until the rule is met, `most` at most.
  private func rounds(at cost: Int64, _ state: inout RunState, most: Int) -> Int {
    for round in 1...most {
      state.endRound(cost: cost)
      if rule.isMet(state) { return round }
    }
    return most
  }

  @Test func isMetFortyRoundsAfterAGainAndAThirdOfAllLater() {
    var state = RunState()
    #expect(rounds(at: 90, &state, most: 60) == 42)
    #expect(rounds(at: 80, &state, most: 200) == 42)
    for _ in 0..<300 { state.endRound(cost: 80) }
    // 384 rounds so far: the 193rd of the next is the first whose share is above a third.
    #expect(rounds(at: 70, &state, most: 400) == 194)
  }

  @Test func withoutAnAnswerItIsNeverMet() {
    var state = RunState()
    for _ in 0..<200 {
      state.endRound(cost: .max)
      #expect(!rule.isMet(state))
    }
  }
}
