package import Diagnostics
internal import Electronics

/// A reset supervisor releases the reset over the whole rail.
package struct SupervisorLetsTheRailRun: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B118", "supervisor holds the reset",
    page: """
      The supervisor's threshold lies above the lowest voltage of the rail that it watches, so the board is held in reset although
      its rail is in range. Take a lower `threshold`.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.slots(of: ["reset-supervisor"]).compactMap { slot in
      guard let rail = board.supply(of: slot) else { return nil }
      return each(
        slot, reads: ["threshold"], on: board,
        claim: "`\(board.name(slot))` holds the reset within the range of rail `\(rail.name)`", about: [rail.name]
      ) { part in
        guard let threshold = part.quantity("threshold") else { return .unknown("threshold") }
        return threshold.stored < rail.range.lower
          ? .holds : .broken("resets below `\(threshold)`, the rail goes down to `\(rail.range.least)`")
      }
    }
  }
}
