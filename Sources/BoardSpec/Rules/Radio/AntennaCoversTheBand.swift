package import Diagnostics
internal import Electronics

/// Some antenna of the board serves each radio's band.
package struct AntennaCoversTheBand: SelectionRule {
  package static let family = RuleFamily.radio
  package static let code = DiagnosticCode(
    "B502", "antenna for another band",
    page: """
      The board has antennas, but none for the radio's band: a 2.4 GHz chip antenna does not serve a 2G modem, and a GNSS receiver
      needs its own. Ask for `bands` in the antenna's slot.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    let antennas = board.slots(of: ["antenna"])
    if antennas.isEmpty || !board.slots(of: ["rf-connector"]).isEmpty { return [] }
    return board.slots(of: RadioBands.radios).compactMap { slot in
      guard board.candidates[slot].contains(where: { !RadioBands.needed(by: $0).isEmpty }) else { return nil }
      return together(
        [(slot, ["bands", "radio", "category", "antenna", "antenna-inside"])] + antennas.map { ($0, ["bands"]) },
        on: board,
        claim: "no antenna serves `\(board.name(slot))`"
      ) { parts in
        if RadioBands.hasOwnAntenna(parts[0]) { return .holds }
        let bands = parts.dropFirst().map { $0.words("bands") }
        let known = Set(bands.compactMap { $0 }.flatMap { $0 })
        guard let unserved = RadioBands.needed(by: parts[0]).first(where: { known.isDisjoint(with: $0) }) else {
          return .holds
        }
        if let unknown = bands.firstIndex(where: { $0 == nil }) { return .unknown("bands", of: unknown + 1) }
        return .broken("needs " + unserved.sorted().map { "`\($0)`" }.joined(separator: " or "))
      }
    }
  }
}
