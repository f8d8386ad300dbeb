internal import Diagnostics

/// The words for libyaml's syntax errors.
extension YAMLEvents.Failure {
  func diagnostic(in source: SourceText) -> Diagnostic {
    let here = source.span(offset..<characterEnd(after: offset, in: source))
    let opening = contextOffset.map { source.span($0..<characterEnd(after: $0, in: source)) }
    func finding(_ message: String, at span: SourceSpan, note: String? = nil, help: String? = nil) -> Diagnostic {
      let notes = note.flatMap { text in opening.map { [Diagnostic.Note(text, at: $0)] } } ?? []
      return Diagnostic(TextCodes.syntax, message, at: span, notes: notes, helps: help.map { [$0] } ?? [])
    }
    switch problem {
    case "could not find expected ':'":
      return finding(
        "line is neither `key: value` nor a list item", at: restOfLine(from: contextOffset ?? offset, in: source),
        help: "write a colon and a space behind the key")
    case "mapping values are not allowed in this context":
      return finding(
        "a `:` is not allowed here", at: here,
        help: "check the indentation, or put quotes around a value that contains `: `")
    case "did not find expected key":
      return finding(
        "line does not fit the indentation of its mapping", at: restOfLine(from: offset, in: source),
        note: "the mapping starts here", help: "indent all keys of a mapping alike")
    case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
      let close = problem.contains("}") ? "}" : "]"
      return finding("expected `,` or `\(close)`", at: here, note: "opened here")
    case "did not find expected '-' indicator":
      return finding("expected a list item", at: here, note: "the list starts here", help: "start the line with `- `")
    case "found unexpected end of stream":
      return finding("quoted text is never closed", at: opening ?? here)
    case "found character that cannot start any token":
      return token(at: here, in: source)
    case _ where problem.contains("tab character"):
      return finding("a tab cannot indent YAML", at: here, help: "indent with spaces")
    case "found unknown escape character":
      return finding(
        "unknown escape in double-quoted text", at: here, help: "use single quotes, or double the backslash")
    case "did not find expected <document start>":
      return finding("file goes on behind its value", at: here, help: "check the indentation of the lines above")
    case _ where problem.hasPrefix("Maximum nesting level"):
      return Diagnostic(
        TextCodes.tooDeep, "values are nested more than \(YAMLReader.depthLimit) deep", at: here)
    case "did not find expected node content":
      return finding("expected a value", at: here)
    default:
      return finding(problem, at: here, note: context)
    }
  }

  private func token(at span: SourceSpan, in source: SourceText) -> Diagnostic {
    let character = source.text(in: span.offsets)
    if character == "\t" {
      return Diagnostic(TextCodes.syntax, "a tab cannot indent YAML", at: span, helps: ["indent with spaces"])
    }
    return Diagnostic(
      TextCodes.syntax, "a value cannot start with `\(character)`", at: span, helps: ["put quotes around the value"])
  }

  private func characterEnd(after offset: Int, in source: SourceText) -> Int {
    var end = min(offset + 1, source.bytes.count)
    while end < source.bytes.count, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private func restOfLine(from offset: Int, in source: SourceText) -> SourceSpan {
    let line = source.range(ofLine: source.position(at: offset).line)
    var end = max(offset, line.upperBound)
    while end > offset, source.bytes[end - 1] == 0x20 { end -= 1 }
    return source.span(offset..<end)
  }
}
