package import Diagnostics
internal import Electronics

/// The charger's input range covers the rail that it charges from.
package struct ChargerTakesItsInput: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B206", "charger does not take its input",
    page: """
      The charger's input range does not cover the whole rail under its slot's `rail`. A USB supply is `4.75..5.25 V` and inside
      the range of almost all; a rail on which 9 V or more is negotiated (USB PD) kills most linear chargers, whose limit is 6 to
      8 V. The same number from another maker may take less: a TP4056 from one takes 8 V, from another 6 V.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let charger = board.charger, let rail = board.chargingRail else { return [] }
    return [
      each(
        charger, reads: ["input"], on: board,
        claim: "`\(board.name(charger))` does not take the whole of rail `\(rail.name)`", about: [rail.name, "battery"]
      ) { $0.covers(rail.range, "input", of: "the rail") }
      .note("rail `\(rail.name)` is `\(rail.range)`", at: rail.rangeSpan)
    ]
  }
}
