import Base
import Electronics
import TestSupport
import Testing

@Suite struct QuantityRangeArithmeticTests {
  private func range(_ text: String, _ dimension: Dimension) throws -> QuantityRange {
    try QuantityRange(parsing: text, as: dimension)
  }

  @Test func powerIsVoltsTimesAmperes() throws {
    let power = try range("1.8..2.25 V", .voltage) * range("450..500 mA", .current)
    #expect(power.description == "0.81..1.125 W")
  }

  @Test func currentIsVoltsOverOhms() throws {
    let program = QuantityRange(
      try Quantity(parsing: "2.4k", as: .resistance), tolerance: Quantity(.ratio, stored: 10_000_000))
    let current = try range("1200 V", .voltage) / program
    #expect(current.least.stored == 495_049_504)
    #expect(current.most.stored == 505_050_506)
  }

  @Test func aDifferenceIsTakenFromTheFarEnds() throws {
    let drop = try range("3.4..4.2 V", .voltage) - range("2.9..3.1 V", .voltage)
    #expect(drop.description == "0.3..1.3 V")
  }

  @Test func toleranceReachesBothWays() throws {
    let supply = QuantityRange(
      try Quantity(parsing: "3.3 V", as: .voltage), tolerance: Quantity(.ratio, stored: 20_000_000))
    #expect(supply.description == "3.234..3.366 V")
  }

  @Test func ofNothingTheShareIsNothing() throws {
    #expect(try range("0..2 A", .current).scaled(perMille: 900).description == "0..1.8 A")
  }

  /// Whatever values the operands take, the result holds what comes out.
  @Test func resultsHoldEveryCombination() {
    var random = SeededGenerator(seed: 4)
    func draw(_ dimension: Dimension, above: Int64) -> QuantityRange {
      let first = Int64.random(in: above...2_000_000_000, using: &random)
      let second = Int64.random(in: above...2_000_000_000, using: &random)
      return QuantityRange(dimension, lower: min(first, second), upper: max(first, second))
    }
    for _ in 0..<2000 {
      let volts = draw(.voltage, above: -2_000_000_000)
      let amperes = draw(.current, above: -2_000_000_000)
      let ohms = draw(.resistance, above: 1)
      let volt = Int64.random(in: volts.lower...volts.upper, using: &random)
      let ampere = Int64.random(in: amperes.lower...amperes.upper, using: &random)
      let ohm = Int64.random(in: ohms.lower...ohms.upper, using: &random)
      let watts = volts * amperes
      let exact = Int128(volt) * Int128(ampere)
      #expect(Int128(watts.lower) * 1_000_000_000 <= exact && exact <= Int128(watts.upper) * 1_000_000_000)
      let current = volts / ohms
      let scaled = Int128(volt) * 1_000_000_000
      #expect(Int128(current.lower) * Int128(ohm) <= scaled && scaled <= Int128(current.upper) * Int128(ohm))
      let sum = volts + volts
      #expect(sum.contains(Quantity(.voltage, stored: volt * 2)))
    }
  }
}
