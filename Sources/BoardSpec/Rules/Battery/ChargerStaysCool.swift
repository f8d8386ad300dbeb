package import Diagnostics
internal import Electronics

/// A linear charger's package gets rid of its loss.
package struct ChargerStaysCool: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B207", "linear charger folds back",
    page: """
      A linear charger turns `(V in − V battery) × I` into heat. At the highest input, an empty cell and the programmed current
      that is more than its package gets rid of, so the charger lowers the current and the charge takes longer. It is a warning:
      these chargers protect themselves. The figures for packages are assumptions of ours (docs/rules.md).

      A TP4056 at 5 V, an empty cell of 3 V and 1 A loses 2 W, in ESOP-8. Charge more slowly, take a larger package, or a
      switching charger.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery, let charger = board.charger, let rail = board.chargingRail,
      let resistor = board.programResistor
    else { return [] }
    let drop = rail.range - QuantityRange(battery.range.least)
    return [
      together(
        [(charger, ChargeCurrent.reads + ["topology", "package"]), (resistor, ChargeCurrent.resistorReads)], on: board,
        claim: "`\(board.name(charger))` loses more heat than its package takes, and charges more slowly",
        about: [rail.name, "battery"], severity: .warning
      ) { parts in
        guard let topology = parts[0].text("topology") else { return .unknown("topology") }
        if topology != "linear" { return .holds }
        guard let allowed = PackagePower.allowed(parts[0].package) else { return .unknown("package") }
        switch ChargeCurrent.made(parts[0], parts[1]) {
        case .failure(let unstated): return .unknown([unstated.fact])
        case .success(let current):
          let loss = QuantityRange(.voltage, lower: max(0, drop.lower), upper: max(0, drop.upper)) * current
          return loss.upper <= allowed.stored
            ? .holds : .broken("loses up to `\(loss.most.rounded)`, `\(parts[0].package)` takes `\(allowed)`")
        }
      }
    ]
  }
}
