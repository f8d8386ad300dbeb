import Base
import CatalogText
import Diagnostics
import Electronics
import Market
import Testing

@Suite struct CatalogReaderTests {
  @Test func aWholeFolderBecomesDomainValues() throws {
    let reading = CatalogReader.read(SampleFolder.changed("none.csv", nil))
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message))")
    let content = try #require(reading.content)
    let part = try #require(content.parts.first)
    #expect(part.id == PartID(maker: "TOP", mpn: "TP4056"))
    #expect(part.parameters["current"] == .quantity(Quantity(.current, stored: 1_000_000_000)))
    #expect(part.parameters["input"] == .range(QuantityRange(.voltage, lower: 4_000_000, upper: 8_000_000)))
    #expect(part.parameters["buses"] == .list(["i2c", "spi"]))
    #expect(part.parameters["sink"] == .flag(true))
    #expect(part.english == "charger, linear")
    #expect(part.priceLevel?.first == 200_000)
    #expect(content.parts.last?.priceLevel == nil)
    #expect(content.categories.first?.milligrams == 80)
    #expect(content.designs.first?.chipset == ["IP5306"])
    let market = try #require(content.markets.first)
    #expect(market.profile.walkingSpeed == 1_100)
    #expect(market.buildings.map(\.closed) == [nil, "since 2020"])
    #expect(market.buildings.first?.floors.map(\.depth) == [6_050, 6_000])
    #expect(market.nodes.map { $0.position?.floor } == [nil, 1])
    #expect(market.links.first?.length == 12_025)
    #expect(market.stalls.first?.invoicePerMille == 30)
    #expect(market.stalls.first?.riskPerMille == 1_200)
    #expect(market.stalls.last?.hours[0] == [OpeningHours(open: 34_200, close: 66_600)])
    #expect(market.stalls.last?.hours[6] == [])
    let offer = try #require(market.offers.first)
    #expect(offer.id == "SEG-1-A1/TP4056@TOP/original")
    #expect(offer.breaks.map(\.unitPrice.microYuan) == [350_000, 210_000])
    let service = try #require(market.services.first)
    #expect(service.price == ServiceFormula(minimum: 300_000_000, perJoint: 30_000))
    #expect(service.duration == ServiceFormula(base: 7_200_000, perJoint: 300))
    #expect(service.largestArea == 90_000)
  }

  /// One change of a right folder, and the finding that it must give.
  struct Fault: Sendable, CustomTestStringConvertible {
    var path: String
    var old: String
    var new: String
    var code: String
    var message: String
    var testDescription: String { message }
  }

  static let faults = [
    Fault(
      path: "parts/power.csv", old: "UMW,", new: "TOP,", code: "C001", message: "part `TP4056` of `TOP` is given twice"),
    Fault(
      path: "parts/power.csv", old: "lcsc:C2", new: "lcs:C2", code: "C002", message: "there is no source `lcs`"),
    Fault(
      path: "parts/power.csv", old: "500mA", new: "500mV", code: "C003",
      message: "parameter `current`: `mV` is a unit of voltage, not of current"),
    Fault(
      path: "parts/power.csv", old: "current=500", new: "curent=500", code: "C002",
      message: "there is no parameter of `charger` `curent`"),
    Fault(
      path: "parts/power.csv", old: "0.2,0.1", new: "0.1,0.2", code: "C004",
      message: "the best price 0.2 is above the first, 0.1"),
    Fault(
      path: "parts/power.csv", old: ",charger,ESOP-8,current", new: ",chargr,ESOP-8,current", code: "C002",
      message: "there is no category `chargr`"),
    Fault(
      path: "attrition.csv", old: "1,5", new: "-1,5", code: "C003",
      message: "`minimum` must be a whole number within 0..1000000, not `-1`"),
    Fault(
      path: "categories.yaml", old: "handling: ic", new: "handling: icc", code: "C002",
      message: "there is no handling `icc`"),
    Fault(path: "categories.yaml", old: "unit: V", new: "unit: X", code: "C003", message: "unknown unit `X`"),
    Fault(
      path: "markets/north/market.yaml", old: "  walking.speed:",
      new: "  time.zone: {value: Asia/Nowhere, standing: assumed, source: x}\n  walking.speed:", code: "C003",
      message: "`time.zone` is `Asia/Nowhere`, which the time zone database does not have"),
    Fault(
      path: "markets/north/links.csv", old: "metro,SEG/door", new: "metro,SEG/dor", code: "C002",
      message: "there is no node `SEG/dor`"),
    Fault(
      path: "markets/north/floors.csv", old: "SEG,2", new: "SEG,1", code: "C001",
      message: "floor 1 of `SEG` is given twice"),
    Fault(
      path: "markets/north/nodes.csv", old: "SEG,1,40", new: "SEG,3,40", code: "C002",
      message: "there is no floor `SEG/3`"),
    Fault(
      path: "markets/north/stalls.csv", old: "10:00-18:00", new: "18:00-10:00", code: "C003",
      message: "hours: `18:00-10:00` is not a span of hours"),
    Fault(
      path: "markets/north/stalls.csv", old: "0,0,own visit", new: "0,0,sample", code: "C006",
      message: "the source `sample` is for generated ones"),
    Fault(
      path: "markets/north/offers.csv", old: "1:0.35 100:0.21", new: "1:0.35 100:0.41", code: "C004",
      message: "break `100:0.41` is out of order"),
    Fault(
      path: "markets/north/offers.csv", old: "1:0.35 100:0.21", new: "5:0.35", code: "C004",
      message: "the first break is above the least quantity of 1"),
    Fault(
      path: "markets/north/offers.csv", old: "SEG-1-A1,TOP", new: "SEG-1-B1,TOP", code: "C002",
      message: "there is no stall `SEG-1-B1`"),
    Fault(
      path: "markets/north/offers.csv", old: "A1,TOP", new: "A1,TIP", code: "C002",
      message: "there is no part `TP4056` of `TIP`"),
    Fault(
      path: "markets/north/offers.csv", old: "original", new: "orignal", code: "C003",
      message: "unknown condition `orignal`"),
    Fault(
      path: "markets/north/services.yaml", old: "0.03 CNY", new: "0.03 USD", code: "C003",
      message: "`per_joint` is in USD; amounts of a market are in yuan"),
    Fault(
      path: "markets/north/market.yaml", old: "\"300 ppm\"", new: "\"30 percent\"", code: "C003",
      message: "setting `risk.original` is `30 percent`, not like `300 ppm`"),
  ]

  @Test(arguments: faults) func aFaultIsFoundWhereItStandsAndNothingIsBuilt(_ fault: Fault) throws {
    let files = SampleFolder.replacing(fault.path, fault.old, with: fault.new)
    try #require(!files.isEmpty)
    let reading = CatalogReader.read(files, prefix: "Catalog/")
    #expect(reading.content == nil)
    let finding = try #require(reading.diagnostics.first)
    #expect(finding.code.id == fault.code)
    #expect(finding.message == fault.message)
    #expect(finding.span?.file == "Catalog/\(fault.path)")
    #expect((finding.span?.start.line ?? 0) > 0)
  }

  @Test func findingsOfAllFilesAreGivenAtOnce() {
    var files = SampleFolder.replacing("parts/power.csv", "500mA", with: "500mV")
    files.removeAll { $0.path == "attrition.csv" || $0.path == "markets/north/links.csv" }
    files.append(
      CatalogFile(path: "markets/north/links.csv", bytes: Array("from,to,metres,wait_s,source\nx,y,1,0,z\n".utf8)))
    let codes = CatalogReader.read(files).diagnostics.map(\.code.id)
    #expect(codes.contains("C005"))
    #expect(codes.contains("C003"))
    #expect(codes.contains("C002"))
  }

  @Test(arguments: ["sources.csv", "attrition.csv", "categories.yaml", "parts/power.csv"])
  func whatRestsOnABrokenFileIsNotToldAgain(_ path: String) {
    let findings = CatalogReader.read(SampleFolder.changed(path, "\u{0}")).diagnostics
    #expect(findings.map(\.code.id) == ["T007"], "\(findings.map(\.message))")
  }

  @Test func aWrongParameterIsMarkedInsideItsCell() throws {
    let files = SampleFolder.replacing("parts/power.csv", "current=1A", with: "current=1V")
    let reading = CatalogReader.read(files)
    let span = try #require(reading.diagnostics.first?.span)
    let text = try #require(reading.texts.first { $0.file == span.file })
    #expect(text.text(in: span.offsets).trimmedOfBlanks == "current=1V")
  }

  @Test func unknownColumnsAreRefused() {
    let reading = CatalogReader.read(
      SampleFolder.replacing("attrition.csv", "per_mille,source", with: "per_mile,source"))
    #expect(reading.content == nil)
    #expect(reading.diagnostics.contains { $0.message.contains("per_mile") })
  }
}

extension String {
  fileprivate var trimmedOfBlanks: String { String(drop { $0 == " " }) }
}
