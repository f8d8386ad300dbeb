package import Diagnostics
internal import Electronics

/// A radio has an antenna, on the board or its own.
package struct RadioHasAnAntenna: SelectionRule {
  package static let family = RuleFamily.radio
  package static let code = DiagnosticCode(
    "B503", "radio without an antenna",
    page: """
      The board has neither an antenna nor a socket for one, and the radio has none of its own. A transmitter without an
      antenna may destroy its amplifier. Add a slot of category `antenna` or `rf-connector`, or take a module with an antenna
      (`antenna: pcb`). A board that was imported from a BOM may have an antenna of copper, which no BOM lists; there this is
      a note.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    if !board.slots(of: ["antenna", "rf-connector"]).isEmpty { return [] }
    let isImported = board.board.bill != nil
    return board.slots(of: RadioBands.radios).compactMap { slot in
      guard board.candidates[slot].contains(where: { !RadioBands.needed(by: $0).isEmpty }) else { return nil }
      var relation = each(
        slot, reads: ["antenna", "antenna-inside", "radio", "category", "bands"], on: board,
        claim: "`\(board.name(slot))` has no antenna\(isImported ? " in the BOM" : "")",
        severity: isImported ? .note : .error
      ) { part in
        if RadioBands.needed(by: part).isEmpty || RadioBands.hasOwnAntenna(part) { return .holds }
        if ["wifi-module", "ble-module"].contains(part.category), part.parameters["antenna"] == nil {
          return .unknown("antenna")
        }
        return .broken("has none of its own")
      }
      if isImported {
        relation.helps = [
          "an antenna of copper needs no part: write "
            + "`waivers: [{code: B503, at: \(board.name(slot)), reason: antenna of copper}]`; else add a slot of category `antenna`"
        ]
      }
      return relation
    }
  }
}
