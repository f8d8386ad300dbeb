internal import Base
internal import Diagnostics
internal import MarkedText

/// Splits a text into rows of cells; unlike `CSVReader` it takes any delimiter and rows of any width. O(bytes) in all.
struct DelimitedScanner {
  private let source: SourceText
  private var scanner: RecordScanner
  private var index = 0

  init(_ source: SourceText, _ delimiter: Delimiter) {
    self.source = source
    scanner = RecordScanner(
      RecordScanner.Rules(
        separator: delimiter.separator, quote: delimiter.quote, dropsBlanks: true, returnEndsRecord: true,
        openQuoteIsText: true))
  }

  /// The first quote that is never closed, where one was met; its cell ends with its line.
  var openQuote: SourceSpan? { scanner.openQuote.map { source.span($0..<$0 + 1) } }

  /// The whole text as a table. A quote that is never closed is an error.
  static func table(_ source: SourceText, _ delimiter: Delimiter, into sink: DiagnosticSink) -> BOMTable {
    var scanner = DelimitedScanner(source, delimiter)
    var rows: [BOMRow] = []
    while let row = scanner.row() {
      if !row.isBlank, delimiter.separator != 0x7C || !isRule(row) { rows.append(row) }
    }
    if let open = scanner.openQuote {
      sink.report(Diagnostic(TextCodes.openQuote, "quoted cell is never closed", at: open))
    }
    return BOMTable(rows: rows)
  }

  /// The line of dashes under the header of a Markdown table.
  private static func isRule(_ row: BOMRow) -> Bool {
    row.cells.allSatisfy { $0.text.allSatisfy { "-:= ".contains($0) } }
  }

  /// How many cells the next row has, 0 for a blank one, without making any; nil behind the last one.
  mutating func width() -> Int? {
    source.bytes.withUnsafeBufferPointer { bytes in
      guard scanner.next(bytes, from: &index) else { return nil }
      let quote = scanner.rules.quote
      let isBlank = scanner.cells.allSatisfy { cell in
        bytes[cell.inner].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == quote }
      }
      return isBlank ? 0 : scanner.cells.count
    }
  }

  /// The next row, blank ones included; nil behind the last one.
  mutating func row() -> BOMRow? {
    let source = source
    return source.bytes.withUnsafeBufferPointer { bytes in
      guard scanner.next(bytes, from: &index) else { return nil }
      let cells = scanner.cells.enumerated().map { place, cell in
        // Text behind the closing quote belongs to the cell: `"3"" display" 2x` is written by some tools.
        let text = cell.text(in: bytes, quote: scanner.rules.quote)
        return BOMCell(cell.isPlain ? text : text.trimmedBlanks, at: source.span(cell.inner), column: place + 1)
      }
      return BOMRow(number: scanner.line, cells: cells)
    }
  }
}
