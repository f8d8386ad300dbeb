package import Diagnostics

/// Why a file is not imported at all.
package struct BOMRefusal: Error, Sendable {
  package var diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  /// A refusal that stands for the whole file.
  init(_ code: DiagnosticCode, _ message: String, file: String, help: String? = nil) {
    self.init(code, message, at: .start(of: file), help: help)
  }

  init(_ code: DiagnosticCode, _ message: String, at span: SourceSpan, help: String? = nil) {
    diagnostic = Diagnostic(code, message, at: span, helps: help.map { [$0] } ?? [])
  }
}

extension SourceSpan {
  /// The first character of a file, for findings about the whole of it.
  static func start(of file: String) -> SourceSpan { .cell(row: 1, column: 1, of: file) }

  /// A cell of a spreadsheet, row and column in the place of line and column.
  static func cell(row: Int, column: Int, of file: String) -> SourceSpan {
    let place = SourcePosition(offset: 0, line: row, column: column)
    return SourceSpan(file: file, start: place, end: place)
  }
}
