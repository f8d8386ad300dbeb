package import Diagnostics

/// A source with one output feeds one rail.
package struct OneRailPerSource: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B103", "two rails from one source",
    page: """
      A connector, a cell and a regulator have one output, so they make one rail. Power-management chips, SoCs and power-bank
      SoCs have several and may feed more. Where two rails are one wire, write one rail; where a switch or filter lies between,
      name it as the second rail's source with `from`.
      """)

  private static let severalOutputs: Set<String> = ["pmic", "phone-soc", "power-bank-soc", "usb-connector", "pogo"]

  package func relations(on board: RuledBoard) -> [Relation] {
    var first: [String: Rail] = [:]
    return board.board.rails.compactMap { rail in
      guard let source = rail.source, let slot = board.slot(source) else { return nil }
      guard let other = first[source] else {
        first[source] = rail
        return nil
      }
      guard board.kinds[slot].isDisjoint(with: Self.severalOutputs) else { return nil }
      return broken(
        "`\(source)` is the source of rail `\(rail.name)` and of rail `\(other.name)`",
        at: rail.sourceSpan ?? rail.span,
        about: [rail.name, source]
      ).note("the other rail is here", at: other.span)
    }
  }
}
