internal import Diagnostics

/// Reads the sheets of an OpenDocument spreadsheet (`.ods`, ISO/IEC 26300): texts as its program showed them.
struct OpenDocumentReader {
  let archive: ZipArchive

  /// The sheets in their order. O(bytes); repeated blank rows and cells are counted, not copied.
  func tables() throws(BOMRefusal) -> [BOMTable] {
    let sheets = try archive.document("content.xml").child("body")?.child("spreadsheet")?.children("table") ?? []
    return sheets.compactMap { sheet in
      let rows = self.rows(of: sheet)
      return rows.isEmpty ? nil : BOMTable(rows: rows, sheet: sheet.attributes["name"])
    }
  }

  private func rows(of sheet: MarkupElement) -> [BOMRow] {
    var rows: [BOMRow] = []
    var number = 1
    for element in rowElements(of: sheet) {
      let repeats = min(max(1, element.attributes["number-rows-repeated"].flatMap(Int.init) ?? 1), SheetLimits.rows)
      let cells = cells(of: element, row: number)
      if cells.contains(where: { !$0.text.isEmpty }) {
        for offset in 0..<min(repeats, 1000) {
          let shifted = cells.map {
            BOMCell($0.text, at: .cell(row: number + offset, column: $0.column, of: archive.file), column: $0.column)
          }
          rows.append(BOMRow(number: number + offset, cells: shifted))
        }
      }
      number = min(number + repeats, SheetLimits.rows)
    }
    return rows
  }

  /// Rows stand in the table itself or in groups of header rows.
  private func rowElements(of sheet: MarkupElement) -> [MarkupElement] {
    sheet.children.flatMap { child -> [MarkupElement] in
      switch child.name {
      case "table-row": [child]
      case "table-header-rows", "table-rows", "table-row-group": rowElements(of: child)
      default: []
      }
    }
  }

  private func cells(of row: MarkupElement, row number: Int) -> [BOMCell] {
    var cells: [BOMCell] = []
    for child in row.children where child.name == "table-cell" || child.name == "covered-table-cell" {
      let repeats = max(1, child.attributes["number-columns-repeated"].flatMap(Int.init) ?? 1)
      let text = child.children("p").map(\.allText).joined(separator: " ").trimmedBlanks
      for _ in 0..<min(repeats, max(0, SheetLimits.columns - cells.count)) {
        let column = cells.count + 1
        cells.append(BOMCell(text, at: .cell(row: number, column: column, of: archive.file), column: column))
      }
    }
    while cells.last?.text.isEmpty == true { cells.removeLast() }
    return cells
  }
}
