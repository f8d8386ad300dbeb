/// A column that the user named by hand: `--map mpn=2`, `--map "refs=Bauteil"`.
package struct ColumnChoice: Sendable, Hashable {
  package var field: BOMField
  /// A number from 1, letters as in a spreadsheet, or the header's text.
  package var column: String

  package init(field: BOMField, column: String) {
    self.field = field
    self.column = column
  }

  /// Reads `FIELD=COLUMN`; nil where the field is none of `BOMField` or a side is empty.
  package init?(_ text: String) {
    guard let sign = text.firstIndex(of: "="), let field = BOMField(rawValue: String(text[..<sign])) else { return nil }
    let column = String(text[text.index(after: sign)...]).trimmedBlanks
    if column.isEmpty { return nil }
    self.init(field: field, column: column)
  }

  /// The column's place from 0 in a header; nil where the header has no such column. A name wins over two letters.
  func place(in header: [String]) -> Int? {
    if let named = namedPlace(in: header) { return named }
    if let number = Int(column) { return header.indices.contains(number - 1) ? number - 1 : nil }
    return header.indices.first { columnLetters($0 + 1) == column.uppercased() }
  }

  /// Numbers and single letters are places: as names they would meet the quantities of a file without a header.
  private func namedPlace(in header: [String]) -> Int? {
    if Int(column) != nil || column.count == 1 { return nil }
    let wanted = HeaderWords.plain(column)
    return header.firstIndex { !$0.isEmpty && HeaderWords.plain($0) == wanted }
  }

  /// Whether the header has a column of this name.
  func isNamed(in header: [String]) -> Bool { namedPlace(in: header) != nil }

  /// The number from 1 of a column that is told by its place; nil for a name.
  var number: Int? {
    if let number = Int(column) { return number > 0 ? number : nil }
    guard isByPlace else { return nil }
    return column.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
  }

  /// Whether the column is told by its place, so that a file without a header can be read.
  var isByPlace: Bool {
    Int(column) != nil || (column.count <= 2 && column.allSatisfy { $0.isASCII && $0.isUppercase })
  }
}
