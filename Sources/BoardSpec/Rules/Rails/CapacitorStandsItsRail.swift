package import Diagnostics
internal import Electronics

/// A capacitor's rated voltage is above its rail's.
package struct CapacitorStandsItsRail: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B117", "capacitor rated below its rail",
    page: """
      The highest voltage of the rail is more than the capacitor is rated for; for a tantalum capacitor more than half of it,
      since these fail by fire when a supply with low impedance is switched on. Take a higher rating.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.slots(of: ["capacitor", "tantalum-capacitor", "electrolytic-capacitor"]).compactMap { slot in
      guard let rail = board.supply(of: slot) else { return nil }
      return each(
        slot, reads: ["voltage", "category"], on: board,
        claim: "`\(board.name(slot))` does not stand rail `\(rail.name)`", about: [rail.name]
      ) { part in
        guard let rated = part.quantity("voltage") else { return .unknown("voltage") }
        let factor: Int64 = part.category == "tantalum-capacitor" ? 2 : 1
        return rated.stored / factor >= rail.range.upper
          ? .holds
          : .broken(
            "is rated `\(rated)`\(factor == 2 ? ", of which half is used" : ""), the rail reaches `\(rail.range.most)`")
      }
    }
  }
}
