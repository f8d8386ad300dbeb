import Base
import CatalogText
import Diagnostics
import Market
import TestSupport
import Testing

/// Numbers beyond `Limits` in a catalog folder: each is reported at its place, and none ends the program.
@Suite struct LargeNumbersTests {
  /// A cell or value, and one that lies just beyond its range.
  struct Input: Sendable, CustomTestStringConvertible {
    var path: String
    var old: String
    /// `#` stands for the number.
    var new: String
    var beyond: String
    var testDescription: String { "\(path): \(new)" }
  }

  static let offers = "markets/north/offers.csv"
  static let stalls = "markets/north/stalls.csv"
  static let services = "markets/north/services.yaml"
  static let inputs = [
    Input(path: offers, old: "1:0.35 100:0.21", new: "1:# 100:0.21", beyond: "1000000.000001"),
    Input(path: offers, old: "1:0.35 100:0.21", new: "1:0.35 #:0.21", beyond: "1000000001"),
    Input(path: offers, old: ",1,1,5000,", new: ",#,1,5000,", beyond: "1000000001"),
    Input(path: offers, old: ",1,1,5000,", new: ",1,#,5000,", beyond: "1000000001"),
    Input(path: offers, old: ",1,1,5000,", new: ",1,1,#,", beyond: "1000000001"),
    Input(path: offers, old: ",excluded,0,", new: ",excluded,#,", beyond: "1441"),
    Input(path: stalls, old: "90,20,true,3,1.2,0,0,", new: "#,20,true,3,1.2,0,0,", beyond: "86401"),
    Input(path: stalls, old: "90,20,true,3,1.2,0,0,", new: "90,#,true,3,1.2,0,0,", beyond: "86401"),
    Input(path: stalls, old: "90,20,true,3,1.2,0,0,", new: "90,20,true,#,1.2,0,0,", beyond: "100.1"),
    Input(path: stalls, old: "90,20,true,3,1.2,0,0,", new: "90,20,true,3,#,0,0,", beyond: "100.001"),
    Input(path: stalls, old: "90,20,true,3,1.2,0,0,", new: "90,20,true,3,1.2,#,0,", beyond: "100000.000001"),
    Input(path: stalls, old: "90,20,true,3,1.2,0,0,", new: "90,20,true,3,1.2,0,#,", beyond: "366"),
    Input(path: stalls, old: "A1,10,12.5", new: "A1,#,12.5", beyond: "10000.01"),
    Input(path: "markets/north/buildings.csv", old: "Road 1,0,", new: "Road 1,#,", beyond: "1000001"),
    Input(path: "markets/north/floors.csv", old: "80,60.5", new: "#,60.5", beyond: "10000.01"),
    Input(path: "markets/north/nodes.csv", old: "地铁,,,5,-9", new: "地铁,,,#,-9", beyond: "1000000.01"),
    Input(path: "markets/north/links.csv", old: "120.25", new: "#", beyond: "20000.01"),
    Input(path: "markets/north/links.csv", old: ",40,", new: ",#,", beyond: "3601"),
    Input(path: "parts/power.csv", old: "0.2,0.1,1000", new: "#,0.1,1000", beyond: "1000000000.000001"),
    Input(path: "parts/power.csv", old: "0.2,0.1,1000", new: "0.2,#,1000", beyond: "1000000000.000001"),
    Input(path: "parts/power.csv", old: "0.2,0.1,1000", new: "0.2,0.1,#", beyond: "1000000001"),
    Input(path: "attrition.csv", old: "ic,1,5", new: "ic,#,5", beyond: "1000001"),
    Input(path: "attrition.csv", old: "ic,1,5", new: "ic,1,#", beyond: "1001"),
    Input(path: "categories.yaml", old: "mass: 0.08 g", new: "mass: # g", beyond: "100001"),
    Input(path: services, old: "300 CNY", new: "# CNY", beyond: "1000000.01"),
    Input(path: services, old: "0.03 CNY", new: "# CNY", beyond: "1000000.01"),
    Input(path: services, old: "2 h", new: "# h", beyond: "87601"),
    Input(path: services, old: "1..200", new: "1..#", beyond: "1000001"),
    Input(path: services, old: "90000 mm2", new: "# mm2", beyond: "4000001"),
    Input(path: "markets/north/market.yaml", old: "1.1 m/s", new: "# m/s", beyond: "10.001"),
    Input(
      path: "markets/north/market.yaml", old: "risk.clone: {value: \"300", new: "risk.clone: {value: \"#",
      beyond: "1000001"),
  ]

  @Test(arguments: inputs) func everyNumberIsHeldAgainstItsRange(_ input: Input) throws {
    var random = SeededGenerator(seed: 14)
    for number in [input.beyond] + (0..<12).map({ _ in LargeNumbers.number(&random) }) {
      let new = input.new.replacing("#", with: number)
      let reading = CatalogReader.read(SampleFolder.replacing(input.path, input.old, with: new))
      let finding = try #require(reading.diagnostics.first, "\(new) is taken")
      #expect(reading.content == nil)
      #expect(finding.span?.file == input.path, "\(new): \(finding.message)")
    }
  }

  /// Ranges and the value go into the message.
  @Test func aMessageNamesTheRangeAndTheValue() throws {
    func message(_ path: String, _ old: String, _ new: String) throws -> String {
      try #require(CatalogReader.read(SampleFolder.replacing(path, old, with: new)).diagnostics.first).message
    }
    #expect(
      try message(Self.stalls, "90,20,true,3,1.2,0,", "90,20,true,3,1.2,99999999999,")
        == "`shipping` must be from 0 to 100000, not `99999999999`")
    #expect(
      try message(Self.stalls, "true,3,1.2", "true,3,1000000000000000000000")
        == "`risk` must be from 0 to 100, not `1000000000000000000000`")
    #expect(
      try message(Self.offers, ",1,1,5000,", ",5000000000,1,5000,")
        == "`minimum` must be a whole number within 1..1000000000, not `5000000000`")
    #expect(
      try message(Self.offers, "1:0.35 100:0.21", "1:0.35 100000000:20.5")
        .hasPrefix("break `100000000:20.5` is out of order"))
    #expect(
      try message(Self.offers, "1:0.35 100:0.21,1,", "1:900000,2000,")
        == "to buy 2000 pieces at 900000.00 CNY costs more than 1000000000.00 CNY")
  }

  /// Any number of any file, as large as it may be.
  @Test func noNumberEndsTheProgram() {
    var random = SeededGenerator(seed: 15)
    var refused = 0
    let paths = SampleFolder.files.keys.sorted()
    for round in 0..<200 {
      let path = paths[round % paths.count]
      guard let text = SampleFolder.files[path], let changed = LargeNumbers.replacingOne(in: text, &random) else {
        continue
      }
      let reading = CatalogReader.read(SampleFolder.changed(path, changed))
      if reading.content == nil { refused += 1 }
      #expect(reading.diagnostics.allSatisfy { $0.span != nil })
    }
    #expect(refused > 50, "\(refused)")
  }
}
