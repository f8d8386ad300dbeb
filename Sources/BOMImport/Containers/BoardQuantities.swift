internal import Diagnostics

/// Quantities of several boards, as KiCost writes them: `Board Qty:` with a number above the header, 100 by default.
struct BoardQuantities {
  /// Boards that the quantities are for.
  let boards: Int
  /// Where that is said.
  let cell: BOMCell

  private static let words: Set<String> = ["boardqty", "boardquantity", "numberofboards", "boards"]

  /// Looks for a word and the number beside it in the rows above the header.
  init?(preamble: [BOMRow]) {
    for row in preamble {
      for (index, cell) in row.cells.enumerated() where Self.words.contains(HeaderWords.plain(cell.text)) {
        guard let next = row.cells[(index + 1)...].first(where: { !$0.text.isEmpty }),
          let number = PieceCount(parsing: next.text)?.count, number > 1
        else { continue }
        boards = number
        self.cell = next
        return
      }
    }
    return nil
  }

  /// The rows with quantities of one board: where a row has references, only if the number is that of all boards; else where
  /// it divides. Reports it once.
  func ofOneBoard(_ rows: [BOMRow], _ header: BOMHeader, into sink: DiagnosticSink) -> [BOMRow] {
    guard let column = header.columns[.quantity]?.first else { return rows }
    let references = header.columns[.refs]?.first
    var count = 0
    let changed = rows.map { row in
      guard row.cells.indices.contains(column), let quantity = PieceCount(parsing: row.cells[column].text)?.count,
        quantity > 0, quantity % boards == 0
      else { return row }
      if let references, row.cells.indices.contains(references), !row.cells[references].text.isEmpty {
        let list = try? ReferenceList(parsing: row.cells[references].text)
        guard list.map({ $0.references.count * boards == quantity }) == true else { return row }
      }
      var row = row
      row.cells[column].text = String(quantity / boards)
      count += 1
      return row
    }
    if count > 0 {
      sink.report(
        Diagnostic(
          BOMCodes.boardQuantities,
          "the quantities of \(count) rows are those of \(boards) boards; one board's are read",
          severity: .warning, at: cell.span))
    }
    return changed
  }
}

/// Quantities in cells that are merged over several rows.
enum MergedQuantities {
  /// A quantity that is merged over rows is that of all of them: where it is the number of their references together, each row
  /// has its own; else it stays and is found out with its row.
  static func shared(_ rows: [BOMRow], _ header: BOMHeader, _ marks: SheetMarks) -> [BOMRow] {
    guard let column = header.columns[.quantity]?.first, let references = header.columns[.refs]?.first,
      !marks.mergedRows.isEmpty
    else { return rows }
    var rows = rows
    var index = 0
    while index < rows.count {
      guard let last = marks.mergedRows[CellPlace(row: rows[index].number, column: column + 1)],
        rows[index].cells.indices.contains(column)
      else {
        index += 1
        continue
      }
      let end = rows[index...].firstIndex { $0.number > last } ?? rows.count
      let counts = rows[index..<end].map { row -> Int? in
        guard row.cells.indices.contains(references) else { return nil }
        return (try? ReferenceList(parsing: row.cells[references].text))?.references.count
      }
      let sum = counts.compactMap(\.self).reduce(0, +)
      if !counts.contains(nil), !counts.contains(0), PieceCount(parsing: rows[index].cells[column].text)?.count == sum {
        for (place, count) in zip(index..<end, counts) where rows[place].cells.indices.contains(column) {
          rows[place].cells[column].text = String(count ?? 0)
        }
      }
      index = end
    }
    return rows
  }
}
