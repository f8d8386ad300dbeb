internal import Base

/// How grave a finding is. Only errors refuse the input.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  case note, warning, error

  package static func < (left: Severity, right: Severity) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }
}

/// One finding about a text.
///
/// A message is lower-case and one clause, without a full stop, with values in backticks. Notes explain; helps say what
/// would be right. A message, a note or a help that quotes a long value is cut.
package struct Diagnostic: Sendable, Hashable {
  /// A further fact, with its place where it has one.
  package struct Note: Sendable, Hashable {
    package var message: String
    package var span: SourceSpan?

    package init(_ message: String, at span: SourceSpan? = nil) {
      self.message = excerpt(message)
      self.span = span
    }
  }

  package var code: DiagnosticCode
  package var severity: Severity
  package var message: String
  /// The smallest stretch that the message is about; nil when it concerns no place in a text.
  package var span: SourceSpan?
  package var notes: [Note]
  package var helps: [String]
  package var fixes: [FixIt]

  package init(
    _ code: DiagnosticCode, _ message: String, severity: Severity = .error, at span: SourceSpan?,
    notes: [Note] = [], helps: [String] = [], fixes: [FixIt] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = excerpt(message)
    self.span = span
    self.notes = notes
    self.helps = helps.map { excerpt($0) }
    self.fixes = fixes
  }
}

/// A change of the text that would settle a finding.
package struct FixIt: Sendable, Hashable {
  /// How far a fix-it may be trusted.
  package enum Grade: String, Sendable, Hashable, CaseIterable {
    /// Keeps the meaning; may be applied unseen.
    case safe
    /// Very probably what was meant.
    case likely
    /// One way out among several.
    case suggestion
  }

  package var grade: Grade
  package var span: SourceSpan
  package var replacement: String

  package init(_ grade: Grade, replace span: SourceSpan, with replacement: String) {
    self.grade = grade
    self.span = span
    self.replacement = replacement
  }
}

/// A check that was not made for want of data, so that silence is never taken for health.
package struct SkippedCheck: Sendable, Hashable {
  package var code: DiagnosticCode
  package var reason: String
  package var span: SourceSpan?

  package init(_ code: DiagnosticCode, because reason: String, at span: SourceSpan?) {
    self.code = code
    self.reason = reason
    self.span = span
  }
}
