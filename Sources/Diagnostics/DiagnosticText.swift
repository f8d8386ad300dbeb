internal import Base

/// Renders findings for people: `file:line:column: error: message [B012]`, the source line with the stretch underlined,
/// then notes, helps and fix-its.
package struct DiagnosticText: Sendable {
  /// Whether to colour with ANSI sequences.
  package var colour: Bool
  /// The texts that spans point into, by name of file.
  private let sources: [String: SourceText]
  /// Columns of a source line that are shown around a span at most.
  private let window = 160

  package init(sources: [SourceText], colour: Bool = false) {
    self.colour = colour
    self.sources = Dictionary(sources.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rendered finding, each line ended by a line break.
  package func render(_ diagnostic: Diagnostic) -> String {
    var output = heading(
      diagnostic.severity.rawValue, style: style(of: diagnostic.severity),
      "\(visible(diagnostic.message)) [\(diagnostic.code.id)]", at: diagnostic.span)
    output += excerpt(at: diagnostic.span, style: style(of: diagnostic.severity))
    for note in diagnostic.notes {
      output += heading("note", style: .note, visible(note.message), at: note.span)
      output += excerpt(at: note.span, style: .note)
    }
    for help in diagnostic.helps { output += heading("help", style: .help, visible(help), at: nil) }
    return output
  }

  /// All findings, one after another.
  package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map { render($0) }.joined()
  }

  private enum Style: String {
    case error = "\u{1B}[1;31m"
    case warning = "\u{1B}[1;33m"
    case note = "\u{1B}[1;36m"
    case help = "\u{1B}[1;32m"
    case bold = "\u{1B}[1m"
  }

  private func style(of severity: Severity) -> Style {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    colour && !text.isEmpty ? style.rawValue + text + "\u{1B}[0m" : text
  }

  private func heading(_ label: String, style: Style, _ message: String, at span: SourceSpan?) -> String {
    var output = ""
    if let span {
      let place = span.start.line == 0 ? span.file : "\(span.file):\(span.start.line):\(span.start.column)"
      output = styled(visible(place) + ":", .bold) + " "
    }
    return output + styled(label + ":", style) + " " + styled(message, .bold) + "\n"
  }

  private func excerpt(at span: SourceSpan?, style: Style) -> String {
    guard let span, let source = sources[span.file], source.lineStarts.indices.contains(span.start.line - 1) else {
      return ""
    }
    let line = source.range(ofLine: span.start.line)
    if line.isEmpty { return "" }
    let start = min(max(span.start.offset, line.lowerBound), line.upperBound)
    let end = min(max(span.end.offset, start), line.upperBound)
    let excerpt = LineExcerpt(source: source, line: line, marked: start..<end, window: window)
    let gutter = String(span.start.line)
    let margin = String(repeating: " ", count: gutter.count)
    let carets = String(repeating: "^", count: max(1, excerpt.markedWidth))
    return " \(gutter) | \(excerpt.text)\n \(margin) | "
      + String(repeating: " ", count: excerpt.indent) + styled(carets, style) + "\n"
  }
}
