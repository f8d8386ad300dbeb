package import Diagnostics
internal import Electronics

/// A part on the board fits under the enclosure's lid.
package struct PartsFitUnderTheLid: SelectionRule {
  package static let family = RuleFamily.geometry
  package static let code = DiagnosticCode(
    "B403", "part too high for the enclosure",
    page: """
      The board's thickness (1.6 mm where `pcb` does not say) and the part's height are more than the enclosure's inside height.
      Take a lower part or a higher enclosure. A note names the parts on the board whose `height` is not stated.
      """)

  private static let standardThickness: Int64 = 1_600_000

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let enclosure = board.board.enclosure, enclosure.inside.count == 3 else { return [] }
    let thickness = board.board.pcb?.thickness?.stored ?? Self.standardThickness
    let room = Quantity(.length, stored: enclosure.inside[2].stored - thickness)
    return board.candidates.indices
      .filter { !board.candidates[$0].isEmpty && board.kinds[$0].isDisjoint(with: PartsFitTheBoard.offBoard) }
      .map { slot in
        each(
          slot, reads: ["height"], on: board, claim: "`\(board.name(slot))` is higher than the enclosure has room for",
          about: ["enclosure"]
        ) { part in
          guard let height = part.quantity("height") else { return .unknown("height") }
          return height.stored <= room.stored
            ? .holds : .broken("is `\(height)` high, `\(room)` are left above the board")
        }.note("the enclosure is `\(enclosure.inside[2])` high inside", at: enclosure.slotSpan)
      }
  }
}
