package import Diagnostics
internal import Electronics

/// A level shifter takes the rails of both its sides.
package struct ShifterTakesBothSides: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B305", "level shifter does not take its rails",
    page: """
      The shifter's two supplies do not cover the two rails under its slot's `rail`, in either order. Most shifters need the
      lower voltage at side A: a TXS0102 takes 1.65 to 3.6 V there and 2.3 to 5.5 V at side B.

          U9: {category: level-shifter, rail: [V18, V30]}
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.slots(of: ["level-shifter"]).compactMap { slot in
      let rails = board.use(slot).rails.compactMap { board.rail($0.text) }
      guard rails.count == 2 else { return nil }
      return each(
        slot, reads: ["supply-a", "supply-b"], on: board,
        claim: "`\(board.name(slot))` does not take rails `\(rails[0].name)` and `\(rails[1].name)`",
        about: rails.map(\.name)
      ) { part in
        guard let first = part.range("supply-a") else { return .unknown("supply-a") }
        guard let second = part.range("supply-b") else { return .unknown("supply-b") }
        let ranges = rails.map(\.range)
        let fits =
          (first.covers(ranges[0]) && second.covers(ranges[1])) || (first.covers(ranges[1]) && second.covers(ranges[0]))
        return fits
          ? .holds : .broken("takes `\(first)` and `\(second)`, the rails are `\(ranges[0])` and `\(ranges[1])`")
      }
    }
  }
}
