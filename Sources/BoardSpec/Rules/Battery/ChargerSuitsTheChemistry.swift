package import Diagnostics
internal import Electronics

/// The charger is made for the battery's chemistry.
package struct ChargerSuitsTheChemistry: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B201", "charger for another chemistry",
    page: """
      A charger ends the charge as one chemistry requires: lithium-ion at a constant 4.2 V, LiFePO₄ at 3.6 V, nickel cells by
      their voltage's fall. The wrong one overcharges or never fills the cell. Match the charger's `chemistry` and the
      battery's.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery, let charger = board.charger else { return [] }
    return [
      each(
        charger, reads: ["chemistry"], on: board,
        claim: "`\(board.name(charger))` does not charge `\(battery.chemistry)`", about: ["battery"]
      ) { part in
        guard let made = part.text("chemistry") else { return .unknown("chemistry") }
        return made == battery.chemistry ? .holds : .broken("charges `\(made)`, the battery is `\(battery.chemistry)`")
      }
    ]
  }
}
