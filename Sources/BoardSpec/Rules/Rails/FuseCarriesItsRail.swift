package import Diagnostics
internal import Electronics

/// A fuse carries the current of the rail that it lies in.
package struct FuseCarriesItsRail: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B115", "fuse blows in normal use",
    page: """
      The fuse in the rail carries less than the rail's `limit`, so it opens while the board works as it should. Take one whose
      rated (hold) current is at least the limit.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.slots(of: ["fuse"]).compactMap { slot in
      guard let rail = board.supply(of: slot), let limit = rail.limit else { return nil }
      return each(
        slot, reads: ["current"], on: board,
        claim: "`\(board.name(slot))` does not carry the current of rail `\(rail.name)`", about: [rail.name]
      ) { part in
        guard let rated = part.quantity("current") else { return .unknown("current") }
        return rated.stored >= limit.stored ? .holds : .broken("carries `\(rated)`, the rail gives `\(limit)`")
      }
    }
  }
}
