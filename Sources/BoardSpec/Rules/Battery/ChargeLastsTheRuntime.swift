package import Diagnostics
internal import Electronics

/// A charge lasts as long as the spec asks.
package struct ChargeLastsTheRuntime: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B215", "charge does not last the runtime",
    page: """
      The slots under the battery's rail draw more on average than a charge gives for `battery.runtime`. The average is the sum
      of `draw × duty`; a slot without `duty` works all the time, one without `draw` counts what its part states. Losses of
      switching regulators count as for `B110`.

          U1: {mpn: SIM800C, rail: VBAT, draw: 250 mA, duty: 2 %}
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery, let runtime = battery.runtime, let cell = board.cell,
      let rail = board.board.rails.first(where: { board.slot($0.source) == cell })
    else { return [] }
    let demands = Loads.shares(of: rail, .average, on: board)
    if demands.isEmpty { return [] }
    let count = Int64(board.board.slots[cell].count)
    let supply = Relation.Share(term: .init(slot: cell, reads: ["capacity"])) { part in
      guard let capacity = part.quantity("capacity") else { return .unknown("capacity") }
      let hours = Int128(runtime.stored)
      return .known(Int64(clamping: Int128(capacity.stored) * Int128(count) * 3_600_000_000_000 / max(1, hours)))
    }
    return [
      total(
        "average current over `battery.runtime`",
        Relation.Sum(
          demands: demands, supplies: [supply], limit: 0,
          claim: {
            "the board draws \(currentText($0)) on average, a charge gives \(currentText($1)) over \(Self.hours(runtime))"
          },
          describe: currentText), at: battery.span, about: ["battery", rail.name])
    ]
  }

  /// `60 h`, or the quantity as it is where it is no number of hours.
  private static func hours(_ time: Quantity) -> String {
    let hour: Int64 = 3_600_000_000_000
    return time.stored % hour == 0 ? "`\(time.stored / hour) h`" : "`\(time)`"
  }
}
