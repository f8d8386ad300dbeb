package import Market

/// What a seller is asked as a workbook (`.xlsx`, ECMA-376) of one sheet: a row for each line, with columns for the answer that are left
/// empty. `AnswerReader` reads what comes back, by the names of the columns.
package struct AskWorkbook: Sendable {
  /// A line that is asked about; what is not said is empty.
  package struct Line: Sendable, Hashable {
    package var mpn: String
    package var maker: String
    package var package: String
    package var value: String
    package var quantity: Int
    /// What the goods have to be like, in words: the oldest date code that is taken.
    package var demand: String

    package init(mpn: String, maker: String, package: String, value: String, quantity: Int, demand: String) {
      self.mpn = mpn
      self.maker = maker
      self.package = package
      self.value = value
      self.quantity = quantity
      self.demand = demand
    }
  }

  package var lines: [Line]
  /// What the sheet is called.
  package var title: String
  /// A column's name in the language that the seller reads.
  private let said: @Sendable (LocalizedText) -> String

  package init(lines: [Line], title: String, said: @escaping @Sendable (LocalizedText) -> String) {
    self.lines = lines
    self.title = title
    self.said = said
  }

  /// A column: its names, how wide it is in characters, and what stands in it; nil where the seller answers.
  private struct Column {
    var name: LocalizedText
    var width: Int
    var cell: (@Sendable (Line) -> Cell)?
    /// Whether what a seller types is a number, and not words such as `2338`, which a program would make a number of.
    var isNumber: Bool

    init(
      _ english: String, _ chinese: String, _ width: Int, isNumber: Bool = false,
      _ cell: (@Sendable (Line) -> Cell)? = nil
    ) {
      name = LocalizedText(english: english, chinese: chinese)
      self.width = width
      self.isNumber = isNumber
      self.cell = cell
    }
  }

  private enum Cell {
    case text(String)
    case number(Int)
  }

  private static let columns = [
    Column("MPN", "型号", 24) { .text($0.mpn) }, Column("Brand", "品牌", 18) { .text($0.maker) },
    Column("Package", "封装", 12) { .text($0.package) }, Column("Value", "参数", 12) { .text($0.value) },
    Column("Qty", "数量", 8) { .number($0.quantity) }, Column("Wanted", "要求", 18) { .text($0.demand) },
    Column("Unit price (CNY)", "单价（元）", 14, isNumber: true), Column("Tax (incl. or excl. VAT)", "含税/未税", 20),
    Column("MOQ", "起订量", 8), Column("Stock", "库存", 8), Column("Date code", "批号", 10),
    Column("Condition", "成色", 10), Column("Lead time", "货期", 10), Column("Remark", "备注", 24),
  ]

  /// The file. The same lines give the same bytes.
  package func bytes() throws(WorkbookFault) -> [UInt8] {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return try WorkbookArchive.bytes(of: [
      (
        "[Content_Types].xml",
        head + "<Types xmlns=\"\(package)/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
          + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(type).worksheet+xml\"/>"
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/></Types>"
      ),
      (
        "_rels/.rels",
        head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
          + "Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><sheets>"
          + "<sheet name=\"\(Self.escaped(title))\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        head + "<Relationships xmlns=\"\(package)/relationships\">"
          + "<Relationship Id=\"rId1\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
          + "<Relationship Id=\"rId2\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/></Relationships>"
      ),
      ("xl/styles.xml", head + Self.styles(main)), ("xl/worksheets/sheet1.xml", head + sheet(main)),
    ])
  }

  /// Style 0 is plain, 1 the bold header, 2 text that no program turns into a number or a date.
  private static func styles(_ main: String) -> String {
    "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
      + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
      + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
      + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
      + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
  }

  private func sheet(_ main: String) -> String {
    let columns = Self.columns
    let widths = columns.enumerated().map { place, column in
      let style = column.isNumber || column.cell != nil ? "" : " style=\"2\""
      return "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(column.width)\" customWidth=\"1\"\(style)/>"
    }
    var text =
      "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
      + "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>\(widths.joined())</cols><sheetData><row r=\"1\">"
    for (place, column) in columns.enumerated() {
      text += Self.cell(.text(said(column.name)), place, row: 1, style: 1)
    }
    text += "</row>"
    for (index, line) in lines.enumerated() {
      text += "<row r=\"\(index + 2)\">"
      for (place, column) in columns.enumerated() {
        if let cell = column.cell?(line) { text += Self.cell(cell, place, row: index + 2, style: 0) }
      }
      text += "</row>"
    }
    return text + "</sheetData></worksheet>"
  }

  private static func cell(_ cell: Cell, _ place: Int, row: Int, style: Int) -> String {
    let name = "\(String(UnicodeScalar(UInt8(65 + place))))\(row)"
    switch cell {
    case .number(let number): return "<c r=\"\(name)\" s=\"\(style)\"><v>\(number)</v></c>"
    case .text(let text) where text.isEmpty: return ""
    case .text(let text):
      return
        "<c r=\"\(name)\" s=\"\(style == 0 ? 2 : style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
    }
  }

  /// As XML, without the control characters that it cannot hold.
  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
