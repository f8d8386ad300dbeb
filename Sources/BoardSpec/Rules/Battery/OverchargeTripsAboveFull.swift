package import Diagnostics
internal import Electronics

/// The protection trips above the voltage at which the charge ends.
package struct OverchargeTripsAboveFull: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B210", "protection trips before the cell is full",
    page: """
      The protection's overcharge voltage is not above the charger's termination voltage, so the protection opens before the charge
      ends and the charger never finishes. A 4.2 V charge needs a threshold of about 4.25 to 4.35 V.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let charger = board.charger else { return [] }
    return board.slots(of: ["cell-protection"]).map { slot in
      together(
        [(slot, ["over-charge"]), (charger, ["termination"])], on: board,
        claim: "`\(board.name(slot))` opens before `\(board.name(charger))` ends the charge", about: ["battery"]
      ) { parts in
        guard let trips = parts[0].quantity("over-charge") else { return .unknown("over-charge") }
        guard let ends = parts[1].quantity("termination") else { return .unknown("termination", of: 1) }
        return trips.stored > ends.stored ? .holds : .broken("trips at `\(trips)`, the charge ends at `\(ends)`")
      }
    }
  }
}
