import Diagnostics

/// Columns of text, aligned by the cells that characters take on a terminal: Chinese ones take two.
struct CatalogTable {
  enum Alignment {
    case left, right
  }

  var alignment: [Alignment] = []
  private var rows: [[String]]
  private let hasHeader: Bool

  /// A table with a header row, or without one where `header` is empty.
  init(_ header: [String] = []) {
    rows = header.isEmpty ? [] : [header]
    hasHeader = !header.isEmpty
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The rows, each ended by a line break, two blanks between columns and none at a line's end.
  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { width(of: column, in: $0) }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let isRight = column < alignment.count && alignment[column] == .right
        let width = widths[column]
        line +=
          (column == 0 ? "" : "  ") + (isRight ? cell.leftPadded(toColumns: width) : cell.padded(toColumns: width))
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// What a row asks of a column; a left-aligned cell that ends its row may stick out.
  private func width(of column: Int, in row: [String]) -> Int {
    guard column < row.count else { return 0 }
    let isRight = column < alignment.count && alignment[column] == .right
    return isRight || column < row.count - 1 ? displayWidth(of: row[column]) : 0
  }
}
