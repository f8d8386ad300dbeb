internal import Diagnostics

/// What hidden rows of a workbook are.
package enum HiddenRows: String, Sendable, Hashable, CaseIterable {
  /// Their lines are left to be looked at: they are at most heuristic.
  case ask
  /// Rows like the others.
  case read
  /// No lines.
  case skip
}

/// What a sheet's marks mean for its lines: struck-through rows are not fitted, hidden rows and cells whose text may not be what
/// was meant leave their lines uncertain. Everything of the kind is reported, a finding a kind.
struct MarkedSheet {
  let marks: SheetMarks
  let hiddenRows: HiddenRows
  let file: String
  let sink: DiagnosticSink
  private var fields: [Int: BOMField] = [:]
  private var referenceColumn: Int?
  private var struck: [BOMRow] = []
  private var hidden: [BOMRow] = []
  fileprivate var told: [Kind: [(cell: BOMCell, text: String)]] = [:]

  fileprivate enum Kind: Int, CaseIterable { case noStoredValue, formulaError, date, rounded, struck, quantity }

  init(_ table: BOMTable, hiddenRows: HiddenRows, file: String, sink: DiagnosticSink) {
    marks = table.marks
    self.hiddenRows = hiddenRows
    self.file = file
    self.sink = sink
  }

  /// The header without hidden columns whose field a visible one has. A hidden column that is read is a warning.
  mutating func visible(_ header: BOMHeader) -> BOMHeader {
    var header = header
    for (field, columns) in header.columns.sorted(by: { $0.value[0] < $1.value[0] }) {
      let visible = columns.filter { !marks.hiddenColumns.contains($0 + 1) }
      if visible.isEmpty, field.matters {
        let names = columns.map { "`\(header.names[$0])` (\(columnLetters($0 + 1)))" }.joined(separator: ", ")
        sink.report(
          Diagnostic(
            BOMCodes.hidden, "column \(names) is hidden and is read", severity: .warning, at: .start(of: file),
            helps: ["show it and look at it, or delete it if it is not meant"]))
      } else if !visible.isEmpty {
        header.columns[field] = visible
      }
    }
    for (field, columns) in header.columns {
      for column in columns { fields[column + 1] = field }
    }
    referenceColumn = header.columns[.refs]?.first
    return header
  }

  /// The rows to read: references that are struck through alone stand again, since they strike the whole row; hidden rows that
  /// are to be skipped are gone. O(rows).
  mutating func prepared(_ rows: [BOMRow]) -> [BOMRow] {
    var output: [BOMRow] = []
    output.reserveCapacity(rows.count)
    for var row in rows {
      if marks.hiddenRows.contains(row.number) {
        hidden.append(row)
        if hiddenRows == .skip { continue }
      }
      if let column = referenceColumn, row.cells.indices.contains(column), row.cells[column].text.isEmpty,
        case .struck(let text)? = marks.troubles[CellPlace(row: row.number, column: column + 1)]
      {
        row.cells[column].text = text
      }
      output.append(row)
    }
    return output
  }

  /// A row by its file and number.
  private struct RowKey: Hashable {
    var file: String
    var number: Int
  }

  /// The lines with the marks of their rows, without those that a visible row replaces. What was met is reported.
  /// O(lines + rows).
  mutating func marked(_ lines: [BOMLine], from rows: [BOMRow]) -> [BOMLine] {
    if marks == SheetMarks(), rows.allSatisfy({ $0.doubt == nil }) { return lines }
    let byKey = Dictionary(
      rows.map { (RowKey(file: $0.cells.first?.span.file ?? "", number: $0.number), $0) }, uniquingKeysWith: { $1 })
    var lines = lines
    for index in lines.indices {
      for number in lines[index].rows {
        if let row = byKey[RowKey(file: lines[index].span.file, number: number)] { mark(&lines[index], of: row) }
      }
    }
    report()
    return withoutRepeated(lines)
  }

  /// Takes the marks of a row into its line.
  private mutating func mark(_ line: inout BOMLine, of row: BOMRow) {
    if isStruck(row) {
      struck.append(row)
      line.isFitted = false
      line.unfittedWord = line.unfittedWord.isEmpty ? "struck through" : line.unfittedWord
      return
    }
    let isLeft = marks.hiddenRows.contains(row.number) && hiddenRows == .ask
    for word in [row.doubt, isLeft ? "hidden row" : nil].compactMap(\.self) {
      let column = referenceColumn.map { $0 + 1 } ?? row.cells.first { !$0.text.isEmpty }?.column ?? 1
      keep(word, .refs, column: column, of: row, in: &line)
    }
    if marks.troubles.isEmpty { return }
    for cell in row.cells {
      guard let trouble = marks.troubles[CellPlace(row: row.number, column: cell.column)],
        let field = fields[cell.column], field.matters
      else { continue }
      let text = trouble.text(of: cell)
      // References say how many pieces a board takes.
      if field == .quantity, !line.references.isEmpty, trouble == .noStoredValue {
        told[.quantity, default: []].append((cell, text))
        continue
      }
      told[Kind(trouble), default: []].append((cell, text))
      keep(text, field, column: cell.column, of: row, in: &line)
    }
  }

  private func isStruck(_ row: BOMRow) -> Bool {
    if marks.struckRows.contains(row.number) { return true }
    guard let column = referenceColumn, row.cells.indices.contains(column),
      case .struck(let text)? = marks.troubles[CellPlace(row: row.number, column: column + 1)]
    else { return false }
    return row.cells[column].text == text
  }

  /// Puts a word that is not understood to the account of a cell.
  private func keep(_ text: String, _ field: BOMField, column: Int, of row: BOMRow, in line: inout BOMLine) {
    let token = CellToken(text, .unread)
    if let place = line.cells.firstIndex(where: { $0.column == column && $0.row == row.number && $0.field == field }) {
      line.cells[place].tokens.append(token)
    } else {
      line.cells.append(
        CellAccount(
          field: field, header: "", text: "", row: row.number, column: column,
          isNamedByColumn: line.cells.first?.isNamedByColumn ?? true, tokens: [token]))
    }
  }

  /// The lines without those of struck-through or hidden rows that stand in other rows again: the visible ones count.
  private func withoutRepeated(_ lines: [BOMLine]) -> [BOMLine] {
    let struckRows = Set(struck.map(\.number))
    if struckRows.isEmpty, marks.hiddenRows.isEmpty { return lines }
    func rank(_ line: BOMLine) -> Int {
      struckRows.contains(line.row) ? 2 : marks.hiddenRows.contains(line.row) ? 1 : 0
    }
    var best: [String: Int] = [:]
    for line in lines {
      let rank = rank(line)
      for reference in line.references { best[reference] = min(best[reference] ?? rank, rank) }
    }
    return lines.compactMap { line in
      let rank = rank(line)
      guard rank > 0, !line.references.isEmpty else { return line }
      var line = line
      line.references.removeAll { best[$0]! < rank }
      line.quantity = line.references.count
      return line.references.isEmpty ? nil : line
    }
  }

  // MARK: Findings

  /// Reports what was met, a finding a kind.
  private func report() {
    reportRows(
      struck, "struck through and not fitted", help: "delete what is struck through, or take the line away to buy it")
    switch hiddenRows {
    case .ask:
      reportRows(
        hidden, "hidden, by a filter or by hand, and left to be looked at",
        help: "show them, or say `--hidden-rows read` or `--hidden-rows skip`")
    case .read: reportRows(hidden, "hidden and read, as `--hidden-rows read` says", help: nil)
    case .skip: reportRows(hidden, "hidden and skipped, as `--hidden-rows skip` says", help: nil)
    }
    for kind in Kind.allCases {
      guard let cells = told[kind], let first = cells.first else { continue }
      let (what, help) = kind.message
      let places = cells.prefix(4).map { "\(columnLetters($0.cell.column))\($0.cell.span.start.line) `\($0.text)`" }
      let names = places.joined(separator: ", ") + (cells.count > 4 ? " and \(cells.count - 4) more" : "")
      sink.report(
        Diagnostic(
          BOMCodes.cellText, "\(what): \(names)", severity: .warning, at: first.cell.span, helps: [help]))
    }
  }

  private func reportRows(_ rows: [BOMRow], _ what: String, help: String?) {
    guard let first = rows.first, let cell = first.cells.first(where: { !$0.text.isEmpty }) ?? first.cells.first else {
      return
    }
    let names = rows.prefix(6).map { row -> String in
      let text = referenceColumn.flatMap { row.cells.indices.contains($0) ? row.cells[$0].text : nil } ?? ""
      return text.isEmpty ? "\(row.number)" : "\(row.number) (\(String(text.prefix(30))))"
    }
    let list = names.joined(separator: ", ") + (rows.count > 6 ? " and \(rows.count - 6) more" : "")
    sink.report(
      Diagnostic(
        BOMCodes.hidden, "\(rows.count == 1 ? "row \(list) is" : "rows \(list) are") \(what)", severity: .warning,
        at: cell.span, helps: help.map { [$0] } ?? []))
  }
}

extension MarkedSheet.Kind {
  fileprivate init(_ trouble: CellTrouble) {
    switch trouble {
    case .noStoredValue: self = .noStoredValue
    case .formulaError: self = .formulaError
    case .date: self = .date
    case .rounded: self = .rounded
    case .struck: self = .struck
    }
  }

  fileprivate var message: (what: String, help: String) {
    switch self {
    case .noStoredValue:
      (
        "formulas whose values are not stored are not read",
        "open the workbook in a spreadsheet program and save it there"
      )
    case .formulaError: ("formulas end in errors and are not read", "repair the formulas, or write the values")
    case .date:
      (
        "cells hold days or times, which spreadsheet programs make of what is typed",
        "format the cells as text and write what was meant"
      )
    case .rounded:
      ("cells show fewer digits than they store, and are read as stored", "write what is meant, as text")
    case .struck: ("text that is struck through is not read", "delete it, or take the line away")
    case .quantity:
      (
        "quantities are formulas whose values are not stored, so the references count",
        "open the workbook in a spreadsheet program and save it there"
      )
    }
  }
}

extension CellTrouble {
  /// What the cell has, as far as it can be written.
  fileprivate func text(of cell: BOMCell) -> String {
    switch self {
    case .noStoredValue: "=…"
    case .formulaError(let text): text.isEmpty ? "#ERROR" : text
    case .date: cell.text
    case .rounded(let shown): shown
    case .struck(let text): text
    }
  }
}

extension BOMField {
  /// Whether anything of a line follows from the field's cells.
  fileprivate var matters: Bool {
    switch self {
    case .price, .datasheet, .item, .note, .positionX, .positionY, .rotation, .side: false
    default: true
    }
  }
}
