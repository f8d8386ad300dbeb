package import Diagnostics
internal import MarkedText

/// Changes of single lines of an imported spec, for `peidan decide`: everything else stays as it is, byte for byte.
package struct SpecEdit {
  private let source: SourceText
  private let root: MarkedNode
  private var pieces: [(range: Range<Int>, text: String)] = []
  /// Slots that are added, in the order in which they are decided.
  private var added: [String] = []

  /// Nil, with findings, where the text is no YAML, or no spec that an import wrote.
  package init?(_ source: SourceText, into sink: DiagnosticSink) {
    guard let root = YAMLReader.read(source, into: sink) else { return nil }
    guard root["imported"]?["lines"] != nil else {
      sink.report(
        Diagnostic(
          BOMCodes.keptEdit, "the spec was not written by an import, so there is nothing to decide", at: root.span,
          helps: ["`peidan import BOM --output SPEC` writes one"]))
      return nil
    }
    self.source = source
    self.root = root
  }

  /// What was said about passives that a number names; nil where nothing was.
  package var passives: PassiveChoice? {
    root["imported"]?["passives"]?.scalar.flatMap { PassiveChoice(rawValue: $0.text) }
  }

  /// Slots as the import wrote them and nobody changed: key and value.
  package var untouched: [(key: String, value: String)] {
    let written = Dictionary(
      (root["imported"]?["lines"]?.mapping ?? []).compactMap { entry in
        entry.value["wrote"]?.scalar.map { (entry.key, $0.text) }
      }, uniquingKeysWith: { first, _ in first })
    return (root["slots"]?.mapping ?? []).compactMap { entry in
      let value = source.text(in: entry.value.span.offsets).trimmedBlanks
      return written[entry.key] == value ? (entry.key, value) : nil
    }
  }

  /// Gives references a slot of their own, with what the bill says behind it.
  package mutating func add(_ references: [String], slot: String, comment: String) {
    for (key, _) in SlotKeys.keys(for: references) {
      added.append(SpecWriter.entry(key: key, value: slot, comment: comment))
    }
  }

  /// Puts another value in the place of a slot's.
  package mutating func replace(_ key: String, with slot: String) {
    guard let entry = root["slots"]?.mapping?.first(where: { $0.key == key }) else { return }
    pieces.append((entry.value.span.offsets, slot))
  }

  /// Records that a line stays off the board, for this import and the next.
  package mutating func leaveOut(_ key: String) {
    guard let entry = root["imported"]?["lines"]?.mapping?.first(where: { $0.key == key }),
      let first = entry.value.mapping?.first
    else { return }
    for old in entry.value.mapping ?? [] where ["fitted", "decided"].contains(old.key) {
      pieces.append((old.value.span.offsets, old.key == "fitted" ? "false" : "true"))
    }
    let lacks = ["fitted", "decided"].filter { key in !(entry.value.mapping ?? []).contains { $0.key == key } }
    let isFlow = source.bytes[entry.value.span.start.offset] == UInt8(ascii: "{")
    let separator = isFlow ? ", " : "\n" + String(repeating: " ", count: first.keySpan.start.column - 1)
    let start = first.keySpan.start.offset
    let text = lacks.map { "\($0): \($0 == "fitted" ? "false" : "true")\(separator)" }.joined()
    if !text.isEmpty { pieces.append((start..<start, text)) }
  }

  /// Records what was said about passives.
  package mutating func record(_ passives: PassiveChoice) {
    guard let record = root["imported"] else { return }
    if let old = record["passives"] {
      pieces.append((old.span.offsets, passives.rawValue))
    } else if let lines = record.mapping?.first(where: { $0.key == "lines" }) {
      let start = lines.keySpan.start
      let isFlow = source.bytes[record.span.start.offset] == UInt8(ascii: "{")
      let separator = isFlow ? ", " : "\n" + String(repeating: " ", count: start.column - 1)
      pieces.append((start.offset..<start.offset, "passives: \(passives.rawValue)\(separator)"))
    }
  }

  /// The whole text with all changes.
  package var text: String {
    var pieces = self.pieces
    if !added.isEmpty { pieces.append(addition) }
    var output = ""
    var place = 0
    for piece in pieces.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }) {
      output += source.text(in: place..<piece.range.lowerBound) + piece.text
      place = piece.range.upperBound
    }
    return output + source.text(in: place..<source.bytes.count)
  }

  /// The new slots behind the last one.
  private var addition: (range: Range<Int>, text: String) {
    let lines = added.joined(separator: "\n")
    guard let slots = root["slots"], let entries = slots.mapping else {
      let end = source.bytes.count
      let isBroken = source.bytes.last != UInt8(ascii: "\n")
      return (end..<end, (isBroken ? "\n" : "") + "slots:\n" + lines + "\n")
    }
    guard source.bytes[slots.span.start.offset] != UInt8(ascii: "{") else {
      if entries.isEmpty { return (slots.span.offsets, "\n" + lines) }
      // Comments would end a mapping in one line.
      let end = slots.span.end.offset - 1
      let plain = added.map { line in
        String(line.dropFirst(2).prefix(upTo: line.dropFirst(2).firstRange(of: "  # ")?.lowerBound ?? line.endIndex))
      }
      return (end..<end, ", " + plain.joined(separator: ", "))
    }
    let last = entries.map { max($0.value.span.end.line, $0.keySpan.end.line) }.max() ?? slots.span.end.line
    let end = last < source.lineStarts.count ? source.lineStarts[last] : source.bytes.count
    let isBroken = end == source.bytes.count && source.bytes.last != UInt8(ascii: "\n")
    return (end..<end, (isBroken ? "\n" : "") + lines + (isBroken ? "" : "\n"))
  }
}
