internal import Base
internal import Diagnostics
package import Phrases

extension ImportReport {
  /// The report as a table for people, a line each, then the sums.
  package func text(_ language: Language) -> String {
    let rows = lines.map { line in
      [
        ImportPhrase.graded(line.fitted ? line.grade : "not fitted")(language),
        line.refs.isEmpty ? ImportPhrase.row(line.row)(language) : LineReader.shortened(line.refs),
        line.mpn.text ?? "–", line.reason(language),
      ].map(visible)
    }
    let header = [ImportPhrase.grade, .references, .part, .why].map { $0(language) }
    let widths = header.indices.map { column in
      min(40, ([header] + rows).map { displayWidth(of: $0[column]) }.max() ?? 0)
    }
    let table = ([header] + rows).map { cells in
      cells.enumerated().map { column, cell in
        column == cells.count - 1
          ? cell : cell + String(repeating: " ", count: max(0, widths[column] - displayWidth(of: cell)))
      }.joined(separator: "  ")
    }
    let unread =
      unreadColumns.isEmpty
      ? []
      : [
        ImportPhrase.unreadColumns(language)
          + unreadColumns.map { visible($0.summary(language)) }.joined(separator: "; ")
      ]
    return (table + unreadWords(language) + [""] + unread + [summary(language), trustLine(language)])
      .joined(separator: "\n") + "\n"
  }

  /// Cells with words that were not understood, each with its words.
  private func unreadWords(_ language: Language) -> [String] {
    var cells: [(name: String, words: [String])] = []
    for line in lines {
      for word in line.unread {
        let name = word.column.isEmpty ? word.cell : "\(word.cell) (\(word.column))"
        if cells.last?.name == name {
          cells[cells.count - 1].words.append(word.text)
        } else {
          cells.append((name, [word.text]))
        }
      }
    }
    if cells.isEmpty { return [] }
    let shown = cells.prefix(Self.shownCells).map { cell in
      visible("  \(cell.name): " + cell.words.map { "`\($0)`" }.joined(separator: ", "))
    }
    let more = cells.count - Self.shownCells
    return ["", ImportPhrase.notUnderstood(language)] + shown
      + (more > 0 ? ["  " + ImportPhrase.cellsMore(more)(language)] : [])
  }

  private static let shownCells = 40

  /// `9 lines are sure, 3 want a look, 2 cells were not understood.`
  package func trustLine(_ language: Language) -> String {
    ImportPhrase.trust(sure: trust.sure, look: trust.look, cells: trust.unreadCells)(language)
  }

  /// `bom.csv (kicad-csv, UTF-8): 12 lines: 8 exact, 3 equivalent, 1 none; 2 not fitted`.
  package func summary(_ language: Language) -> String {
    let counts = MatchGrade.allCases.compactMap { grade in
      grades[grade.rawValue].map { "\($0) \(ImportPhrase.graded(grade.rawValue)(language))" }
    }
    let sums = ImportPhrase.summary(
      lines: lines.count - unfitted, counts: counts.joined(separator: ", "), unfitted: unfitted)
    return "\(visible(file)) (\(dialect), \(encoding)): \(sums(language))"
  }
}

extension ImportReport.Line {
  /// The reason in one language, or in both.
  package func reason(_ language: Language) -> String {
    switch language {
    case .english: why
    case .chinese: whyChinese
    case .both: why == whyChinese ? why : "\(why) / \(whyChinese)"
    }
  }
}
