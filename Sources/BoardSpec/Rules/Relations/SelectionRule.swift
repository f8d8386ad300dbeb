package import Diagnostics
internal import Electronics

/// What a rule is about.
package enum RuleFamily: String, Sendable, Hashable, CaseIterable {
  case rails, battery, interfaces, geometry, radio, sourcing, designs
}

/// A rule about which parts go together on a board. A rule is a type of its own, in a file of its own, with its code and page.
///
/// It states relations; it neither reports nor searches. See docs/rules.md.
package protocol SelectionRule: Sendable {
  static var code: DiagnosticCode { get }
  static var family: RuleFamily { get }
  /// Every relation that the rule asks of the board. O(slots + rails + buses).
  func relations(on board: RuledBoard) -> [Relation]
}

extension SelectionRule {
  /// The spec alone breaks the rule.
  func broken(
    _ claim: String, at span: SourceSpan?, about subjects: [String], severity: Severity = .error
  ) -> Relation {
    relation(.fact(.broken("")), claim, span, subjects, severity)
  }

  /// The spec lacks something that the rule needs.
  func unchecked(_ missing: String, at span: SourceSpan?, about subjects: [String]) -> Relation {
    relation(.fact(.unknown(missing)), "", span, subjects, .error)
  }

  /// A condition on the part of one slot.
  func each(
    _ slot: Int, reads: [String], on board: RuledBoard, claim: String, at span: SourceSpan? = nil,
    about subjects: [String] = [], severity: Severity = .error, judge: @escaping @Sendable (Part) -> Judgement
  ) -> Relation {
    relation(
      .table([.init(slot: slot, reads: reads)]) { judge($0[0]) }, claim, span ?? board.span(slot),
      board.names(slot) + subjects, severity)
  }

  /// A condition on the parts of several slots.
  func together(
    _ terms: [(slot: Int, reads: [String])], on board: RuledBoard, claim: String, at span: SourceSpan? = nil,
    about subjects: [String] = [], severity: Severity = .error, judge: @escaping @Sendable ([Part]) -> Judgement
  ) -> Relation {
    relation(
      .table(terms.map { .init(slot: $0.slot, reads: $0.reads) }, judge: judge), claim,
      span ?? terms.first.map { board.span($0.slot) }, terms.flatMap { board.names($0.slot) } + subjects, severity)
  }

  /// A bound on a sum over slots; `title` names what is summed.
  func total(
    _ title: String, _ sum: Relation.Sum, at span: SourceSpan?, about subjects: [String], severity: Severity = .error
  ) -> Relation {
    relation(.sum(sum), title, span, subjects, severity)
  }

  private func relation(
    _ form: Relation.Form, _ claim: String, _ span: SourceSpan?, _ subjects: [String], _ severity: Severity
  ) -> Relation {
    Relation(
      code: Self.code, severity: severity, claim: claim, subjects: subjects, span: span, notes: [], helps: [],
      fixes: [],
      form: form)
  }
}
