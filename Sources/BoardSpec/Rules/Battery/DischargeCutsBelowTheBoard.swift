package import Diagnostics
internal import Electronics

/// The protection does not cut while the board still counts on the cell.
package struct DischargeCutsBelowTheBoard: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B211", "protection cuts too early",
    page: """
      The protection's overdischarge voltage is above the lowest voltage at which the board uses the cell (the lower end of
      `battery.voltage`), so the board loses power before it can see that the battery is empty. Take a lower threshold, or end
      at a higher voltage.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery else { return [] }
    return board.slots(of: ["cell-protection"]).map { slot in
      each(
        slot, reads: ["over-discharge"], on: board,
        claim: "`\(board.name(slot))` cuts the cell off while the board uses it", about: ["battery"]
      ) { part in
        guard let cuts = part.quantity("over-discharge") else { return .unknown("over-discharge") }
        return cuts.stored <= battery.range.lower
          ? .holds : .broken("cuts at `\(cuts)`, the board uses the cell down to `\(battery.range.least)`")
      }
    }
  }
}
