internal import Diagnostics

/// Reads the sheets of an `.xlsx` workbook (ECMA-376): values as they are stored, not as a cell format shows them.
struct SpreadsheetReader {
  let archive: ZipArchive

  /// The sheets in the order of the workbook's tabs. O(bytes).
  func tables() throws(BOMRefusal) -> [BOMTable] {
    let root = try archive.document("xl/workbook.xml")
    let targets = try self.targets()
    let texts = try sharedTexts()
    var tables: [BOMTable] = []
    for sheet in root.child("sheets")?.children("sheet") ?? [] {
      guard let path = sheet.attributes["id"].flatMap({ targets[$0] }), archive.names.contains(path) else { continue }
      let content = try archive.document(path)
      let rows = self.rows(of: content, texts: texts)
      if !rows.isEmpty { tables.append(BOMTable(rows: rows, sheet: sheet.attributes["name"])) }
    }
    return tables
  }

  /// Paths of the workbook's parts by relation id.
  private func targets() throws(BOMRefusal) -> [String: String] {
    guard archive.names.contains("xl/_rels/workbook.xml.rels") else { return [:] }
    let root = try archive.document("xl/_rels/workbook.xml.rels")
    var targets: [String: String] = [:]
    for relation in root.children("Relationship") {
      guard let id = relation.attributes["Id"], let target = relation.attributes["Target"] else { continue }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return targets
  }

  private func sharedTexts() throws(BOMRefusal) -> [String] {
    guard archive.names.contains("xl/sharedStrings.xml") else { return [] }
    return try archive.document("xl/sharedStrings.xml").children("si").map(text)
  }

  /// Plain text or runs; phonetic hints (`rPh`) are not part of the text.
  private func text(of item: MarkupElement) -> String {
    item.children.map { child in
      switch child.name {
      case "t": child.text
      case "r": child.children("t").map(\.text).joined()
      default: ""
      }
    }.joined()
  }

  private func rows(of sheet: MarkupElement, texts: [String]) -> [BOMRow] {
    var rows: [BOMRow] = []
    var last = 0
    for element in sheet.child("sheetData")?.children("row") ?? [] {
      let number = min(element.attributes["r"].flatMap(Int.init) ?? last + 1, SheetLimits.rows)
      last = number
      var cells: [BOMCell] = []
      for child in element.children("c") {
        let column = child.attributes["r"].flatMap(Self.column) ?? cells.count + 1
        guard column <= SheetLimits.columns else { continue }
        while cells.count < column { cells.append(blank(row: number, column: cells.count + 1)) }
        cells[column - 1].text = value(of: child, texts: texts).trimmedBlanks
      }
      let row = BOMRow(number: number, cells: cells)
      if !row.isBlank { rows.append(row) }
    }
    return rows
  }

  private func blank(row: Int, column: Int) -> BOMCell {
    BOMCell("", at: .cell(row: row, column: column, of: archive.file), column: column)
  }

  private func value(of cell: MarkupElement, texts: [String]) -> String {
    let stored = cell.child("v")?.text ?? ""
    switch cell.attributes["t"] {
    case "s": return Int(stored).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
    case "inlineStr": return cell.child("is").map(text) ?? ""
    case "b": return stored == "1" ? "true" : "false"
    case "e", "str", "d": return stored
    default: return SheetLimits.plainNumber(stored)
    }
  }

  /// `C5` → 3.
  private static func column(_ place: String) -> Int? {
    var column = 0
    for letter in place.utf8 {
      guard (65...90).contains(letter) else { break }
      column = column * 26 + Int(letter) - 64
      if column > SheetLimits.columns { return column }
    }
    return column > 0 ? column : nil
  }
}

/// Bounds of spreadsheets, and how their numbers are read.
enum SheetLimits {
  /// Excel's own are 16,384 columns and 1,048,576 rows; a BOM has no use for more than these columns.
  static let columns = 1024
  static let rows = 1_048_576

  /// Stored numbers are binary: `5.3400000000000003E-2` is 0.0534, `4.0` is 4.
  static func plainNumber(_ stored: String) -> String {
    guard let number = Double(stored), number.isFinite else { return stored }
    if let whole = Int(exactly: number) { return String(whole) }
    return stored.contains("E") || stored.contains("e") || stored.count > 15 ? "\(number)" : stored
  }
}
