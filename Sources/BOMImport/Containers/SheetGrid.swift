internal import Diagnostics

/// Gathers the cells of one sheet into a table: what `.xlsx` and `.ods` mean by merged, hidden and struck-through is the same.
struct SheetGrid {
  /// One cell as it is shown.
  struct Cell {
    var text = ""
    var isStruck = false
    var trouble: CellTrouble?

    var isBlank: Bool { text.isEmpty && trouble == nil }
  }

  /// A rectangle of merged cells, from 1, ends included.
  struct Merge {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  let file: String
  private(set) var marks = SheetMarks()
  /// Rows with any text.
  private var rows: [(number: Int, cells: [Cell])] = []
  private var isAscending = true

  /// More cells than these are never copied downwards.
  private static let mergeLimit = 1_000_000

  init(file: String) { self.file = file }

  /// Adds a row; blank ones are passed over.
  mutating func add(_ cells: [Cell], row number: Int, isHidden: Bool) {
    guard number > 0, cells.contains(where: { !$0.isBlank }) else { return }
    if let last = rows.last, last.number >= number { isAscending = false }
    rows.append((number, cells))
    if isHidden { marks.hiddenRows.insert(number) }
  }

  mutating func hide(columns: ClosedRange<Int>) {
    marks.hiddenColumns.formUnion(columns.clamped(to: 1...SheetLimits.columns))
  }

  mutating func hideSheet() { marks.isHidden = true }

  /// The sheet as a table; O(cells + merged cells).
  mutating func table(named name: String?, merges: [Merge]) -> BOMTable? {
    if rows.isEmpty { return nil }
    if !isAscending { rows.sort { $0.number < $1.number } }
    copyDown(merges)
    let table = rows.map { number, cells in BOMRow(number: number, cells: self.cells(cells, row: number)) }
    return BOMTable(rows: table, sheet: name, marks: marks)
  }

  /// A text that is merged over rows stands for each of them. Over columns it stands in the first alone.
  private mutating func copyDown(_ merges: [Merge]) {
    var copies = 0
    for merge in merges where merge.rows.count > 1 {
      guard let top = rows.partitioningIndex(where: { $0.number >= merge.rows.lowerBound }),
        rows[top].number == merge.rows.lowerBound
      else { continue }
      let column = merge.columns.lowerBound - 1
      guard rows[top].cells.indices.contains(column), !rows[top].cells[column].isBlank else { continue }
      let cell = rows[top].cells[column]
      marks.mergedRows[CellPlace(row: merge.rows.lowerBound, column: column + 1)] = merge.rows.upperBound
      var index = top + 1
      while index < rows.count, rows[index].number <= merge.rows.upperBound, copies < Self.mergeLimit {
        while rows[index].cells.count <= column { rows[index].cells.append(Cell()) }
        rows[index].cells[column] = cell
        copies += 1
        index += 1
      }
    }
  }

  private mutating func cells(_ cells: [Cell], row number: Int) -> [BOMCell] {
    let texts = cells.filter { !$0.text.isEmpty }
    let isStruckRow = !texts.isEmpty && texts.allSatisfy(\.isStruck)
    if isStruckRow { marks.struckRows.insert(number) }
    return cells.enumerated().map { index, cell in
      let place = CellPlace(row: number, column: index + 1)
      var text = cell.text
      if let trouble = cell.trouble { marks.troubles[place] = trouble }
      if cell.isStruck, !isStruckRow, !text.isEmpty {
        marks.troubles[place] = .struck(text)
        text = ""
      }
      return BOMCell(text, at: .cell(row: number, column: index + 1, of: file), column: index + 1)
    }
  }
}

extension Array {
  /// The first index whose element fulfils the predicate, in an array in which all that do stand last; nil where none does.
  /// O(log count).
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < endIndex ? low : nil
  }
}

/// Bounds of spreadsheets.
enum SheetLimits {
  /// Excel's own are 16,384 columns and 1,048,576 rows; a BOM has no use for more than these columns.
  static let columns = 1024
  static let rows = 1_048_576
}
