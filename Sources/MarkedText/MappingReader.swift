package import Diagnostics

/// Takes a mapping apart key by key, so that each key is used or reported.
///
/// Ask for each key that may stand there, then call `finish()`: keys that were not asked for are errors, with the closest
/// one that was.
package final class MappingReader {
  /// What the mapping describes, for messages: `board`, `slot U1`.
  package let subject: String
  package let span: SourceSpan
  private let entries: [MarkedEntry]
  private let sink: DiagnosticSink
  private var asked: Set<String> = []

  /// Nil, with a finding, when `node` is no mapping.
  package init?(_ node: MarkedNode, _ subject: String, into sink: DiagnosticSink) {
    guard let entries = node.mapping else {
      sink.report(
        Diagnostic(TextCodes.wrongKind, "\(subject) must be a mapping, not \(node.kindName)", at: node.span))
      return nil
    }
    self.subject = subject
    self.entries = entries
    self.sink = sink
    span = node.span
  }

  /// The value of a key that may be absent. A key without a value counts as absent.
  package func optional(_ key: String) -> MarkedNode? {
    asked.insert(key)
    guard let entry = entries.first(where: { $0.key == key }), !entry.value.isNull else { return nil }
    return entry.value
  }

  /// The value of a key that must be there; reported where it is not.
  package func required(_ key: String) -> MarkedNode? {
    asked.insert(key)
    guard let entry = entries.first(where: { $0.key == key }) else {
      sink.report(
        Diagnostic(TextCodes.missingKey, "\(subject) has no `\(key)`", at: firstLine))
      return nil
    }
    if entry.value.isNull {
      sink.report(Diagnostic(TextCodes.wrongKind, "`\(key)` has no value", at: entry.keySpan))
      return nil
    }
    return entry.value
  }

  /// The place of a key, for messages about it.
  package func keySpan(_ key: String) -> SourceSpan? { entries.first { $0.key == key }?.keySpan }

  /// Reports the keys that nobody asked for.
  package func finish() {
    for entry in entries where !asked.contains(entry.key) {
      let missing = asked.subtracting(entries.map(\.key))
      var finding = Diagnostic(TextCodes.unknownKey, "unknown key `\(entry.key)` in \(subject)", at: entry.keySpan)
      if let meant = closestMatch(to: entry.key, among: missing.sorted()) {
        finding.helps = ["did you mean `\(meant)`?"]
        finding.fixes = [FixIt(.likely, replace: entry.keySpan, with: meant)]
      } else if asked.isEmpty == false {
        finding.helps = ["known keys: " + asked.sorted().map { "`\($0)`" }.joined(separator: ", ")]
      }
      sink.report(finding)
    }
  }

  /// The first key, as the place for what the whole mapping lacks.
  private var firstLine: SourceSpan { entries.first?.keySpan ?? span }
}
