public import Diagnostics

/// One thing that a board may do wrong although its file reads well. A rule is a type of its own, in a file of its own, with its code
/// and page.
public protocol BoardRule: Sendable {
  static var code: DiagnosticCode { get }
  /// Reports what breaks the rule, or that it could not be checked. Throws what the context throws.
  func check(_ board: Board, context: any SpecContext, into sink: DiagnosticSink) throws
}

/// All rules over a board.
public enum BoardCheck {
  /// In the order in which they are checked.
  public static let rules: [any BoardRule] = [
    KnownReferences(), SlotsHaveCandidates(), PoliciesLeaveOffers(),
  ]

  /// Checks every rule. Throws what the context throws.
  public static func run(_ board: Board, context: any SpecContext, into sink: DiagnosticSink) throws {
    for rule in rules { try rule.check(board, context: context, into: sink) }
  }
}
