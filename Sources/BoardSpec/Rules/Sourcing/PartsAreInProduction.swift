package import Diagnostics
internal import Electronics

/// A slot has a part that is still made.
package struct PartsAreInProduction: SelectionRule {
  package static let family = RuleFamily.sourcing
  package static let code = DiagnosticCode(
    "B605", "obsolete part",
    page: """
      Every part that fits the slot is out of production (`lifecycle` is `obsolete` or `not-for-new-designs`): stock dwindles,
      prices rise, and remarked goods come up. It is a warning; a prototype can be built from stock. A note names the slots
      whose parts do not state it; goods without a maker's number (passives, cells, hardware) need not state it.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.candidates.indices.compactMap { slot in
      guard board.states(slot, "lifecycle") || !board.kinds[slot].isDisjoint(with: PartKinds.chips) else { return nil }
      return each(
        slot, reads: ["lifecycle"], on: board, claim: "every part for `\(board.name(slot))` is out of production",
        severity: .warning
      ) { part in
        guard let state = part.text("lifecycle") else { return .unknown("lifecycle") }
        return ["obsolete", "not-for-new-designs"].contains(state) ? .broken("is `\(state)`") : .holds
      }
    }
  }
}
