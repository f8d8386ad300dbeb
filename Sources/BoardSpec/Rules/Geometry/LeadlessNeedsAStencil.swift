package import Diagnostics
internal import Electronics

/// Packages with pads underneath are soldered with a stencil.
package struct LeadlessNeedsAStencil: SelectionRule {
  package static let family = RuleFamily.geometry
  package static let code = DiagnosticCode(
    "B410", "leadless package without a stencil",
    page: """
      The package has its pads underneath, where no soldering iron reaches, and the board is built without a stencil
      (`process.stencil: false`). It is a warning: hot air and patience work for a few boards. Order a stencil, or take a package
      with leads.
      """)

  private static let marks = ["QFN", "DFN", "SON", "LGA", "BGA", "WLCSP", "CSP"]

  package func relations(on board: RuledBoard) -> [Relation] {
    if board.board.process.stencil || board.board.pcb == nil { return [] }
    return board.candidates.indices.compactMap { slot in
      guard !board.candidates[slot].isEmpty, board.packages[slot].contains(where: Self.isLeadless)
      else { return nil }
      return each(
        slot, reads: ["package"], on: board,
        claim: "`\(board.name(slot))` cannot be soldered without a stencil", about: ["process"], severity: .warning
      ) { Self.isLeadless($0.package) ? .broken("comes in `\($0.package)`") : .holds }
      // A part with leads is the other way out, so that this is no more than a suggestion.
      .fix(board.board.process.stencilSpan.map { FixIt(.suggestion, replace: $0, with: "true") })
    }
  }

  private static func isLeadless(_ package: String) -> Bool { marks.contains { package.contains($0) } }
}
