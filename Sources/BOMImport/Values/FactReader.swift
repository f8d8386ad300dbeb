internal import Electronics

/// Pulls typed facts out of a line's free text: `100n 50V X7R 0603`, `4,7 kΩ ±1% 1/16W`, `10±1.0%kΩ 62.5mW`, `1uF/50V`.
struct FactReader {
  let kind: ComponentKind
  /// Whether the text is the value itself, where bare numbers and codes of three digits mean something.
  let isValue: Bool
  private(set) var facts = LineFacts()
  /// Words that no fact was read from, in order.
  private(set) var rest: [String] = []

  init(_ text: String, kind: ComponentKind, isValue: Bool) {
    self.kind = kind
    self.isValue = isValue
    let words = FactWords.split(text)
    var index = 0
    while index < words.count {
      // Unit and number may stand apart: `10 uF`, `4,7 kΩ`, `1/4 W`.
      if index + 1 < words.count, words[index].last?.isDigit == true, FactWords.isUnit(words[index + 1]),
        read(words[index] + words[index + 1], next: nil)
      {
        index += 2
        continue
      }
      let next = index + 1 < words.count ? words[index + 1] : nil
      if !read(words[index], next: next) { rest.append(words[index]) }
      index += 1
    }
  }

  private mutating func read(_ word: String, next: String?) -> Bool {
    readCombined(word) || readShare(word, next: next) || readFraction(word) || readWord(word) || readCode(word)
      || readQuantity(word) || readBareNumber(word)
  }

  private mutating func set(_ parameter: String, _ quantity: Quantity) {
    if facts.quantities[parameter] == nil { facts.quantities[parameter] = quantity }
  }

  /// atopile's `10±1.0%kΩ`: the tolerance stands between number and unit.
  private mutating func readCombined(_ word: String) -> Bool {
    guard let sign = word.firstIndex(of: "±"), sign > word.startIndex else { return false }
    let number = String(word[..<sign])
    let tail = String(word[word.index(after: sign)...])
    if let percent = tail.firstIndex(of: "%") {
      let share = String(tail[...percent])
      let unit = String(tail[tail.index(after: percent)...])
      guard readQuantity(number + unit) || (unit.isEmpty && readBareNumber(number)) else { return false }
      return readShare(share, next: nil)
    }
    return false
  }

  /// `1%`, `±20%`, `10ppm`. A share a degree is a temperature coefficient, which no requirement of ours names.
  private mutating func readShare(_ word: String, next: String?) -> Bool {
    guard word.hasSuffix("%") || word.lowercased().hasSuffix("ppm") else { return false }
    if let next, ["℃", "°c", "c", "k", "°"].contains(next.lowercased()) { return true }
    guard let share = try? Quantity(parsing: word.lowercased(), as: .ratio), share.stored >= 0 else { return false }
    if word.hasSuffix("%") || kind == .crystal { set("tolerance", share) }
    return true
  }

  /// `1/16W`.
  private mutating func readFraction(_ word: String) -> Bool {
    guard word.uppercased().hasSuffix("W"), let slash = word.firstIndex(of: "/"),
      let over = Int64(word[..<slash]), let under = Int64(word[word.index(after: slash)...].dropLast()), over > 0,
      under > 0,
      over <= 100, under <= 100
    else { return false }
    set("power", Quantity(.power, stored: over * 1_000_000 / under))
    return true
  }

  private mutating func readWord(_ word: String) -> Bool {
    let upper = word.uppercased()
    if let dielectric = FactWords.dielectrics[upper] {
      facts.dielectric = facts.dielectric ?? dielectric
      return true
    }
    if kind == .led, let colour = FactWords.colours[word.lowercased()] {
      facts.colour = facts.colour ?? colour
      return true
    }
    let letters = upper.prefix { !$0.isNumber }
    if ["", "R", "C", "L", "LED", "SMD"].contains(letters),
      PackageName.chipSizes.contains(String(upper.dropFirst(letters.count)))
    {
      facts.package = facts.package ?? .chip(String(upper.dropFirst(letters.count)))
      return true
    }
    return false
  }

  /// `104`, `104K`: two digits and a power of ten in picofarads. A code that ends in 0 may as well be a number, so it is none.
  private mutating func readCode(_ word: String) -> Bool {
    guard kind == .capacitor, isValue, facts.quantities["capacitance"] == nil else { return false }
    let digits = word.prefix { $0.isDigit }
    let letter = word.dropFirst(digits.count)
    let tolerances: [Substring: Int64] = ["": 0, "J": 50, "K": 100, "M": 200, "G": 20, "Z": 0]
    guard digits.count == 3, digits.last != "0", let perMille = tolerances[letter],
      let value = try? Quantity(parsing: String(digits), as: .capacitance, capacitorCode: true)
    else { return false }
    set("capacitance", value)
    if perMille > 0 { set("tolerance", Quantity(.ratio, stored: perMille * 1_000_000)) }
    return true
  }

  /// A number with its unit, or with a multiplier that stands for the kind's own unit.
  private mutating func readQuantity(_ word: String) -> Bool {
    guard word.contains(where: \.isDigit), word.count <= 24 else { return false }
    // `R47` is 0.47 Ω where it is the value; in `Filter_R1` and in descriptions it is a name, and so is a bare `R1`.
    if word.first == "R", !isValue || !rest.isEmpty || word.count < 3 { return false }
    for text in FactWords.spellings(of: word) {
      for (dimension, units) in FactWords.units where units.contains(where: text.hasSuffix) {
        guard let quantity = try? Quantity(parsing: text, as: dimension), quantity.stored >= 0 else { continue }
        return take(quantity)
      }
      if let own = bareDimension(of: text), FactWords.isBare(text, own),
        let quantity = try? Quantity(parsing: text, as: own),
        quantity.stored >= 0
      {
        return take(quantity)
      }
    }
    return false
  }

  /// Ratings are taken for the kinds whose categories have them; on others they are part of a description.
  private mutating func take(_ quantity: Quantity) -> Bool {
    switch (quantity.dimension, kind) {
    case (.resistance, .ferriteBead): set("impedance", quantity)
    // An inductor's ohms are its wire's; only its henries are its value.
    case (.resistance, .inductor): if isValue { set("impedance", quantity) }
    case (.resistance, .resistor), (.resistance, .thermistor), (.resistance, .variable), (.resistance, .array),
      (.resistance, .unknown):
      set("resistance", quantity)
    case (.capacitance, .capacitor), (.capacitance, .unknown): set("capacitance", quantity)
    case (.inductance, .inductor), (.inductance, .unknown), (.inductance, .ferriteBead): set("inductance", quantity)
    case (.frequency, .crystal): set("frequency", quantity)
    case (.voltage, .capacitor), (.voltage, .resistor): set("voltage", quantity)
    case (.current, .inductor), (.current, .ferriteBead): set("current", quantity)
    case (.power, .resistor): set("power", quantity)
    default: break
    }
    return true
  }

  private var ownDimension: Dimension? {
    switch kind {
    case .resistor, .thermistor, .variable, .array, .ferriteBead: .resistance
    case .capacitor: .capacitance
    case .inductor: .inductance
    default: nil
    }
  }

  /// What a number with a bare multiplier measures. Where nothing tells the kind, `4k7` and `10R` are ohms, and `M`, `u` and
  /// `n` could be anything.
  private func bareDimension(of text: String) -> Dimension? {
    if let ownDimension { return ownDimension }
    return kind == .unknown && isValue && text.contains(where: { "kKR".contains($0) }) ? .resistance : nil
  }

  /// A resistor's bare number is in ohms; `100E` too, where E stands for ohms.
  private mutating func readBareNumber(_ word: String) -> Bool {
    guard isValue, ownDimension == .resistance else { return false }
    let number = word.last == "E" || word.last == "e" ? String(word.dropLast()) : word
    guard number.first?.isDigit == true, number.allSatisfy({ $0.isDigit || $0 == "." || $0 == "," }),
      facts.quantities["resistance"] == nil, let value = try? Quantity(parsing: number, as: .resistance)
    else { return false }
    return take(value)
  }
}
