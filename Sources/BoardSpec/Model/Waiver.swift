package import Diagnostics

/// A rule that a board is let off, with the reason.
package struct Waiver: Sendable, Hashable {
  /// The rule's code.
  package var code: Mention
  /// The slot, rail or bus that is meant; nil for the whole board.
  package var subject: Mention?
  package var reason: Mention
  /// The whole entry.
  package var span: SourceSpan

  package init(code: Mention, subject: Mention? = nil, reason: Mention, span: SourceSpan) {
    self.code = code
    self.subject = subject
    self.reason = reason
    self.span = span
  }
}
