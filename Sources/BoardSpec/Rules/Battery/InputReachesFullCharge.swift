package import Diagnostics
internal import Electronics

/// The charger's input is above the voltage at which the charge ends.
package struct InputReachesFullCharge: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B219", "input too low to fill the cell",
    page: """
      A linear charger cannot raise its input: at the lowest voltage of the rail that it charges from, the charge never reaches its
      end. Take a rail that stays above the termination voltage, or a charger that steps up.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let charger = board.charger, let rail = board.chargingRail else { return [] }
    return [
      each(
        charger, reads: ["termination", "topology"], on: board,
        claim: "`\(board.name(charger))` cannot fill the cell from the lowest `\(rail.name)`",
        about: [rail.name, "battery"]
      ) { part in
        guard let topology = part.text("topology") else { return .unknown("topology") }
        guard topology == "linear" || topology == "power-path" else { return .holds }
        guard let ends = part.quantity("termination") else { return .unknown("termination") }
        return rail.range.lower > ends.stored
          ? .holds : .broken("ends the charge at `\(ends)`, the rail goes down to `\(rail.range.least)`")
      }
    ]
  }
}
