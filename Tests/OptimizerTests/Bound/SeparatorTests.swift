import Base
import Testing

@testable import Optimizer

@Suite struct SeparatorTests {
  /// What must hold of a cut: no tour breaks it, the point that it was made at does.
  private static func check(
    _ row: CutRow, cuts point: FractionalPoint, _ sets: VertexSetPool, _ model: ProofModel, _ tours: [FractionalPoint],
    _ name: Comment
  ) {
    #expect(point.slack(of: row, sets: sets, placeCount: model.placeCount) < -1e-9, name)
    for tour in tours {
      let slack = tour.slack(of: row, sets: sets, placeCount: model.placeCount)
      #expect(slack > -1e-9, name)
    }
  }

  @Test func noCutTakesATourAwayAndEveryCutTakesItsPointAway() {
    var found: [String: Int] = [:]
    for seed in 1...500 as ClosedRange<UInt64> {
      let model = ProofModel.random(seed: seed)
      guard model.placeCount > 3 else { continue }
      let tours = model.longTours().map { FractionalPoint(model, tour: $0) }
      var random = Generator(seed: seed, lane: 87)
      for _ in 0..<3 {
        let point = model.randomPoint(&random)
        var separator = Separator(model)
        var sets = VertexSetPool(placeCount: model.placeCount)
        func check(_ row: CutRow, _ kind: String) {
          found[kind, default: 0] += 1
          Self.check(row, cuts: point, sets, model, tours, "\(kind), seed \(seed)")
        }
        for row in separator.levelRows(point, mostPerDemand: 2) { check(row, "level") }
        let subtours = separator.subtours(point)
        for members in subtours {
          let set = sets.insert(members)
          check(separator.subtourRow(set, sets.members(of: set), point), "subtour")
        }
        let edges = separator.edgeViolations(point)
        for row in edges.rows { check(row, "depot edge") }
        for members in edges.sets {
          let set = sets.insert(members)
          check(separator.subtourRow(set, sets.members(of: set), point), "edge")
        }
        for (level, members) in separator.productSets(point, demands: 0..<model.demandCount) {
          // A guess where supply is limited: judged like every other set.
          let set = sets.insert(members)
          let row = separator.productRow(level, set, sets)
          if point.slack(of: row, sets: sets, placeCount: model.placeCount) < -1e-9 { check(row, "product by flow") }
        }
        var products: [Separator.ProductCut] = []
        for set in 0..<sets.count { separator.productCuts(point, set, sets, into: &products) }
        for cut in products { check(separator.productRow(Int(cut.level), Int(cut.set), sets), "product") }
        var rounding = RoundingSeparator(model)
        for row in rounding.cuts(point, pool: (0..<Int32(sets.count)).map { $0 }, sets: sets) { check(row, "rounding") }
      }
    }
    for kind in ["level", "subtour", "depot edge", "edge", "product by flow", "product", "rounding"] {
      #expect(found[kind, default: 0] >= 50, "\(kind): \(found)")
    }
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
      var separator = Separator(model)
      let count = separator.subtours(point).count
      // Below the tolerance none is looked for.
      if worst > 0.02 { violated += 1 }
      if worst > 0.02 || worst < 0.005 { #expect((count > 0) == (worst > 0.02), "seed \(seed)") }
    }
    #expect(violated >= 100, "\(violated)")
  }
}

extension ProofModel {
  /// The model of a small random problem with all of its markets.
  static func random(seed: UInt64) -> ProofModel {
    let relaxation = Relaxation.random(seed: seed, markets: 5)
    return ProofModel(relaxation, keep: [Bool](repeating: true, count: relaxation.placeCount))
  }
}
