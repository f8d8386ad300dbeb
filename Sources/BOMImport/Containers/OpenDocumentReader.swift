internal import Diagnostics

/// Reads the sheets of an OpenDocument spreadsheet (`.ods`, ISO/IEC 26300): texts and numbers as their cells show them.
struct OpenDocumentReader {
  let archive: ZipArchive
  private var styles = OpenDocumentStyles()

  init(archive: ZipArchive) { self.archive = archive }

  /// The sheets in their order. O(bytes); repeated blank rows and cells are counted, not copied.
  mutating func tables() throws(BOMRefusal) -> [BOMTable] {
    let content = try archive.document("content.xml")
    var documents = [content]
    if archive.names.contains("styles.xml") { documents.insert(try archive.document("styles.xml"), at: 0) }
    styles = OpenDocumentStyles(documents)
    return (content.child("body")?.child("spreadsheet")?.children("table") ?? []).compactMap(table)
  }

  private func table(_ sheet: MarkupElement) -> BOMTable? {
    var grid = SheetGrid(file: archive.file)
    if styles.isTableHidden(sheet.attributes["style-name"]) { grid.hideSheet() }
    let columnStyles = columns(of: sheet, into: &grid)
    var merges: [SheetGrid.Merge] = []
    var number = 1
    for element in elements("table-row", of: sheet, in: ["table-header-rows", "table-rows", "table-row-group"]) {
      let repeats = min(max(1, element.attributes["number-rows-repeated"].flatMap(Int.init) ?? 1), SheetLimits.rows)
      let cells = cells(of: element, row: number, columnStyles, &merges)
      if cells.contains(where: { !$0.isBlank }) {
        let isHidden = ["collapse", "filter"].contains(element.attributes["visibility"] ?? "")
        for offset in 0..<min(repeats, 1000) { grid.add(cells, row: number + offset, isHidden: isHidden) }
      }
      number = min(number + repeats, SheetLimits.rows)
    }
    return grid.table(named: sheet.attributes["name"], merges: merges)
  }

  /// Elements of a name in the sheet itself or in groups of them.
  private func elements(_ name: String, of parent: MarkupElement, in groups: Set<String>) -> [MarkupElement] {
    parent.children.flatMap { child -> [MarkupElement] in
      if child.name == name { return [child] }
      return groups.contains(child.name) ? elements(name, of: child, in: groups) : []
    }
  }

  /// The styles of the columns' cells; hidden columns are marked.
  private func columns(of sheet: MarkupElement, into grid: inout SheetGrid) -> [String?] {
    var columns: [String?] = []
    let groups: Set = ["table-header-columns", "table-columns", "table-column-group"]
    for element in elements("table-column", of: sheet, in: groups) where columns.count < SheetLimits.columns {
      let repeats = max(1, element.attributes["number-columns-repeated"].flatMap(Int.init) ?? 1)
      let count = min(repeats, SheetLimits.columns - columns.count)
      if ["collapse", "filter"].contains(element.attributes["visibility"] ?? "") {
        grid.hide(columns: (columns.count + 1)...(columns.count + count))
      }
      columns += [String?](repeating: element.attributes["default-cell-style-name"], count: count)
    }
    return columns
  }

  private func cells(
    of row: MarkupElement, row number: Int, _ columnStyles: [String?], _ merges: inout [SheetGrid.Merge]
  ) -> [SheetGrid.Cell] {
    var cells: [SheetGrid.Cell] = []
    for child in row.children where child.name == "table-cell" || child.name == "covered-table-cell" {
      let repeats = max(1, child.attributes["number-columns-repeated"].flatMap(Int.init) ?? 1)
      let column = cells.count
      let style =
        child.attributes["style-name"] ?? row.attributes["default-cell-style-name"]
        ?? (columnStyles.indices.contains(column) ? columnStyles[column] : nil)
      // What a merged cell covers is not shown.
      let cell = child.name == "table-cell" ? cell(child, style: style) : SheetGrid.Cell()
      if let rows = child.attributes["number-rows-spanned"].flatMap(Int.init), rows > 1, child.name == "table-cell" {
        let last = number + min(rows, SheetLimits.rows) - 1
        merges.append(SheetGrid.Merge(rows: number...last, columns: (column + 1)...(column + 1)))
      }
      let count = min(repeats, max(0, SheetLimits.columns - cells.count))
      cells += [SheetGrid.Cell](repeating: cell, count: count)
    }
    while cells.last?.isBlank == true { cells.removeLast() }
    return cells
  }

  private func cell(_ element: MarkupElement, style: String?) -> SheetGrid.Cell {
    let isStruck = styles.isCellStruck(style)
    var text = Paragraphs(isStruck: isStruck)
    for paragraph in element.children("p") { text.add(paragraph, styles) }
    let standing = text.standing.trimmedBlanks
    let struck = text.struck.trimmedBlanks
    var cell = SheetGrid.Cell(text: standing.isEmpty ? struck : standing)
    cell.isStruck = standing.isEmpty && !struck.isEmpty
    if !standing.isEmpty, !struck.isEmpty { cell.trouble = .struck(struck) }
    fill(&cell, element, style: style)
    if cell.text.isEmpty { cell.isStruck = false }
    return cell
  }

  private func fill(_ cell: inout SheetGrid.Cell, _ element: MarkupElement, style: String?) {
    let attributes = element.attributes
    if attributes["calcext:value-type"] == "error" {
      cell.trouble = .formulaError(cell.text)
      cell.text = ""
      return
    }
    switch attributes["value-type"] {
    case "float", "percentage", "currency":
      guard let number = attributes["value"].flatMap(DecimalNumber.init) else { break }
      let shown =
        cell.text.isEmpty
        ? styles.format(ofCell: style).shown(number) : OpenDocumentNumber.shown(number, as: cell.text)
      // The format alone makes a number of a file without texts a date.
      cell.text = shown.text
      if shown.isDate { cell.trouble = .date }
      if shown.isRounded { cell.trouble = cell.trouble ?? .rounded(shown: shown.text) }
    case "date", "time":
      cell.text = attributes["date-value"] ?? attributes["time-value"] ?? cell.text
      cell.trouble = .date
    case "boolean": cell.text = attributes["boolean-value"] ?? cell.text
    case "string" where cell.text.isEmpty: cell.text = (attributes["string-value"] ?? "").trimmedBlanks
    case nil where attributes["formula"] != nil && cell.text.isEmpty: cell.trouble = .noStoredValue
    default: break
    }
  }
}

/// The text of a cell's paragraphs, what is struck through apart.
private struct Paragraphs {
  let isStruck: Bool
  private(set) var standing = ""
  private(set) var struck = ""

  init(isStruck: Bool) { self.isStruck = isStruck }

  mutating func add(_ paragraph: MarkupElement, _ styles: OpenDocumentStyles) {
    if !standing.isEmpty { standing += " " }
    if !struck.isEmpty { struck += " " }
    add(paragraph, styles, isStruck: isStruck)
  }

  private mutating func add(_ element: MarkupElement, _ styles: OpenDocumentStyles, isStruck: Bool) {
    for piece in element.content {
      switch piece {
      case .text(let text): append(text, isStruck)
      case .element(let child):
        switch child.name {
        case "s", "tab", "line-break": append(" ", isStruck)
        case "annotation", "note", "ruby-text": break
        case "span":
          add(child, styles, isStruck: styles.isSpanStruck(child.attributes["style-name"]) ?? isStruck)
        default: add(child, styles, isStruck: isStruck)
        }
      }
    }
  }

  private mutating func append(_ text: String, _ isStruck: Bool) {
    if isStruck { struck += text } else { standing += text }
  }
}
