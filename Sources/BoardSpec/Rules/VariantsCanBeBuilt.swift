package import Diagnostics

/// Of the ways to build a board that its `turnkey` leaves, some break a rule while others hold.
package enum VariantsCanBeBuilt {
  package static let code = DiagnosticCode(
    "B017", "way to build the board that cannot be taken",
    page: """
      The board may be built with a reference design or with discrete parts, and one of these ways breaks a rule: a plan never
      takes it. The notes tell what is wrong with it. Correct that, or take the design out of `turnkey`; where every way breaks a
      rule, the rules' own errors are told instead.
      """)

  /// Checks each way alone and tells what holds of the board: findings of ways that can be taken, one warning for each that
  /// cannot, and of waivers that match nothing those that match in no way.
  static func run(_ ways: [Board], into sink: DiagnosticSink, check: (Board, DiagnosticSink) throws -> Void) rethrows {
    let found = try ways.map { way in
      let own = DiagnosticSink()
      try check(way, own)
      return (way: way, sink: own)
    }
    let taken = found.filter { !$0.sink.hasErrors }
    if !taken.isEmpty {
      for (way, own) in found where own.hasErrors { sink.report(.untaken(way, own.diagnostics)) }
    }
    let everywhere = found.dropFirst().reduce(Set(found.first?.sink.diagnostics ?? [])) {
      $0.intersection($1.sink.diagnostics)
    }
    for (_, own) in taken.isEmpty ? found : taken {
      for finding in own.diagnostics where finding.code != WaiverCheck.unused || everywhere.contains(finding) {
        sink.report(finding)
      }
      for skipped in own.skipped { sink.skip(skipped) }
    }
  }
}

extension Board {
  /// `design `mtk-tracker`` or `discrete parts`, for messages.
  var wayName: String {
    let designs = fillings.compactMap(\.design?.id)
    return designs.isEmpty ? "discrete parts" : "design " + designs.map { "`\($0)`" }.joined(separator: " and ")
  }
}

extension Diagnostic {
  fileprivate static func untaken(_ way: Board, _ findings: [Diagnostic]) -> Diagnostic {
    let errors = findings.filter { $0.severity == .error }
    let count = errors.count == 1 ? "a rule forbids it" : "\(errors.count) findings forbid it"
    return Diagnostic(
      VariantsCanBeBuilt.code, "the board cannot be built with \(way.wayName): \(count)", severity: .warning,
      at: way.fillings.first?.span,
      notes: errors.flatMap { [.init("\($0.message) [\($0.code.id)]", at: $0.span)] + $0.notes })
  }
}
