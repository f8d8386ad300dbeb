internal import Diagnostics
internal import MarkedText

/// Reads a part in a bill's own words.
enum AskedPartReader {
  /// Longest text of a part that is asked for: it must fit a card and a message.
  private static let longest = 200

  /// `ask: {mpn: ADS1115, maker: TI, package: VSSOP-10, value: …, description: …}`: a part in the bill's own words. Nil, with a
  /// finding, where it has neither number nor value nor description.
  ///
  /// - Parameter owner: whose words they are, as in `slot ``U1`` `.
  static func part(_ node: MarkedNode, of owner: String, into sink: DiagnosticSink) -> AskedPart? {
    guard let mapping = MappingReader(node, "`ask` of \(owner)", into: sink) else { return nil }
    let words = ["mpn", "maker", "package", "value", "description"].map { name in
      mapping.optional(name).flatMap { self.text($0, name, into: sink) }
    }
    mapping.finish()
    let part = AskedPart(mpn: words[0], maker: words[1], package: words[2], value: words[3], description: words[4])
    if part.mpn == nil, part.value == nil, part.description == nil {
      sink.report(
        Diagnostic(
          SpecCodes.noRequirement, "`ask` of \(owner) says nothing that a seller could be asked for",
          at: node.span,
          helps: ["give it an `mpn`, a `value` with its `package`, or a `description`"]))
      return nil
    }
    return part
  }

  private static func text(_ node: MarkedNode, _ name: String, into sink: DiagnosticSink) -> String? {
    guard let text = node.word(name, into: sink)?.trimmed, !text.isEmpty else { return nil }
    if text.count <= Self.longest { return text }
    sink.report(
      Diagnostic(
        SpecCodes.value, "`\(name)` has \(text.count) characters, at most \(Self.longest) fit a card", at: node.span))
    return nil
  }

  /// What a slot asks for by these words: the catalog's part of the number where there is one, nothing that is known else.
  static func requirements(of part: AskedPart) -> [PartRequirement] {
    part.mpn.map { [PartRequirement(mpn: $0, maker: part.maker, conditions: [])] } ?? []
  }
}
