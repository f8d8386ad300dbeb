package import Diagnostics
internal import Electronics

/// A regulator's output, with its tolerance, lies in the range of the rail that it makes.
package struct RegulatorMakesItsRail: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B107", "regulator makes another voltage",
    page: """
      The regulator's output voltage with its tolerance is not within the rail's range, or an adjustable one cannot be set to
      any voltage of it. Where the tolerance is not stated, the nominal value is checked and a note says so.

      Take a part with the right `output`, or write the range that the part really makes.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.board.rails.compactMap { rail in
      guard let source = board.slot(rail.source), board.kinds[source].isSubset(of: ["ldo", "buck", "boost"]) else {
        return nil
      }
      return each(
        source, reads: ["output", "output-range", "tolerance"], on: board,
        claim: "`\(board.name(source))` does not make rail `\(rail.name)`", about: [rail.name]
      ) { part in
        if let span = part.range("output-range") {
          return span.overlaps(rail.range)
            ? .holds : .broken("can be set to `\(span)`, the rail is `\(rail.range)`")
        }
        guard let output = part.quantity("output") else { return .unknown("output") }
        let made = part.withTolerance("output") ?? QuantityRange(output)
        if !rail.range.covers(made) { return .broken("makes `\(made)`, the rail is `\(rail.range)`") }
        return part.quantity("tolerance") == nil ? .unknown("tolerance") : .holds
      }.note("rail `\(rail.name)` is `\(rail.range)`", at: rail.rangeSpan)
    }
  }
}
