internal import Base

/// Renders findings one line each: `file:line:column: error: message [B012]`, for editors, scripts and `grep`.
package struct ConciseText: Sendable {
  package init() {}

  /// The line of a finding, ended by a line break; line and column are 1 where a finding has no place.
  package func render(_ diagnostic: Diagnostic, file: String) -> String {
    let name = diagnostic.span?.file ?? file
    let line = max(1, diagnostic.span?.start.line ?? 1)
    let column = max(1, diagnostic.span?.start.column ?? 1)
    return "\(visible(name)):\(line):\(column): \(diagnostic.severity.rawValue): \(visible(diagnostic.message))"
      + " [\(diagnostic.code.id)]\n"
  }

  package func render(_ diagnostics: some Sequence<Diagnostic>, file: String) -> String {
    diagnostics.map { render($0, file: file) }.joined()
  }
}
