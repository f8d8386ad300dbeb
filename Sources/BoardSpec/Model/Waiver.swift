public import Diagnostics

/// A rule that a board is let off, with the reason.
public struct Waiver: Sendable, Hashable {
  /// The rule's code.
  public var code: Mention
  /// The slot, rail or bus that is meant; nil for the whole board.
  public var subject: Mention?
  public var reason: Mention
  /// The whole entry.
  public var span: SourceSpan

  public init(code: Mention, subject: Mention? = nil, reason: Mention, span: SourceSpan) {
    self.code = code
    self.subject = subject
    self.reason = reason
    self.span = span
  }
}
