package import Diagnostics
internal import Electronics

/// The charger ends at a voltage that the cell stands.
package struct ChargeEndsBelowTheCellsLimit: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B203", "charge beyond the cell's voltage",
    page: """
      The charger's termination voltage is above what the cell may be charged to: a 4.35 V charger on a 4.2 V cell shortens its
      life at best. Cells are specified to ±50 mV of their full voltage, so that much is allowed for the charger's tolerance.
      """)

  private static let cellTolerance: Int64 = 50_000

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let charger = board.charger, let cell = board.cell else { return [] }
    return [
      together(
        [(charger, ["termination"]), (cell, ["voltage-range"])], on: board,
        claim: "`\(board.name(charger))` charges `\(board.name(cell))` too high", about: ["battery"]
      ) { parts in
        guard let ends = parts[0].quantity("termination") else { return .unknown("termination") }
        guard let range = parts[1].range("voltage-range") else { return .unknown("voltage-range", of: 1) }
        return ends.stored <= range.upper + Self.cellTolerance
          ? .holds : .broken("charges to `\(ends)`, the cell stands `\(range.most)`")
      }
    ]
  }
}
