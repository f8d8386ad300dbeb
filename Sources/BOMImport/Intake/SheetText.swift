/// A text or workbook of any kind as plain text, for readers that look for more than bills of materials in it.
package enum SheetText {
  /// The text of a file: decoded as bills are; of a workbook the sheet with the most rows, a line a row and tabs between cells, so that
  /// the line is the row's number. O(bytes).
  package static func read(_ bytes: [UInt8], file: String) throws(BOMRefusal) -> String {
    let isArchive = bytes.starts(with: [0x50, 0x4B])
    let text =
      isArchive
      ? nil
      : TextEncoding.sniff(bytes).decode(bytes).flatMap {
        $0.unicodeScalars.contains("\0") ? nil : TextEncoding.withoutMarks($0)
      }
    switch FileKind(bytes: bytes, text: text, file: file) {
    case .zip: return try workbook(bytes, file: file)
    case .table: return text ?? ""
    // What starts with a brace may be a message all the same.
    case .other("JSON", _): return text ?? ""
    case .other(let name, _):
      throw BOMRefusal(
        BOMCodes.otherKind, "this is \(name), not an answer that can be read", file: file,
        help: "give the text of the answer, CSV, TSV or .xlsx")
    case .kicadNetlist, .kicadSchematic, .groupedBill: return text ?? ""
    }
  }

  private static func workbook(_ bytes: [UInt8], file: String) throws(BOMRefusal) -> String {
    let archive = try ZipArchive(bytes, file: file)
    let names = Set(archive.names)
    var tables: [BOMTable] = []
    if names.contains("xl/workbook.xml") {
      var reader = SpreadsheetReader(archive: archive)
      tables = try reader.tables()
    } else if names.contains("content.xml") {
      var reader = OpenDocumentReader(archive: archive)
      tables = try reader.tables()
    } else {
      throw BOMRefusal(
        BOMCodes.otherKind, "this is an archive that holds no spreadsheet", file: file,
        help: "unpack it, or give CSV, TSV or .xlsx")
    }
    guard let table = tables.max(by: { $0.rows.count < $1.rows.count }) else { return "" }
    var lines: [String] = []
    for row in table.rows {
      while lines.count < row.number - 1 { lines.append("") }
      lines.append(
        row.cells.map { cell in cell.text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ") }
          .joined(separator: "\t"))
    }
    return lines.joined(separator: "\n")
  }
}
