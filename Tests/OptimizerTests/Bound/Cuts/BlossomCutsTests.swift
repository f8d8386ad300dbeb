import Base
import Testing

@testable import Optimizer

@Suite struct BlossomCutsTests {
  /// Two triangles of half edges, joined by three whole ones: no subtour, and no tour either.
  private func prism(_ model: ProofModel, _ random: inout Generator) -> FractionalPoint {
    let places = Array(0..<6 as Range<Int32>).shuffled(using: &random)
    var point = FractionalPoint(model)
    for place in 0..<6 { point.visit[place] = 1 }
    let halves = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)]
    let whole = [(0, 3), (1, 4), (2, 5)]
    for (pairs, value) in [(halves, 0.5), (whole, 1)] {
      for (i, j) in pairs { point.addEdge(min(places[i], places[j]), max(places[i], places[j]), value) }
    }
    return point
  }

  @Test func aPrismIsCutOffAndNoTourIs() {
    var found = 0
    for seed in 1...500 as ClosedRange<UInt64> {
      let model = ProofModel.random(seed: seed)
      guard model.placeCount == 6 else { continue }
      var random = Generator(seed: seed, lane: 92)
      let point = prism(model, &random)
      var sets = VertexSetPool(placeCount: model.placeCount)
      let rows = BlossomCuts(model).violated(at: point, &sets)
      #expect(!rows.isEmpty, "seed \(seed)")
      for row in rows {
        found += 1
        #expect(point.slack(of: row, sets: sets, placeCount: model.placeCount) < -0.9, "seed \(seed)")
        for tour in model.longTours() {
          let slack = FractionalPoint(model, tour: tour).slack(of: row, sets: sets, placeCount: model.placeCount)
          #expect(slack > -1e-9, "seed \(seed)")
        }
      }
    }
    #expect(found >= 20, "\(found)")
  }
}
