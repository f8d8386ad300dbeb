package import Diagnostics
internal import Electronics

/// A burst does not pull the cell below what the part needs.
package struct BurstKeepsTheCellUp: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B217", "burst pulls the cell too low",
    page: """
      In a burst the cell's voltage falls by `I × R` of its internal resistance. At the lowest voltage at which the board uses
      the cell, what is left is below the part's supply range: a GSM module that draws 2 A resets when its supply falls below
      3.4 V, and 150 mΩ cost 300 mV.

      End the discharge earlier (`battery.voltage`), take a larger cell, or carry the burst with a capacitor and say with `burst`
      what the cell still sees.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery, let cell = board.cell,
      let rail = board.board.rails.first(where: { board.slot($0.source) == cell })
    else { return [] }
    return board.consumers(of: rail).compactMap { slot in
      let use = board.use(slot)
      let bursts = use.burst != nil || board.states(slot, "burst-current")
      guard bursts, slot != cell else { return nil }
      return together(
        [(slot, ["supply", "burst-current"]), (cell, ["internal-resistance"])], on: board,
        claim: "a burst of `\(board.name(slot))` pulls `\(board.name(cell))` too low", about: ["battery", rail.name]
      ) { parts in
        guard let burst = use.burst ?? parts[0].quantity("burst-current") else { return .unknown("burst-current") }
        guard let supply = parts[0].range("supply") else { return .unknown("supply") }
        guard let resistance = parts[1].quantity("internal-resistance") else {
          return .unknown("internal-resistance", of: 1)
        }
        let droop = QuantityRange(burst) * QuantityRange(resistance)
        let left = QuantityRange(battery.range.least) - droop
        return left.lower >= supply.lower
          ? .holds
          : .broken(
            "needs `\(supply.least)`, a burst of `\(burst)` leaves `\(left.least.rounded)` of `\(battery.range.least)`")
      }
    }
  }
}
