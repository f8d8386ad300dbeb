import Base
import LinearProgramming
import Testing

@testable import Optimizer

@Suite struct ExactDualTests {
  /// Whatever the simplex answers, no tour costs less than the bound that is made of it.
  @Test func anyDualsAtAllGiveABoundBelowEveryTour() {
    var useful = 0
    for seed in 1...500 as ClosedRange<UInt64> {
      let model = ProofModel.random(seed: seed)
      guard model.placeCount > 3, let best = model.longTours().compactMap(model.objective(ofTour:)).min() else {
        continue
      }
      var random = Generator(seed: seed, lane: 89)
      var master = LPRelaxation(model, magnitude: max(1, best))
      let point = model.randomPoint(&random)
      var families = CutFamilies(model, levelCutsPerDemand: 2)
      var cuts = (0..<model.levelCount).map { families.levels.row($0) }
      for members in families.subtours.sets(point) {
        let set = master.sets.insert(members)
        cuts.append(SubtourCuts.row(set, master.sets.members(of: set), point))
        for level in 0..<model.levelCount { cuts.append(families.products.row(level, set, master.sets)) }
      }
      _ = master.addRows(cuts)
      for _ in 0..<20 {
        let scale = master.costScale * [0.1, 1, 10][random.below(3)]
        let duals = (0..<(model.placeCount + master.rows.count)).map { _ in
          (random.unit() - 0.4) * Double(best) * scale / Double(model.placeCount)
        }
        let bound = master.evaluate(duals).bound
        let limit = best * master.fixedPoint
        #expect(bound <= limit, "seed \(seed)")
        if bound > 0 { useful += 1 }
      }
      for broken in [Double.nan, .infinity, -.infinity, 1e300] {
        let duals = [Double](repeating: broken, count: model.placeCount + master.rows.count)
        let bound = master.evaluate(duals).bound
        let limit = best * master.fixedPoint
        #expect(bound <= limit, "\(broken), seed \(seed)")
      }
    }
    #expect(useful >= 300, "\(useful) bounds above zero")
  }

  /// Duals may be far larger than the cost that was expected, as when no tour is known yet: nothing of them is lost.
  @Test(arguments: [1, 30, 100_000] as [Int64]) func aSolvedProgramKeepsItsObjectiveAtAnyMagnitude(magnitude: Int64) {
    var solved = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      let model = ProofModel.random(seed: seed)
      guard model.placeCount > 3 else { continue }
      var master = LPRelaxation(model, magnitude: magnitude)
      let count = Int32(model.placeCount)
      let levels = LevelCuts(model, mostPerDemand: 1)
      _ = master.addRows((0..<model.levelCount).map { levels.row($0) })
      master.addEdges((0..<count).flatMap { i in ((i + 1)..<max(count, i + 1)).map { i * count + $0 } })
      guard master.solve(iterations: 10_000) == .optimal else { continue }
      solved += 1
      let bound = Double(master.evaluate(master.duals).bound) / Double(master.fixedPoint)
      let objective = master.program.objective / master.costScale + Double(model.constant)
      #expect(abs(bound - objective) < 1e-4 * max(1, objective), "seed \(seed): \(bound) for \(objective)")
    }
    #expect(solved >= 100, "\(solved)")
  }
}
