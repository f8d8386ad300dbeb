internal import Diagnostics
internal import MarkedText

/// Reads `imported`, the record that `peidan import` keeps in a spec of where its lines come from.
///
/// A line of the BOM that is fitted and that no slot stands for is a warning, so that a plan never passes for a whole board
/// when parts are missing.
struct ImportedLines {
  private let lines: [MarkedEntry]

  init?(_ node: MarkedNode, into sink: DiagnosticSink) {
    guard let mapping = MappingReader(node, "imported", into: sink) else { return nil }
    for key in ["file", "dialect", "variant"] { _ = mapping.optional(key)?.word(key, into: sink) }
    guard let lines = mapping.required("lines") else { return nil }
    mapping.finish()
    guard let entries = lines.mapping else {
      sink.report(Diagnostic(TextCodes.wrongKind, "`lines` must be a mapping, not \(lines.kindName)", at: lines.span))
      return nil
    }
    self.lines = entries
    for entry in entries {
      guard let mapping = MappingReader(entry.value, "line `\(entry.key)`", into: sink) else { continue }
      for key in ["from", "grade", "says", "wrote"] { _ = mapping.optional(key)?.word(key, into: sink) }
      _ = mapping.optional("fitted")?.flag("fitted", into: sink)
      mapping.finish()
    }
  }

  /// Reports fitted lines whose references are in no slot.
  func report(missingFrom references: Set<String>, into sink: DiagnosticSink) {
    for entry in lines where entry.value["fitted"]?.scalar?.text != "false" && entry.value["wrote"] == nil {
      let own = ReferenceKey(entry.key)?.references ?? [entry.key]
      if own.contains(where: references.contains) { continue }
      let says = entry.value["says"]?.scalar.map { " (`\($0.text)`)" } ?? ""
      let grade = entry.value["grade"]?.scalar?.text ?? "none"
      sink.report(
        Diagnostic(
          SpecCodes.missingLine, "`\(entry.key)` of the imported BOM has no slot: its match is `\(grade)`\(says)",
          severity: .warning,
          at: entry.keySpan, helps: ["add a slot for it with the part that you want, or `fitted: false` here"]))
    }
  }
}
