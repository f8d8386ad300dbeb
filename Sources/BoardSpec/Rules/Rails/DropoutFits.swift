package import Diagnostics
internal import Electronics

/// A linear regulator's input stays above its output by its dropout.
package struct DropoutFits: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B108", "too little headroom for the regulator",
    page: """
      At the lowest input the linear regulator can only make `V in − dropout`, which is below the lower end of the rail that it
      should make. The catalog's dropout is that at rated current.

      Take a part with a smaller `dropout` or one that steps up, let the rail be lower, or end the discharge of the cell earlier.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.regulated.filter { board.kinds[$0.source] == ["ldo"] }.map { rail, source, parent in
      each(
        source, reads: ["dropout"], on: board,
        claim: "`\(board.name(source))` cannot make rail `\(rail.name)` from the lowest `\(parent.name)`",
        about: [rail.name]
      ) { part in
        guard let dropout = part.quantity("dropout") else { return .unknown("dropout") }
        let left = QuantityRange(parent.range.least) - QuantityRange(dropout)
        return left.lower >= rail.range.lower
          ? .holds
          : .broken(
            "drops up to `\(dropout)`, which leaves `\(left)` of `\(parent.range.least)` for a rail of `\(rail.range)`")
      }.note("rail `\(parent.name)` is `\(parent.range)`", at: parent.rangeSpan)
    }
  }
}
