package import Diagnostics

/// A name, number or text as the spec has it, with its place.
package struct Mention: Sendable, Hashable {
  package var text: String
  package var span: SourceSpan

  package init(_ text: String, at span: SourceSpan) {
    self.text = text
    self.span = span
  }
}
