package import Diagnostics

/// The firmware of a reference design does what the product must do.
package struct FirmwareDoesWhatIsAsked: SelectionRule {
  package static let family = RuleFamily.designs
  package static let code = DiagnosticCode(
    "B701", "function that the design's firmware lacks",
    page: """
      A reference design comes with its firmware, and most makers do not publish its source: what the firmware does not do,
      the product cannot do. The board's `functions` name something that the design's `firmware.does` does not. Take another
      design, fill the group with discrete parts, or do without the function. Functions of your own can be added to a design
      whose firmware is `open`.

          functions: [gsm, gnss, wake-on-motion]
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    let asked = board.board.functions
    guard let first = asked.first else { return [] }
    return board.board.designs.flatMap { design -> [Relation] in
      guard let firmware = design.firmware else {
        return [
          unchecked("design `\(design.id)` does not state what its firmware does", at: first.span, about: [design.id])
        ]
      }
      if firmware.isOpen { return [] }
      return asked.filter { !firmware.functions.contains($0.text) }.map { function in
        broken(
          "the firmware of design `\(design.id)` does not do `\(function.text)`", at: function.span,
          about: [design.id, function.text]
        ).note("it does " + firmware.functions.map { "`\($0)`" }.joined(separator: ", "), at: firmware.span)
      }
    }
  }
}
