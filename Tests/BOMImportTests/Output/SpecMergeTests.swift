import BOMImport
import Diagnostics
import Phrases
import Testing

@Suite struct SpecMergeTests {
  private static let first = """
    Refs,Value,Footprint,MPN,Manufacturer
    "R1,R2,R3",4k7 5%,0603,,
    C1,100n 16V,0402,,
    U1,,,CH340N,WCH
    U2,,,TP4056,
    """

  private func spec(_ text: String) throws -> ImportedSpec {
    let (bill, _) = try Fixtures.read(text)
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: DiagnosticSink())
    return ImportedSpec(try bill.lines.map { try matcher.match($0) }, file: "bom.csv", dialect: bill.dialect)
  }

  private func written(_ text: String) throws -> String {
    SpecWriter.text(try spec(text), head: .init(name: "demo", quantity: 5, market: "huaqiangbei", date: "2026-12-04"))
  }

  private func merge(_ bom: String, into text: String) throws -> (text: String, findings: [Diagnostic]) {
    let sink = DiagnosticSink()
    let merged = SpecMerge.merge(try spec(bom), into: SourceText(file: "demo.yaml", text: text), sink: sink)
    return (try #require(merged), sink.diagnostics)
  }

  @Test func certainLinesBecomeSlotsAndAllAreRemembered() throws {
    let text = try written(Self.first)
    #expect(text.contains("\n  R1..R3: 4.7kΩ 0603 5%  # A2"))
    #expect(text.contains("\n  C1: 100nF 0402 16V  # A3"))
    #expect(text.contains("\n  U1: {mpn: CH340N, maker: WCH}  # A4"))
    #expect(text.contains("\n  U2: {any: [{mpn: TP4056, maker: TOPPOWER}, {mpn: TP4056, maker: UMW}]}  # A5"))
    #expect(text.contains("\n    U2: {from: A5, grade: equivalent"))
  }

  @Test func importingAgainChangesNothing() throws {
    let text = try written(Self.first)
    let (merged, findings) = try merge(Self.first, into: text)
    #expect(merged == text)
    #expect(findings.isEmpty)
  }

  @Test func editsStayAndTheRestFollowsTheBOM() throws {
    let text =
      try written(Self.first)
      .replacing("  C1: 100nF 0402 16V", with: "  C1: 100nF 0402 X7R 50V")
      .replacing("  market: huaqiangbei", with: "  market: huaqiangbei") + "policy:\n  invoice: true   # mine\n"
    let changed = Self.first.replacing("\"R1,R2,R3\",4k7 5%", with: "\"R1,R2,R3,R4\",4k7 1%")
    let (merged, findings) = try merge(changed, into: text)
    #expect(findings.isEmpty)
    #expect(merged.contains("  C1: 100nF 0402 X7R 50V"))
    #expect(merged.contains("  R1..R4: 4.7kΩ 0603 1%"))
    #expect(merged.contains("\nslots:\n  R1..R4: 4.7kΩ 0603 1%"), "it stands where the old one stood")
    #expect(merged.contains("policy:\n  invoice: true   # mine\n"))
    #expect(try merge(changed, into: merged).text == merged)
  }

  @Test func aLineThatBothChangedKeepsTheEditAndSaysSo() throws {
    let text = try written(Self.first).replacing("  R1..R3: 4.7kΩ 0603 5%", with: "  R1..R3: 10k 0402 1%")
    let (merged, findings) = try merge(Self.first.replacing("4k7 5%", with: "4k7 1%"), into: text)
    #expect(merged.contains("  R1..R3: 10k 0402 1%"))
    #expect(findings.map(\.code) == [BOMCodes.keptEdit, BOMCodes.keptEdit, BOMCodes.keptEdit])
  }

  @Test func slotsThatWereTakenOutOrAddedStaySo() throws {
    let text = try written(Self.first).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("  C1: ") }
      .map { $0.hasPrefix("  U2: ") ? "  U2: {mpn: TP4056, maker: UMW}" : String($0) }.joined(separator: "\n")
    let (merged, findings) = try merge(Self.first, into: text)
    #expect(findings.isEmpty)
    #expect(merged.contains("\n  U2: {mpn: TP4056, maker: UMW}"))
    #expect(!merged.contains("\n  C1: "))
  }

  @Test func linesThatLeaveTheBOMLeaveTheSpec() throws {
    let shorter = Self.first.replacing("\nU1,,,CH340N,WCH", with: "")
    let (merged, findings) = try merge(shorter, into: try written(Self.first))
    #expect(findings.isEmpty)
    #expect(!merged.contains("CH340N"))
  }

  @Test func aSpecThatNoImportWroteIsLeftAlone() throws {
    let sink = DiagnosticSink()
    let source = SourceText(file: "x.yaml", text: "schema: peidan.board/1\nslots: {}\n")
    #expect(SpecMerge.merge(try spec(Self.first), into: source, sink: sink) == nil)
    #expect(sink.hasErrors)
  }

  @Test func theReportShowsControlCharactersAsSigns() throws {
    let bom = "Refs,MPN\n\u{1B}[2JU1,\u{1B}]0;x\u{7}\u{202E}gnp\nU2,\u{9B}31m\n"
    let (bill, _) = try Fixtures.read(bom, file: "\u{1B}[2J.csv")
    let matcher = Matcher(index: SmallIndex.standard, words: Fixtures.words, sink: DiagnosticSink())
    let report = ImportReport(bill, try bill.lines.map { try matcher.match($0) }, findings: [])
    let unsafe = report.text(.english).unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || [0x9B, 0x202E].contains($0.value))
    }
    #expect(unsafe.isEmpty, "\(report.text(.english).debugDescription)")
    #expect(report.text(.english).contains("gnp"))
  }

  @Test func listsOnlyPartsBecomeAlternatives() throws {
    #expect(try written("Refs,Value,Footprint\nR1,22k,0603\n").contains("  R1: {any: [{mpn: LIST-22K, maker: YAGEO}]}"))
  }

  @Test func linesWithoutReferencesAreNamedByTheirRow() throws {
    let text = try written("Value,Footprint,Qty\n4k7 5%,0603,12\n")
    #expect(
      text.contains(
        "\n  LINE2: {category: resistor, where: {resistance: 4.7 kΩ, package: \"0603\", tolerance: \"<= 5 %\"}, count: 12}"
      ))
  }
}
