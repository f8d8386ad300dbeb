package import Diagnostics

/// Reads a YAML text into marked values.
///
/// One document; keys are words; anchors and aliases within a bound; no tags. What is broken is reported to the sink. The
/// syntax breaks off at its first error, as libyaml's parser does. O(bytes).
package struct YAMLReader {
  /// The tree of `source`, or nil when it has none. A tree may be returned beside reported errors (duplicate keys).
  package static func read(_ source: SourceText, into sink: DiagnosticSink) -> MarkedNode? {
    var reader = YAMLReader(source: source, sink: sink)
    do {
      return try reader.document()
    } catch {
      if case .syntax(let failure) = error { sink.report(failure.diagnostic(in: source)) }
      return nil
    }
  }

  static let depthLimit = 64
  static let sizeLimit = 100_000

  /// `stopped` where the reason has been reported.
  private enum Stop: Error {
    case syntax(YAMLEvents.Failure)
    case stopped
  }

  private let source: SourceText
  private let sink: DiagnosticSink
  private let events: YAMLEvents
  private var anchors: [String: MarkedNode] = [:]
  private var repeated = 0

  private init(source: SourceText, sink: DiagnosticSink) {
    self.source = source
    self.sink = sink
    events = YAMLEvents(source)
  }

  private mutating func document() throws(Stop) -> MarkedNode? {
    _ = try next()
    if case .streamEnd = try next().kind {
      sink.report(Diagnostic(TextCodes.empty, "file holds nothing but comments", at: source.span(0..<0)))
      return nil
    }
    let root = try node(from: try next(), depth: 0)
    _ = try next()
    let after = try next()
    if case .streamEnd = after.kind { return root }
    sink.report(
      Diagnostic(
        TextCodes.syntax, "file holds a second YAML document", at: source.span(after.offsets),
        helps: ["keep one document in a file"]))
    return nil
  }

  private func next() throws(Stop) -> YAMLEvents.Event {
    do { return try events.next() } catch { throw .syntax(error) }
  }

  private mutating func node(from event: YAMLEvents.Event, depth: Int) throws(Stop) -> MarkedNode {
    let span = source.span(event.offsets)
    if depth > Self.depthLimit {
      sink.report(Diagnostic(TextCodes.tooDeep, "values are nested more than \(Self.depthLimit) deep", at: span))
      throw .stopped
    }
    if let tag = event.tag, tag != "!" {
      let tag = tag.hasPrefix("tag:yaml.org,2002:") ? "!!" + tag.dropFirst(18) : tag[...]
      sink.report(
        Diagnostic(TextCodes.tag, "tag `\(tag)` means nothing here", at: span, helps: ["remove the tag"]))
      throw .stopped
    }
    let result: MarkedNode
    switch event.kind {
    case .alias(let name): return try alias(name, span: span)
    case .sequenceStart: result = try sequence(from: event, depth: depth)
    case .mappingStart: result = try mapping(from: event, depth: depth)
    case .scalar(let text, let isQuoted):
      result = MarkedNode(
        .scalar(MarkedScalar(text: text, isQuoted: isQuoted)), span: source.span(trimmed(event.offsets)), size: 1)
    default: preconditionFailure("libyaml gave \(event.kind) for a value")
    }
    if let anchor = event.anchor { anchors[anchor] = result }
    return result
  }

  private mutating func alias(_ name: String, span: SourceSpan) throws(Stop) -> MarkedNode {
    guard let target = anchors[name] else {
      let meant = closestMatch(to: name, among: anchors.keys)
      sink.report(
        Diagnostic(
          TextCodes.syntax, "no anchor `&\(name)` stands before this alias", at: span,
          helps: meant.map { ["did you mean `*\($0)`?"] } ?? []))
      throw .stopped
    }
    repeated += target.size
    if repeated > Self.sizeLimit {
      sink.report(Diagnostic(TextCodes.tooDeep, "aliases repeat more than \(Self.sizeLimit) values", at: span))
      throw .stopped
    }
    var copy = target
    copy.span = span
    return copy
  }

  private mutating func sequence(from start: YAMLEvents.Event, depth: Int) throws(Stop) -> MarkedNode {
    var nodes: [MarkedNode] = []
    var end = start.offsets.upperBound
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind {
        end = max(end, event.offsets.upperBound)
        break
      }
      nodes.append(try node(from: event, depth: depth + 1))
    }
    return MarkedNode(
      .sequence(nodes), span: source.span(trimmed(start.offsets.lowerBound..<end)),
      size: nodes.reduce(1) { $0 + $1.size }
    )
  }

  private mutating func mapping(from start: YAMLEvents.Event, depth: Int) throws(Stop) -> MarkedNode {
    var entries: [MarkedEntry] = []
    var places: [String: SourceSpan] = [:]
    var end = start.offsets.upperBound
    while true {
      let event = try next()
      if case .mappingEnd = event.kind {
        end = max(end, event.offsets.upperBound)
        break
      }
      let key = try node(from: event, depth: depth + 1)
      let value = try node(from: try next(), depth: depth + 1)
      guard let word = key.scalar else {
        sink.report(
          Diagnostic(
            TextCodes.notAKey, "a key must be a word, not \(key.kindName)", at: key.span,
            helps: ["put quotes around a text that starts with `{` or `[`"]))
        continue
      }
      if let first = places[word.text] {
        sink.report(
          Diagnostic(
            TextCodes.duplicateKey, "key `\(word.text)` is given twice", at: key.span,
            notes: [.init("the first one is here", at: first)]))
        continue
      }
      places[word.text] = key.span
      entries.append(MarkedEntry(key: word.text, keySpan: key.span, value: value))
    }
    return MarkedNode(
      .mapping(entries), span: source.span(trimmed(start.offsets.lowerBound..<end)),
      size: entries.reduce(1) { $0 + $1.value.size + 1 })
  }

  /// Without blanks at the end: libyaml ends block values at the next token.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }
}
