package import Diagnostics
internal import Market

/// Chargers and cell protection are not bought as clones.
package struct NoClonesWherePowerIs: SelectionRule {
  package static let family = RuleFamily.sourcing
  package static let code = DiagnosticCode(
    "B607", "clones allowed where power is handled",
    page: """
      The conditions for a charger, a cell protection or a cell allow clones. Parts with one number differ in what they
      tolerate: a TP4056 from one maker takes 8 V, from another 6 V, and a clone states nothing. It is a warning. Take `clone`
      out of the slot's `conditions`; equivalents from a named maker are `domestic`.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.slots(of: ["charger", "power-bank-soc", "cell-protection", "cell"]).compactMap { slot in
      let conditions = board.board.slots[slot].policy.conditions ?? board.board.policy.conditions
      guard conditions.contains(.clone) else { return nil }
      return broken(
        "`\(board.name(slot))` may be filled with clones", at: board.span(slot), about: board.names(slot),
        severity: .warning
      ).help("take `clone` out of the slot's `conditions`")
    }
  }
}
