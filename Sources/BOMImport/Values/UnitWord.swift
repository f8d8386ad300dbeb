internal import Electronics

/// Units and multipliers as people write them behind a number: `MOhm`, `kilohms`, `UF`, `VDC`, `meg`, `欧`.
enum UnitWord {
  /// What a unit measures, with its prefix.
  struct Meaning: Hashable {
    /// Nil for a multiplier without a unit.
    var dimension: Dimension?
    /// `""`, `p`, `n`, `u`, `m`, `k`, `M` or `G`.
    var prefix: String
  }

  /// Names of units, lower case, the longest first where one ends another.
  private static let units: [(name: String, dimension: Dimension)] = [
    ("ohms", .resistance), ("ohm", .resistance), ("Ω", .resistance), ("ω", .resistance), ("欧姆", .resistance),
    ("欧", .resistance),
    ("r", .resistance), ("farads", .capacitance), ("farad", .capacitance), ("fd", .capacitance), ("法拉", .capacitance),
    ("法", .capacitance), ("f", .capacitance), ("henries", .inductance), ("henrys", .inductance), ("henry", .inductance),
    ("亨", .inductance), ("h", .inductance), ("hertz", .frequency), ("赫兹", .frequency), ("赫", .frequency),
    ("hz", .frequency),
    ("volts", .voltage), ("volt", .voltage), ("vdc", .voltage), ("伏特", .voltage), ("伏", .voltage), ("v", .voltage),
    ("watts", .power), ("watt", .power), ("瓦特", .power), ("瓦", .power), ("w", .power), ("amperes", .current),
    ("ampere", .current),
    ("amps", .current), ("amp", .current), ("安培", .current), ("安", .current), ("a", .current),
  ]

  /// Prefixes that are words, lower case.
  private static let words: [String: String] = [
    "pico": "p", "nano": "n", "micro": "u", "mikro": "u", "micr": "u", "milli": "m", "mill": "m", "kilo": "k",
    "kil": "k", "mega": "M",
    "meg": "M", "giga": "G", "皮": "p", "纳": "n", "微": "u", "毫": "m", "千": "k", "兆": "M",
  ]

  /// What a word behind a number means; nil where it is no unit, or could be two (`MF`). O(length).
  static func meaning(_ word: String) -> Meaning? {
    let plain = word.last == "." ? String(word.dropLast()) : word
    let lower = plain.lowercased()
    for (name, dimension) in units where lower.hasSuffix(name) {
      let front = String(plain.dropLast(name.count))
      if let prefix = prefix(front, of: dimension, unit: name) { return Meaning(dimension: dimension, prefix: prefix) }
    }
    if let prefix = words[lower], lower.count > 3 || lower == "meg" { return Meaning(dimension: nil, prefix: prefix) }
    if let prefix = words[lower], lower.unicodeScalars.allSatisfy({ !$0.isASCII }) {
      return Meaning(dimension: nil, prefix: prefix)
    }
    return letter(plain).map { Meaning(dimension: nil, prefix: $0) }
  }

  /// A prefix of one letter that stands alone: the case of `m` and `M` counts.
  private static func letter(_ text: String) -> String? {
    switch text {
    case "p", "P": "p"
    case "n", "N": "n"
    case "u", "U": "u"
    case "m", "M", "G": text
    case "k", "K": "k"
    default: nil
    }
  }

  private static func prefix(_ front: String, of dimension: Dimension, unit: String) -> String? {
    if front.isEmpty { return "" }
    // `kilo ohm`, `k-ohm`
    let front = front.filter { $0 != " " && $0 != "-" }
    if let word = words[front.lowercased()] { return word }
    guard let letter = letter(front) else { return nil }
    if letter != "m", letter != "M" { return letter }
    switch dimension {
    case .resistance: return letter
    // An old `mfd` is a microfarad; `MF` could be that or a millifarad.
    case .capacitance: return unit == "fd" ? "u" : front == "m" && unit == "f" ? "m" : nil
    case .frequency: return "M"
    case .voltage: return letter == "m" ? "m" : nil
    default: return "m"
    }
  }

  /// Whether a bare multiplier may stand for the unit of the dimension: `10k` is ohms, `10M` of a capacitor is nothing.
  static func allows(_ prefix: String, bare dimension: Dimension) -> Bool {
    switch dimension {
    case .resistance: ["m", "k", "M", "G"].contains(prefix)
    case .capacitance: ["p", "n", "u"].contains(prefix)
    case .inductance: ["n", "u", "m"].contains(prefix)
    case .frequency: ["k", "M"].contains(prefix)
    case .power, .current: prefix == "m"
    case .voltage: prefix == "k"
    default: false
    }
  }

  /// The quantity of a plain number and a unit.
  static func quantity(_ number: String, _ prefix: String, _ dimension: Dimension) -> Quantity? {
    try? Quantity(parsing: number + prefix + dimension.unitSymbol, as: dimension)
  }
}

/// Numbers as people write them in values.
enum ValueNumber {
  /// With a decimal point and without separators of thousands; nil where the text is no number, or one that can be read in two
  /// ways (`4,700`).
  static func plain(_ text: some StringProtocol) -> String? {
    guard let first = text.first, text.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }),
      text.last != ",",
      text.last != ".", text.count <= 18
    else { return nil }
    let commas = text.count { $0 == "," }
    let points = text.count { $0 == "." }
    if commas == 0 { return points <= 1 ? (first == "." ? "0\(text)" : String(text)) : nil }
    let last = text.last { $0 == "," || $0 == "." }!
    if points > 0 {
      let other: Character = last == "," ? "." : ","
      guard text.count(where: { $0 == last }) == 1, isGrouped(text.prefix { $0 != last }, by: other) else { return nil }
      return String(text.filter { $0 != other }).replacing(",", with: ".")
    }
    if commas > 1 { return isGrouped(text, by: ",") ? String(text.filter { $0 != "," }) : nil }
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false)
    if pieces[0].isEmpty { return "0.\(pieces[1])" }
    if pieces[1].count == 3, pieces[0].count <= 3, pieces[0] != "0" { return nil }
    return "\(pieces[0]).\(pieces[1])"
  }

  /// `1.234.567`: groups of three behind one of one to three.
  private static func isGrouped(_ text: some StringProtocol, by sign: Character) -> Bool {
    let groups = text.split(separator: sign, omittingEmptySubsequences: false)
    return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
