internal import Base

/// Reads what sellers answer, as they send it: lines of a chat with one part or several, answers over several lines, and tables.
///
/// Two readers read every price. The first splits a line into tokens and gives each its meaning; the second (`AnswerAudit`), which shares
/// no code with it, starts from the numbers and asks of each what stands around it. What they do not agree on is a question to the user, as
/// is everything that either of them cannot place. O(characters · asked lines).
package struct AnswerReader: Sendable {
  let context: QuoteContext
  let parts: PartNames

  package init(_ context: QuoteContext) {
    self.context = context
    parts = PartNames(context)
  }

  /// All answers of a text, in the order of its lines.
  package func read(_ text: String) -> AnswerSheet {
    var session = AnswerSession(reader: self, text: text)
    return session.run()
  }

  /// The tokens of a line.
  func entries(of line: SourceLine) -> [Entry] {
    var last = 0
    return Lexer.tokens(of: line.plain, parts: parts).map { token in
      let isGlued = token.range.lowerBound == last && last > 0
      last = token.range.upperBound
      return Entry(kind: token.kind, said: line.plain.said(token.range), line: line.number, isGlued: isGlued)
    }
  }

  /// What a list asks for a part: the asked line's own, else that of a part that is known.
  func listPrice(_ reference: Reference) -> ClosedRange<Money>? {
    switch reference {
    case .asked(let line, _, _): context.lines[line].listPrice
    case .other(let name): context.known(name)?.listPrice
    case .unclear: nil
    }
  }
}
