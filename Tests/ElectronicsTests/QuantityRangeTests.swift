import Base
import Electronics
import TestSupport
import Testing

@Suite struct QuantityRangeTests {
  @Test(arguments: [
    ("3.4..4.2 V", Int64(3_400_000), Int64(4_200_000)), ("4..8V", 4_000_000, 8_000_000),
    ("500mV..5V", 500_000, 5_000_000),
    ("3.4～4.2V", 3_400_000, 4_200_000), ("5 V", 5_000_000, 5_000_000), ("3.3 V ± 5 %", 3_135_000, 3_465_000),
    ("5V±0.25V", 4_750_000, 5_250_000), ("-5..5 V", -5_000_000, 5_000_000), ("3V3..5V", 3_300_000, 5_000_000),
    ("100..500 mV", 100_000, 500_000), ("3..5", 3_000_000, 5_000_000),
  ])
  func rangesAreReadExactly(text: String, lower: Int64, upper: Int64) throws {
    #expect(try QuantityRange(parsing: text, as: .voltage) == QuantityRange(.voltage, lower: lower, upper: upper))
  }

  @Test func swappedAndOpenRangesAreRefused() {
    #expect(throws: QuantityError.reversedRange("8..4 V")) { try QuantityRange(parsing: "8..4 V", as: .voltage) }
    #expect(throws: QuantityError.notARange("..4 V")) { try QuantityRange(parsing: "..4 V", as: .voltage) }
    #expect(throws: QuantityError.empty) { try QuantityRange(parsing: " ", as: .voltage) }
  }

  @Test func toleranceIsRoundedOutwards() throws {
    let range = try QuantityRange(parsing: "1 uV ± 5 %", as: .voltage)
    #expect(range.lower == 0 && range.upper == 2)
  }

  @Test func everyRangeReadsBackAsItWasPrinted() throws {
    var generator = SeededGenerator(seed: 9)
    for round in 0..<2000 {
      let dimension = Dimension.allCases.randomElement(using: &generator)!
      let first = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator)
      let second = Int64.random(in: -1_000_000...1_000_000_000, using: &generator)
      let range = QuantityRange(dimension, lower: min(first, second), upper: max(first, second))
      #expect(try QuantityRange(parsing: range.description, as: dimension) == range, "seed 9, round \(round): \(range)")
      #expect(try QuantityRange(parsing: range.compact, as: dimension) == range, "seed 9, round \(round): \(range)")
    }
  }

  @Test func coveringIncludesTheEnds() throws {
    let range = try QuantityRange(parsing: "4..8 V", as: .voltage)
    #expect(range.covers(try QuantityRange(parsing: "4..8 V", as: .voltage)))
    #expect(!range.covers(try QuantityRange(parsing: "3.9..5 V", as: .voltage)))
    #expect(range.contains(Quantity(.voltage, stored: 8_000_000)))
    #expect(!range.contains(Quantity(.current, stored: 8_000_000)))
  }
}
