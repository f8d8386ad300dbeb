package import Diagnostics
internal import Electronics

/// A suppressor does not conduct at the rail's own voltage.
package struct SuppressorLetsItsRailPass: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B116", "suppressor conducts in normal use",
    page: """
      The working voltage of the suppressor is below the highest voltage of the rail that it guards: it conducts while nothing is
      wrong, and burns. A 5 V part on a rail that a charger raises to 9 V is the usual case.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.slots(of: ["tvs", "esd"]).compactMap { slot in
      guard let rail = board.supply(of: slot) else { return nil }
      return each(
        slot, reads: ["working-voltage"], on: board,
        claim: "`\(board.name(slot))` conducts at the voltage of rail `\(rail.name)`", about: [rail.name]
      ) { part in
        guard let works = part.quantity("working-voltage") else { return .unknown("working-voltage") }
        return works.stored >= rail.range.upper - Self.slack
          ? .holds : .broken("works up to `\(works)`, the rail reaches `\(rail.range.most)`")
      }
    }
  }

  /// Parts for 5 V are made for a USB supply of up to 5.25 V; breakdown starts a tenth above the working voltage.
  private static let slack: Int64 = 250_000
}
