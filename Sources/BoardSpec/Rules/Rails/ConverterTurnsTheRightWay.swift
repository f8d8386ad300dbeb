package import Diagnostics
internal import Electronics

/// A buck steps down, a boost steps up, a linear regulator loses voltage.
package struct ConverterTurnsTheRightWay: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B114", "converter in the wrong direction",
    page: """
      A buck converter and a linear regulator need a higher voltage at the input than they make, a boost converter a lower
      one. Here the two rails are in the opposite order, or overlap: 3.3 V from a cell of `3.0..4.2 V` needs a buck-boost, or
      a rail that may follow the cell down.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.regulated.compactMap { rail, source, parent in
      let kinds = board.kinds[source]
      let isUp: Bool
      if kinds == ["boost"] {
        isUp = true
      } else if kinds.isSubset(of: ["buck", "ldo"]) {
        isUp = false
      } else {
        return nil
      }
      return each(
        source, reads: ["category", "topology"], on: board,
        claim: "`\(board.name(source))` cannot turn rail `\(parent.name)` into rail `\(rail.name)`", about: [rail.name]
      ) { part in
        if part.text("topology") == "buck-boost" { return .holds }
        if isUp, rail.range.upper <= parent.range.upper {
          return .broken("steps up, from `\(parent.range)` to `\(rail.range)`")
        }
        if !isUp, rail.range.lower >= parent.range.lower {
          return .broken("steps down, from `\(parent.range)` to `\(rail.range)`")
        }
        return .holds
      }
    }
  }
}
