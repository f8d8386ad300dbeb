public import Diagnostics

/// One line of a bill of materials: what it says, and where it says so.
public struct BOMLine: Sendable, Hashable {
  /// As written, ranges spelled out; empty where the file has no references.
  public var references: [String]
  /// Pieces on each board.
  public var quantity: Int
  /// The line of the file, or the row of the spreadsheet, where the line starts; further ones where rows were merged.
  public var rows: [Int]
  /// The cell that names the line, as spreadsheets do: `B5`; an XML element or symbol is named by its line: `line 120`.
  public var cell: String
  public var sheet: String?
  public var span: SourceSpan

  public var value = ""
  public var footprint = ""
  public var number = ""
  public var maker = ""
  /// Known order numbers, upper case: `C25804`.
  public var orderNumbers: [String] = []
  public var description = ""
  /// Whether the part is put on the board; false for DNP.
  public var isFitted = true
  /// Why it is not fitted, as written.
  public var unfittedWord = ""
  /// Per mille that handling loses, where the file says so.
  public var sparesPerMille: Int?
  /// A cell that names several part numbers.
  public var namesSeveralParts = false

  public var kind = ComponentKind.unknown
  public var facts = LineFacts()
  /// Words of the value that no fact was read from: candidates for a part number.
  public var words: [String] = []
  /// A second statement of the value that is another than `facts`': what it says.
  public var contradiction: String?
  /// What stands behind the last known column.
  public var note = ""

  init(references: [String], quantity: Int, row: Int, cell: String, sheet: String?, span: SourceSpan) {
    self.references = references
    self.quantity = quantity
    rows = [row]
    self.cell = cell
    self.sheet = sheet
    self.span = span
  }

  public var row: Int { rows[0] }
}

/// A file of lines, read.
public struct BillOfMaterials: Sendable {
  public var file: String
  public var dialect: Dialect
  /// The text's encoding, or the container: `UTF-16LE`, `xlsx`.
  public var encoding: String
  public var lines: [BOMLine]
  /// Names of variants that the file speaks of.
  public var variants: [String]
  /// The texts that findings point into.
  public var sources: [SourceText]
}
