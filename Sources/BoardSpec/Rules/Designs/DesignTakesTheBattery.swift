package import Diagnostics
internal import Electronics

/// The battery is one that a reference design's power path is made for.
package struct DesignTakesTheBattery: SelectionRule {
  package static let family = RuleFamily.designs
  package static let code = DiagnosticCode(
    "B702", "battery that the design is not made for",
    page: """
      A reference design fixes its power path: the chemistries that it charges and the voltages between which it works, often
      narrower than the cell's own. The board's `battery` is of another chemistry, or is used beyond that range. Give the battery
      the range of the design, or fill the group with discrete parts.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery else { return [] }
    return board.board.designs.flatMap { design -> [Relation] in
      guard let made = design.battery else {
        return [
          unchecked(
            "design `\(design.id)` does not state what battery it takes", at: battery.span,
            about: ["battery", design.id])
        ]
      }
      var found: [Relation] = []
      if !made.chemistries.contains(battery.chemistry) {
        let known = made.chemistries.map { "`\($0)`" }.joined(separator: ", ")
        found.append(
          broken(
            "design `\(design.id)` is made for \(known), the battery is `\(battery.chemistry)`", at: battery.span,
            about: ["battery", design.id]
          ).note("the design's battery is here", at: made.span))
      }
      if !made.range.covers(battery.range) {
        found.append(
          broken(
            "design `\(design.id)` works from `\(made.range)`, the battery gives `\(battery.range)`", at: battery.span,
            about: ["battery", design.id]
          ).note("the design's battery is here", at: made.span))
      }
      return found
    }
  }
}
