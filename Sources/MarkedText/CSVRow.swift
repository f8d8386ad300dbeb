internal import Base
package import Diagnostics

/// One row of a CSV. Cells are made when they are asked for.
package struct CSVRow {
  let source: SourceText
  let cells: [RecordScanner.Cell]
  let places: [String: Int]

  /// The cell of a column; nil where the file does not have the column.
  package subscript(column: String) -> CSVCell? { places[column].map(cell(at:)) }

  /// The text of a column's cell without blanks around it; empty where the file does not have the column.
  package func text(_ column: String) -> String { self[column]?.text ?? "" }

  /// The whole row.
  package var span: SourceSpan { source.span(cells[0].outer.lowerBound..<cells[cells.count - 1].outer.upperBound) }

  func cell(at index: Int) -> CSVCell {
    CSVCell(source: source, cell: cells[index])
  }
}

/// One cell of a CSV with its place.
package struct CSVCell {
  private let source: SourceText
  private let cell: RecordScanner.Cell

  init(source: SourceText, cell: RecordScanner.Cell) {
    self.source = source
    self.cell = cell
  }

  /// Without the quotes, doubled quotes resolved; blanks around an unquoted cell are dropped.
  package var text: String {
    source.bytes.withUnsafeBufferPointer { cell.withoutTail.text(in: $0, quote: 0x22) }
  }

  /// The cell without its quotes.
  package var span: SourceSpan { source.span(cell.inner) }

  /// The place of a range of bytes of the cell's text; of the whole cell where doubled quotes shift them.
  package func span(_ range: Range<Int>) -> SourceSpan {
    if !cell.isVerbatim { return span }
    return source.span(cell.inner.lowerBound + range.lowerBound..<cell.inner.lowerBound + range.upperBound)
  }
}
