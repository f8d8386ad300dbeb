internal import Diagnostics
internal import MarkedText

/// Reads `imported`, the record that `peidan import` keeps in a spec of where its lines come from.
///
/// A line of the BOM that is fitted and that no slot stands for is a warning, and is kept with the board, so that a plan never
/// passes for a whole board when parts are missing.
struct ImportedLines {
  private let lines: [MarkedEntry]
  private let file: String?

  init?(_ node: MarkedNode, into sink: DiagnosticSink) {
    guard let mapping = MappingReader(node, "imported", into: sink) else { return nil }
    file = mapping.optional("file")?.word("file", into: sink)
    for key in ["dialect", "variant"] { _ = mapping.optional(key)?.word(key, into: sink) }
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

  /// What the bill asks for, held against the references that the board has; each fitted line that lacks one is a warning.
  func bill(of references: Set<String>, into sink: DiagnosticSink) -> ImportedBill {
    var bill = ImportedBill(file: file, fittedLines: 0, missing: [])
    for entry in lines where entry.value["fitted"]?.scalar?.text != "false" {
      bill.fittedLines += 1
      let lacking = (ReferenceKey(entry.key)?.references ?? [entry.key]).filter { !references.contains($0) }
      if lacking.isEmpty { continue }
      let line = ImportedBill.MissingLine(
        key: entry.key, references: lacking, row: entry.value["from"]?.scalar?.text,
        says: entry.value["says"]?.scalar?.text, grade: entry.value["grade"]?.scalar?.text ?? "none",
        hadSlot: entry.value["wrote"] != nil)
      bill.missing.append(line)
      report(line, at: entry.keySpan, into: sink)
    }
    return bill
  }

  private func report(_ line: ImportedBill.MissingLine, at span: SourceSpan, into sink: DiagnosticSink) {
    let says = line.says.map { " (`\($0)`)" } ?? ""
    let isWhole = (ReferenceKey(line.key)?.references ?? [line.key]) == line.references
    let what = isWhole ? line.key : "\(line.references.joined(separator: ", "))` of `\(line.key)"
    let why = line.hadSlot ? "its slot is no longer there" : "its match is `\(line.grade)`"
    sink.report(
      Diagnostic(
        SpecCodes.missingLine, "`\(what)` of the imported BOM has no slot: \(why)\(says)", severity: .warning, at: span,
        helps: ["add a slot for it with the part that you want, or `fitted: false` here"]))
  }
}
