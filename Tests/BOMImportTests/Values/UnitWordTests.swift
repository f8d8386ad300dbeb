import Electronics
import Foundation
import Testing

@testable import BOMImport

/// Unit words × numbers × blanks, against powers of ten that are written down here by hand.
@Suite struct UnitWordTests {
  /// A spelling of a unit, the power of ten of its base unit, and that of the unit in which quantities are stored.
  struct Spelling: CustomTestStringConvertible {
    var words: [String]
    var power: Int
    var storedPower: Int
    var kind: ComponentKind
    var parameter: String
    var testDescription: String { "\(parameter) 10^\(power)" }
  }

  static let spellings: [Spelling] = [
    Spelling(
      words: ["ohm", "Ohm", "OHM", "ohms", "Ohms", "Ω", "\u{2126}", "R", "欧", "欧姆"], power: 0, storedPower: -6,
      kind: .resistor,
      parameter: "resistance"),
    Spelling(
      words: [
        "k", "K", "kohm", "kOhm", "KOHM", "kohms", "kΩ", "KΩ", "kilohm", "Kilohms", "kiloohm", "kilo-ohm", "kilo ohm",
        "k ohm", "KR",
        "千欧", "k欧",
      ], power: 3, storedPower: -6, kind: .resistor, parameter: "resistance"),
    Spelling(
      words: [
        "M", "Mohm", "MOhm", "MOHM", "MΩ", "MEG", "Meg", "meg", "megohm", "MegOhm", "MEGOHMS", "megaohm", "mega ohm",
        "M ohm", "MR",
        "兆欧",
      ], power: 6, storedPower: -6, kind: .resistor, parameter: "resistance"),
    Spelling(
      words: ["m", "mohm", "mOhm", "mΩ", "mR", "milliohm", "Milliohms", "milli ohm", "毫欧"], power: -3, storedPower: -6,
      kind: .resistor,
      parameter: "resistance"),
    Spelling(
      words: ["G", "Gohm", "GΩ", "gigaohm"], power: 9, storedPower: -6, kind: .resistor, parameter: "resistance"),
    Spelling(
      words: [
        "u", "U", "uF", "UF", "uf", "µF", "μF", "microfarad", "MicroFarads", "micro farad", "mfd", "MFD", "ufd", "微法",
      ], power: -6,
      storedPower: -15, kind: .capacitor, parameter: "capacitance"),
    Spelling(
      words: ["n", "N", "nF", "NF", "nf", "nanofarad", "nano farads", "纳法"], power: -9, storedPower: -15,
      kind: .capacitor,
      parameter: "capacitance"),
    Spelling(
      words: ["p", "P", "pF", "PF", "pf", "picofarad", "pico Farad", "皮法"], power: -12, storedPower: -15,
      kind: .capacitor,
      parameter: "capacitance"),
    Spelling(
      words: ["u", "uH", "UH", "uh", "µH", "microhenry", "microhenries", "微亨"], power: -6, storedPower: -12,
      kind: .inductor,
      parameter: "inductance"),
    Spelling(
      words: ["n", "nH", "NH", "nanohenry"], power: -9, storedPower: -12, kind: .inductor, parameter: "inductance"),
    Spelling(
      words: ["mH", "MH", "mh", "millihenry", "milli henry"], power: -3, storedPower: -12, kind: .inductor,
      parameter: "inductance"),
    Spelling(
      words: ["MHz", "MHZ", "mhz", "Mhz", "M", "megahertz", "mega hertz"], power: 6, storedPower: -3, kind: .crystal,
      parameter: "frequency"),
    Spelling(
      words: ["kHz", "KHZ", "khz", "KHz", "k", "kilohertz"], power: 3, storedPower: -3, kind: .crystal,
      parameter: "frequency"),
    Spelling(
      words: ["V", "v", "VDC", "vdc", "Vdc", "volt", "Volts", "伏"], power: 0, storedPower: -6, kind: .capacitor,
      parameter: "voltage"),
    Spelling(words: ["kV", "KV", "kv", "kilovolt"], power: 3, storedPower: -6, kind: .capacitor, parameter: "voltage"),
    Spelling(words: ["W", "w", "watt", "Watts", "瓦"], power: 0, storedPower: -6, kind: .resistor, parameter: "power"),
    Spelling(words: ["mW", "MW", "mw", "milliwatt"], power: -3, storedPower: -6, kind: .resistor, parameter: "power"),
    Spelling(
      words: ["A", "a", "amp", "Amps", "ampere"], power: 0, storedPower: -9, kind: .inductor, parameter: "current"),
    Spelling(words: ["mA", "MA", "ma", "milliamp"], power: -3, storedPower: -9, kind: .inductor, parameter: "current"),
  ]

  private static let numbers = ["1", "10", "100", "4.7", "0.22", "2,2", "１０"]
  private static let blanks = ["", " ", "  ", "\u{A0}", "\u{3000}"]

  @Test(arguments: spellings)
  func aNumberAndAUnitAreOneQuantity(spelling: Spelling) throws {
    for word in spelling.words {
      for number in Self.numbers {
        for blank in Self.blanks {
          let text = number + blank + word
          let reader = FactReader(text, kind: spelling.kind, role: .value, words: Fixtures.words.vocabulary)
          let plain = number.replacing(",", with: ".").replacing("１０", with: "10")
          var expected = try #require(Decimal(string: plain, locale: Locale(identifier: "en_US_POSIX")))
          expected *= pow(10, spelling.power - spelling.storedPower)
          #expect(reader.facts.quantities[spelling.parameter].map { Decimal($0.stored) } == expected, "`\(text)`")
          #expect(reader.rest.isEmpty, "`\(text)`")
        }
      }
    }
  }

  @Test(
    "a letter in the place of the point",
    arguments: [
      ("4k7", ComponentKind.resistor, "resistance", "4.7kΩ"), ("4K7", .resistor, "resistance", "4.7kΩ"),
      ("0R1", .resistor, "resistance", "0.1Ω"),
      ("1M5", .resistor, "resistance", "1.5MΩ"), ("4k7Ω", .resistor, "resistance", "4.7kΩ"),
      ("1meg5", .resistor, "resistance", "1.5MΩ"),
      ("2u2", .capacitor, "capacitance", "2.2uF"), ("2U2F", .capacitor, "capacitance", "2.2uF"),
      ("6V3", .capacitor, "voltage", "6.3V"),
      ("25V0", .capacitor, "voltage", "25V"), ("3n3", .inductor, "inductance", "3.3nH"),
    ])
  func letterForPoint(text: String, kind: ComponentKind, parameter: String, value: String) throws {
    let reader = FactReader(text, kind: kind, role: .value, words: Fixtures.words.vocabulary)
    let dimension = try #require(reader.facts.quantities[parameter]?.dimension, "`\(text)`")
    #expect(reader.facts.quantities[parameter] == (try Quantity(parsing: value, as: dimension)))
  }

  @Test(
    "what could be two things is nothing, and is named",
    arguments: [
      ("10MF", ComponentKind.capacitor), ("4,700", .resistor), ("10", .capacitor), ("4E7", .resistor),
      ("1.2.3k", .resistor),
      ("10uF", .resistor), ("10k", .capacitor), ("100n", .resistor),
    ])
  func unclear(text: String, kind: ComponentKind) {
    let reader = FactReader(text, kind: kind, role: .value, words: Fixtures.words.vocabulary)
    #expect(reader.facts.quantities.isEmpty, "`\(text)`")
    #expect(reader.rest == [text])
  }

  @Test(
    "ratings in columns of their own need no unit",
    arguments: [
      (BOMField.voltage, "100VDC", "voltage", "100V"), (.voltage, "25", "voltage", "25V"),
      (.voltage, "25VDC", "voltage", "25V"),
      (.voltage, "6V3", "voltage", "6.3V"), (.voltage, "≥50 V", "voltage", "50V"),
      (.tolerance, "+/-0.1%", "tolerance", "0.1%"),
      (.tolerance, "1", "tolerance", "1%"), (.tolerance, "F", "tolerance", "1%"), (.tolerance, "M", "tolerance", "20%"),
      (.tolerance, "± 5 %", "tolerance", "5%"), (.tolerance, "J", "tolerance", "5%"), (.power, "1/4", "power", "0.25W"),
      (.power, "0.1", "power", "0.1W"), (.power, "1/16W", "power", "62.5mW"), (.power, "125mW", "power", "0.125W"),
    ])
  func typedColumns(field: BOMField, text: String, parameter: String, value: String) throws {
    let kind: ComponentKind = field == .voltage || text == "M" ? .capacitor : .resistor
    let reader = FactReader(text, kind: kind, role: .rating(field), words: Fixtures.words.vocabulary)
    let dimension = try #require(reader.facts.quantities[parameter]?.dimension, "`\(text)`")
    #expect(reader.facts.quantities[parameter] == (try Quantity(parsing: value, as: dimension)))
    #expect(reader.rest.isEmpty)
  }

  @Test(arguments: [(BOMField.tolerance, "0.05"), (.voltage, "high"), (.tolerance, "0.25pF"), (.power, "250")])
  func columnsThatCannotBeReadAreNamed(field: BOMField, text: String) {
    let reader = FactReader(text, kind: .resistor, role: .rating(field), words: Fixtures.words.vocabulary)
    #expect(reader.facts.quantities.isEmpty && reader.rest == [text])
  }
}
