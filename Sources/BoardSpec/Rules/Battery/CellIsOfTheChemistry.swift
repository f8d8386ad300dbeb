package import Diagnostics
internal import Electronics

/// The cell is of the battery's chemistry.
package struct CellIsOfTheChemistry: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B202", "cell of another chemistry",
    page: """
      The slot that holds the battery takes a cell of another chemistry than `battery` states, so every figure of the battery is
      wrong for it. Correct `chemistry`, or ask for it in the slot.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery, let cell = board.cell else { return [] }
    return [
      each(
        cell, reads: ["chemistry"], on: board,
        claim: "`\(board.name(cell))` is no `\(battery.chemistry)` cell", about: ["battery"]
      ) { part in
        guard let made = part.text("chemistry") else { return .unknown("chemistry") }
        return made == battery.chemistry ? .holds : .broken("is `\(made)`")
      }
    ]
  }
}
