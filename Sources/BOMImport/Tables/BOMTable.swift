package import Diagnostics

/// A cell of a table, with its place.
package struct BOMCell: Sendable, Hashable {
  /// Without quotes and outer blanks.
  package var text: String
  /// Where it stands; in a spreadsheet, row and column take the place of line and column.
  package var span: SourceSpan
  /// From 1.
  package var column: Int

  package init(_ text: String, at span: SourceSpan, column: Int) {
    self.text = BOMCell.plain(text)
    self.span = span
    self.column = column
  }

  /// A text that was written as a formula to keep its zeros: `="0402"`.
  private static func plain(_ text: String) -> String {
    let text = text.withoutInvisibleSigns
    guard text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 else { return text }
    let inner = text.dropFirst(2).dropLast()
    return inner.contains("\"") ? text : String(inner)
  }
}

/// A row of a table.
package struct BOMRow: Sendable, Hashable {
  /// The line of the file where the row starts, or the row of a spreadsheet; from 1.
  package var number: Int
  /// In the order of columns; blank cells are there with an empty text.
  package var cells: [BOMCell]
  /// What must be looked at before the row's part is bought: units of a symbol that disagree.
  package var doubt: String?

  package init(number: Int, cells: [BOMCell]) {
    self.number = number
    self.cells = cells
  }

  /// Whether no cell has text.
  var isBlank: Bool { cells.allSatisfy(\.text.isEmpty) }
}

/// What a file holds as rows and cells, before anything is said about their meaning.
package struct BOMTable: Sendable, Hashable {
  package var rows: [BOMRow]
  /// The sheet of a spreadsheet; nil for a text.
  package var sheet: String?
  /// What a spreadsheet says beside its texts: hidden and struck-through rows, formulas without values.
  package var marks: SheetMarks
  /// Names of design variants that the container itself keeps.
  package var variants: Set<String>

  package init(
    rows: [BOMRow], sheet: String? = nil, marks: SheetMarks = SheetMarks(), variants: Set<String> = []
  ) {
    self.rows = rows
    self.sheet = sheet
    self.marks = marks
    self.variants = variants
  }
}

/// The name of a column as spreadsheets give it: 1 is `A`, 27 is `AA`.
func columnLetters(_ column: Int) -> String {
  precondition(column > 0, "column \(column)")
  var letters = ""
  var rest = column
  while rest > 0 {
    rest -= 1
    letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
    rest /= 26
  }
  return letters
}
