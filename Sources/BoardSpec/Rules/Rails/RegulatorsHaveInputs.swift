package import Diagnostics

/// A rail that a regulator makes says what it is made from.
package struct RegulatorsHaveInputs: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B105", "regulator without an input",
    page: """
      The rail's source is a regulator, and a regulator takes from another rail. Without `from` neither its input range nor the
      load that it puts on that rail can be checked.

          V33: {source: U2, from: VBAT, range: 3.2..3.4 V}
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.board.rails.filter { $0.from == nil }.compactMap { rail in
      guard let source = board.slot(rail.source), board.kinds[source].isSubset(of: RuledBoard.regulators) else {
        return nil
      }
      return broken(
        "rail `\(rail.name)` does not say what its regulator takes from", at: rail.sourceSpan ?? rail.span,
        about: [rail.name]
      ).help("add `from: VBAT`, or whichever rail it is")
    }
  }
}
