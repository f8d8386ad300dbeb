package import Diagnostics
internal import Electronics

/// A regulator's input range covers the whole rail that it takes from.
package struct RegulatorTakesItsInput: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B106", "regulator does not take its input",
    page: """
      The rail that the regulator takes from goes beyond the regulator's input range: below it the output drops out, above it the
      part is destroyed. The whole range of the rail counts, not its nominal value: a cell is `3.4..4.2 V`, a USB supply
      `4.75..5.25 V`.

      Take a part with a wider `input`, or narrow the rail where the board makes sure of it.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.regulated.filter { board.kinds[$0.source].isSubset(of: RuledBoard.regulators) }.map { rail, source, parent in
      each(
        source, reads: ["input"], on: board,
        claim: "`\(board.name(source))` does not take the whole of rail `\(parent.name)`", about: [rail.name]
      ) { $0.covers(parent.range, "input", of: "the rail") }
      .note("rail `\(parent.name)` is `\(parent.range)`", at: parent.rangeSpan)
    }
  }
}
