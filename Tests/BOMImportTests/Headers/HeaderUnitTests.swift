import Diagnostics
import Testing

@testable import BOMImport

/// Units that stand in headers.
@Suite struct HeaderUnitTests {
  @Test("a bare number under a header with a unit is what the number with its unit is under the header without")
  func units() throws {
    let cases: [(name: String, units: [String], numbers: [String], row: String)] = [
      ("Power", ["W", "mW"], ["0.1", "100"], "R1,10k,0603"), ("Tol", ["%"], ["1", "±5", "0.1"], "R1,10k,0603"),
      ("Voltage", ["V", "kV"], ["25", "50", "6.3"], "C1,100nF,0603"),
      ("Capacitance", ["pF", "nF", "uF", "µF"], ["10", "100", "4.7", "0.1"], "C1,,0603"),
      ("Resistance", ["Ohm", "Ω", "kΩ", "MOhm"], ["10", "4.7", "470"], "R1,,0603"),
      ("Current", ["A", "mA"], ["1", "500"], "L1,10uH,0603"),
    ]
    for (name, units, numbers, row) in cases {
      for unit in units {
        for number in numbers {
          for header in [
            "\(name) (\(unit))", "\(name) [\(unit)]", "\(name) / \(unit)", "\(name) in \(unit)", "\(name)(\(unit))",
          ] {
            let under = try read("Refs,Value,Footprint,\(header)\n\(row),\(number)\n")
            let plain = try read("Refs,Value,Footprint,\(name)\n\(row),\(number)\(unit)\n")
            #expect(under.facts == plain.facts, "\(header): \(number)")
          }
        }
      }
    }
  }

  private func read(_ text: String) throws -> BOMLine { try #require(Fixtures.read(text).bill.lines.first) }

  @Test(
    "signs and words behind a name that are no unit are none",
    arguments: [
      "Value", "Qty (pcs)", "Package (in)", "Part/Number", "Price (USD)", "Comment (old)", "(V)", "%",
    ])
  func none(header: String) { #expect(HeaderUnit(header) == nil) }

  @Test func aCellWithItsOwnUnitKeepsIt() throws {
    #expect(try #require(HeaderUnit("Power (W)")).applied(to: "100 mW") == "100 mW")
    #expect(try #require(HeaderUnit("Power (W)")).applied(to: " 0.1 ") == "0.1W")
    #expect(try #require(HeaderUnit("Tol. %")).applied(to: "±5") == "±5%")
  }
}
