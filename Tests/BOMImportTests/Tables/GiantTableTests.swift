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
