package import Diagnostics
internal import Electronics

/// The enclosure that is bought is as large inside as the spec counts on.
package struct EnclosureIsAsLarge: SelectionRule {
  package static let family = RuleFamily.geometry
  package static let code = DiagnosticCode(
    "B405", "enclosure smaller than the spec says",
    page: """
      The enclosure that fits the slot is smaller inside than `enclosure.inside`, by which heights and sizes are checked. Ask for
      the size in the slot (`inside-length: ">= 106 mm"`), or state what the enclosure has.
      """)

  private static let names = ["inside-length", "inside-width", "inside-height"]

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let enclosure = board.board.enclosure, let slot = board.slot(enclosure.slot), enclosure.inside.count == 3
    else {
      return []
    }
    return [
      each(
        slot, reads: Self.names, on: board,
        claim: "`\(board.name(slot))` is smaller inside than the enclosure is said to be",
        about: ["enclosure"]
      ) { part in
        for (name, wanted) in zip(Self.names, enclosure.inside) {
          guard let own = part.quantity(name) else { return .unknown(name) }
          if own.stored < wanted.stored { return .broken("has \(name) `\(own)`, the spec says `\(wanted)`") }
        }
        return .holds
      }
    ]
  }
}
