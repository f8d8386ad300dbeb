import Base
import Testing

@testable import Optimizer

/// What must hold of every family: no tour breaks a row, the point that it was made at does.
enum CutCheck {
  /// Rows of a family at random points of small models, each held against all tours; how many there were.
  ///
  /// - Parameter prepared: whether sets of a subtour family stand in the pool before.
  static func rows<Family: CutFamily & ~Copyable>(
    withSets isPrepared: Bool = false, _ name: String, _ make: (ProofModel) -> Family
  ) -> Int {
    var found = 0
    for seed in 1...500 as ClosedRange<UInt64> {
      let model = ProofModel.random(seed: seed)
      guard model.placeCount > 3 else { continue }
      let tours = model.longTours().map { FractionalPoint(model, tour: $0) }
      var random = Generator(seed: seed, lane: 87)
      for _ in 0..<3 {
        let point = model.randomPoint(&random)
        var sets = VertexSetPool(placeCount: model.placeCount)
        if isPrepared {
          var subtours = SubtourCuts(model)
          for members in subtours.sets(point) + EdgeCuts(model).violations(point).sets { _ = sets.insert(members) }
        }
        var family = make(model)
        for row in family.violated(at: point, &sets) {
          found += 1
          #expect(point.slack(of: row, sets: sets, placeCount: model.placeCount) < -1e-9, "\(name), seed \(seed)")
          for tour in tours {
            let slack = tour.slack(of: row, sets: sets, placeCount: model.placeCount)
            #expect(slack > -1e-9, "\(name), seed \(seed)")
          }
        }
      }
    }
    return found
  }
}

extension ProofModel {
  /// The model of a small random problem with all of its markets.
  static func random(seed: UInt64) -> ProofModel {
    let relaxation = Relaxation.random(seed: seed, markets: 5)
    return ProofModel(relaxation, keep: [Bool](repeating: true, count: relaxation.placeCount))
  }
}
