package import Diagnostics
internal import Electronics

/// Where the spec asks for it, something measures the cell's temperature.
package struct TemperatureIsWatched: SelectionRule {
  package static let family = RuleFamily.battery
  package static let code = DiagnosticCode(
    "B209", "nothing measures the cell's temperature",
    page: """
      The battery asks for its temperature to be watched (`ntc: true`), and no slot holds a thermistor. Add one
      (`category: thermistor`, `resistance: 10 kΩ`), or remove `ntc`.
      """)

  package func relations(on board: RuledBoard) -> [Relation] {
    guard let battery = board.board.battery, battery.watchesTemperature else { return [] }
    if !board.slots(of: ["thermistor"]).isEmpty { return [] }
    return [
      broken("the battery asks for a thermistor, and no slot holds one", at: battery.span, about: ["battery"])
        .help("add `RT1: {category: thermistor, where: {resistance: 10 kΩ}}`")
    ]
  }
}
