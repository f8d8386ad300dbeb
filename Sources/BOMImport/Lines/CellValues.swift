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

  /// A sign in a cell of order numbers by which they are not just what they say: `->`, `→`, `+`, `~`, `!`. Nil where there is none.
  static func changeSign(_ text: String) -> String? {
    let plain = text.halfWidth.replacing("->", with: "→").replacing("=>", with: "→")
    return plain.first { "→⇒+&!~<>≠*×^".contains($0) }.map(String.init)
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

  /// Words of a cell that says nothing; EasyEDA writes `?` where a symbol has no number.
  private static let nothing: Set<String> = [
    "任意", "any", "generic", "na", "n/a", "n.a.", "none", "nil", "null", "-", "--", "–", "—", "~", "/", "无", "没有",
    "unknown", "*", ".", "?", "??", "???", "？", "不限", "通用", "beliebig", "keine", "k.a.",
  ]

  /// Words of a cell that nobody has filled in yet, plain.
  private static let open: Set<String> = [
    "tbd", "tbc", "tba", "tbs", "todo", "tobedetermined", "tobeconfirmed", "tobedefined", "tobeselected", "待定", "待确认",
    "待选", "待补", "未定", "未确定", "offen", "xxx", "#n/a",
  ]

  /// Whether a cell says that it says nothing: `n/a`, `-`, `任意`.
  static func isNothing(_ text: String) -> Bool { nothing.contains(text.halfWidth.lowercased().trimmedBlanks) }

  /// Whether a cell says that its part is still to be chosen: `TBD`, `待定`.
  static func isOpen(_ text: String) -> Bool {
    open.contains(text.halfWidth.lowercased().trimmedBlanks) || open.contains(HeaderWords.plain(text))
  }

  /// A cell's text, blank where it says that it says nothing, or nothing yet.
  static func telling(_ text: String) -> String { isNothing(text) || isOpen(text) ? "" : text }
}
