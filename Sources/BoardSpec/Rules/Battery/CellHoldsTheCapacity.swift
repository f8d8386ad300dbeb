package import Diagnostics
internal import Electronics

/// The cell has the capacity that the battery states.
package struct CellHoldsTheCapacity: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B212", "cell too small for the battery's capacity",
    page: """
      `battery.capacity` is more than any cell that fits the slot holds. Charge current and runtime are calculated from it.
      Ask for `capacity` in the slot, or state what the cell has.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery, let cell = board.cell else { return [] }
    let count = Int64(board.board.slots[cell].count)
    return [
      each(
        cell, reads: ["capacity"], on: board, claim: "`\(board.name(cell))` holds less than the battery states",
        about: ["battery"]
      ) { part in
        guard let capacity = part.quantity("capacity") else { return .unknown("capacity") }
        return capacity.stored * count >= battery.capacity.stored
          ? .holds : .broken("holds `\(capacity)`, the battery states `\(battery.capacity)`")
      }
    ]
  }
}
