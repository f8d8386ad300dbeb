package import Diagnostics

/// Some variants of a board, as its `turnkey` makes them, break a rule while others keep them all.
package enum VariantsCanBeBuilt {
  package static let code = DiagnosticCode(
    "B017", "variant of the board that cannot be built",
    page: """
      The board can be built with a reference design or with discrete parts, and one of these variants breaks a rule, so that no
      plan uses it. The notes say what is wrong. Correct that, or remove the design from `turnkey`. Where every variant breaks a
      rule, the rules' own errors are reported instead.
      """)

  /// Checks each variant alone and reports the findings of those that can be built, one warning for each that cannot, and a
  /// waiver that matches nothing only where it does so in every variant.
  static func run(_ variants: [Board], into sink: DiagnosticSink, check: (Board, DiagnosticSink) throws -> Void)
    rethrows
  {
    let found = try variants.map { variant in
      let own = DiagnosticSink()
      try check(variant, own)
      return (variant: variant, sink: own)
    }
    let taken = found.filter { !$0.sink.hasErrors }
    if !taken.isEmpty {
      for (variant, own) in found where own.hasErrors { sink.report(.untaken(variant, own.diagnostics)) }
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
  var variantName: String {
    let designs = fillings.compactMap(\.design?.id)
    return designs.isEmpty ? "discrete parts" : "design " + designs.map { "`\($0)`" }.joined(separator: " and ")
  }
}

extension Diagnostic {
  fileprivate static func untaken(_ variant: Board, _ findings: [Diagnostic]) -> Diagnostic {
    let errors = findings.filter { $0.severity == .error }
    let count = errors.count == 1 ? "a rule forbids it" : "\(errors.count) findings forbid it"
    return Diagnostic(
      VariantsCanBeBuilt.code, "the board cannot be built with \(variant.variantName): \(count)", severity: .warning,
      at: variant.fillings.first?.span,
      notes: errors.flatMap { [.init("\($0.message) [\($0.code.id)]", at: $0.span)] + $0.notes })
  }
}
