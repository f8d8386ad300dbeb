package import Diagnostics
internal import Electronics

/// A rail's limit is no more than its source gives.
package struct RailLimitWithinSource: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B112", "rail's limit above what its source gives",
    page: """
      The rail's `limit` promises more current than the part that feeds it is rated for: a connector's contacts, a regulator's
      output, a cell's discharge limit. Lower the limit, or ask for more in the source's slot (`current: ">= 500 mA"`).
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.board.rails.compactMap { rail in
      guard let limit = rail.limit, let source = board.slot(rail.source),
        board.kinds[source].isSubset(of: Self.sources)
      else { return nil }
      let parent = board.rail(rail.from)
      return each(
        source, reads: Relation.Share.rating + ["category"], on: board,
        claim: "`\(board.name(source))` does not give the limit of rail `\(rail.name)`", at: rail.limitSpan,
        about: [rail.name]
      ) { part in
        guard let rated = part.ratedCurrent(rail: rail, parent: parent) else { return .unknown(part.ratingName) }
        return rated >= limit.stored ? .holds : .broken("gives \(currentText(rated)), the limit is `\(limit)`")
      }
    }
  }

  private static let sources: Set<String> = [
    "ldo", "buck", "boost", "load-switch", "cell", "usb-connector", "pogo", "power-bank-soc",
  ]
}
