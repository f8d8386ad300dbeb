import Base
import Testing

@testable import Optimizer

@Suite struct SubtourCutsTests {
  @Test func noRowTakesATourAwayAndEveryRowTakesItsPointAway() {
    let found = CutCheck.rows("subtour") { SubtourCuts($0) }
    #expect(found >= 50, "\(found)")
  }

  @Test func aSubtourIsFoundWhereverOneIsViolated() {
    var violated = 0
    for seed in 1...500 as ClosedRange<UInt64> {
      let model = ProofModel.random(seed: seed)
      guard model.placeCount > 3 else { continue }
      var random = Generator(seed: seed, lane: 88)
      let point = model.randomPoint(&random)
      var worst = 0.0
      for bits in 1..<(1 << (model.placeCount - 1)) {
        let members = (1..<Int32(model.placeCount)).filter { bits >> ($0 - 1) & 1 == 1 }
        var sets = VertexSetPool(placeCount: model.placeCount)
        let set = sets.insert(members)
        let most = members.map { point.visit[Int($0)] }.max() ?? 0
        worst = max(worst, 2 * most - point.crossing(set, sets))
      }
      var subtours = SubtourCuts(model)
      let count = subtours.sets(point).count
      // Below the tolerance none is looked for.
      if worst > 0.02 { violated += 1 }
      if worst > 0.02 || worst < 0.005 { #expect((count > 0) == (worst > 0.02), "seed \(seed)") }
    }
    #expect(violated >= 100, "\(violated)")
  }
}
