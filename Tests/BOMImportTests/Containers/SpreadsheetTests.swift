import BOMImport
import Diagnostics
import Testing

@Suite struct SpreadsheetTests {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

  private static func workbook(_ sheets: [(name: String, rows: String)], texts: [String] = []) -> [UInt8] {
    let listed = sheets.enumerated().map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>" }
      .joined()
    let relations = sheets.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }.joined()
    var entries = [
      ("xl/workbook.xml", "\(head)<workbook xmlns:r=\"r\"><sheets>\(listed)</sheets></workbook>"),
      ("xl/_rels/workbook.xml.rels", "\(head)<Relationships>\(relations)</Relationships>"),
      ("xl/sharedStrings.xml", "\(head)<sst>" + texts.map { "<si><t>\($0)</t></si>" }.joined() + "</sst>"),
    ]
    for (index, sheet) in sheets.enumerated() {
      entries.append(
        ("xl/worksheets/sheet\(index + 1).xml", "\(head)<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"))
    }
    return StoredArchive.bytes(entries)
  }

  private static let parts = """
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><r><t>Q</t></r><r><t>ty</t></r></is></c></row>
    <row r="5"><c r="A5" t="str"><v>R1, R2</v></c><c r="B5" t="inlineStr"><is><t>4k7</t><rPh><t>x</t></rPh></is></c><c r="D5"><v>2.0</v></c></row>
    """

  @Test func sharedInlineAndStoredTextsAreCells() throws {
    let (bill, findings) = try Fixtures.read(
      Self.workbook([("BOM", Self.parts)], texts: ["Designator", "Value"]), file: "bom.xlsx")
    #expect(findings.isEmpty)
    #expect(bill.encoding == "xlsx")
    let line = try #require(bill.lines.first)
    #expect(line.references == ["R1", "R2"])
    #expect(line.value == "4k7")
    #expect(line.cell == "A5")
    #expect(line.sheet == "BOM")
  }

  @Test func theSheetThatLooksLikeABillIsChosen() throws {
    let cover = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Title</v></c><c r=\"B1\" t=\"str\"><v>x</v></c></row>"
    let (bill, _) = try Fixtures.read(
      Self.workbook([("Cover", cover), ("Parts", Self.parts)], texts: ["Designator", "Value"]), file: "bom.xlsx")
    #expect(bill.lines.map(\.sheet) == ["Parts"])
  }

  @Test func anArchiveWithoutASheetIsRefused() {
    #expect(throws: BOMRefusal.self) {
      try Fixtures.read(StoredArchive.bytes([("readme.txt", "x")]), file: "x.zip")
    }
  }

  @Test(
    "workbooks of other kinds are named, with what to save instead",
    arguments: [("xl/workbook.bin", "save it as .xlsx"), ("Index/Document.iwa", "Export To")])
  func otherWorkbooks(part: String, help: String) {
    #expect {
      try Fixtures.read(StoredArchive.bytes([(part, "x")]), file: "x.xlsx")
    } throws: { error in
      (error as? BOMRefusal)?.diagnostic.helps.contains { $0.contains(help) } == true
    }
  }

  @Test func openDocumentsRepeatCellsAndRows() throws {
    let content = """
      \(Self.head)<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
      <table:table table:name="S1"><table:table-row><table:table-cell><text:p>Refs</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Value</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
      <table:table-row><table:table-cell><text:p>C1</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/>
      <table:table-cell><text:p>10<text:span>0</text:span>nF</text:p></table:table-cell></table:table-row></table:table>
      </office:spreadsheet></office:body></office:document-content>
      """
    let bytes = StoredArchive.bytes([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
    ])
    let line = try #require(try Fixtures.read(bytes, file: "bom.ods").bill.lines.first)
    #expect(line.value == "100nF")
    #expect(line.row == 5)
  }
}
