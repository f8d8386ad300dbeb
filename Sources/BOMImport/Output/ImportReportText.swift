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
    return (table + ["", summary]).joined(separator: "\n") + "\n"
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
