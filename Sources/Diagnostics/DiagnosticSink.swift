/// Where readers and rules put what they find, in the order in which they find it.
///
/// One sink serves one input at a time; it is not shared between tasks.
package final class DiagnosticSink {
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var skipped: [SkippedCheck] = []
  private var seen: Set<Diagnostic> = []

  package init() {}

  /// Adds a finding, unless the same one is there.
  package func report(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Adds a check that could not be made.
  package func skip(_ check: SkippedCheck) {
    if !skipped.contains(check) { skipped.append(check) }
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// By place in the text; findings without a place first, findings at one place as they came.
  package var inTextOrder: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let leftKey = (left.element.span?.start.offset ?? -1, left.offset)
      let rightKey = (right.element.span?.start.offset ?? -1, right.offset)
      return leftKey < rightKey
    }.map(\.element)
  }
}
