internal import Diagnostics

/// Splits a CSV text into rows of byte ranges.
struct CSVScanner {
  struct Cell {
    /// The text of the cell, without quotes and outer blanks.
    var inner: Range<Int>
    /// With quotes.
    var outer: Range<Int>
    var hasDoubledQuotes: Bool
  }

  private let source: SourceText
  private var index = 0

  init(_ source: SourceText) { self.source = source }

  mutating func skipComments() {
    let bytes = source.bytes
    while index < bytes.count {
      var start = index
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      guard start < bytes.count, bytes[start] == 0x23 else { return }
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    }
  }

  /// The cells of the next row that is not blank; nil behind the last one.
  mutating func row(into sink: DiagnosticSink) -> [Cell]? {
    let source = source
    return source.bytes.withUnsafeBufferPointer { bytes in
      while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
      guard index < bytes.count else { return nil }
      var cells: [Cell] = []
      while true {
        cells.append(cell(bytes, sink))
        guard index < bytes.count, bytes[index] == 0x2C else { break }
        index += 1
      }
      return cells
    }
  }

  private mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>, _ sink: DiagnosticSink) -> Cell {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    let start = index
    if index < bytes.count, bytes[index] == 0x22 { return quoted(bytes, sink) }
    while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    var end = index
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return Cell(inner: start..<end, outer: start..<end, hasDoubledQuotes: false)
  }

  private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>, _ sink: DiagnosticSink) -> Cell {
    let start = index
    var doubled = false
    index += 1
    while index < bytes.count {
      if bytes[index] == 0x22 {
        guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else { break }
        doubled = true
        index += 1
      }
      index += 1
    }
    let end = min(index, bytes.count)
    if index >= bytes.count {
      sink.report(
        Diagnostic(TextCodes.openQuote, "quoted cell is never closed", at: source.span(start..<start + 1)))
      return Cell(inner: start + 1..<max(start + 1, end), outer: start..<end, hasDoubledQuotes: doubled)
    }
    index += 1
    let close = index
    while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    if bytes[close..<index].contains(where: { $0 != 0x20 && $0 != 0x09 }) {
      sink.report(
        Diagnostic(
          TextCodes.openQuote, "text stands behind the closing quote", at: source.span(close..<index),
          helps: ["double a quote inside a quoted cell"]))
    }
    return Cell(inner: start + 1..<end, outer: start..<close, hasDoubledQuotes: doubled)
  }
}
