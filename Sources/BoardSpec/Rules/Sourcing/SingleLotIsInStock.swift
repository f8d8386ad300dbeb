package import Diagnostics
internal import Electronics

/// A slot that is bought as one lot finds one offer with all its pieces.
package struct SingleLotIsInStock: SelectionRule {
  package static let family = RuleFamily.sourcing
  package static let code = DiagnosticCode(
    "B603", "no offer holds the whole lot",
    page: """
      The slot asks for all its pieces from one offer (`single-lot`), and no offer of any part that fits has as many in stock as the
      boards need. Allow the line to be split, build fewer boards, or allow more parts.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let offers = board.offers else { return [] }
    return board.candidates.indices.compactMap { slot in
      let asked = board.board.slots[slot]
      guard asked.policy.singleLot, !board.candidates[slot].isEmpty else { return nil }
      let wanted = asked.count * board.board.quantity
      return each(
        slot, reads: ["mpn", "maker"], on: board, claim: "no offer for `\(board.name(slot))` holds \(wanted) pieces"
      ) { part in
        let stocks = (offers[part.id] ?? []).compactMap(\.stock)
        guard let most = stocks.max() else { return .unknown("stock") }
        return most >= wanted ? .holds : .broken("is in stock with \(most) pieces at most")
      }
    }
  }
}
