import Base
import Electronics
import TestSupport
import Testing

@Suite struct QuantityParsingTests {
  @Test(arguments: [
    ("4k7", Dimension.resistance, Int64(4_700_000_000)), ("4.7k", .resistance, 4_700_000_000),
    ("4700", .resistance, 4_700_000_000), ("4,700 Ω", .resistance, 4_700_000_000),
    ("4,7 kΩ", .resistance, 4_700_000_000), ("４．７ｋΩ", .resistance, 4_700_000_000), ("0R1", .resistance, 100_000),
    ("R47", .resistance, 470_000), ("10M", .resistance, 10_000_000_000_000), ("0", .resistance, 0),
    ("100nF", .capacitance, 100_000_000), ("0.1uF", .capacitance, 100_000_000), ("0.1µF", .capacitance, 100_000_000),
    ("100n", .capacitance, 100_000_000), ("4n7F", .capacitance, 4_700_000), ("2u2", .inductance, 2_200_000),
    ("3V3", .voltage, 3_300_000), ("-5 V", .voltage, -5_000_000), ("500 mA", .current, 500_000_000),
    ("26 MHz", .frequency, 26_000_000_000), ("32.768kHz", .frequency, 32_768_000), ("5 %", .ratio, 50_000_000),
    ("±5%", .ratio, 50_000_000), ("５％", .ratio, 50_000_000), ("100 ppm", .ratio, 100_000),
    ("1.8 mm", .length, 1_800_000), ("0.5 in", .length, 12_700_000), ("0.05 g", .mass, 50_000),
    ("85 ℃", .temperature, 85_000), ("-40°C", .temperature, -40_000), ("16 MB", .information, 1 << 27),
    ("128 Mbit", .information, 1 << 27), ("20 dBm", .level, 20_000), ("1000mAh", .charge, 1_000_000_000),
    ("2 min", .time, 120_000_000_000), ("1e3", .number, 1_000_000_000_000), ("10k", .number, 10_000_000_000_000),
  ])
  func quantitiesAreReadExactly(text: String, dimension: Dimension, stored: Int64) throws {
    #expect(try Quantity(parsing: text, as: dimension).stored == stored)
  }

  @Test func capacitorCodesAreReadOnlyWhereAskedFor() throws {
    #expect(try Quantity(parsing: "104", as: .capacitance, capacitorCode: true).description == "100 nF")
    #expect(try Quantity(parsing: "109", as: .capacitance, capacitorCode: true).description == "1 pF")
    #expect(try Quantity(parsing: "104", as: .capacitance).description == "104 F")
  }

  @Test(arguments: [
    ("", Dimension.voltage, QuantityError.empty), ("x", .voltage, .notANumber("x")),
    ("3 A", .voltage, .wrongDimension("A", found: .current, expected: .voltage)),
    ("5", .ratio, .missingUnit("5", .ratio)), ("0.5 fF", .capacitance, .tooFine),
    ("1e30 V", .voltage, .outOfRange), ("99999999999999999999999999 V", .voltage, .outOfRange),
    ("10 TV", .voltage, .outOfRange), ("3 mv", .voltage, .unknownUnit("mv", .voltage, didYouMean: "mV")),
    ("3 foo", .voltage, .unknownUnit("foo", .voltage, didYouMean: nil)),
    ("4k7k", .resistance, .unknownUnit("k7k", .resistance, didYouMean: nil)),
  ])
  func otherTextsAreRefusedWithTheirReason(text: String, dimension: Dimension, error: QuantityError) {
    #expect(throws: error) { try Quantity(parsing: text, as: dimension) }
  }

  @Test func everyQuantityReadsBackAsItWasPrinted() throws {
    var generator = SeededGenerator(seed: 5)
    for round in 0..<4000 {
      let dimension = Dimension.allCases.randomElement(using: &generator)!
      let bits = Int.random(in: 1...63, using: &generator)
      let stored = Int64.random(in: -(1 << (bits - 1))...(1 << (bits - 1)), using: &generator)
      let quantity = Quantity(dimension, stored: stored)
      #expect(
        try Quantity(parsing: quantity.description, as: dimension) == quantity, "seed 5, round \(round): \(quantity)")
      #expect(try Quantity(parsing: quantity.compact, as: dimension) == quantity, "seed 5, round \(round): \(quantity)")
    }
    for dimension in Dimension.allCases {
      for stored in [Int64.min, .max, 0, 1, -1] {
        let quantity = Quantity(dimension, stored: stored)
        #expect(try Quantity(parsing: quantity.description, as: dimension) == quantity, "\(quantity)")
      }
    }
  }

  @Test func randomTextsNeverTrap() {
    var generator = SeededGenerator(seed: 6)
    let letters: [Character] = ["1", "9", "0", ".", ",", "-", "k", "V", "Ω", " ", "e", "±", "x", "%", "中", "µ", "5"]
    for _ in 0..<5000 {
      let text = String(
        (0..<Int.random(in: 0...8, using: &generator)).map { _ in letters.randomElement(using: &generator)! })
      for dimension in [Dimension.voltage, .ratio, .resistance, .information, .length] {
        if let quantity = try? Quantity(parsing: text, as: dimension) { #expect(quantity.dimension == dimension) }
        if let range = try? QuantityRange(parsing: text, as: dimension) { #expect(range.lower <= range.upper) }
        if let sides = try? Quantity.sides(parsing: text, count: 2...3) { #expect(sides.allSatisfy { $0.stored > 0 }) }
      }
    }
  }
}
