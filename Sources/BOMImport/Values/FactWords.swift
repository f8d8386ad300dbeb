internal import Electronics

/// The words and signs of free-text values, as data.
enum FactWords {
  static let dielectrics: [String: String] = [
    "X7R": "X7R", "X5R": "X5R", "X7S": "X7S", "X6S": "X6S", "X7T": "X7T", "X8R": "X8R", "X8L": "X8L", "X5S": "X5S",
    "X6T": "X6T",
    "Y5V": "Y5V", "Z5U": "Z5U", "U2J": "U2J", "C0G": "C0G", "COG": "C0G", "NP0": "C0G", "NPO": "C0G", "CH": "C0H",
  ]

  /// Names that lists use for one dielectric.
  static func spellings(ofDielectric name: String) -> Set<String> {
    name == "C0G" ? ["C0G", "NP0", "COG", "NPO"] : name == "C0H" ? ["CH", "C0H"] : [name]
  }

  /// Whether a part's dielectric is the one asked for, or holds its capacitance better over more degrees.
  static func isAsGood(_ own: String, as wanted: String) -> Bool {
    let own = own.uppercased()
    if spellings(ofDielectric: wanted).contains(own) { return true }
    return (betterDielectrics[wanted] ?? []).contains { spellings(ofDielectric: $0).contains(own) }
  }

  private static let betterDielectrics: [String: [String]] = ["X5R": ["X7R", "X8R"], "X7R": ["X8R"], "X6S": ["X7S"]]

  /// Words that take back the next one: `non polarized`.
  static let negations: Set<String> = ["non", "no", "not", "un", "without"]

  /// Splits at blanks, brackets and signs between values; decimal commas, fractions and hyphenated words stay whole unless
  /// their first piece is a value.
  static func split(_ text: String) -> [String] {
    var plain = ""
    let scalars = Array(withSeriesApart(text.halfWidth))
    for (index, character) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch character {
      case "\u{2126}": plain.append("Ω")
      case "µ", "μ": plain.append("u")
      case "，", "、", "；", "（", "）", ";", "(", ")", "[", "]", "{", "}", "|", "=", "<", ">", "≥", "≤", "≧", "≦", "~",
        "_", "†", "‡", "\"",
        "\t", "\n", "\r", ":", "*":
        plain.append(" ")
      case ",": plain.append(before.isDigit && after.isDigit ? "," : " ")
      case "/":
        // `1/16W` is a fraction, `50V/0603` and `100nF/16` are lists.
        if before == "+", after == "-" {
          plain.removeLast()
          plain.append(" ±")
        } else {
          plain.append(isFraction(scalars, at: index) ? "/" : " ")
        }
      case "-" where before == "/" && index > 1 && scalars[index - 2] == "+": break
      case "Ω", "欧": plain += after.isDigit ? "\(character) " : String(character)
      case "@": plain.append(" @")
      // `耐压50V`
      case "0"..."9" where ("\u{4E00}"..."\u{9FFF}").contains(before): plain += " \(character)"
      case "±": plain += before.isDigit ? "±" : " ±"
      default: plain.append(character)
      }
    }
    return plain.split(separator: " ").flatMap { pieces(of: String($0)) }
  }

  /// `MF1/4W`, `CF 1/4W`: the series of a resistor with leads apart from its power.
  private static func withSeriesApart(_ text: String) -> String {
    guard text.contains("/") else { return text }
    return ["MF", "CF", "RJ", "MO"].reduce(text) { text, series in
      text.hasPrefix(series + "1/") || text.contains(" \(series)1/")
        ? text.replacing(series + "1/", with: series + " 1/") : text
    }
  }

  /// The sign by which a value is not just what it says: `>10k`, a footnote's `10k*`, the brackets of `(10k)`. Nil where it has none.
  static func qualifier(of text: String) -> String? {
    let plain = text.halfWidth.trimmedBlanks
    guard let first = plain.first, let last = plain.last, plain.count > 1 else { return nil }
    if "<>≤≥≦≧*†‡~≈".contains(first) { return String(first) }
    // `100nF <50V`
    if zip(plain, plain.dropFirst()).contains(where: { $0.0 == "<" && $0.1.isDigit }) { return "<" }
    if "*†‡".contains(last) { return String(last) }
    let isWrapped =
      first == "(" && last == ")" || first == "[" && last == "]" || first == "（" && last == "）"
    return isWrapped && !plain.dropFirst().dropLast().contains { "()[]".contains($0) } ? "\(first)\(last)" : nil
  }

  /// A sign by which a value is several: `10uF||10uF`, `10k+10k`, `10uF->22uF`. Nil where it has none.
  static func joint(in text: String) -> String? {
    let plain = text.halfWidth.replacing("+/-", with: "±")
    if let sign = ["||", "//", "->", "=>", "→", "⇒", "&"].first(where: plain.contains) { return sign }
    guard let place = plain.firstIndex(of: "+"), place > plain.startIndex else { return nil }
    let behind = plain[plain.index(after: place)...].drop { $0 == " " }
    let before = plain[..<place].last { $0 != " " }
    return before.map { $0.isLetter || $0.isNumber } == true && behind.first?.isNumber == true ? "+" : nil
  }

  /// Whether the slash stands between the numbers of a share of a watt: `1/16`, `1/4`, `3/4`.
  private static func isFraction(_ text: [Character], at slash: Int) -> Bool {
    let over = text[..<slash].reversed().prefix { $0.isDigit }
    let under = text[(slash + 1)...].prefix { $0.isDigit }
    let start = slash - over.count
    guard (1...2).contains(over.count), (1...2).contains(under.count),
      start == 0 || !(text[start - 1].isLetter || ".,".contains(text[start - 1])),
      let whole = Int(String(over.reversed())), let parts = Int(String(under))
    else { return false }
    let end = slash + under.count + 1
    let isEnd = end == text.count || !text[end].isLetter && text[end] != "." || "wW".contains(text[end])
    return isEnd && whole < parts && [2, 3, 4, 5, 8, 10, 16, 20, 32].contains(parts)
  }

  /// `4u7-TMK212AB7475KG-T` starts with a value; `0603C-10UF-10V-X5R-TDK` is a list of facts; `TYPE-C-31` is a name.
  private static func pieces(of word: String) -> [String] {
    var word = word[...]
    while let last = word.last, ".:,".contains(last) { word = word.dropLast() }
    let pieces = word.split(separator: "-").map(String.init)
    if isNumberOfPart(pieces) { return [String(word)] }
    guard pieces.count > 1, !word.hasPrefix("-") else { return word.isEmpty ? [] : [String(word)] }
    return pieces.contains(where: isTelling) ? pieces : [String(word)]
  }

  /// `MFR-25JT-52-470R`, `MFR2WSJT-73-470R`: a number of a part, whose pieces say nothing by themselves.
  private static func isNumberOfPart(_ pieces: [String]) -> Bool {
    guard pieces.count >= 3, let first = pieces.first, first.first?.isLetter == true, first.count >= 3,
      !isTelling(first),
      PackageName(first) == nil
    else { return false }
    return pieces.prefix(2).contains { piece in
      piece.count >= 4 && !isTelling(piece) && PackageName(piece) == nil && piece.contains(where: \.isNumber)
        && piece.contains(where: \.isLetter)
    }
  }

  private static func isTelling(_ piece: String) -> Bool {
    let upper = piece.uppercased()
    if dielectrics[upper] != nil || PackageName.chipSizes.contains(upper) { return true }
    let digits = piece.prefix { $0.isDigit || $0 == "." }
    let tail = piece.dropFirst(digits.count).lowercased()
    if digits.isEmpty { return false }
    if [
      "uf", "nf", "pf", "uh", "nh", "mh", "v", "u", "n", "p", "k", "r", "m", "ohm", "kohm", "mohm", "khz", "mhz", "%",
      "ppm",
    ].contains(tail) {
      return true
    }
    return tail.count >= 2 && "unpkr".contains(tail.first ?? " ") && tail.dropFirst().allSatisfy(\.isDigit)
  }

  /// The words of a footprint's name: `R_Array_Convex_4x0603` without its library.
  static func nameWords(of footprint: String) -> [String] {
    let name = footprint.split(separator: ":").last ?? ""
    return name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
