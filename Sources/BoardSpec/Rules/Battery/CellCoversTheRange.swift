package import Diagnostics
internal import Electronics

/// The board uses the cell within the cell's own limits.
package struct CellCoversTheRange: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B213", "cell used beyond its limits",
    page: """
      `battery.voltage` goes below the cell's cut-off or above its full voltage. A lithium-ion cell is full at 4.2 V and empty at
      2.75 to 3.0 V; below, it ages or must not be charged again.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery, let cell = board.cell else { return [] }
    return [
      each(
        cell, reads: ["voltage-range"], on: board, claim: "`\(board.name(cell))` is used beyond its limits",
        about: ["battery"]
      ) { $0.covers(battery.range, "voltage-range", of: "the battery", verb: "is made for") }
    ]
  }
}
