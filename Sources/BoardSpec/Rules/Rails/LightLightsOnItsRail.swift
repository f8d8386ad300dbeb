package import Diagnostics
internal import Electronics

/// A light's forward voltage is below its rail's.
package struct LightLightsOnItsRail: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B119", "light stays dark on its rail",
    page: """
      The light's forward voltage is above the lowest voltage of the rail that drives it through a resistor: it grows dim, then
      dark, while the rail is still in range. Blue and white lights need some 3 V, red and green ones some 2 V. Take another
      colour or a higher rail.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.slots(of: ["led"]).compactMap { slot in
      guard let rail = board.supply(of: slot) else { return nil }
      return each(
        slot, reads: ["forward-voltage"], on: board,
        claim: "`\(board.name(slot))` stays dark at the lowest voltage of rail `\(rail.name)`", about: [rail.name]
      ) { part in
        guard let forward = part.quantity("forward-voltage") else { return .unknown("forward-voltage") }
        return forward.stored < rail.range.lower
          ? .holds : .broken("needs `\(forward)`, the rail goes down to `\(rail.range.least)`")
      }
    }
  }
}
