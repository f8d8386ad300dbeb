import BOMImport
import Diagnostics
import Testing

/// Cells and rows beyond what any table of parts has end at once.
@Suite struct GiantTableTests {
  private func refusal(_ text: String) -> Diagnostic? {
    do {
      _ = try Fixtures.read(text)
      return nil
    } catch {
      return (error as? BOMRefusal)?.diagnostic
    }
  }

  private static let header = "Refs,Value,Footprint,Qty"

  @Test func aCellThatIsTooLongIsNamed() {
    let text = "\(Self.header)\nR1,10k,0402,1\nR2,\(String(repeating: "xy ", count: 50_000)),0402,1\n"
    let found = refusal(text)
    #expect(found?.code == BOMCodes.giantCell)
    #expect(found?.message == "the cell has 149999 bytes; a cell has at most 100000")
    #expect(found?.span?.start.line == 3 && found?.span?.start.column == 4)
  }

  @Test func aCellWithoutABlankIsNamedBeforeAnythingIsRead() {
    for (text, line, count) in [
      ("\(Self.header)\nR1,10k,0402,1\nR2,\(String(repeating: "x", count: 4_000_000)),0402,1\n", 3, 4_000_000),
      (String(repeating: "x", count: 100_001), 1, 100_001),
    ] {
      let found = refusal(text)
      #expect(found?.code == BOMCodes.giantCell)
      #expect(found?.message == "line \(line) has \(count) bytes without a separator; a cell has at most 100000")
    }
  }

  /// What is no table is said to be what it is, however long its runs of bytes are.
  @Test(arguments: [
    ("D0CF11E0A1B11AE1", UInt8(0), "(.xls)"), ("255044462D312E340A", 0x78, "PDF"),
    ("EFBBBF3C68746D6C3E3C703E", 0x51, "web page"), ("7B2261223A22", 0x51, "JSON"),
  ])
  func anotherKindOfFileIsNamed(start: String, filling: UInt8, words: String) {
    let digits = Array(start)
    let head = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    let bytes = head + [UInt8](repeating: filling, count: 200_000)
    do {
      _ = try Fixtures.read(bytes)
      Issue.record("it was read")
    } catch {
      let found = (error as? BOMRefusal)?.diagnostic
      #expect(found?.code == BOMCodes.otherKind && found?.message.contains(words) == true, "\(found?.message ?? "")")
    }
  }

  /// Ten thousand rows of one value are one line, and are looked at once.
  @Test func rowsThatSayTheSameAreALine() throws {
    let rows = (1...10_000).map { "R\($0),10k,0402,1" }.joined(separator: "\n")
    let (bill, _) = try Fixtures.read("\(Self.header)\n\(rows)\n")
    #expect(bill.lines.count == 1 && bill.lines.first?.references.count == 10_000)
  }

  @Test func aRowThatIsTooWideIsNamed() {
    let row = (["R1", "10k", "0402", "1"] + [String](repeating: "", count: 200_000)).joined(separator: ",")
    let found = refusal("\(Self.header)\n\(row)\n")
    #expect(found?.code == BOMCodes.giantRow)
    #expect(found?.message == "row 2 has 200004 cells; a table has at most 16384")
  }

  /// A wall of lamps: one line of thousands of references.
  @Test func aLongListOfReferencesIsRead() throws {
    let references = (1...3_000).map { "D\($0)" }.joined(separator: ",")
    let (bill, _) = try Fixtures.read("\(Self.header)\n\"\(references)\",WS2812B,5050,3000\n")
    #expect(bill.lines.first?.references.count == 3_000)
  }
}
