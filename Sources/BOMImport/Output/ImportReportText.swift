internal import Diagnostics

extension ImportReport {
  /// The report as a table for people, a line each, then the sums.
  package var text: String {
    let rows = lines.map { line in
      [
        line.fitted ? line.grade : "not fitted",
        line.refs.isEmpty ? "row \(line.row)" : LineReader.shortened(line.refs),
        line.mpn.text ?? "–", line.why,
      ].map(visible)
    }
    let header = ["grade", "references", "part", "why"]
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
      ? [] : ["columns that are not read: " + unreadColumns.map { visible($0.summary) }.joined(separator: "; ")]
    return (table + unreadWords + [""] + unread + [summary, trustLine]).joined(separator: "\n") + "\n"
  }

  /// Cells with words that were not understood, each with its words.
  private var unreadWords: [String] {
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
    return ["", "not understood:"] + shown
      + (cells.count > Self.shownCells
        ? ["  and \(cells.count - Self.shownCells) cells more (`--format json` lists all)"] : [])
  }

  private static let shownCells = 40

  /// `9 lines are sure, 3 want a look, 2 cells were not understood.`
  package var trustLine: String {
    let sure = "\(trust.sure) \(trust.sure == 1 ? "line is" : "lines are") sure"
    let look = "\(trust.look) \(trust.look == 1 ? "wants" : "want") a look"
    let cells = "\(trust.unreadCells) \(trust.unreadCells == 1 ? "cell was" : "cells were") not understood"
    return "\(sure), \(look), \(cells)."
  }

  /// `bom.csv (kicad-csv, UTF-8): 12 lines: 8 exact, 3 equivalent, 1 none; 2 not fitted`.
  package var summary: String {
    let counts = MatchGrade.allCases.compactMap { grade in
      grades[grade.rawValue].map { "\($0) \(grade.rawValue)" }
    }
    let fitted = lines.count - unfitted
    return "\(visible(file)) (\(dialect), \(encoding)): \(fitted) \(fitted == 1 ? "line" : "lines")"
      + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", "))
      + (unfitted == 0 ? "" : "; \(unfitted) not fitted")
  }
}
