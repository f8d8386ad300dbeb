package import Diagnostics
internal import Electronics

/// Some crystal on the board has the frequency that a chip asks for.
package struct CrystalHasTheFrequency: SelectionRule {
  package static let family = RuleFamily.interfaces
  package static let code = DiagnosticCode(
    "B309", "crystal of another frequency",
    page: """
      The chip asks for a crystal of one frequency (`requires=crystal-26MHz`), and no crystal or oscillator on the board has it.
      A radio's crystal is fixed by its design: 26 MHz for MediaTek's 2G chips, 32 MHz for nRF52, 40 MHz for ESP32.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    let crystals = board.slots(of: ["crystal", "oscillator"])
    if crystals.isEmpty { return [] }
    return board.slots(stating: "requires").compactMap { slot in
      guard board.candidates[slot].contains(where: { Self.frequency(of: $0) != nil }) else { return nil }
      return together(
        [(slot, ["requires"])] + crystals.map { ($0, ["frequency"]) }, on: board,
        claim: "no crystal has the frequency that `\(board.name(slot))` needs"
      ) { parts in
        guard let wanted = Self.frequency(of: parts[0]) else { return .holds }
        let found = parts.dropFirst().map { $0.quantity("frequency") }
        if found.contains(where: { $0 == wanted }) { return .holds }
        if let unknown = found.firstIndex(where: { $0 == nil }) { return .unknown("frequency", of: unknown + 1) }
        return .broken("needs `\(wanted)`")
      }
    }
  }

  private static func frequency(of part: Part) -> Quantity? {
    part.words("requires")?.lazy.compactMap { need in
      need.hasPrefix("crystal-") ? try? Quantity(parsing: String(need.dropFirst(8)), as: .frequency) : nil
    }.first
  }
}
