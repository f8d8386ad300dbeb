package import Diagnostics
internal import Electronics

/// The bare board fits the enclosure.
package struct BoardFitsTheEnclosure: SelectionRule {
  package static let family = RuleFamily.geometry
  package static let code = DiagnosticCode(
    "B404", "board larger than its enclosure",
    page: """
      The bare board (`pcb.size`) is longer or wider than the enclosure's inside, however it is turned. Make the board smaller or
      take a larger enclosure.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let pcb = board.board.pcb, let inside = board.board.enclosure?.inside, inside.count == 3 else { return [] }
    let size = [Int64(pcb.width) * 1000, Int64(pcb.height) * 1000].sorted()
    let room = [inside[0].stored, inside[1].stored].sorted()
    if size[0] <= room[0], size[1] <= room[1] { return [] }
    return [
      broken(
        "the board is \(Self.sides(size)), the enclosure \(Self.sides(room)) inside", at: pcb.sizeSpan,
        about: ["pcb", "enclosure"])
    ]
  }

  private static func sides(_ lengths: [Int64]) -> String {
    lengths.reversed().map { "`\(Quantity(.length, stored: $0))`" }.joined(separator: " by ")
  }
}
