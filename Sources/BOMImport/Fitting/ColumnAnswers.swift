internal import Diagnostics

/// Columns that answer whether parts are fitted, as far as all of their cells tell.
enum ColumnAnswers {
  /// Takes columns of variants and configurations that name none, and answer yes or no instead, as whether parts are fitted. Returns
  /// their places from 0, and warns of each. O(cells).
  static func takeAnswers(of header: inout BOMHeader, _ rows: [BOMRow], into sink: DiagnosticSink) -> Set<Int> {
    var taken: Set<Int> = []
    for field in [BOMField.config, .variant] {
      for column in header.columns[field] ?? [] {
        let cells = cells(column, rows).filter { !$0.text.isEmpty }
        guard let first = cells.first,
          cells.allSatisfy({ FittingMarks.isYesOrNo($0.text) || FittingMarks.isSign($0.text) })
        else { continue }
        taken.insert(column)
        sink.report(
          Diagnostic(
            BOMCodes.answersOfVariants,
            "`\(header.names[column])` names no variants and is read as whether parts are fitted", severity: .warning,
            at: first.span,
            helps: ["say so with `--map \"fitted=\(header.names[column])\"`, or the reverse with `dnp`"]))
      }
      header.columns[field]?.removeAll(where: taken.contains)
    }
    if !taken.isEmpty { header.columns[.fitted, default: []] += taken.sorted() }
    return taken
  }

  /// The columns, from 0, that say of some rows that they are fitted. O(cells).
  static func ticked(_ header: BOMHeader, _ rows: [BOMRow]) -> Set<Int> {
    Set(
      (header.columns[.fitted] ?? []).filter { column in
        cells(column, rows).contains { FittingMarks.answer($0.text, isNegative: false) == .fitted }
      })
  }

  private static func cells(_ column: Int, _ rows: [BOMRow]) -> [BOMCell] {
    rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
  }
}
