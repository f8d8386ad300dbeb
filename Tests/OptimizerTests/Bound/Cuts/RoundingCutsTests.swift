import Testing

@testable import Optimizer

@Suite struct RoundingCutsTests {
  @Test func noRowTakesATourAwayAndEveryRowTakesItsPointAway() {
    let found = CutCheck.rows(withSets: true, "rounding") { RoundingCuts($0) }
    #expect(found >= 50, "\(found)")
  }
}
