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

  static let colours: [String: String] = [
    "red": "red", "green": "green", "blue": "blue", "yellow": "yellow", "white": "white", "orange": "orange",
    "amber": "amber",
    "rgb": "rgb", "红": "red", "绿": "green", "蓝": "blue", "黄": "yellow", "白": "white", "橙": "orange", "红色": "red",
    "绿色": "green", "蓝色": "blue", "黄色": "yellow", "白色": "white", "橙色": "orange", "emerald": "green",
  ]

  /// Units at the end of a word, and what they measure.
  static let units: [(Dimension, [String])] = [
    (.resistance, ["Ω", "R", "ohm", "欧", "欧姆"]), (.capacitance, ["F"]), (.inductance, ["H"]), (.frequency, ["Hz"]),
    (.voltage, ["V"]), (.power, ["W"]), (.current, ["A"]),
  ]

  /// Splits at blanks, brackets and signs between values; decimal commas, fractions and hyphenated words stay whole unless
  /// their first piece is a value.
  static func split(_ text: String) -> [String] {
    var plain = ""
    let scalars = Array(text.halfWidth)
    for (index, character) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch character {
      case "\u{2126}": plain.append("Ω")
      case "µ", "μ": plain.append("u")
      case "，", "、", "；", "（", "）", ";", "(", ")", "[", "]", "{", "}", "|", "@", "=", "<", ">", "≥", "≤", "≧", "≦", "~",
        "_", "\"",
        "\t", "\n", "\r", ":", "*":
        plain.append(" ")
      case ",": plain.append(before.isDigit && after.isDigit ? "," : " ")
      case "/": plain.append(before.isDigit && after.isDigit ? "/" : " ")
      case "Ω", "欧": plain += after.isDigit ? "\(character) " : String(character)
      case "±": plain += before.isDigit ? "±" : " ±"
      default: plain.append(character)
      }
    }
    return plain.split(separator: " ").flatMap { pieces(of: String($0)) }
  }

  /// `4u7-TMK212AB7475KG-T` starts with a value; `0603C-10UF-10V-X5R-TDK` is a list of facts; `TYPE-C-31` is a name.
  private static func pieces(of word: String) -> [String] {
    var word = word[...]
    while let last = word.last, ".:,".contains(last) { word = word.dropLast() }
    let pieces = word.split(separator: "-").map(String.init)
    guard pieces.count > 1, !word.hasPrefix("-") else { return word.isEmpty ? [] : [String(word)] }
    return pieces.contains(where: isTelling) ? pieces : [String(word)]
  }

  private static func isTelling(_ piece: String) -> Bool {
    let upper = piece.uppercased()
    if dielectrics[upper] != nil || PackageName.chipSizes.contains(upper) { return true }
    let digits = piece.prefix { $0.isDigit || $0 == "." }
    let tail = piece.dropFirst(digits.count).lowercased()
    return !digits.isEmpty && ["uf", "nf", "pf", "uh", "nh", "mh", "v", "u", "n", "p"].contains(tail)
      || !digits.isEmpty && tail.count >= 2 && "unp".contains(tail.first ?? " ")
        && tail.dropFirst().allSatisfy(\.isDigit)
  }

  static func isUnit(_ word: String) -> Bool {
    let known = [
      "Ω", "kΩ", "KΩ", "MΩ", "mΩ", "R", "k", "K", "M", "ohm", "ohms", "kohm", "F", "pF", "nF", "uF", "mF", "H", "nH",
      "uH", "mH", "V",
      "kV", "mV", "A", "mA", "W", "mW", "kW", "Hz", "kHz", "MHz", "GHz", "%", "欧", "u", "n", "p",
    ]
    return known.contains(word) || known.contains { $0.lowercased() == word.lowercased() && word.count > 1 }
  }

  /// The word itself, then with the case of its unit put right: `10UF`, `100nf`, `50v`, `10KOHM`, `12mhz`.
  static func spellings(of word: String) -> [String] {
    var texts = [word]
    let digits = word.prefix { $0.isDigit || $0 == "." || $0 == "," }
    let unit = word.dropFirst(digits.count).lowercased()
    if let right = rightUnits[unit] { texts.append(digits + right) }
    // `m` and `M` are a billion apart, so only the rest of the unit is put right.
    if let prefix = word.dropFirst(digits.count).first, prefix == "m" || prefix == "M",
      ohms.contains(String(unit.dropFirst()))
    {
      texts.append("\(digits)\(prefix)Ω")
    }
    return texts
  }

  private static let ohms: Set<String> = ["ohm", "ohms", "ω", "欧"]

  private static let rightUnits: [String: String] = [
    "uf": "uF", "nf": "nF", "pf": "pF", "f": "F", "uh": "uH", "nh": "nH", "mh": "mH", "v": "V", "kv": "kV", "w": "W",
    "mw": "mW",
    "ma": "mA", "a": "A", "hz": "Hz", "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "ohm": "ohm", "ohms": "ohm",
    "kohm": "kohm",
    "kohms": "kohm", "kω": "kΩ", "ω": "Ω", "k欧": "k欧", "u": "u", "n": "n", "p": "p", "meg": "Meg",
    "mfd": "uF",
  ]

  /// Whether a word is a number and a multiplier, or a multiplier in the place of the point, of this dimension.
  static func isBare(_ text: String, _ dimension: Dimension) -> Bool {
    let allowed: Set<Character> =
      switch dimension {
      case .resistance: ["k", "K", "M", "m", "R", "G"]
      case .capacitance: ["p", "n", "u"]
      default: ["n", "u", "m"]
      }
    let letters = text.filter { !$0.isDigit && $0 != "." && $0 != "," }
    if dimension == .resistance, letters == "Meg" || letters == "meg" { return true }
    return letters.count == 1 && allowed.contains(letters[letters.startIndex])
  }
}
