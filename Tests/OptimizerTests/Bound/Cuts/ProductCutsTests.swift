import Testing

@testable import Optimizer

@Suite struct ProductCutsTests {
  @Test func noRowTakesATourAwayAndEveryRowTakesItsPointAway() {
    let found = CutCheck.rows(withSets: true, "product") { ProductCuts($0) }
    #expect(found >= 50, "\(found)")
  }
}
