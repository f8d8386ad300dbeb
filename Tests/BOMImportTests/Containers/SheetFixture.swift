import Foundation

/// A workbook made by hand, written as `.xlsx` and as `.ods`, so that both are held to the same tests.
struct SheetFixture {
  /// One cell: a text, or a number with the format by which `.xlsx` shows it and the text that `.ods` says is shown.
  struct Cell {
    var text = ""
    var number: String?
    var format = "General"
    var shown = ""
    var isStruck = false
    var isFormula = false
    /// Text that stands before `text` and is struck through.
    var struckRun = ""

    static func text(_ text: String, isStruck: Bool = false) -> Cell { Cell(text: text, isStruck: isStruck) }

    static func number(_ number: String, _ format: String = "General", shown: String) -> Cell {
      Cell(number: number, format: format, shown: shown)
    }

    /// A formula whose value is not stored.
    static let formula = Cell(isFormula: true)
  }

  struct Sheet {
    var name = "BOM"
    var rows: [[Cell]]
    var isHidden = false
    /// From 1.
    var hiddenRows: Set<Int> = []
    var hiddenColumns: Set<Int> = []
    /// Column, first and last row, from 1.
    var merges: [(column: Int, first: Int, last: Int)] = []
  }

  enum Container: String, CaseIterable { case xlsx, ods }

  var sheets: [Sheet]

  init(_ sheets: [Sheet]) { self.sheets = sheets }

  init(_ rows: [[Cell]]) { sheets = [Sheet(rows: rows)] }

  /// A header of words, then rows.
  init(header: [String], _ rows: [[Cell]]) { self.init([header.map { .text($0) }] + rows) }

  /// The names and texts of the archive's parts.
  func parts(_ container: Container) -> [(String, String)] { container == .xlsx ? xlsx : ods }

  func bytes(_ container: Container) -> [UInt8] {
    StoredArchive.bytes(parts(container).map { (name: $0.0, text: $0.1) })
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  // MARK: .xlsx

  private var xlsx: [(String, String)] {
    let formats = Array(Set(sheets.flatMap { $0.rows.joined().map(\.format) })).sorted()
    let listed = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(sheet.isHidden ? " state=\"hidden\"" : "") r:id=\"r\(index)\"/>"
    }
    let relations = sheets.indices.map { "<Relationship Id=\"r\($0)\" Target=\"/xl/worksheets/s\($0).xml\"/>" }
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(170 + $0)\" formatCode=\"\(Self.escaped($1))\"/>"
    }
    let records = formats.indices.flatMap { index in
      [0, 1].map { "<xf numFmtId=\"\(170 + index)\" fontId=\"\($0)\"/>" }
    }
    var entries = [
      ("xl/workbook.xml", "\(Self.head)<workbook><sheets>\(listed.joined())</sheets></workbook>"),
      ("xl/_rels/workbook.xml.rels", "\(Self.head)<Relationships>\(relations.joined())</Relationships>"),
      (
        "xl/styles.xml",
        "\(Self.head)<styleSheet><numFmts>\(codes.joined())</numFmts><fonts><font/><font><strike/></font></fonts>"
          + "<cellXfs>\(records.joined())</cellXfs></styleSheet>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      let columns = sheet.hiddenColumns.sorted().map { "<col min=\"\($0)\" max=\"\($0)\" hidden=\"1\"/>" }
      let rows = sheet.rows.enumerated().map { row, cells in
        let hidden = sheet.hiddenRows.contains(row + 1) ? " hidden=\"1\"" : ""
        let texts = cells.enumerated().map { column, cell in
          Self.xlsx(cell, at: "\(Self.letter(column))\(row + 1)", style: formats.firstIndex(of: cell.format)! * 2)
        }
        return "<row r=\"\(row + 1)\"\(hidden)>\(texts.joined())</row>"
      }
      let merges = sheet.merges.map { merge in
        let letter = Self.letter(merge.column - 1)
        return "<mergeCell ref=\"\(letter)\(merge.first):\(letter)\(merge.last)\"/>"
      }
      entries.append(
        (
          "xl/worksheets/s\(index).xml",
          "\(Self.head)<worksheet><cols>\(columns.joined())</cols><sheetData>\(rows.joined())</sheetData>"
            + "<mergeCells>\(merges.joined())</mergeCells></worksheet>"
        ))
    }
    return entries
  }

  private static func letter(_ column: Int) -> String { String(UnicodeScalar(UInt8(65 + column))) }

  private static func xlsx(_ cell: Cell, at place: String, style: Int) -> String {
    let start = "<c r=\"\(place)\" s=\"\(style + (cell.isStruck ? 1 : 0))\""
    if cell.isFormula { return "\(start)><f>A1+1</f></c>" }
    if let number = cell.number { return "\(start)><v>\(number)</v></c>" }
    if cell.text.isEmpty, cell.struckRun.isEmpty { return "" }
    let struck =
      cell.struckRun.isEmpty ? "" : "<r><rPr><strike/></rPr><t>\(escaped(cell.struckRun))</t></r>"
    let text = struck.isEmpty ? "<t>\(escaped(cell.text))</t>" : "\(struck)<r><rPr/><t>\(escaped(cell.text))</t></r>"
    return "\(start) t=\"inlineStr\"><is>\(text)</is></c>"
  }

  // MARK: .ods

  private var ods: [(String, String)] {
    let tables = sheets.map { sheet -> String in
      let width = sheet.rows.map(\.count).max() ?? 1
      let columns = (1...width).map {
        "<table:table-column\(sheet.hiddenColumns.contains($0) ? " table:visibility=\"collapse\"" : "")/>"
      }
      let rows = sheet.rows.enumerated().map { row, cells in
        let hidden = sheet.hiddenRows.contains(row + 1) ? " table:visibility=\"filter\"" : ""
        let texts = cells.enumerated().map { column, cell -> String in
          let merge = sheet.merges.first { $0.column == column + 1 && ($0.first...$0.last).contains(row + 1) }
          return Self.ods(cell, merge: merge.map { $0.first == row + 1 ? $0.last - $0.first + 1 : 0 })
        }
        return "<table:table-row\(hidden)>\(texts.joined())</table:table-row>"
      }
      return "<table:table table:name=\"\(sheet.name)\" table:style-name=\"\(sheet.isHidden ? "gone" : "shown")\">"
        + columns.joined() + rows.joined() + "</table:table>"
    }
    let content = """
      \(Self.head)<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">
      <office:automatic-styles><style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/>
      </style:style><style:style style:name="cut" style:family="table-cell"><style:text-properties
      style:text-line-through-style="solid"/></style:style><style:style style:name="run" style:family="text">
      <style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles>
      <office:body><office:spreadsheet>\(tables.joined())</office:spreadsheet></office:body></office:document-content>
      """
    return [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)]
  }

  private static func ods(_ cell: Cell, merge: Int?) -> String {
    if merge == 0 { return "<table:covered-table-cell/>" }
    let span = merge.map { " table:number-rows-spanned=\"\($0)\" table:number-columns-spanned=\"1\"" } ?? ""
    let style = cell.isStruck ? " table:style-name=\"cut\"" : ""
    if cell.isFormula { return "<table:table-cell\(span) table:formula=\"of:=[.A1]+1\"/>" }
    if let number = cell.number {
      return "<table:table-cell\(span)\(style) office:value-type=\"float\" office:value=\"\(number)\">"
        + "<text:p>\(escaped(cell.shown))</text:p></table:table-cell>"
    }
    let struck =
      cell.struckRun.isEmpty ? "" : "<text:span text:style-name=\"run\">\(escaped(cell.struckRun))</text:span>"
    return
      "<table:table-cell\(span)\(style) office:value-type=\"string\"><text:p>\(struck)\(escaped(cell.text))</text:p>"
      + "</table:table-cell>"
  }
}
