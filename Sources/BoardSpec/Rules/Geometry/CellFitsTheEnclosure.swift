package import Diagnostics
internal import Electronics

/// The cell fits the enclosure.
package struct CellFitsTheEnclosure: SelectionRule {
  package static let family = RuleFamily.geometry
  package static let code = DiagnosticCode(
    "B408", "cell larger than the enclosure",
    page: """
      The cell does not go into the enclosure, however it is turned. Take a smaller cell or a larger enclosure. Whether board
      and cell fit in together is not checked.
      """)

  private static let names = ["length", "width", "height"]

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let inside = board.board.enclosure?.inside, inside.count == 3, let cell = board.cell else { return [] }
    let room = inside.map(\.stored).sorted()
    return [
      each(
        cell, reads: Self.names, on: board, claim: "`\(board.name(cell))` does not fit the enclosure",
        about: ["enclosure", "battery"]
      ) { part in
        var sides: [Int64] = []
        for name in Self.names {
          guard let side = part.quantity(name) else { return .unknown(name) }
          sides.append(side.stored)
        }
        let fits = zip(sides.sorted(), room).allSatisfy { $0 <= $1 }
        let text = { (lengths: [Int64]) in
          lengths.map { "\(Quantity(.length, stored: $0))" }.joined(separator: " x ")
        }
        return fits ? .holds : .broken("is `\(text(sides))`, the enclosure `\(text(inside.map(\.stored)))`")
      }
    ]
  }
}
