package import Diagnostics
internal import Electronics

/// The rail that the charger takes from carries the charge current.
package struct InputCarriesTheCharge: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B218", "charge current beyond the input's limit",
    page: """
      The charger takes its current from a rail whose `limit` is lower. A USB port without negotiation gives 500 mA; a linear
      charger draws what it charges with. Charge more slowly, or state what the source really gives.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let charger = board.charger, let rail = board.chargingRail, let limit = rail.limit,
      let resistor = board.programResistor
    else { return [] }
    return [
      together(
        [(charger, ChargeCurrent.reads + ["topology"]), (resistor, ChargeCurrent.resistorReads)], on: board,
        claim: "`\(board.name(charger))` charges with more than rail `\(rail.name)` gives",
        about: [rail.name, "battery"]
      ) { parts in
        if let topology = parts[0].text("topology"), topology != "linear" { return .holds }
        switch ChargeCurrent.made(parts[0], parts[1]) {
        case .failure(let unstated): return .unknown([unstated.fact])
        case .success(let current):
          return current.upper <= limit.stored
            ? .holds : .broken("draws up to \(currentText(current.upper)), the rail's limit is `\(limit)`")
        }
      }
    ]
  }
}
