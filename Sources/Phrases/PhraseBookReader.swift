package import Diagnostics
internal import MarkedText
internal import Market

/// Reads `Phrases/cards.yaml`.
///
/// Findings go to the sink; nil when an error is among them.
package enum PhraseBookReader {
  package static let schema = "peidan.phrases/1"

  /// Something in a phrase that cannot be used.
  package static let unusable = DiagnosticCode(
    "P001", "a phrase that cannot be used",
    page: """
      Each phrase is a mapping with `zh` and `en`, and may have `size: large` and `when: invoice`. Braces hold the name of a
      value and are closed: `要 {quantity} 个`. Both languages of a phrase have the same blanks. A category is in one entry of
      `subjects` only.
      """)

  /// All codes, for `explain`.
  package static let codes = [unusable]

  package static func read(_ source: SourceText, into sink: DiagnosticSink) -> PhraseBook? {
    guard let node = YAMLReader.read(source, into: sink), let root = MappingReader(node, "phrase book", into: sink)
    else {
      return nil
    }
    let reading = Reading(sink: sink)
    if let found = root.required("schema"), let word = found.word("schema", into: sink), word != schema {
      reading.report("unknown schema `\(word)`", at: found.span, help: "this file needs `\(schema)`")
    }
    let book = PhraseBook(
      subjects: reading.subjects(root.required("subjects")), anything: reading.entries(root.required("anything")),
      request: reading.entries(root.required("request")), pickUp: reading.entries(root.required("pick-up")),
      answers: reading.entries(root.required("answers")))
    root.finish()
    return sink.hasErrors ? nil : book
  }
}

private struct Reading {
  let sink: DiagnosticSink

  func report(_ message: String, at span: SourceSpan, help: String? = nil) {
    sink.report(Diagnostic(PhraseBookReader.unusable, message, at: span, helps: [help].compactMap(\.self)))
  }

  func subjects(_ node: MarkedNode?) -> [String: [PhraseBook.Entry]] {
    var subjects: [String: [PhraseBook.Entry]] = [:]
    for item in list(node, "subjects") {
      guard let reader = MappingReader(item, "subject", into: sink) else { continue }
      let categories = list(reader.required("for"), "for")
      let entries = entries(reader.required("say"))
      reader.finish()
      for category in categories {
        guard let word = category.word("category", into: sink) else { continue }
        if subjects.updateValue(entries, forKey: word) != nil {
          report("category `\(word)` stands in two subjects", at: category.span)
        }
      }
    }
    return subjects
  }

  func entries(_ node: MarkedNode?) -> [PhraseBook.Entry] { list(node, "phrases").compactMap(entry) }

  private func list(_ node: MarkedNode?, _ subject: String) -> [MarkedNode] {
    guard let node else { return [] }
    if let nodes = node.sequence { return nodes }
    report("\(subject) must be a list, not \(node.kindName)", at: node.span)
    return []
  }

  private func entry(_ node: MarkedNode) -> PhraseBook.Entry? {
    guard let reader = MappingReader(node, "phrase", into: sink) else { return nil }
    let chinese = reader.required("zh").flatMap { text($0, "zh") }
    let english = reader.required("en").flatMap { text($0, "en") }
    let size = reader.optional("size").map { word($0, "size", "large") }
    let when = reader.optional("when").map { word($0, "when", "invoice") }
    reader.finish()
    guard let chinese, let english else { return nil }
    if Set(PhraseBlanks.names(in: chinese) ?? []) != Set(PhraseBlanks.names(in: english) ?? []) {
      report("both languages of a phrase have the same blanks", at: node.span)
    }
    return PhraseBook.Entry(
      LocalizedText(english: english, chinese: chinese), isLarge: size ?? false, needsInvoice: when ?? false)
  }

  private func text(_ node: MarkedNode, _ key: String) -> String? {
    guard let text = node.word(key, into: sink) else { return nil }
    if PhraseBlanks.names(in: text) == nil {
      report("a brace is not closed or not opened in `\(text)`", at: node.span, help: "blanks are like `{quantity}`")
    }
    return text
  }

  private func word(_ node: MarkedNode, _ key: String, _ known: String) -> Bool {
    guard let word = node.word(key, into: sink) else { return false }
    if word != known { report("`\(key)` may only be `\(known)`, not `\(word)`", at: node.span) }
    return word == known
  }
}
