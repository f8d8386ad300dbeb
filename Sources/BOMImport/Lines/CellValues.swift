/// What single cells of a BOM say.
enum CellValues {
  /// Whether a mark says yes; nil where it is blank or says something else.
  static func flag(_ text: String) -> Bool? {
    switch FittingMarks.answer(text, isNegative: true) {
    case .unfitted: true
    case .fitted: false
    case .unknown, nil: nil
    }
  }

  /// LCSC numbers in a text: `C25804`, `LCSC: C25804`, an address that ends in `…/C25804.html`, EasyEDA's `NAME_C25804`.
  static func orderNumbers(_ text: String) -> [String] {
    var numbers: [String] = []
    for word in text.halfWidth.split(whereSeparator: { !$0.isLatin && !$0.isDigit }) {
      let digits = word.dropFirst()
      guard word.first == "C" || word.first == "c", (2...9).contains(digits.count), digits.allSatisfy(\.isDigit),
        digits.first != "0"
      else { continue }
      let number = "C" + digits
      if !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }

  /// Per mille of `5`, `5 %` or `0.05`.
  static func perMille(_ text: String) -> Int? {
    let plain = text.halfWidth.filter { $0 != " " && $0 != "%" }
    guard let number = Double(plain), number.isFinite, number >= 0 else { return nil }
    let percent = text.contains("%") || number >= 1 ? number : number * 100
    return percent <= 100 ? Int((percent * 10).rounded()) : nil
  }

  /// Whether an MPN cell holds several numbers (KiCost's `A; 2:B`), and words that stand for none (`任意` is "any").
  static func namesSeveral(_ number: String) -> Bool {
    let pieces = number.split(separator: ";").map { $0.trimmedBlanks }.filter { !$0.isEmpty }
    if pieces.count > 1 { return true }
    // `NTCG163JF103FT1S,RC0603FR-0710KL` are two parts, `PMEG4010BEA,115` is one with its packing.
    let listed = number.split(separator: ",").map { $0.trimmedBlanks }
    if listed.count > 1,
      listed.allSatisfy({ $0.count >= 5 && $0.contains(where: \.isDigit) && $0.contains(where: \.isLatin) })
    {
      return true
    }
    return number.split(separator: ",").dropFirst().contains { piece in
      let ends = piece.split(separator: ":", maxSplits: 1)
      return ends.count == 2 && Double(ends[0].trimmedBlanks) != nil
    }
  }

  private static let anyWords: Set<String> = [
    "任意", "any", "generic", "na", "n/a", "none", "-", "~", "tbd", "?", "无", "unknown",
  ]

  /// Whether a cell says that it says nothing: `n/a`, `-`.
  static func isNothing(_ text: String) -> Bool {
    ["n/a", "na", "none", "-", "–", "~", "any", "任意", "无", "/"].contains(text.lowercased().trimmedBlanks)
  }

  /// A cell's text, blank where it says "any" or "none".
  static func telling(_ text: String) -> String { anyWords.contains(text.lowercased().trimmedBlanks) ? "" : text }
}
