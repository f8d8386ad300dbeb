package import Diagnostics
internal import Market

/// Cells are bought new.
package struct NoPulledCells: SelectionRule {
  package static let family = RuleFamily.sourcing
  package static let code = DiagnosticCode(
    "B601", "used cells allowed",
    page: """
      The conditions that hold for the cell's slot allow pulled or refurbished goods. A lithium cell out of another product has an
      unknown history: its capacity is a guess and its separator may be damaged, which is how fires start. Give the slot
      `conditions: [original, domestic]`.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.slots(of: ["cell"]).compactMap { slot in
      let conditions = board.board.slots[slot].policy.conditions ?? board.board.policy.conditions
      let used = [Condition.pulled, .refurbished].filter(conditions.contains)
      guard !used.isEmpty else { return nil }
      let named = used.map { "`\($0.rawValue)`" }.joined(separator: " and ")
      return broken(
        "`\(board.name(slot))` may be filled with \(named) cells", at: board.span(slot), about: board.names(slot)
      ).help("give the slot `conditions: [original, domestic]`")
    }
  }
}
