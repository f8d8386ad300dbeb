internal import Diagnostics

/// What the cells of one column answer to whether parts are fitted.
struct FittingAnswers {
  private let name: String
  private let filled: [BOMCell]
  private let isNegative: Bool

  /// - Parameters:
  ///   - cells: those of all rows below the header.
  ///   - isNegative: whether the column asks if parts are left out.
  init(_ cells: [BOMCell], of name: String, isNegative: Bool) {
    self.name = name
    filled = cells.filter { !$0.text.isEmpty }
    self.isNegative = isNegative
  }

  /// Whether the column is read: its name asks for nothing else, or some cell answers, or none says anything. `Assembly` may be of
  /// other things. O(cells).
  var areRead: Bool {
    var saysSomething = false
    for cell in filled {
      switch FittingMarks.answer(cell.text, isNegative: isNegative) {
      case .fitted, .unfitted: return true
      case .unknown:
        if VariantChoice([]).finding(ofWords: cell.text) != nil || FittingMarks.isQualified(cell.text) { return true }
        saysSomething = true
      case nil: break
      }
    }
    return !saysSomething || FittingMarks.asksOnlyWhether(name)
  }

  /// Warns once of the cells from which nobody can tell whether the part is fitted. O(cells).
  func reportUnknown(into sink: DiagnosticSink) {
    let unknown = filled.filter {
      FittingMarks.answer($0.text, isNegative: isNegative) == .unknown
        && VariantChoice([]).finding(ofWords: $0.text) == nil
    }
    guard let first = unknown.first else { return }
    var shown: [String] = []
    for cell in unknown where shown.count < 3 {
      let text = "`\(cell.text.prefix(40))`"
      if !shown.contains(text) { shown.append(text) }
    }
    sink.report(
      Diagnostic(
        BOMCodes.columnMapping,
        "column `\(name)` does not say of \(unknown.count == 1 ? "1 row" : "\(unknown.count) rows") whether the part is "
          + "fitted: \(shown.joined(separator: ", "))",
        severity: .warning, at: first.span,
        helps: ["write `DNP` for a part that is not fitted, and nothing for one that is"]))
  }
}
