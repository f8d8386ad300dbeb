/// A cell of a sheet: row and column from 1.
struct CellPlace: Sendable, Hashable {
  var row: Int
  var column: Int
}

/// Why the text of a cell may not be what its writer meant.
enum CellTrouble: Sendable, Hashable {
  /// A formula without the value that it had.
  case noStoredValue
  /// `#N/A` and other errors of a formula.
  case formulaError(String)
  /// A day or a time, which programs make of `1-2` and `3/4` as they are typed.
  case date
  /// The cell shows fewer digits than it stores.
  case rounded(shown: String)
  /// Text that is struck through, and so is not part of the cell's.
  case struck(String)
}

/// What a sheet says of its rows, columns and cells beside their texts.
package struct SheetMarks: Sendable, Hashable {
  /// Whether the sheet itself is hidden.
  var isHidden = false
  /// From 1.
  var hiddenRows: Set<Int> = []
  /// Rows of which every text is struck through; their texts are kept.
  var struckRows: Set<Int> = []
  /// From 1.
  var hiddenColumns: Set<Int> = []
  var troubles: [CellPlace: CellTrouble] = [:]
  /// Cells that were merged over several rows, by the place of the first; the last row.
  var mergedRows: [CellPlace: Int] = [:]

  package init() {}
}
