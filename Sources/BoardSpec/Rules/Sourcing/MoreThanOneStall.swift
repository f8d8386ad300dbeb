package import Diagnostics
internal import Electronics

/// A slot's parts are sold at more than one stall.
package struct MoreThanOneStall: SelectionRule {
  package static let family = RuleFamily.sourcing
  package static let code = DiagnosticCode(
    "B606", "slot with one source",
    page: """
      All offers for the parts that fit the slot are at one stall. If it is closed or sold out, the board is not built that day. It
      is a note. Allow another part under `any`, loosen a condition, or call the stall beforehand.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let offers = board.offers else { return [] }
    return board.candidates.indices.compactMap { slot in
      let stalls = Set(board.candidates[slot].flatMap { (offers[$0.id] ?? []).map(\.stall) })
      guard stalls.count == 1, let only = stalls.first else { return nil }
      return broken(
        "everything for `\(board.name(slot))` is sold at stall `\(only)` alone", at: board.span(slot),
        about: board.names(slot), severity: .note)
    }
  }
}
