package import Diagnostics
internal import Electronics

/// A part takes the whole range of the rail that feeds it.
package struct ConsumerTakesItsRail: SelectionRule {
  package static let family = RuleFamily.rails
  package static let code = DiagnosticCode(
    "B109", "part does not take its rail",
    page: """
      The part's supply range does not cover the whole range of the rail under the slot's `rail`. That the nominal voltage fits is
      not enough: a 2G module for `3.4..4.4 V` on a cell that is used down to `3.0 V` resets in the field.

      Take a part with a wider `supply`, put the slot on another rail, or narrow the rail where the board makes sure of it.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.candidates.indices.compactMap { slot in
      guard let rail = board.supply(of: slot), board.kinds[slot].isDisjoint(with: Self.elsewhere) else { return nil }
      let isSupplied = board.states(slot, "supply") || board.states(slot, "input")
      guard isSupplied || !board.kinds[slot].isDisjoint(with: PartKinds.supplied) else { return nil }
      return each(
        slot, reads: ["supply", "input"], on: board,
        claim: "`\(board.name(slot))` does not take the whole of rail `\(rail.name)`", about: [rail.name]
      ) { part in
        part.covers(
          rail.range, part.parameters["supply"] == nil && part.parameters["input"] != nil ? "input" : "supply",
          of: "the rail")
      }
      .note("rail `\(rail.name)` is `\(rail.range)`", at: rail.rangeSpan)
    }
  }

  /// Kinds whose supply other rules look at, or that have none.
  private static let elsewhere: Set<String> = [
    "charger", "power-bank-soc", "level-shifter", "capacitor", "tantalum-capacitor", "electrolytic-capacitor", "fuse",
    "tvs", "esd", "led", "ldo", "buck", "boost", "usb-connector", "pogo", "cell", "diode", "mosfet", "bjt", "resistor",
    "ferrite-bead", "inductor", "reset-supervisor",
  ]
}
