package import Electronics

/// A cell of a quantity, taken apart: `4`, `4.0`, `4 pcs`, `12 ea.`, `1,000`, `1 (DNF)`.
package struct PieceCount: Sendable, Hashable {
  /// Whole pieces, 0 to `limit`.
  package var count: Int
  /// The mark beside the number by which the part is not fitted, as written; empty where there is none.
  package var unfittedMark = ""

  /// More pieces than any board has.
  static let limit = 1_000_000

  /// Words for pieces, plain.
  private static let units: Set<String> = [
    "pcs", "pc", "pce", "pces", "piece", "pieces", "ea", "each", "no", "nos", "off", "unit", "units", "x", "stk",
    "stck",
    "stück", "st", "pz", "pza", "pzas", "pièces", "pièce", "个", "只", "颗", "片", "件", "pcs/pcb",
  ]

  /// Reads a cell; nil where it is no whole number of pieces (`16/40`, `1.5`, `2+1`, `three`).
  ///
  /// - Parameter mark: which sign stands for the decimal point in this file. `1,000` is a thousand, and 1 where a comma is the
  ///   decimal mark; `1.000` the other way round.
  package init?(parsing text: String, mark: DecimalMark = .unknown) {
    var plain = text.halfWidth.trimmedBlanks
    if let open = plain.firstIndex(where: { "([".contains($0) }), open > plain.startIndex, let close = plain.last,
      ")]".contains(close)
    {
      let inner = String(plain[plain.index(after: open)...].dropLast())
      guard FittingMarks.saysUnfitted(inner) else { return nil }
      unfittedMark = inner.trimmedBlanks
      plain = plain[..<open].trimmedBlanks
    } else if let word = FittingMarks.mark(within: plain), plain.hasSuffix(word) {
      unfittedMark = word
      plain = plain.dropLast(word.count).trimmedBlanks
      while let last = plain.last, "-,;/".contains(last) { plain = plain.dropLast().trimmedBlanks }
    }
    let number = Self.withoutUnit(plain)
    guard let whole = mark.whole(number), whole <= Self.limit else { return nil }
    count = whole
  }

  /// `12 ea.` is `12`, `x2` and `2x` are `2`.
  private static func withoutUnit(_ text: String) -> String {
    var text = text
    if let first = text.first, "xX×".contains(first) { text = text.dropFirst().trimmedBlanks }
    let digits = text.prefix { $0.isDigit || ".,'’ ".contains($0) }
    let unit = text.dropFirst(digits.count).lowercased().filter { $0 != "." && $0 != " " && $0 != "×" }
    if unit.isEmpty || units.contains(unit) {
      return String(digits).trimmedBlanks.last == "." ? String(digits.trimmedBlanks.dropLast()) : digits.trimmedBlanks
    }
    return text
  }
}
