import Selection
import TestSupport
import Testing

@Suite struct ChoiceConflictTests {
  /// Nothing can be left out of a conflict, and without it nothing is wrong with what is left out.
  @Test func conflictsAreMinimal() {
    var found = 0
    for seed in 0..<2500 as Range<UInt64> {
      let model = RandomChoices(seed: seed).model
      let selections = RandomChoices.all(model.optionCounts)
      let isPossible = selections.contains(where: model.allows)
      guard let conflict = model.conflict() else {
        #expect(isPossible, "seed \(seed)")
        continue
      }
      found += 1
      #expect(!isPossible, "seed \(seed)")
      func holds(_ kept: [Int], _ selection: [Int]) -> Bool {
        kept.allSatisfy { model.constraints[$0].holds(for: selection) }
      }
      #expect(!selections.contains { holds(conflict, $0) }, "seed \(seed)")
      for left in conflict {
        let rest = conflict.filter { $0 != left }
        #expect(selections.contains { holds(rest, $0) }, "seed \(seed)")
      }
    }
    #expect(found > 300)
  }
}
