import Base
import Selection
import TestSupport
import Testing

@Suite struct CheapestSelectionTests {
  @Test func itIsTheCheapestOfAllAllowed() {
    for seed in 0..<2500 as Range<UInt64> {
      let model = RandomChoices(seed: seed).model
      var random = SeededGenerator(seed: seed &+ 77)
      let costs = model.optionCounts.map { count in (0..<count).map { _ in Int64.random(in: 0...20, using: &random) } }
      func cost(_ selection: [Int]) -> Int64 { zip(selection, costs).reduce(0) { $0 + $1.1[$1.0] } }
      let least = RandomChoices.all(model.optionCounts).filter(model.allows).map(cost).min()
      let found = model.cheapestSelection(costs: costs)
      #expect(found.map(cost) == least, "seed \(seed)")
      #expect(found.map(model.allows) ?? true, "seed \(seed)")
    }
  }
}
