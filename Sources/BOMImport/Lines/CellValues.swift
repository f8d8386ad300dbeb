/// What single cells of a BOM say.
enum CellValues {
  /// Words for a part that is not put on the board, plain (KiBoM's list and what tools write).
  private static let unfitted: Set<String> = [
    "dnf", "dnl", "dnp", "dni", "dnm", "dns", "donotfit", "donotplace", "donotload", "donotpopulate", "donotinstall",
    "donotmount",
    "donotstuff", "nofit", "nostuff", "noplace", "noload", "nopop", "notfitted", "notloaded", "notplaced", "notmounted",
    "notpopulated", "nc", "nm", "不贴", "不焊", "空贴", "不上",
  ]

  private static let yes: Set<String> = ["1", "yes", "y", "true", "x", "t", "ja", "oui", "si", "是", "✓", "✔", "√"]
  private static let no: Set<String> = ["0", "no", "n", "false", "f", "nein", "non", "否", "-", "~"]

  /// Whether a word says that a part is not fitted.
  static func saysUnfitted(_ text: String) -> Bool { unfitted.contains(HeaderWords.plain(text)) }

  /// The word of a value that says so beside the value itself: `DNP 120`, `0R - DNP`. Short words that are names too (`NC`)
  /// count only alone.
  static func unfittedWord(in value: String) -> String? {
    value.split { !$0.isLetter }.map(String.init).first { word in
      word.count >= 3 && word == word.uppercased() && unfitted.contains(word.lowercased())
    }
  }

  /// What a column of marks says; nil where nothing is written or the word is not known.
  static func flag(_ text: String) -> Bool? {
    let plain = HeaderWords.plain(text)
    if yes.contains(plain) || saysUnfitted(text) { return true }
    return no.contains(plain) ? false : nil
  }

  /// Whole pieces: `4`, `4.0`, `4 pcs`; nil where it is no whole number from 0 to a million.
  static func quantity(_ text: String) -> Int? {
    var plain = text.halfWidth.trimmedBlanks.lowercased()
    for unit in ["pcs", "pc", "pieces", "个", "只", "ea", "x"] where plain.hasSuffix(unit) {
      plain = plain.dropLast(unit.count).trimmedBlanks
    }
    if plain.hasPrefix("x") { plain = plain.dropFirst().trimmedBlanks }
    guard let number = Double(plain), plain.allSatisfy({ $0.isDigit || $0 == "." }), let whole = Int(exactly: number),
      whole <= 1_000_000
    else { return nil }
    return whole
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

  /// A cell's text, blank where it says "any" or "none".
  static func telling(_ text: String) -> String { anyWords.contains(text.lowercased().trimmedBlanks) ? "" : text }
}
