/// Findings as data, in the shape that `validate --format json` promises: `diagnostics[]` and `skipped[]`.
package struct DiagnosticFacts: Encodable, Sendable {
  /// One finding. `endColumn` is behind its last character on the first line that it marks.
  package struct Fact: Encodable, Sendable {
    package var code: String
    package var severity: String
    package var message: String
    package var file: String
    package var line: Int
    package var column: Int
    package var endColumn: Int
    /// Notes first, then helps.
    package var notes: [String]
    package var fixes: [Fix]
  }

  /// A change of the text, in byte offsets of the file without its byte order mark.
  package struct Fix: Encodable, Sendable {
    package var grade: String
    package var file: String
    package var line: Int
    package var column: Int
    package var offset: Int
    package var length: Int
    package var replacement: String
  }

  /// A check that was not made.
  package struct Skipped: Encodable, Sendable {
    package var code: String
    package var reason: String
    package var file: String
    package var line: Int
  }

  package var diagnostics: [Fact]
  package var skipped: [Skipped]

  /// Findings without a place stand at line and column 0 of `file`.
  package init(_ findings: [Diagnostic], skipped checks: [SkippedCheck], file: String, sources: [SourceText]) {
    let byName = Dictionary(sources.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    diagnostics = findings.map { finding in
      Fact(
        code: finding.code.id, severity: finding.severity.rawValue, message: finding.message,
        file: finding.span?.file ?? file, line: finding.span?.start.line ?? 0,
        column: finding.span?.start.column ?? 0,
        endColumn: finding.span.map { endColumn(of: $0, in: byName[$0.file]) } ?? 0,
        notes: finding.notes.map(\.message) + finding.helps, fixes: finding.fixes.map(Fix.init))
    }
    skipped = checks.map {
      Skipped(code: $0.code.id, reason: $0.reason, file: $0.span?.file ?? file, line: $0.span?.start.line ?? 0)
    }
  }
}

extension DiagnosticFacts.Fix {
  fileprivate init(_ fix: FixIt) {
    self.init(
      grade: fix.grade.rawValue, file: fix.span.file, line: fix.span.start.line, column: fix.span.start.column,
      offset: fix.span.start.offset, length: fix.span.offsets.count, replacement: fix.replacement)
  }
}

private func endColumn(of span: SourceSpan, in source: SourceText?) -> Int {
  if span.end.line == span.start.line { return span.end.column }
  guard let source, source.lineStarts.indices.contains(span.start.line - 1) else { return span.start.column }
  return source.position(at: source.range(ofLine: span.start.line).upperBound).column
}
