internal import Base
internal import Diagnostics

/// Splits a CSV text into rows of places, and reports quotes that are out of place.
struct CSVScanner {
  private let source: SourceText
  private var scanner = RecordScanner(RecordScanner.Rules(dropsBlanks: true, returnEndsRecord: true))
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
  mutating func row(into sink: DiagnosticSink) -> [RecordScanner.Cell]? {
    let source = source
    return source.bytes.withUnsafeBufferPointer { bytes in
      while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
      guard scanner.next(bytes, from: &index) else { return nil }
      for cell in scanner.cells where !cell.isPlain { report(cell, bytes, into: sink) }
      return scanner.cells
    }
  }

  private func report(
    _ cell: RecordScanner.Cell, _ bytes: UnsafeBufferPointer<UInt8>, into sink: DiagnosticSink
  ) {
    if cell.isOpen {
      let quote = cell.outer.lowerBound
      sink.report(Diagnostic(TextCodes.openQuote, "quoted cell is never closed", at: source.span(quote..<quote + 1)))
    } else if bytes[cell.tail].contains(where: { $0 != 0x20 && $0 != 0x09 }) {
      sink.report(
        Diagnostic(
          TextCodes.openQuote, "text stands behind the closing quote", at: source.span(cell.tail),
          helps: ["double a quote inside a quoted cell"]))
    }
  }
}
