internal import Diagnostics

/// Waivers name a rule, have a reason, and match something.
enum WaiverCheck {
  static let unknownCode = DiagnosticCode(
    "B014", "waiver of an unknown rule",
    page: """
      A waiver names the code of a rule about parts (`B101` and above). Faults of the text and names that do not exist cannot be
      waived. `peidan explain B110` prints the page of a code; docs/codes.md lists them all.
      """)
  static let unused = DiagnosticCode(
    "B015", "waiver that matches nothing",
    page: """
      The rule that the waiver names reports nothing for this slot, rail or bus, or for this board, so the waiver hides
      nothing now and might hide a fault later. It is a warning. `peidan validate --fix` removes the entry.

          waivers:
            - {code: B110, at: V30, reason: "the burst is 5 ms, C1 carries it"}
      """)
  static let noReason = DiagnosticCode(
    "B016", "waiver without a reason",
    page: """
      Whoever reads the spec later must learn why a rule may be broken here. Write the reason as a clause: `reason: "the burst is
      5 ms, C1 carries it"`. A waiver without one waives nothing.
      """)

  static let codes = [unknownCode, unused, noReason]

  /// `relations` are those of all rules, lifted ones included.
  static func run(_ board: Board, _ isMatched: (Waiver) -> Bool, into sink: DiagnosticSink) {
    let known = RuleBook.rules.map { type(of: $0).code.id }
    for waiver in board.waivers {
      if waiver.reason.text.allSatisfy(\.isWhitespace) {
        sink.report(
          Diagnostic(noReason, "the waiver of `\(waiver.code.text)` gives no reason", at: waiver.reason.span))
      } else if !known.contains(waiver.code.text) {
        let meant = closestMatch(to: waiver.code.text, among: known)
        sink.report(
          Diagnostic(
            unknownCode, "`\(waiver.code.text)` is not a rule that can be waived", at: waiver.code.span,
            helps: meant.map { ["did you mean `\($0)`?"] } ?? [],
            fixes: meant.map { [FixIt(.likely, replace: waiver.code.span, with: $0)] } ?? []))
      } else if !isMatched(waiver) {
        let place = waiver.subject.map { " at `\($0.text)`" } ?? ""
        sink.report(
          Diagnostic(
            unused, "the waiver of `\(waiver.code.text)`\(place) matches nothing", severity: .warning, at: waiver.span,
            helps: ["take it out"], fixes: [FixIt(.safe, replace: waiver.span, with: "")]))
      }
    }
  }
}
