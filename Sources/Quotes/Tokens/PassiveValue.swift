internal import Base

/// The value of a resistor, capacitor or inductor as sellers write it.
struct PassiveValue: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case ohm, farad, henry
    /// `104`: 100,000 of pF, or of Ω.
    case code
  }

  var kind: Kind
  /// In millionths of Ω, 10⁻¹⁸ F or 10⁻¹⁵ H; of a code, in millionths of its unit.
  var amount: Int64

  /// Whether both are one value; a code is one of whatever it can be.
  func isSame(as other: PassiveValue) -> Bool {
    if kind == other.kind { return amount == other.amount }
    guard kind == .code || other.kind == .code else { return false }
    let (code, plain) = kind == .code ? (self, other) : (other, self)
    switch plain.kind {
    case .ohm, .farad: return plain.amount == code.amount
    case .henry, .code: return false
    }
  }

  /// The first value among words such as `100nF 50V X7R`.
  static func first(in text: String) -> PassiveValue? {
    for word in PlainText(text).characters.split(separator: " ") {
      if let value = PassiveValue(Array(word), allowsBare: true) { return value }
    }
    return nil
  }

  /// - Parameter allowsBare: whether `10k` without a unit is a resistor's.
  init?(_ word: [Character], allowsBare: Bool) {
    var place = 0
    while place < word.count, word[place].isFigure || word[place] == "." { place += 1 }
    guard place > 0 else { return nil }
    let number = String(word[..<place])
    let rest = String(word[place...])
    if rest.isEmpty || ["J", "K", "M", "F", "G"].contains(rest), number.count == 3, !number.contains("."), allowsBare,
      let code = Int64(number), code % 10 <= 7, code >= 100
    {
      var amount = code / 10 * 1_000_000
      for _ in 0..<(code % 10) { amount *= 10 }
      self.init(kind: .code, amount: amount)
      return
    }
    // 4k7 and 4R7.
    if let letter = rest.first, rest.count == 2, let last = rest.last, last.isFigure, "kKRrM".contains(letter),
      !number.contains(".")
    {
      self.init(number: "\(number).\(last)", unit: letter == "R" || letter == "r" ? "R" : String(letter))
      return
    }
    let isBare = ["k", "K", "M", "m"].contains(rest)
    if isBare, !allowsBare { return nil }
    self.init(number: number, unit: rest)
  }

  private init(kind: Kind, amount: Int64) {
    self.kind = kind
    self.amount = amount
  }

  private init?(number: String, unit: String) {
    guard let (kind, power) = PassiveValue.units[unit], let value = DecimalText.plain(Substring(number), digits: 6)
    else { return nil }
    var amount = value
    for _ in 0..<power {
      let (product, overflow) = amount.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      amount = product
    }
    self.init(kind: kind, amount: amount)
  }

  /// Kind, and the power of ten of a unit above that in which amounts are counted, six digits of the number aside.
  private static let units: [String: (Kind, Int)] = {
    var found: [String: (Kind, Int)] = [:]
    for ohm in ["R", "r", "Ω", "ohm", "Ohm", "OHM", "欧"] { found[ohm] = (.ohm, 0) }
    for (prefix, power) in [("k", 3), ("K", 3), ("M", 6)] {
      for unit in ["", "R", "Ω", "ohm", "欧"] { found[prefix + unit] = (.ohm, power) }
    }
    for (prefix, power) in [("p", 0), ("P", 0), ("n", 3), ("N", 3), ("u", 6), ("U", 6)] {
      for unit in ["F", "f"] { found[prefix + unit] = (.farad, power) }
    }
    for (prefix, power) in [("n", 0), ("N", 0), ("u", 3), ("U", 3), ("m", 6)] {
      for unit in ["H", "h"] { found[prefix + unit] = (.henry, power) }
    }
    return found
  }()
}

/// A run of words that describe a passive part: `0603 100nF 50V X7R`.
struct PassiveWords {
  private(set) var value: PassiveValue?
  private(set) var package = ""
  private(set) var end: Int

  static let packages: Set<String> = [
    "0201", "0402", "0603", "0805", "1206", "1210", "1808", "1812", "2010", "2512",
  ]

  /// Nil where no value stands in the run, or only one that may as well be a quantity (`10k` alone).
  init?(_ text: [Character], from place: Int) {
    end = place
    var index = place
    var isSure = false
    var bare: (PassiveValue, Int)?
    while index < text.count {
      var stop = index
      while stop < text.count,
        text[stop].isNumberPart || ".%Ω".contains(text[stop]) || text[stop] == "±" && stop == index
      {
        stop += 1
      }
      let word = Array(text[index..<stop])
      guard !word.isEmpty, stop == text.count || !text[stop].isHan, !PassiveWords.isGlued(text, stop) else { break }
      let name = String(word).uppercased()
      let code = name.count == 5 && "RCL".contains(name.first ?? " ") ? String(name.dropFirst()) : name
      if PassiveWords.packages.contains(code) {
        guard package.isEmpty else { break }
        package = code
      } else if PassiveWords.isRating(name) {
        isSure = isSure || value != nil || bare != nil
      } else if value == nil, bare == nil, let found = PassiveValue(word, allowsBare: false) {
        value = found
        isSure = true
      } else if value == nil, bare == nil, let found = PassiveValue(word, allowsBare: true) {
        bare = (found, stop)
      } else {
        break
      }
      end = stop
      index = stop
      if index < text.count, text[index] == " " || text[index] == "/" {
        index += 1
      } else if index == text.count || text[index] != "±" {
        break
      }
    }
    if let bare, value == nil, !package.isEmpty || isSure { value = bare.0 }
    guard value != nil else { return nil }
  }

  /// Whether a mark follows that makes the word something else: `4k+`, `10k*0.3`, `3k:0.1`.
  private static func isGlued(_ text: [Character], _ stop: Int) -> Bool {
    stop < text.count && "+*:@-~=".contains(text[stop])
  }

  private static func isRating(_ word: String) -> Bool {
    if ["X7R", "X5R", "X7S", "X6S", "Y5V", "C0G", "COG", "NP0", "NPO"].contains(word) { return true }
    var digits = word.drop { $0 == "±" }
    guard let last = digits.popLast(), last == "V" || last == "%" else { return false }
    return !digits.isEmpty && digits.allSatisfy { $0.isFigure || $0 == "." }
  }
}
