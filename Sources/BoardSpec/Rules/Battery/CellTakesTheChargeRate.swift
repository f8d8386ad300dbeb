package import Diagnostics
internal import Electronics

/// The charge rate that the battery states is one that the cell takes.
package struct CellTakesTheChargeRate: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B214", "charge rate beyond the cell's limit",
    page: """
      `battery.charge-rate × capacity` is more than the cell's `charge-limit`. Cells for phones and watches take 0.5 C, some take
      1 C. Lower the rate, or ask for a cell that takes more.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let cell = board.cell, let asked = board.allowedCharge else { return [] }
    let count = Int64(board.board.slots[cell].count)
    return [
      each(
        cell, reads: ["charge-limit"], on: board, claim: "`\(board.name(cell))` does not take the charge rate",
        about: ["battery"]
      ) { part in
        guard let limit = part.quantity("charge-limit") else { return .unknown("charge-limit") }
        return limit.stored * count >= asked.stored
          ? .holds : .broken("takes `\(limit)`, the battery states `\(asked)`")
      }
    ]
  }
}
