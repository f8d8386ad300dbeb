internal import Diagnostics
internal import MarkedText

/// Splits a text into rows of cells; unlike `CSVReader` it takes any delimiter and rows of any width. O(bytes) in all.
struct DelimitedScanner {
  private let source: SourceText
  private let delimiter: Delimiter
  private var index = 0
  private var line = 0
  /// The first quote that is never closed, where one was met; its cell ends with its line.
  private(set) var openQuote: SourceSpan?

  init(_ source: SourceText, _ delimiter: Delimiter) {
    self.source = source
    self.delimiter = delimiter
  }

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

  /// The next row, blank ones included; nil behind the last one.
  mutating func row() -> BOMRow? {
    guard index < source.bytes.count else { return nil }
    while line + 1 < source.lineStarts.count, source.lineStarts[line + 1] <= index { line += 1 }
    let number = line + 1
    var cells: [BOMCell] = []
    repeat {
      cells.append(cell(column: cells.count + 1))
    } while take(delimiter.separator)
    _ = take(0x0D)
    _ = take(0x0A)
    return BOMRow(number: number, cells: cells)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < source.bytes.count, source.bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 && delimiter.separator != 0x09 }

  private mutating func cell(column: Int) -> BOMCell {
    let bytes = source.bytes
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    if openQuote == nil, index < bytes.count, bytes[index] == delimiter.quote, let quoted = quoted(column: column) {
      return quoted
    }
    let start = index
    while index < bytes.count, bytes[index] != delimiter.separator, !isLineBreak(bytes[index]) { index += 1 }
    var end = index
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return BOMCell(source.text(in: start..<end), at: source.span(start..<end), column: column)
  }

  /// A quoted cell; nil where its quote is never closed, which is kept as an ordinary character then.
  private mutating func quoted(column: Int) -> BOMCell? {
    let bytes = source.bytes
    var place = index + 1
    var text: [UInt8] = []
    while place < bytes.count {
      if bytes[place] == delimiter.quote {
        guard place + 1 < bytes.count, bytes[place + 1] == delimiter.quote else { break }
        place += 1
      }
      text.append(bytes[place])
      place += 1
    }
    guard place < bytes.count else {
      openQuote = openQuote ?? source.span(index..<index + 1)
      return nil
    }
    let inner = index + 1..<place
    index = place + 1
    // Text behind the closing quote belongs to the cell: `"3"" display" 2x` is written by some tools.
    let tail = index
    while index < bytes.count, bytes[index] != delimiter.separator, !isLineBreak(bytes[index]) { index += 1 }
    text += bytes[tail..<index]
    let plain = String(decoding: text, as: UTF8.self).trimmedBlanks
    return BOMCell(plain, at: source.span(inner), column: column)
  }
}
