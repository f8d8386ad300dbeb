package import Diagnostics

/// One line of a bill of materials: what it says, and where it says so.
package struct BOMLine: Sendable, Hashable {
  /// As written, ranges spelled out; empty where the file has no references.
  package var references: [String]
  /// Pieces on each board.
  package var quantity: Int
  /// The line of the file, or the row of the spreadsheet, where the line starts; further ones where rows were merged.
  package var rows: [Int]
  /// The cell that names the line, as spreadsheets do: `B5`; an XML element or symbol is named by its line: `line 120`.
  package var cell: String
  package var sheet: String?
  package var span: SourceSpan

  package var value = ""
  package var footprint = ""
  package var number = ""
  package var maker = ""
  /// Known order numbers, upper case: `C25804`.
  package var orderNumbers: [String] = []
  package var description = ""
  /// Whether the part is put on the board; false for DNP.
  package var isFitted = true
  /// Why it is not fitted, as written.
  package var unfittedWord = ""
  /// Per mille that handling loses, where the file says so.
  package var sparesPerMille: Int?
  /// Part numbers that may take the place of `number`'s, as the file lists them.
  package var alternates: [String] = []
  /// Whether the cell of the part number holds a specification, `100nF/50V/0603`, and no number.
  package var isSpecified = false
  /// A cell that names several parts which are all needed, or several pieces of one.
  package var namesSeveralParts = false

  /// What the row says that cannot be relied on, each a clause: the line is for a person to settle, whatever it matches.
  package var doubts: [Clause] = []

  /// The words of its prose that name kinds of parts other than its own: lines with other words are not joined.
  var otherKinds = ""

  /// Whether the row gives a quantity, and it is the number of its references.
  var isCounted = false

  package var kind = ComponentKind.unknown
  package var facts = LineFacts()
  /// Words of the value that no fact was read from: candidates for a part number.
  package var words: [String] = []
  /// A second statement of the value that is another than `facts`': what it says.
  package var contradiction: Clause?
  /// Ratings that the line states twice, of which the stricter counts, in words.
  package var settled: [Clause] = []
  /// What stands behind the last known column.
  package var note = ""
  /// Every cell with text, in the order of the file, with what was understood of it; those of all its rows.
  package var cells: [CellAccount] = []

  init(references: [String], quantity: Int, row: Int, cell: String, sheet: String?, span: SourceSpan) {
    self.references = references
    self.quantity = quantity
    rows = [row]
    self.cell = cell
    self.sheet = sheet
    self.span = span
  }

  package var row: Int { rows[0] }
}

/// A file of lines, read.
package struct BillOfMaterials: Sendable {
  package var file: String
  package var dialect: Dialect
  /// The text's encoding, or the container: `UTF-16LE`, `xlsx`.
  package var encoding: String
  package var lines: [BOMLine]
  /// Names of variants that the file speaks of.
  package var variants: [String]
  /// Columns that nothing was read from.
  package var unreadColumns: [UnreadColumn] = []
  /// The texts that findings point into.
  package var sources: [SourceText]
}
