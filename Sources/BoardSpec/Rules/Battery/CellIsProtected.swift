package import Diagnostics
internal import Electronics

/// A lithium cell has a protection circuit, its own or the board's.
package struct CellIsProtected: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B208", "lithium cell without protection",
    page: """
      Nothing cuts the cell off when it is shorted, overcharged or drained: the cell has no protection of its own (`protected`) and
      the board has no `cell-protection` slot. Add one (a DW01 with a dual MOSFET), or ask for a protected cell.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard board.isLithium, let cell = board.cell else { return [] }
    if !board.slots(of: ["cell-protection"]).isEmpty { return [] }
    return [
      each(
        cell, reads: ["protected"], on: board,
        claim: "`\(board.name(cell))` has no protection, and the board has none", about: ["battery"]
      ) { part in
        guard let isProtected = part.flag("protected") else { return .unknown("protected") }
        return isProtected ? .holds : .broken("has no protection of its own")
      }.help("add a slot of category `cell-protection`, or ask for `protected: true`")
    ]
  }
}
