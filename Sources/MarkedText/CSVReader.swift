package import Diagnostics

/// Reads comma-separated values (RFC 4180) row by row, with a place for every cell.
///
/// Lines that start with `#` before the header, and blank lines anywhere, are passed over. Columns are found by their name
/// in the header, in any order. O(bytes) in all; a row costs no more than its cells.
package struct CSVReader {
  /// A column that the file may have.
  package struct Column: Sendable, Hashable {
    package var name: String
    /// Whether the header must have it.
    package var isRequired: Bool

    package init(_ name: String, isRequired: Bool = true) {
      self.name = name
      self.isRequired = isRequired
    }
  }

  private let source: SourceText
  private let sink: DiagnosticSink
  private var scanner: CSVScanner
  /// For each known column, its place in the row.
  private let places: [String: Int]
  private let width: Int

  /// Reads the header of `source`. Nil, with findings, when there is none, or when it lacks a required column.
  package init?(_ source: SourceText, columns: [Column], into sink: DiagnosticSink) {
    self.source = source
    self.sink = sink
    scanner = CSVScanner(source)
    scanner.skipComments()
    guard let header = scanner.row(into: sink) else {
      sink.report(Diagnostic(TextCodes.empty, "file has no header", at: source.span(0..<0)))
      return nil
    }
    let row = CSVRow(source: source, cells: header, places: [:])
    var places: [String: Int] = [:]
    var unknown: [(name: String, span: SourceSpan)] = []
    for index in header.indices {
      let cell = row.cell(at: index)
      if places[cell.text] != nil {
        sink.report(Diagnostic(TextCodes.duplicateColumn, "column `\(cell.text)` is given twice", at: cell.span))
      } else if columns.contains(where: { $0.name == cell.text }) {
        places[cell.text] = index
      } else {
        unknown.append((cell.text, cell.span))
      }
    }
    let absent = columns.filter { places[$0.name] == nil }
    for (name, span) in unknown {
      // What is longer than any name is data in the place of a header: it is shown cut, and resembles none.
      let isName = name.utf8.count <= 60
      let meant = isName ? closestMatch(to: name, among: absent.map(\.name)) : nil
      sink.report(
        Diagnostic(
          TextCodes.unknownColumn, "unknown column `\(isName ? name : name.prefix(60) + "…")`", at: span,
          helps: [meant.map { "did you mean `\($0)`?" } ?? "columns: " + columns.map(\.name).joined(separator: ",")],
          fixes: meant.map { [FixIt(.likely, replace: span, with: $0)] } ?? []))
    }
    let missing = absent.filter(\.isRequired)
    if !missing.isEmpty {
      let names = missing.map { "`\($0.name)`" }.joined(separator: ", ")
      sink.report(
        Diagnostic(TextCodes.missingColumn, "no column\(missing.count == 1 ? "" : "s") \(names)", at: row.span))
      return nil
    }
    self.places = places
    width = header.count
  }

  /// The next row with as many cells as the header; rows with more or fewer are reported and passed over.
  package mutating func next() -> CSVRow? {
    while let cells = scanner.row(into: sink) {
      let row = CSVRow(source: source, cells: cells, places: places)
      if cells.count == width { return row }
      sink.report(
        Diagnostic(
          TextCodes.cellCount, "row has \(cells.count) cells, the header has \(width)", at: row.span,
          helps: ["put quotes around a cell that contains a comma"]))
    }
    return nil
  }
}
