package import Diagnostics
internal import Electronics

/// The programmed charge current is no more than the cell takes.
package struct ChargeCurrentWithinTheCell: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B204", "charge current beyond the cell's limit",
    page: """
      The resistor under `battery.program` sets more current than the cell takes: more than `capacity × charge-rate`, or than the
      cell's own `charge-limit`. The charger's accuracy (8 %) and the resistor's tolerance count: `I = factor / R` at its highest.

      A TP4056 with 1.2 kΩ charges at 1 A, which is 1 C for a cell of 1000 mAh; 2.4 kΩ halve it. Take a larger resistor, or a
      larger cell.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery, let charger = board.charger, let allowed = board.allowedCharge else {
      return []
    }
    guard let resistor = board.programResistor else {
      return board.kinds[charger] == ["charger"]
        ? [
          unchecked(
            "`battery.program` does not name the resistor that sets the charge current", at: battery.span,
            about: ["battery"] + board.names(charger))
        ] : []
    }
    let cell = board.cell
    let terms =
      [(charger, ChargeCurrent.reads), (resistor, ChargeCurrent.resistorReads)]
      + (cell.map { [($0, ["charge-limit"])] } ?? [])
    return [
      together(
        terms, on: board, claim: "`\(board.name(resistor))` sets more charge current than the cell takes",
        at: board.span(resistor), about: ["battery"]
      ) { parts in
        switch ChargeCurrent.made(parts[0], parts[1]) {
        case .failure(let unstated): return .unknown([unstated.fact])
        case .success(let current):
          let limit = parts.count > 2 ? parts[2].quantity("charge-limit")?.stored : nil
          let most = min(allowed.stored + allowed.stored / Self.slack, limit.map { $0 + $0 / Self.slack } ?? .max)
          if current.upper > most {
            let stated = Quantity(.current, stored: min(allowed.stored, limit ?? .max))
            return .broken("charges at up to \(currentText(current.upper)), the cell takes `\(stated)`")
          }
          return .holds
        }
      }
    ]
  }

  /// A charge rate is given to one digit; a tenth above it does a cell no harm.
  private static let slack: Int64 = 10
}
