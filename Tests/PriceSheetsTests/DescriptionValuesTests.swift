import Electronics
import Testing

@testable import PriceSheets

@Suite struct DescriptionValuesTests {
  private static func category(_ id: String, _ parameters: [(String, ParameterDefinition.Kind, Dimension?)])
    -> PartCategory
  {
    PartCategory(
      id: id, english: id, chinese: id, handling: "ic", family: "f", milligrams: 1,
      parameters: parameters.map { ParameterDefinition(name: $0, kind: $1, dimension: $2, english: $0, chinese: $0) })
  }

  private static let resistor = category(
    "resistor",
    [
      ("resistance", .quantity, .resistance), ("tolerance", .quantity, .ratio), ("power", .quantity, .power),
      ("voltage", .quantity, .voltage), ("temperature", .range, .temperature),
    ])

  private func spelled(_ description: String, _ category: PartCategory) -> [String: String] {
    DescriptionValues.read(description, category: category).mapValues(\.spelled)
  }

  @Test func aResistorsWordsBecomeItsParameters() {
    let text = "-55℃~+155℃ 50V 6.8Ω 62.5mW Thick Film Resistor ±1% ±400ppm/℃ 0402 Chip Resistor - Surface Mount ROHS"
    #expect(
      spelled(text, Self.resistor) == [
        "resistance": "6.8Ω", "tolerance": "1%", "power": "62.5mW", "voltage": "50V", "temperature": "-55..155°C",
      ])
  }

  @Test func twoValuesOfOnePartLeaveItsValueOpenAndItsLimitsAtTheLower() {
    let found = spelled("1kΩ 2kΩ 100mW 250mW ±1% ±5%", Self.resistor)
    #expect(found["resistance"] == nil)
    #expect(found["power"] == "100mW")
    #expect(found["tolerance"] == "5%")
  }

  @Test func dielectricsHaveOneNameEach() {
    let capacitor = Self.category(
      "capacitor",
      [
        ("capacitance", .quantity, .capacitance), ("tolerance", .quantity, .ratio), ("voltage", .quantity, .voltage),
        ("dielectric", .text, nil),
      ])
    #expect(
      spelled("0.4pF 50V NP0 0402 Multilayer Ceramic Capacitors MLCC - SMD/SMT ROHS", capacitor) == [
        "capacitance": "400fF", "voltage": "50V", "dielectric": "C0G",
      ])
  }

  @Test func aConditionTellsABeadsImpedanceFromItsResistance() {
    let bead = Self.category(
      "ferrite-bead",
      [
        ("impedance", .quantity, .resistance), ("dc-resistance", .quantity, .resistance),
        ("current", .quantity, .current), ("tolerance", .quantity, .ratio),
      ])
    #expect(
      spelled("1 340mΩ 600Ω@100MHz 700mA ±25% 0402 Ferrite Beads ROHS", bead) == [
        "impedance": "600Ω", "dc-resistance": "340mΩ", "current": "700mA", "tolerance": "25%",
      ])
  }

  @Test func kindsWithoutRulesHaveNoParameters() {
    #expect(spelled("1kΩ", Self.category("mcu", [("resistance", .quantity, .resistance)])).isEmpty)
  }
}
