import Testing

@testable import Optimizer

@Suite struct LevelCutsTests {
  @Test func noRowTakesATourAwayAndEveryRowTakesItsPointAway() {
    let found = CutCheck.rows("level") { LevelCuts($0, mostPerDemand: 2) }
    #expect(found >= 50, "\(found)")
  }
}
