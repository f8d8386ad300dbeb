package import Diagnostics
internal import Electronics

/// Antennas and their sockets have the radio's impedance.
package struct AntennaIsMatched: SelectionRule {
  package static let family = RuleFamily.radio
  package static let code = DiagnosticCode(
    "B505", "antenna of another impedance",
    page: """
      Radios and their lines are made for 50 Ω. An antenna, cable or socket of another impedance reflects power back into the
      amplifier. 75 Ω parts are for television.
      """)

  private static let line = Quantity(.resistance, stored: 50_000_000)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.slots(of: ["antenna", "rf-connector", "rf-cable"]).map { slot in
      each(slot, reads: ["impedance"], on: board, claim: "`\(board.name(slot))` is not made for 50 Ω") { part in
        guard let impedance = part.quantity("impedance") else { return .unknown("impedance") }
        return impedance == Self.line ? .holds : .broken("has `\(impedance)`")
      }
    }
  }
}
