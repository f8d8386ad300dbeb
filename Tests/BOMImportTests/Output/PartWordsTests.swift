import BOMImport
import Diagnostics
import Testing

@Suite("Lines that nothing known matches")
struct PartWordsTests {
  private func spec(_ text: String) throws -> String {
    let (bill, _) = try Fixtures.read(text)
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: DiagnosticSink())
    let spec = ImportedSpec(try bill.lines.map { try matcher.match($0) }, file: "x.csv", dialect: bill.dialect)
    return SpecWriter.text(spec, head: .init(name: "x", quantity: 1, market: "huaqiangbei", date: "2026-12-04"))
  }

  @Test("are asked for in their own words where they name a number")
  func number() throws {
    let text = try spec(
      "Refs,Value,Footprint,MPN,Manufacturer,Description\nU1,ADC,VSSOP-10,ADS9999IDGS,TI,16 bit ADC\n")
    #expect(
      text.contains(
        "\n  U1: {ask: {mpn: ADS9999IDGS, maker: TI, package: VSSOP-10, value: ADC, description: 16 bit ADC}}  # A2"),
      "\(text)")
    #expect(!text.contains("candidates:") && text.contains("wrote: \"{ask: {mpn: ADS9999IDGS"))
  }

  @Test("or a value that has the form of one, or a value with its package")
  func value() throws {
    #expect(
      try spec("Refs,Value,Footprint\nU1,XC9999-33,Package_TO_SOT_SMD:SOT-89\n").contains("{ask: {mpn: XC9999-33, "))
    let text = try spec("Refs,Value,Footprint,Qty\nR1,123.4k,0402,1\n")
    #expect(text.contains("\n  R1: {ask: {package: \"0402\", value: 123.4k}}"), "\(text)")
  }

  @Test("and are for a person where they name neither, with why", arguments: ["a case of our own", "Conn", "~x"])
  func unclear(value: String) throws {
    let text = try spec("Refs,Value,Footprint\nM1,\(value),\n")
    #expect(!text.contains("  M1: {ask"), "\(text)")
    #expect(text.contains("    M1: {from: A2, grade: none, ") && text.contains("why: \""), "\(text)")
  }

  @Test("a line that may be one of several is for a person, with what it may be")
  func candidates() throws {
    let text = try spec("Refs,Value,Footprint\nR1,4k7,\n")
    #expect(!text.contains("\n  R1: "), "\(text)")
    #expect(text.contains("grade: heuristic") && text.contains("candidates: [{mpn: "), "\(text)")
  }
}
