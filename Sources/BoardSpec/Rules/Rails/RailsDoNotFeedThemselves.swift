package import Diagnostics

/// No rail is made from itself.
package struct RailsDoNotFeedThemselves: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B104", "rail that feeds itself",
    page: """
      Following `from` from rail to rail leads back to the start, so no energy enters. One of the rails has to come from a
      connector or cell and have no `from`.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    var told: Set<String> = []
    return board.board.rails.compactMap { rail in
      var seen: Set<String> = []
      var at = board.rail(rail.from)
      while let here = at, seen.insert(here.name).inserted {
        if here.name == rail.name, told.isDisjoint(with: seen) {
          told.formUnion(seen)
          let way = seen.count == 1 ? "itself" : "itself by way of \(seen.count - 1) other\(seen.count == 2 ? "" : "s")"
          return broken("rail `\(rail.name)` is made from \(way)", at: rail.span, about: [rail.name])
        }
        at = board.rail(here.from)
      }
      return nil
    }
  }
}
