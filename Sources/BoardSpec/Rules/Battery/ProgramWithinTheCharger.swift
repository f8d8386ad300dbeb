package import Diagnostics
internal import Electronics

/// The programmed charge current is one that the charger can make.
package struct ProgramWithinTheCharger: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B205", "charge current beyond the charger's",
    page: """
      The resistor under `battery.program` asks for more current than the charger is rated for, even at the lower end of its
      tolerance. The charger limits itself, heats, or fails. Take a larger resistor or a stronger charger.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let charger = board.charger, let resistor = board.programResistor else { return [] }
    return [
      together(
        [(charger, ChargeCurrent.reads), (resistor, ChargeCurrent.resistorReads)], on: board,
        claim: "`\(board.name(resistor))` sets more current than `\(board.name(charger))` makes",
        at: board.span(resistor), about: ["battery"]
      ) { parts in
        guard let rated = parts[0].quantity("current") else { return .unknown("current") }
        switch ChargeCurrent.made(parts[0], parts[1]) {
        case .failure(let unstated): return .unknown([unstated.fact])
        case .success(let current):
          return current.lower <= rated.stored
            ? .holds : .broken("asks for at least \(currentText(current.lower)), the charger makes `\(rated)`")
        }
      }
    ]
  }
}
