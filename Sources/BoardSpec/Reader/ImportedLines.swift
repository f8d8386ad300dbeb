internal import Diagnostics
internal import Electronics
internal import MarkedText
internal import Market

/// Reads `imported`, the record that `peidan import` keeps in a spec of where its lines come from.
///
/// A line of the BOM that is fitted and that no slot stands for is a warning, and is kept with the board, so that a plan never
/// passes for a whole board when parts are missing.
struct ImportedLines {
  /// A line as the record has it: a key, and what stands under it.
  private struct Entry {
    var key: String
    var span: SourceSpan
    var references: [String]
    var row: String?
    var says: String?
    var grade: String
    var isFitted: Bool
    var wasWritten: Bool
    var why: LocalizedText?
    var asked: AskedPart?
    var candidates: [ImportedBill.Candidate]
  }

  private var entries: [Entry] = []
  private let file: String?

  init?(_ node: MarkedNode, into sink: DiagnosticSink) {
    guard let mapping = MappingReader(node, "imported", into: sink) else { return nil }
    file = mapping.optional("file")?.word("file", into: sink)
    for key in ["dialect", "variant", "passives"] { _ = mapping.optional(key)?.word(key, into: sink) }
    guard let lines = mapping.required("lines") else { return nil }
    mapping.finish()
    guard let written = lines.mapping else {
      sink.report(Diagnostic(TextCodes.wrongKind, "`lines` must be a mapping, not \(lines.kindName)", at: lines.span))
      return nil
    }
    entries = written.map { Self.entry($0, into: sink) }
  }

  private static func entry(_ entry: MarkedEntry, into sink: DiagnosticSink) -> Entry {
    var line = Entry(
      key: entry.key, span: entry.keySpan, references: ReferenceKey(entry.key)?.references ?? [entry.key],
      grade: "none",
      isFitted: true, wasWritten: false, candidates: [])
    guard let mapping = MappingReader(entry.value, "line `\(entry.key)`", into: sink) else { return line }
    func word(_ key: String) -> String? { mapping.optional(key)?.word(key, into: sink) }
    line.row = word("from")
    line.says = word("says")
    line.grade = word("grade") ?? line.grade
    line.wasWritten = word("wrote") != nil
    line.why = word("why").map { LocalizedText(english: $0, chinese: word("why-zh") ?? $0) }
    _ = mapping.optional("why-zh")
    line.isFitted = mapping.optional("fitted")?.flag("fitted", into: sink) ?? true
    _ = mapping.optional("decided")?.flag("decided", into: sink)
    line.asked = mapping.optional("ask").flatMap { AskedPartReader.part($0, of: "line `\(entry.key)`", into: sink) }
    for node in mapping.optional("candidates")?.list("candidates", into: sink) ?? [] {
      guard let part = MappingReader(node, "a candidate of `\(entry.key)`", into: sink) else { continue }
      let mpn = part.required("mpn")?.word("mpn", into: sink)
      let maker = part.required("maker")?.word("maker", into: sink)
      let package = part.optional("package")?.word("package", into: sink)
      part.finish()
      guard let mpn, let maker else { continue }
      line.candidates.append(.init(part: PartID(maker: maker, mpn: mpn), package: package))
    }
    mapping.finish()
    return line
  }

  /// What the bill asks for, held against the references that the board has; each fitted line that lacks one is a warning.
  ///
  /// A line with so many references that the record has it under several keys is one line.
  func bill(of references: Set<String>, into sink: DiagnosticSink) -> ImportedBill {
    var bill = ImportedBill(file: file, lines: [], missing: [])
    for entry in entries {
      if let last = bill.lines.last, let row = entry.row, last.row == row, last.isFitted == entry.isFitted {
        bill.lines[bill.lines.count - 1].references += entry.references
      } else {
        bill.lines.append(
          .init(references: entry.references, row: entry.row, says: entry.says, isFitted: entry.isFitted))
      }
      let lacking = entry.references.filter { !references.contains($0) }
      if lacking.isEmpty || !entry.isFitted { continue }
      let line = ImportedBill.MissingLine(
        key: entry.key, references: lacking, row: entry.row, says: entry.says, grade: entry.grade,
        hadSlot: entry.wasWritten, why: entry.why, asked: entry.asked,
        candidates: entry.candidates)
      bill.missing.append(line)
      report(line, isWhole: lacking == entry.references, at: entry.span, into: sink)
    }
    return bill
  }

  private func report(
    _ line: ImportedBill.MissingLine, isWhole: Bool, at span: SourceSpan, into sink: DiagnosticSink
  ) {
    let says = line.says.map { " (`\($0)`)" } ?? ""
    let what = isWhole ? line.key : "\(line.references.joined(separator: ", "))` of `\(line.key)"
    let why = line.hadSlot ? "its slot is no longer there" : "its match is `\(line.grade)`"
    sink.report(
      Diagnostic(
        SpecCodes.missingLine, "`\(what)` of the imported BOM has no slot: \(why)\(says)", severity: .warning, at: span,
        helps: [
          "decide with `peidan decide`, or add a slot for it with the part that you want, or `fitted: false` here"
        ]))
  }
}
