package import Diagnostics

/// Every rail has a source.
package struct RailsHaveSources: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B101", "rail without a source",
    page: """
      Nothing feeds the rail: it names no `source`. Name the connector, cell or regulator that does.

          V33: {source: U2, from: VBAT, range: 3.2..3.4 V}
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.board.rails.filter { $0.source == nil }.map { rail in
      broken("rail `\(rail.name)` has no source", at: rail.span, about: [rail.name])
        .help("name what feeds it: `source: U2`")
    }
  }
}
