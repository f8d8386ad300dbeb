import Testing

@testable import Optimizer

@Suite struct EdgeCutsTests {
  @Test func noRowTakesATourAwayAndEveryRowTakesItsPointAway() {
    let found = CutCheck.rows("edge") { EdgeCuts($0) }
    #expect(found >= 50, "\(found)")
  }
}
