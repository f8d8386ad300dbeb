public import Diagnostics

/// A name, number or text as the spec has it, with its place.
public struct Mention: Sendable, Hashable {
  public var text: String
  public var span: SourceSpan

  public init(_ text: String, at span: SourceSpan) {
    self.text = text
    self.span = span
  }
}
