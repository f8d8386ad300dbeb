internal import Diagnostics

/// Splits a text whose columns stand at fixed places between signs `I`, as KiBot's human readable BOM (`hrtxt`) does: a rule
/// under the header tells where.
///
/// ```text
/// IRow IReferences  IValue I
/// I----I------------I------I
/// I1   IC1 C2 C3 C10I100n  I
/// ```
enum FixedWidthScanner {
  /// Nil where the second line is no such rule. O(bytes).
  static func table(_ source: SourceText) -> BOMTable? {
    let lines = source.lineStarts.indices.map { index -> (range: Range<Int>, text: [Character]) in
      let range = source.range(ofLine: index + 1)
      return (range, Array(source.text(in: range).filter { !$0.isNewline }))
    }
    guard lines.count >= 2, let places = places(in: lines[1].text) else { return nil }
    var rows: [BOMRow] = []
    for (index, line) in lines.enumerated() {
      if line.text.allSatisfy({ "I- ".contains($0) }) { continue }
      rows.append(
        BOMRow(
          number: index + 1,
          cells: cells(of: line.text, at: places).enumerated().map { column, text in
            BOMCell(text, at: source.span(line.range), column: column + 1)
          }))
    }
    return BOMTable(rows: rows)
  }

  /// Places of the signs in the rule `I----I---I`.
  private static func places(in rule: [Character]) -> [Int]? {
    guard rule.first == "I", rule.last == "I", rule.allSatisfy({ $0 == "I" || $0 == "-" }) else { return nil }
    let places = rule.indices.filter { rule[$0] == "I" }
    return places.count >= 3 ? places : nil
  }

  /// The text between the signs; a line that has none at these places is one cell.
  private static func cells(of line: [Character], at places: [Int]) -> [String] {
    guard places.allSatisfy({ $0 < line.count && line[$0] == "I" }) else {
      // `IDate:  I2026-11-27  I` stands below the table, with places of its own.
      let text = String(line).trimmedBlanks
      let inner = text.hasPrefix("I") && text.hasSuffix("I") ? String(text.dropFirst().dropLast()) : text
      guard let colon = inner.firstRange(of: ":") else { return [inner.trimmedBlanks] }
      let value = inner[colon.upperBound...].drop { $0 == " " }
      return [String(inner[..<colon.upperBound]), (value.first == "I" ? value.dropFirst() : value).trimmedBlanks]
    }
    return zip(places, places.dropFirst()).map { start, end in String(line[(start + 1)..<end]).trimmedBlanks }
  }
}
