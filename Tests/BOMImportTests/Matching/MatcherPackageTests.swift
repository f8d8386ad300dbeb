import BOMImport
import Diagnostics
import Electronics
import Testing

@Suite struct MatcherPackageTests {
  private static let index = SmallIndex(
    own: [
      SmallIndex.part("STM32F103C8T6", "ST", "mcu", "LQFP-48(7x7)", order: "C8734"),
      SmallIndex.part("AMS1117-3.3", "AMS", "ldo", "SOT-223", order: "C6186"),
      SmallIndex.part("AMS1117-3.3", "HXY MOSFET", "ldo", "SOT-223"),
      SmallIndex.part("AMS1117-3.3", "JSCJ", "ldo", "SOT-89-3"), SmallIndex.part("AMS1117-3.3", "Odd", "ldo", "OTHER5"),
      SmallIndex.part("SMBJ5.0A", "JSCJ", "tvs", "SMBG"), SmallIndex.part("SMBJ5.0A", "BORN", "tvs", "SMB"),
      SmallIndex.part("SS14", "Only", "schottky", "SMAG"),
      SmallIndex.part("RP2040", "Raspberry Pi", "mcu", "LQFN-56(7x7)"),
      SmallIndex.part("MCP41010-E/P", "Microchip", "adc", "PDIP-8"),
    ])

  private func match(_ row: String) throws -> LineMatch {
    let (bill, _) = try Fixtures.read("Reference,Value,Footprint,Qty,MPN,Manufacturer,LCSC\n\(row)\n")
    let matcher = Matcher(index: Self.index, words: Fixtures.words, sink: DiagnosticSink())
    return try matcher.match(try #require(bill.lines.first))
  }

  @Test(
    "the package of a part that a number names agrees with the footprint, or the line is not sure",
    arguments: [
      ("U1,,LQFP-48_7x7mm_P0.5mm,1,,,C8734", MatchGrade.exact), ("U1,,LQFP-64_10x10mm_P0.5mm,1,,,C8734", .ambiguous),
      ("U1,,0603,1,,,C8734", .ambiguous), ("U1,,LQFP-64,1,STM32F103C8T6,,", .ambiguous),
      ("U1,,MyLibrary_thing,1,,,C8734", .exact), ("U1,,SOT-223,1,AMS1117-3.3,,", .equivalent),
      ("U1,,SOIC-8,1,AMS1117-3.3,,", .ambiguous), ("U1,,SOT-89-3,1,AMS1117-3.3,,", .exact),
      ("D1,,D_SMA,1,SMBJ5.0A,,", .ambiguous), ("D1,,D_SMB,1,SMBJ5.0A,,", .exact), ("D1,,D_SMA,1,SS14,,", .heuristic),
      ("U1,RP2040,LQFP-64,1,,,", .ambiguous), ("U1,RP2040,QFN-56-1EP_7x7mm_P0.4mm,1,,,", .exact),
      ("U1,MCP41010-E/P,SOIC-8,1,,,", .ambiguous), ("U1,MCP41010-E/P,DIP-8_W7.62mm,1,,,", .exact),
      ("U1,5V LDO,SOT-223,1,AMS1117-3.3,,", .heuristic),
      ("U1,AMS1117-3.3,SOT-223,1,AMS1117-3.3,HXY MOSFET,C6186", .heuristic),
      ("U1,AMS1117-3.3,SOT-223,1,AMS1117-3.3,Some new name,C6186", .exact),
    ])
  func packages(row: String, grade: MatchGrade) throws {
    let match = try match(row)
    #expect(match.grade == grade, "\(row): \(match.why)")
  }

  @Test(
    "a package beside the number in one cell is the line's where no other cell says one",
    arguments: [
      ("U1,,,1,STM32F103C8T6 LQFP-48,,", MatchGrade.exact), ("U1,,,1,STM32F103C8T6 LQFP-64,,", .ambiguous),
      ("U1,,,1,LQFP48 STM32F103C8T6,,", .exact), ("U1,,,1,AMS1117-3.3 SOT-223,,", .equivalent),
      ("U1,,,1,AMS1117-3.3/SOT-223,,", .equivalent), ("U1,,,1,AMS1117-3.3 (SOT-89-3),,", .exact),
      ("U1,,SOT-223,1,AMS1117-3.3 SOT-89-3,,", .heuristic), ("U1,,,1,AMS1117-3.3 SOT-223 SOT-89-3,,", .ambiguous),
      ("U1,,,1,STM32F103C8T6 LQFP-48 obsolete,,", .heuristic), ("U1,,,1,MCP41010-E/P PDIP-8,,", .exact),
      ("U1,,,1,MCP41010-E/P SOIC-8,,", .ambiguous),
    ])
  func packageBesideNumber(row: String, grade: MatchGrade) throws {
    let match = try match(row)
    #expect(match.grade == grade, "\(row): \(match.why)")
  }

  @Test(
    "a bare size of a crystal is in tenths of a millimetre",
    arguments: ["3225", "SMD3225-4P", "Crystal_SMD_3225-4Pin_3.2x2.5mm"])
  func crystals(package: String) throws {
    let (bill, _) = try Fixtures.read("Reference,Value,Footprint,Qty\nY1,8M,\(package),1\n")
    let index = SmallIndex(own: [
      SmallIndex.part("X322508MSB4SI", "YXC", "crystal", "SMD3225-4P", ["frequency": ("8MHz", .frequency)])
    ])
    let match = try Matcher(index: index, words: Fixtures.words, sink: DiagnosticSink()).match(
      try #require(bill.lines.first))
    #expect(match.grade == .equivalent, "\(match.why)")
  }

  @Test(
    "a polarity that is not the part's leaves the line likely",
    arguments: ["NMOS", "PMOS", "N-MOSFET", "NMOS 30V", "Q_PMOS_GSD"])
  func polarities(value: String) throws {
    var part = SmallIndex.part("AO3401A", "AOS", "mosfet", "SOT-23", order: "C15127")
    part.parameters["type"] = .text("P")
    let (bill, _) = try Fixtures.read("Reference,Value,Footprint,Qty,LCSC\nQ1,\(value),SOT-23,1,C15127\n")
    let matcher = Matcher(index: SmallIndex(own: [part]), words: Fixtures.words, sink: DiagnosticSink())
    let match = try matcher.match(try #require(bill.lines.first))
    #expect(match.grade == (value.contains("PMOS") ? .exact : .heuristic), "\(match.why)")
  }

  @Test func onlyMakersInTheLinesPackageAreAlternatives() throws {
    #expect(Set(try match("U1,,SOT-223,1,AMS1117-3.3,,").alternatives.map(\.id.maker)) == ["AMS", "HXY MOSFET"])
    #expect(try match("U1,,SOT-89-3,1,AMS1117-3.3,,").why == "number, of its only maker in the line's package")
  }
}
