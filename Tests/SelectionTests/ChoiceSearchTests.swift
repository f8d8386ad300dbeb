import Selection
import TestSupport
import Testing

/// The search against enumeration.
@Suite struct ChoiceSearchTests {
  @Test func findsASelectionExactlyWhereOneIs() {
    for seed in 0..<2500 as Range<UInt64> {
      let model = RandomChoices(seed: seed).model
      let allowed = RandomChoices.all(model.optionCounts).filter(model.allows)
      switch model.search() {
      case .found(let selection): #expect(model.allows(selection), "seed \(seed)")
      case .impossible: #expect(allowed.isEmpty, "seed \(seed)")
      case .unknown: Issue.record("seed \(seed) ran out of nodes")
      }
    }
  }

  @Test func propagationClosesNoOptionOfAnAllowedSelection() {
    for seed in 0..<2500 as Range<UInt64> {
      let model = RandomChoices(seed: seed).model
      let allowed = RandomChoices.all(model.optionCounts).filter(model.allows)
      guard let open = model.reachableOptions() else {
        #expect(allowed.isEmpty, "seed \(seed)")
        continue
      }
      for selection in allowed {
        #expect(zip(selection, open).allSatisfy { $1.contains($0) }, "seed \(seed)")
      }
    }
  }

  @Test func aModelWithoutOptionsIsImpossible() {
    #expect(ChoiceModel(optionCounts: [2, 0], constraints: []).search() == .impossible)
  }

  @Test func aLimitOnNodesIsTold() {
    let pigeons = (0..<7).flatMap { first in
      ((first + 1)..<7).map { second in
        ChoiceConstraint.table(
          ChoiceTable(
            scope: [first, second], classes: [Array(0..<6), Array(0..<6)], classCounts: [6, 6],
            allowed: (0..<36).map { $0 / 6 != $0 % 6 }))
      }
    }
    let model = ChoiceModel(optionCounts: .init(repeating: 6, count: 7), constraints: pigeons)
    #expect(model.search(nodeLimit: 10) == .unknown)
    #expect(model.search() == .impossible)
  }
}
