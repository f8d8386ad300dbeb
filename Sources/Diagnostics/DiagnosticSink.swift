/// Where readers and rules put what they find, in the order in which they find it.
///
/// One sink serves one input at a time; it is not shared between tasks.
public final class DiagnosticSink {
  public private(set) var diagnostics: [Diagnostic] = []
  public private(set) var skipped: [SkippedCheck] = []
  private var seen: Set<Diagnostic> = []

  public init() {}

  /// Adds a finding, unless the same one is there.
  public func report(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  /// Adds a check that could not be made.
  public func skip(_ check: SkippedCheck) {
    if !skipped.contains(check) { skipped.append(check) }
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// By place in the text; findings without a place first, findings at one place as they came.
  public var inTextOrder: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let leftKey = (left.element.span?.start.offset ?? -1, left.offset)
      let rightKey = (right.element.span?.start.offset ?? -1, right.offset)
      return leftKey < rightKey
    }.map(\.element)
  }
}
