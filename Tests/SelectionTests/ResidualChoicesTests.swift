import Selection
import Testing

@Suite struct ResidualChoicesTests {
  /// What is left has exactly the allowed selections, and says so without constraints where it can.
  @Test func residualsKeepExactlyTheAllowedSelections() {
    for seed in 0..<2500 as Range<UInt64> {
      let model = RandomChoices(seed: seed).model
      let allowed = Set(RandomChoices.all(model.optionCounts).filter(model.allows))
      guard let residual = model.residual() else {
        #expect(allowed.isEmpty, "seed \(seed)")
        continue
      }
      let left = RandomChoices.all(residual.model.optionCounts).filter(residual.model.allows)
        .map { selection in zip(residual.open, selection).map { $0[$1] } }
      #expect(Set(left) == allowed, "seed \(seed)")
      for constraint in residual.model.constraints {
        let isIdle = RandomChoices.all(residual.model.optionCounts).allSatisfy { constraint.holds(for: $0) }
        #expect(!isIdle, "seed \(seed)")
      }
    }
  }

  @Test func withinSomeOptionsOnlyTheirSelectionsAreLeft() {
    for seed in 0..<800 as Range<UInt64> {
      let model = RandomChoices(seed: seed).model
      let within = model.optionCounts.map { count in Array(0..<max(1, count - 1)) }
      let allowed = RandomChoices.all(model.optionCounts).filter { selection in
        model.allows(selection) && zip(selection, within).allSatisfy { $1.contains($0) }
      }
      let left = model.residual(within: within).map { residual in
        RandomChoices.all(residual.model.optionCounts).filter(residual.model.allows)
          .map { selection in zip(residual.open, selection).map { $0[$1] } }
      }
      #expect(Set(left ?? []) == Set(allowed), "seed \(seed)")
    }
  }

  @Test func anEmptyOptionSatisfiesWhateverTheOthersTake() {
    for seed in 0..<800 as Range<UInt64> {
      let model = RandomChoices(seed: seed).model
      let empty = Set(model.optionCounts.indices.filter { ($0 + Int(seed)) % 2 == 0 })
      let counts = model.optionCounts.indices.map { model.optionCounts[$0] + (empty.contains($0) ? 1 : 0) }
      for constraint in model.constraints {
        let wider = constraint.allowing(emptyOptionOf: empty)
        for selection in RandomChoices.all(counts) {
          let isFilled = constraint.scope.allSatisfy { selection[$0] < model.optionCounts[$0] }
          if isFilled {
            #expect(wider.holds(for: selection) == constraint.holds(for: selection), "seed \(seed)")
          } else if case .table = constraint {
            #expect(wider.holds(for: selection), "seed \(seed)")
          }
        }
      }
    }
  }
}
