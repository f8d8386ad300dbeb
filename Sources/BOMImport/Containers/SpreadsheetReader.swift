internal import Diagnostics

/// Reads the sheets of an `.xlsx` workbook (ECMA-376): texts and numbers as their cells show them.
struct SpreadsheetReader {
  let archive: ZipArchive
  private var styles = WorkbookStyles()
  private var texts: [WorkbookText] = []
  /// Whether the program that wrote the workbook left its formulas to be calculated when it is opened; a stored 0 then stands
  /// for nothing.
  private var leavesFormulas = false

  init(archive: ZipArchive) { self.archive = archive }

  /// The sheets in the order of the workbook's tabs. O(bytes).
  mutating func tables() throws(BOMRefusal) -> [BOMTable] {
    let root = try archive.document("xl/workbook.xml")
    let targets = try self.targets()
    leavesFormulas = Self.isTrue(root.child("calcPr")?.attributes["fullCalcOnLoad"] ?? "0")
    if archive.names.contains("xl/styles.xml") { styles = WorkbookStyles(try archive.document("xl/styles.xml")) }
    if archive.names.contains("xl/sharedStrings.xml") {
      texts = try archive.document("xl/sharedStrings.xml").children("si").map { WorkbookText($0) }
    }
    var tables: [BOMTable] = []
    for sheet in root.child("sheets")?.children("sheet") ?? [] {
      guard let path = sheet.attributes["id"].flatMap({ targets[$0] }), archive.names.contains(path) else { continue }
      let isHidden = ["hidden", "veryHidden"].contains(sheet.attributes["state"] ?? "")
      let content = try archive.document(path)
      if let table = table(content, name: sheet.attributes["name"], isHidden: isHidden) { tables.append(table) }
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

  private func table(_ sheet: MarkupElement, name: String?, isHidden: Bool) -> BOMTable? {
    var grid = SheetGrid(file: archive.file)
    if isHidden { grid.hideSheet() }
    for column in sheet.child("cols")?.children("col") ?? [] {
      guard Self.isTrue(column.attributes["hidden"] ?? "0") || column.attributes["width"].flatMap(Double.init) == 0,
        let first = column.attributes["min"].flatMap(Int.init), let last = column.attributes["max"].flatMap(Int.init),
        first >= 1, first <= last
      else { continue }
      grid.hide(columns: first...last)
    }
    let hidesRows = Self.isTrue(sheet.child("sheetFormatPr")?.attributes["zeroHeight"] ?? "0")
    var last = 0
    for row in sheet.child("sheetData")?.children("row") ?? [] {
      let number = max(1, min(row.attributes["r"].flatMap(Int.init) ?? last + 1, SheetLimits.rows))
      last = number
      let isHidden =
        row.attributes["hidden"].map(Self.isTrue)
        ?? (hidesRows && row.attributes["ht"] == nil || row.attributes["ht"].flatMap(Double.init) == 0)
      grid.add(cells(of: row), row: number, isHidden: isHidden)
    }
    let merges = (sheet.child("mergeCells")?.children("mergeCell") ?? []).compactMap {
      $0.attributes["ref"].flatMap(Self.merge)
    }
    return grid.table(named: name, merges: merges)
  }

  private func cells(of row: MarkupElement) -> [SheetGrid.Cell] {
    var cells: [SheetGrid.Cell] = []
    for child in row.children("c") {
      let column = child.attributes["r"].flatMap(Self.column) ?? cells.count + 1
      guard column <= SheetLimits.columns else { continue }
      while cells.count < column { cells.append(SheetGrid.Cell()) }
      cells[column - 1] = cell(child)
    }
    return cells
  }

  private func cell(_ element: MarkupElement) -> SheetGrid.Cell {
    let style = styles[element.attributes["s"].flatMap(Int.init)]
    let stored = element.child("v")?.text ?? ""
    var cell = SheetGrid.Cell(isStruck: style.isStruck)
    switch element.attributes["t"] {
    case "s":
      guard let index = Int(stored), texts.indices.contains(index) else { break }
      fill(&cell, with: texts[index], style)
    case "inlineStr":
      if let item = element.child("is") { fill(&cell, with: WorkbookText(item, isCellStruck: style.isStruck), style) }
    case "b": cell.text = Self.isTrue(stored) ? "true" : "false"
    case "e": cell.trouble = .formulaError(stored)
    case "str": cell.text = style.format.shown(WorkbookText.plain(stored))
    case "d":
      cell.text = stored
      cell.trouble = .date
    default: number(&cell, stored, style.format)
    }
    let isUnknown = stored.isEmpty || leavesFormulas && stored == "0" && element.attributes["t"] != "str"
    if element.child("f") != nil, isUnknown, element.attributes["t"] != "str" {
      cell.text = ""
      cell.trouble = .noStoredValue
    }
    cell.text = cell.text.trimmedBlanks
    return cell
  }

  private func number(_ cell: inout SheetGrid.Cell, _ stored: String, _ format: NumberFormat) {
    if stored.isEmpty { return }
    // Most numbers are small whole ones without a format.
    if format.isGeneral, stored.utf8.count <= 15, stored.utf8.first != 0x30,
      stored.utf8.allSatisfy({ 0x30...0x39 ~= $0 })
    {
      cell.text = stored
      return
    }
    guard let number = DecimalNumber(stored) else {
      cell.text = stored
      return
    }
    let shown = format.shown(number)
    cell.text = shown.text
    if shown.isDate { cell.trouble = .date }
    if shown.isRounded { cell.trouble = .rounded(shown: shown.text) }
  }

  private func fill(_ cell: inout SheetGrid.Cell, with text: WorkbookText, _ style: WorkbookStyles.Style) {
    let standing = text.text.trimmedBlanks
    let struck = text.struck.trimmedBlanks
    if text.hasRuns { cell.isStruck = standing.isEmpty && !struck.isEmpty }
    cell.text = style.format.shown(standing.isEmpty ? struck : standing)
    if !standing.isEmpty, !struck.isEmpty { cell.trouble = .struck(struck) }
  }

  /// XML's booleans, as programs write them.
  static func isTrue(_ text: String) -> Bool { text == "1" || text == "true" || text == "on" }

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

  /// `B2:B5`
  private static func merge(_ area: String) -> SheetGrid.Merge? {
    let ends = area.split(separator: ":").map(String.init)
    guard ends.count == 2, let left = column(ends[0]), let right = column(ends[1]), left <= right,
      let top = Int(ends[0].drop { $0.isLetter }), let bottom = Int(ends[1].drop { $0.isLetter }), 1 <= top,
      top <= bottom
    else { return nil }
    return SheetGrid.Merge(rows: top...bottom, columns: left...right)
  }
}
