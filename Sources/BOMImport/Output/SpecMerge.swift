package import Diagnostics
internal import MarkedText

/// Imports into a spec that an earlier import wrote and a person may have changed: a three-way merge, reference by reference.
///
/// Base is what the last import wrote (`imported.lines.….wrote`), ours is the spec's slots, theirs the new import. Where ours
/// is the base, theirs counts; where theirs is the base, ours; where both changed, ours counts and a warning names both.
/// Text outside `slots` and `imported` stays as it is, byte for byte, and so do slots that do not change.
package struct SpecMerge {
  private let source: SourceText
  private let sink: DiagnosticSink
  private let root: MarkedNode
  private let spec: ImportedSpec
  /// For each reference, the slot's text that the last import wrote; the inner nil is a line without a slot.
  private var base: [String: String?] = [:]

  /// The spec with the new import merged in; nil, with findings, where the file is no spec that an import wrote.
  package static func merge(_ spec: ImportedSpec, into source: SourceText, sink: DiagnosticSink) -> String? {
    guard let root = YAMLReader.read(source, into: sink) else { return nil }
    guard root["imported"]?["lines"] != nil else {
      sink.report(
        Diagnostic(
          BOMCodes.keptEdit, "the spec was not written by an import, so there is nothing to merge with", at: root.span,
          helps: ["name another file with `--output`, or move this one away"]))
      return nil
    }
    return SpecMerge(source: source, sink: sink, root: root, spec: spec).merged()
  }

  private init(source: SourceText, sink: DiagnosticSink, root: MarkedNode, spec: ImportedSpec) {
    self.source = source
    self.sink = sink
    self.root = root
    self.spec = spec.keeping(Decisions(root))
    for entry in root["imported"]?["lines"]?.mapping ?? [] {
      for reference in Self.references(of: entry.key) { base[reference] = .some(entry.value["wrote"]?.scalar?.text) }
    }
  }

  /// A slot of the present file.
  private struct Own {
    var key: String
    var references: [String]
    var value: String
    var entry: MarkedEntry
  }

  /// References of a key; a key that is no list of references is one name.
  fileprivate static func references(of key: String) -> [String] {
    let pieces = key.split(separator: ",").map { $0.trimmedBlanks }
    let all = pieces.flatMap { piece in
      (try? ReferenceList(parsing: piece.replacing("..", with: "->")))?.references ?? [piece]
    }
    return all.isEmpty ? [key] : all
  }

  /// Blanks do not count as a change.
  private static func plain(_ value: String) -> String {
    value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func merged() -> String {
    let own = (root["slots"]?.mapping ?? []).map { entry in
      Own(
        key: entry.key, references: Self.references(of: entry.key),
        value: source.text(in: entry.value.span.offsets).trimmedBlanks,
        entry: entry)
    }
    let ours = Dictionary(
      own.flatMap { slot in slot.references.map { ($0, slot.value) } }, uniquingKeysWith: { first, _ in first })
    var theirs: [String: ImportedSpec.Line] = [:]
    for line in spec.lines where line.slot != nil {
      for reference in line.references { theirs[reference] = line }
    }
    let kept = Set(Set(ours.keys).union(base.keys).filter { keepsOurs($0, ours: ours[$0], theirs: theirs[$0]) })
    var written: Set<String> = []
    var entries: [String] = []
    func add(_ line: ImportedSpec.Line) {
      guard let slot = line.slot else { return }
      let open = line.references.filter { !written.contains($0) && !kept.contains($0) }
      for (key, references) in SlotKeys.keys(for: open) {
        entries.append(SpecWriter.entry(key: key, value: slot, comment: line.comment))
        written.formUnion(references)
      }
    }
    for slot in own {
      let staying = slot.references.filter(kept.contains)
      let unchanged = spec.lines.contains { $0.key == slot.key && $0.slot.map(Self.plain) == Self.plain(slot.value) }
      if staying.count == slot.references.count || (staying.isEmpty && unchanged) {
        entries.append(wholeText(of: slot))
        written.formUnion(slot.references)
      } else if !staying.isEmpty {
        for (key, references) in SlotKeys.keys(for: staying) {
          entries.append(SpecWriter.entry(key: key, value: slot.value, comment: ""))
          written.formUnion(references)
        }
      }
      // The BOM's lines stand where those that they replace stood.
      for line in spec.lines where line.references.contains(where: slot.references.contains) { add(line) }
    }
    spec.lines.forEach(add)
    return replaced(slots: entries.isEmpty ? "slots: {}" : "slots:\n" + entries.joined(separator: "\n"))
  }

  /// Whether the spec's own slot counts for a reference: it was changed since the last import, or taken out.
  private func keepsOurs(_ reference: String, ours: String?, theirs: ImportedSpec.Line?) -> Bool {
    let before = (base[reference] ?? nil).map(Self.plain)
    let now = ours.map(Self.plain)
    let new = theirs?.slot.map(Self.plain)
    if now == before { return false }
    if new != before, new != now { reportConflict(reference, ours: ours, theirs: theirs) }
    return true
  }

  private func reportConflict(_ reference: String, ours: String?, theirs: ImportedSpec.Line?) {
    let span = root["slots"]?.mapping?.first { Self.references(of: $0.key).contains(reference) }?.keySpan
    let own = ours.map { "is `\($0)` here" } ?? "was taken out here"
    let new = theirs?.slot.map { "`\($0)` in the BOM now" } ?? "no longer in the BOM"
    sink.report(
      Diagnostic(
        BOMCodes.keptEdit, "`\(reference)` \(own) and is \(new); the edit is kept", severity: .warning,
        at: span ?? root["slots"]?.span ?? root.span))
  }

  /// The slot's lines with their comments, where it has lines of its own; else key and value.
  private func wholeText(of slot: Own) -> String {
    let lines = lines(of: slot.entry)
    let text = source.text(in: lines)
    let before = source.text(in: lines.lowerBound..<slot.entry.keySpan.start.offset)
    if before.allSatisfy({ $0 == " " || $0 == "\"" }), !text.isEmpty, isBlock {
      return text.last?.isNewline == true ? String(text.dropLast()) : text
    }
    return SpecWriter.entry(key: slot.key, value: slot.value, comment: "")
  }

  /// Whether `slots` has an entry a line, rather than `{…}`.
  private var isBlock: Bool {
    root["slots"].map {
      source.bytes.indices.contains($0.span.start.offset) && source.bytes[$0.span.start.offset] != 0x7B
    } ?? false
  }

  /// Offsets of the whole lines of an entry, the last line break included.
  private func lines(of entry: MarkedEntry) -> Range<Int> {
    let start = source.lineStarts[entry.keySpan.start.line - 1]
    let last = max(entry.value.span.end.line, entry.keySpan.end.line)
    let end = last < source.lineStarts.count ? source.lineStarts[last] : source.bytes.count
    return start..<max(start, end)
  }

  /// The text with `slots` and `imported` replaced.
  private func replaced(slots: String) -> String {
    var pieces: [(range: Range<Int>, text: String)] = []
    for entry in root.mapping ?? [] {
      if entry.key == "slots" { pieces.append((lines(of: entry), slots + "\n")) }
      if entry.key == "imported" { pieces.append((lines(of: entry), SpecWriter.record(spec) + "\n")) }
    }
    var output = ""
    var place = 0
    for piece in pieces.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      output += source.text(in: place..<piece.range.lowerBound) + piece.text
      place = piece.range.upperBound
    }
    output += source.text(in: place..<source.bytes.count)
    if !pieces.contains(where: { $0.text.hasPrefix("slots") }) { output += slots + "\n" }
    return output
  }
}

/// What `peidan decide` wrote into a spec's record.
private struct Decisions {
  /// References that are left off the board.
  var leftOut: Set<String> = []
  var passives: PassiveChoice?

  init(_ root: MarkedNode) {
    passives = root["imported"]?["passives"]?.scalar.flatMap { PassiveChoice(rawValue: $0.text) }
    for entry in root["imported"]?["lines"]?.mapping ?? []
    where entry.value["decided"]?.scalar?.text == "true" && entry.value["fitted"]?.scalar?.text == "false" {
      leftOut.formUnion(SpecMerge.references(of: entry.key))
    }
  }
}

extension ImportedSpec {
  /// The import with what was decided before: lines that are left out get no slot.
  fileprivate func keeping(_ decisions: Decisions) -> ImportedSpec {
    var kept = self
    kept.passives = passives ?? decisions.passives
    for index in kept.lines.indices
    where kept.lines[index].references.allSatisfy(decisions.leftOut.contains)
      && !kept.lines[index].record.contains(where: { $0.key == "fitted" })
    {
      kept.lines[index].slot = nil
      kept.lines[index].record += [("fitted", "false"), ("decided", "true")]
    }
    return kept
  }
}
