import Electronics
import Testing

@testable import BOMImport

@Suite struct FactReaderTests {
  private func reader(_ text: String, _ kind: ComponentKind, _ role: FactReader.Role = .value) -> FactReader {
    FactReader(text, kind: kind, role: role, words: Fixtures.words.vocabulary)
  }

  private func facts(_ text: String, _ kind: ComponentKind) -> LineFacts {
    reader(text, kind).facts
  }

  @Test(
    "spellings of one resistance",
    arguments: [
      "4k7", "4.7k", "4700", "4,7 kΩ", "4.7K", "4K7", "4.7 kOhm", "4700R", "4.7kΩ", "4.7KOHM", "４．７ｋ", "4.7k欧",
    ])
  func resistance(text: String) throws {
    #expect(facts(text, .resistor).quantities["resistance"] == (try Quantity(parsing: "4.7k", as: .resistance)))
  }

  @Test(
    "spellings of one capacitance",
    arguments: [
      "100n", "0.1uF", "104", "100nF", "0.1u", "0,1µF", "100NF", ".1uF", "0.1 uF", "100 nF", "100000pF", "104K",
    ])
  func capacitance(text: String) throws {
    #expect(facts(text, .capacitor).quantities["capacitance"] == (try Quantity(parsing: "100n", as: .capacitance)))
  }

  /// A limit of the value is not understood, one of a rating says nothing.
  @Test(arguments: ["max", "min", "Max.", "maximum", "MIN"])
  func limits(word: String) {
    for (kind, value, rating) in [
      (ComponentKind.capacitor, "10uF", "50V"), (.resistor, "10k", "1W"), (.inductor, "10uH", "2A"),
    ] {
      for text in ["\(word) \(value)", "\(value) \(word)", "\(word) \(value) \(rating)"] {
        #expect(reader(text, kind).rest == [word.replacing(".", with: "")], "\(text)")
      }
      for text in ["\(value) \(word) \(rating)", "\(value) \(rating) \(word)"] {
        #expect(reader(text, kind).rest.isEmpty, "\(text)")
      }
    }
  }

  @Test func aLetterBehindACapacitorsValueIsItsTolerance() {
    #expect(facts("10p C", .capacitor).unchecked == ["C"])
    #expect(facts("C 10p", .capacitor).unchecked.isEmpty)
  }

  @Test(arguments: ["120R 50mR 2A", "50mR 120R 2A", "2A 50mΩ 120Ω@100MHz", "120R DCR 50mR", "DCR 50mΩ 120R"])
  func theGreaterOhmsOfABeadAreItsImpedance(text: String) throws {
    let reader = reader(text, .ferriteBead)
    #expect(reader.rest.isEmpty)
    #expect(reader.facts.quantities["impedance"] == (try Quantity(parsing: "120", as: .resistance)), "\(text)")
    #expect(reader.facts.quantities["dc-resistance"] == (try Quantity(parsing: "50m", as: .resistance)), "\(text)")
  }

  @Test(arguments: ["2.2uH 3.8A 3A", "2.2uH 3A/3.8A", "2.2uH Irms 3A Isat 3.8A"])
  func theLesserCurrentOfACoilIsTheOneThatItBears(text: String) throws {
    let reader = reader(text, .inductor)
    #expect(reader.rest.isEmpty)
    #expect(reader.facts.quantities["current"] == (try Quantity(parsing: "3A", as: .current)), "\(text)")
    #expect(reader.facts.quantities["saturation-current"] == (try Quantity(parsing: "3.8A", as: .current)), "\(text)")
  }

  @Test func aCansSizeInAValueIsItsPackage() {
    for text in ["220uF 10V 6.3*5.4", "220uF 10V 6.3x5.4mm", "220uF 6.3×5.4 10V"] {
      let reader = reader(text, .capacitor)
      #expect(reader.rest.isEmpty, "\(text)")
      #expect(reader.facts.package == .can(diameter: 63, height: 54, isLeaded: false), "\(text)")
    }
  }

  @Test("numbers of parts are no values", arguments: ["742792662", "MFR-25JT-52-470R", "MFR2WSJT-73-470R"])
  func numbersOfParts(text: String) {
    for kind in [ComponentKind.resistor, .ferriteBead] {
      #expect(reader(text, kind).facts.quantities.isEmpty, "\(text)")
      #expect(reader(text, kind).rest == [text])
    }
    #expect(facts("1000000", .resistor).quantities["resistance"] != nil)
  }

  @Test func aSeriesBesideAPowerIsNoPartOfIt() throws {
    let found = facts("1k MF1/4W", .resistor)
    #expect(found.quantities["power"] == (try Quantity(parsing: "250mW", as: .power)))
    #expect(found.unchecked == ["MF"])
  }

  @Test("values that could be two things are none", arguments: ["10", "100", "22", "0.1"])
  func unclear(text: String) {
    #expect(facts(text, .capacitor).quantities["capacitance"] == nil)
  }

  @Test func namesThatEndLikeAResistorsValueAreNone() throws {
    #expect(facts("R47", .resistor).quantities["resistance"] == (try Quantity(parsing: "0.47", as: .resistance)))
    for name in ["Filter_R1", "HCPL_R10", "R1"] { #expect(facts(name, .resistor).isEmpty, "\(name)") }
    #expect(reader("see R10", .resistor, .prose).facts.isEmpty)
    #expect(try Fixtures.read("Refs,Value\nR10,R10\n").bill.lines[0].facts.isEmpty)
  }

  @Test func thousandsWithoutAReferenceAreOhms() throws {
    #expect(facts("4k7", .unknown).quantities["resistance"] == (try Quantity(parsing: "4.7k", as: .resistance)))
    for text in ["10u", "100n", "16M", "10"] { #expect(facts(text, .unknown).isEmpty, "\(text)") }
    #expect(try Fixtures.read("Value,Description\n10k,NTC thermistor\n").bill.lines[0].kind == .thermistor)
  }

  @Test func ratingsAreTakenFromFreeText() throws {
    let found = facts("10uF/25V X5R ±10% 0805", .capacitor)
    #expect(found.quantities["capacitance"] == (try Quantity(parsing: "10uF", as: .capacitance)))
    #expect(found.quantities["voltage"] == (try Quantity(parsing: "25V", as: .voltage)))
    #expect(found.quantities["tolerance"] == (try Quantity(parsing: "10%", as: .ratio)))
    #expect(found.dielectric == "X5R")
    #expect(found.package == .chip("0805"))
  }

  /// Of what a distributor's text states twice the one that asks for least counts, in either order; a value's own cell is taken at its word.
  @Test(arguments: [("10A 10uH 12.5A 20.7mΩ", 10_000), ("12.5A 10uH 8A SMD", 8_000), ("10uH 3A 3A", 3_000)])
  func currentsOfProseAskForLeast(text: String, milliampere: Int64) throws {
    let current = try #require(reader(text, .inductor, .prose).facts.quantities["current"])
    #expect("\(current)" == "\(try Quantity(parsing: "\(milliampere) mA", as: .current))")
    #expect(reader(text, .inductor, .prose).disagreements.isEmpty)
  }

  @Test func constantsOfThermistorsAreNoOhms() {
    let facts = reader("-40℃~+125℃ 100mW 2750K 2800K 68Ω ±3% ±5% 0603 NTC", .thermistor, .prose).facts
    #expect(facts.quantities["resistance"].map { "\($0)" } == "68 Ω")
    #expect(facts.quantities["tolerance"].map { "\($0)" } == "5 %")
  }

  @Test func yellowGreenIsOneColour() {
    for text in ["Yellow Green LED", "yellow-green", "20mA Yellow Green 120°"] {
      #expect(reader(text, .led, .prose).facts.colour == "yellow-green", "\(text)")
      #expect(reader(text, .led, .prose).disagreements.isEmpty, "\(text)")
    }
  }

  @Test func listDescriptionsAreUnderstood() throws {
    let found = reader("0.47Ω ±1% 1/16W ±800ppm/℃ 0402 Chip Resistor", .resistor, .prose).facts
    #expect(found.quantities["resistance"] == (try Quantity(parsing: "0.47", as: .resistance)))
    #expect(found.quantities["tolerance"] == (try Quantity(parsing: "1%", as: .ratio)))
    #expect(found.quantities["power"] == (try Quantity(parsing: "62.5mW", as: .power)))
    #expect(found.package == .chip("0402"))
  }

  @Test func aToleranceWithinTheNumberIsFound() throws {
    let found = facts("10±1.0%kΩ 62.5mW", .resistor)
    #expect(found.quantities["resistance"] == (try Quantity(parsing: "10k", as: .resistance)))
    #expect(found.quantities["tolerance"] == (try Quantity(parsing: "1%", as: .ratio)))
  }

  @Test func librariesAndNumbersHideValues() throws {
    let library = reader("0603C-100NF-25V-X7R-TDK", .capacitor, .prose)
    #expect(library.facts.quantities["voltage"] == (try Quantity(parsing: "25V", as: .voltage)))
    #expect(library.facts.dielectric == "X7R")
    let number = reader("4u7-TMK212AB7475KG-T", .capacitor)
    #expect(number.facts.quantities["capacitance"] == (try Quantity(parsing: "4.7u", as: .capacitance)))
    #expect(number.rest.contains("TMK212AB7475KG"))
  }

  @Test func namesOfPartsAreNoValues() {
    for name in ["TYPE-C-31-M-12", "2N7002", "ESP32-WROOM-32E", "1N4148W", "MT2503AV"] {
      let reader = self.reader(name, .integrated)
      #expect(reader.facts.isEmpty, "\(name)")
      #expect(reader.rest == [name])
    }
  }

  @Test(
    "milli and mega are told apart by case alone",
    arguments: [("1mOhm", "1mΩ"), ("1MOhm", "1MΩ"), ("2m", "2mΩ"), ("10M", "10MΩ"), ("5mΩ", "5mΩ")])
  func prefixes(text: String, value: String) throws {
    #expect(facts(text, .resistor).quantities["resistance"] == (try Quantity(parsing: value, as: .resistance)))
  }

  @Test func zeroOhmsIsAValue() throws {
    for text in ["0", "0R", "0Ω"] {
      #expect(facts(text, .resistor).quantities["resistance"]?.stored == 0)
    }
  }

  @Test func beadsHaveAnImpedance() throws {
    #expect(
      facts("600R@100MHz", .ferriteBead).quantities["impedance"] == (try Quantity(parsing: "600", as: .resistance)))
  }

  @Test(
    "the name of a rating's column gives the unit of a bare multiplier, and what is measured in another unit is none",
    arguments: [
      ("100m", BOMField.power, "power", "100mW"), ("0.05k", .voltage, "voltage", "50V"),
      ("1 percent", .tolerance, "tolerance", "1%"), ("1pct", .tolerance, "tolerance", "1%"),
      ("1/8 Watt", .power, "power", "125mW"), ("±5 %", .tolerance, "tolerance", "5%"),
    ])
  func ratings(text: String, field: BOMField, name: String, value: String) throws {
    let reader = reader(text, .resistor, .rating(field))
    let own = try #require(reader.facts.quantities[name])
    #expect(own == (try Quantity(parsing: value, as: own.dimension)) && reader.facts.quantities.count == 1)
    #expect(reader.rest.isEmpty)
  }

  @Test func aToleranceInFaradsIsNoCapacitance() {
    let reader = reader("0.25pF", .capacitor, .rating(.tolerance))
    #expect(reader.facts.quantities.isEmpty && !reader.facts.unchecked.isEmpty)
    #expect(self.reader("100n", .capacitor, .rating(.voltage)).rest == ["100n"])
  }

  @Test(
    "a sign by which a value is not just what it says is not understood",
    arguments: [(">10k", ">"), ("≤ 10k", "≤"), ("10k*", "*"), ("*10k", "*"), ("(10k)", "()"), ("10k†", "†")])
  func qualifiers(text: String, sign: String) {
    #expect(reader(text, .resistor).rest == [sign])
    #expect(reader("10k (1%)", .resistor).rest.isEmpty)
  }

  @Test func aLibrarysSizeWithItsLetterIsNoResistance() {
    #expect(reader("0603R-GENERIC", .resistor, .prose).facts.quantities.isEmpty)
    #expect(reader("0603R-10K", .resistor, .prose).facts.package == .chip("0603"))
    #expect(facts("1210R", .resistor).quantities["resistance"] != nil)
  }

  @Test("a rating glued to a value is read as if a blank stood between them")
  func glued() {
    for (kind, values) in [
      (ComponentKind.capacitor, ["10uF", "100nF", "4.7uF", "22pF", "2.2µF"]), (.resistor, ["10kΩ", "4.7kohm", "100Ω"]),
    ] {
      for value in values {
        for rating in kind == .capacitor ? ["16V", "50V", "6V3", "6.3V", "10%"] : ["1%", "5%", "0.1%"] {
          let own = reader(value + rating, kind)
          #expect(own.facts == reader("\(value) \(rating)", kind).facts && own.rest.isEmpty, "\(value)\(rating)")
        }
      }
    }
    for text in ["GRM188F104", "10uF16", "10X5", "STM32F103"] {
      #expect(reader(text, .capacitor).facts.quantities.isEmpty, "\(text)")
    }
  }
}
