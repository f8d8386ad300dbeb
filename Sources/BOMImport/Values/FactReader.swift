internal import Electronics

/// Reads typed facts out of a cell's text, and accounts for each of its words: `100n 50V X7R 0603`, `4,7 kΩ ±1% 1/16W`,
/// `10±1.0%kΩ 62.5mW`, `1uF/50V`, `1 MEG`, `10 kilohm`.
struct FactReader {
  /// What a cell is.
  enum Role: Hashable {
    /// The value itself, where bare numbers and codes of three digits mean something.
    case value
    /// A column of its own, whose name gives the unit: `25` under `Voltage`.
    case rating(BOMField)
    /// A description, where what is not understood says nothing.
    case prose
  }

  let kind: ComponentKind
  let role: Role
  private let vocabulary: LineWords
  var facts = LineFacts()
  /// Each word, or each group of words that is one statement, in the order of the text.
  var tokens: [CellToken] = []
  /// Statements of this text that contradict each other.
  private(set) var disagreements: [LineFacts.Disagreement] = []

  /// Words that no fact was read from, in order.
  var rest: [String] { tokens.filter { $0.reading == .unread }.map(\.text) }

  /// O(length).
  init(_ text: String, kind: ComponentKind, role: Role, words vocabulary: LineWords) {
    self.kind = kind
    self.role = role
    self.vocabulary = vocabulary
    let words = FactWords.split(readCans(in: text))
    var index = 0
    while index < words.count {
      // Number and unit may stand apart: `10 uF`, `4,7 kΩ`, `1/4 W`, `10 k ohm`.
      if let first = words[index].first, first.isDigit || ".±+-".contains(first),
        !PackageName.chipSizes.contains(words[index]),
        let count = [2, 1].first(where: { isUnit(words, from: index + 1, count: $0) })
      {
        let joined = words[index...(index + count)]
        if let reading = read(joined.joined()) {
          tokens.append(CellToken(joined.joined(separator: " "), reading))
          index += count + 1
          continue
        }
      }
      // `100 ppm / K` and `±100ppm/℃` are one statement.
      let next = index + 1 < words.count ? words[index + 1] : nil
      if let reading = readCoefficient(words[index], next) {
        tokens.append(CellToken("\(words[index])/\(next ?? "")", reading))
        index += 2
        continue
      }
      // `Yellow Green` is one colour.
      if kind == .led, let next, case let named = vocabulary.colours(in: "\(words[index])-\(next)"), named.count == 1,
        named[0].word.contains("-"), let reading = read("\(words[index])-\(next)")
      {
        tokens.append(CellToken("\(words[index]) \(next)", reading))
        index += 2
        continue
      }
      // `non polarized` takes back what the second word says.
      if let next, FactWords.negations.contains(words[index].lowercased()),
        let meaning = vocabulary.meaning(of: next, kind: kind), meaning != .silent
      {
        tokens.append(CellToken("\(words[index]) \(next)", .silent))
        index += 2
        continue
      }
      let isSign = !words[index].contains { $0.isLetter || $0.isNumber }
      tokens.append(CellToken(words[index], read(words[index]) ?? (isSign ? .silent : .unread)))
      index += 1
    }
    guard role == .value else { return }
    markLimitsOfValue()
    if let sign = FactWords.qualifier(of: text) ?? FactWords.joint(in: text) {
      tokens.append(CellToken(sign, .unread))
      return
    }
    markRepeatedValues()
  }

  private func isUnit(_ words: [String], from start: Int, count: Int) -> Bool {
    guard start + count <= words.count else { return false }
    let unit = words[start..<(start + count)].joined()
    if unit.first?.isDigit != false { return false }
    if count == 1, unit == "%" || Self.shareWords.contains(unit.lowercased()) { return true }
    guard let meaning = UnitWord.meaning(unit) else { return false }
    return meaning.dimension != nil || ownDimension.map { UnitWord.allows(meaning.prefix, bare: $0) } == true
  }

  private mutating func read(_ word: String) -> CellToken.Reading? {
    readConstant(word) ?? readCombined(word) ?? readShare(word) ?? readFraction(word) ?? readWord(word) ?? readCode(
      word) ?? readQuantity(
        word)
      ?? readBareNumber(word) ?? readVocabulary(word) ?? readGlued(word)
  }

  // MARK: Facts

  mutating func set(_ parameter: String, _ quantity: Quantity) -> CellToken.Reading {
    // A distributor's `4.3nH 0.3nH` states the tolerance in the value's own unit.
    if role == .prose, parameter == kind.valueParameter, let own = facts.quantities[parameter],
      quantity.stored < own.stored / 5
    {
      return .ignored
    }
    // Distributors' texts state a current for saturation as well, and a tolerance of a constant or over temperature, in the order of their
    // letters: which is the part's nobody says, so that the one that asks for least counts.
    if role == .prose, Self.statedOften.contains(parameter), let own = facts.quantities[parameter], own != quantity {
      guard (parameter == "tolerance") == (quantity.stored > own.stored) else { return .ignored }
      facts.quantities[parameter] = quantity
      return .read("\(parameter) \(quantity)")
    }
    note(facts.join(parameter, quantity))
    return .read("\(parameter) \(quantity)")
  }

  private static let statedOften: Set<String> = ["current", "tolerance"]

  mutating func note(_ disagreement: LineFacts.Disagreement?) {
    if let disagreement { disagreements.append(disagreement) }
  }

  // MARK: Shares

  /// `1%`, `±20%`, a crystal's `10ppm`.
  mutating func readShare(_ word: String) -> CellToken.Reading? {
    var lower = word.lowercased()
    if let name = Self.shareWords.first(where: lower.hasSuffix) { lower = lower.dropLast(name.count) + "%" }
    guard lower.hasSuffix("%") || lower.hasSuffix("ppm") else { return nil }
    let number = String(lower.drop { "±+-".contains($0) })
    guard let share = try? Quantity(parsing: number.replacing(",", with: "."), as: .ratio), share.stored >= 0 else {
      return nil
    }
    if lower.hasSuffix("%") || kind == .crystal { return set("tolerance", share) }
    return asks(word)
  }

  /// Words for hundredths, lower case.
  private static let shareWords = ["percent", "pct", "prozent"]

  /// A share a degree is a temperature coefficient, which no list states.
  private mutating func readCoefficient(_ word: String, _ next: String?) -> CellToken.Reading? {
    guard word.lowercased().hasSuffix("ppm"), let next, ["℃", "°c", "c", "k", "°"].contains(next.lowercased()) else {
      return nil
    }
    return asks("\(word)/\(next)")
  }

  /// Keeps that the line asks for what nothing here can check.
  private mutating func asks(_ word: String) -> CellToken.Reading {
    if role == .prose { return .ignored }
    facts.unchecked.insert(word)
    return .read("asks for \(word)")
  }

  // MARK: Ratings

  /// `1/16W`, and `1/4` of a resistor.
  private mutating func readFraction(_ word: String) -> CellToken.Reading? {
    var upper = word.uppercased()
    if let name = ["ATTS", "ATT"].first(where: { upper.hasSuffix("W" + $0) }) { upper.removeLast(name.count) }
    let body = upper.hasSuffix("W") ? upper.dropLast() : upper[...]
    guard let slash = body.firstIndex(of: "/"), let over = Int64(body[..<slash]),
      let under = Int64(body[body.index(after: slash)...]), over > 0, under > 1, over <= 100, under <= 100,
      upper.hasSuffix("W") || role == .rating(.power) || role == .value && kind == .resistor
    else { return nil }
    guard kind == .resistor || role == .rating(.power) else { return nil }
    return set("power", Quantity(.power, stored: over * 1_000_000 / under))
  }

  private mutating func readWord(_ word: String) -> CellToken.Reading? {
    let upper = word.uppercased()
    if kind == .capacitor || kind == .unknown, let dielectric = FactWords.dielectrics[upper] {
      note(facts.join(dielectric: dielectric))
      return .read("dielectric \(dielectric)")
    }
    if kind == .led, case let colours = Set(vocabulary.colours(in: word).map(\.colour)), colours.count == 1,
      let colour = colours.first
    {
      note(facts.join(colour: colour))
      return .read("colour \(colour)")
    }
    let letters = upper.prefix { !$0.isNumber }
    var digits = String(upper.dropFirst(letters.count))
    // A library's `0603R`; as a value `1206R` is 1206 Ω.
    if letters.isEmpty, digits.count == 5, ["R", "C", "L"].contains(digits.last), digits.first == "0" || role == .prose
    {
      digits.removeLast()
    }
    if ["", "R", "C", "L", "LED", "SMD"].contains(letters), PackageName.chipSizes.contains(digits) {
      note(facts.join(package: .chip(digits)))
      return .read("package \(digits)")
    }
    return nil
  }

  /// `104`, `104K`: two digits and a power of ten in picofarads. A code that ends in 0 may as well be a number, so it is none.
  private mutating func readCode(_ word: String) -> CellToken.Reading? {
    guard kind == .capacitor, role == .value, facts.quantities["capacitance"] == nil else { return nil }
    let digits = word.prefix { $0.isDigit }
    let letter = word.dropFirst(digits.count)
    let tolerances: [Substring: Int64] = ["": 0, "J": 50, "K": 100, "M": 200, "G": 20, "Z": 0]
    guard digits.count == 3, digits.last != "0", let perMille = tolerances[letter],
      let value = try? Quantity(parsing: String(digits), as: .capacitance, capacitorCode: true)
    else { return nil }
    let reading = set("capacitance", value)
    if perMille > 0 { _ = set("tolerance", Quantity(.ratio, stored: perMille * 1_000_000)) }
    return reading
  }

  // MARK: Quantities

  /// A number with its unit, or with a multiplier that stands for the kind's own unit.
  mutating func readQuantity(_ word: String) -> CellToken.Reading? {
    guard word.contains(where: \.isDigit), word.count <= 24 else { return nil }
    if word.first == "@" { return readCondition(String(word.dropFirst())) }
    let digits = word.prefix { $0.isDigit || $0 == "." || $0 == "," }
    let unit = word.dropFirst(digits.count)
    if digits.isEmpty { return readLeadingLetter(word) }
    guard !unit.isEmpty else { return nil }
    if let number = ValueNumber.plain(digits), let meaning = UnitWord.meaning(String(unit)) {
      return quantity(number, meaning.prefix, meaning.dimension).flatMap { take($0) }
    }
    return readLetterForPoint(digits, unit)
  }

  /// `600R@100MHz`, `@100M`: a bead's impedance holds at 100 MHz. At other frequencies nobody can check it.
  private mutating func readCondition(_ text: String) -> CellToken.Reading? {
    guard kind == .ferriteBead || kind == .inductor else { return readQuantity(text) }
    return ["100m", "100mhz"].contains(text.lowercased()) ? .silent : nil
  }

  /// `R47` is 0.47 Ω where it is the value; in `Filter_R1` and in descriptions it is a name, and so is a bare `R1`.
  private mutating func readLeadingLetter(_ word: String) -> CellToken.Reading? {
    guard word.first == "R", role == .value, tokens.isEmpty, word.count >= 3, ownDimension == .resistance,
      word.dropFirst().allSatisfy(\.isDigit)
    else { return nil }
    return UnitWord.quantity("0.\(word.dropFirst())", "", .resistance).flatMap { take($0) }
  }

  /// `4k7`, `6V3`, `2u2F`, `1meg5`: the letter stands for the point.
  private mutating func readLetterForPoint(_ whole: Substring, _ rest: Substring) -> CellToken.Reading? {
    let letters = rest.prefix { !$0.isDigit }
    let fraction = rest.dropFirst(letters.count).prefix { $0.isDigit }
    let tail = rest.dropFirst(letters.count + fraction.count)
    guard whole.allSatisfy(\.isDigit), (1...6).contains(fraction.count),
      letters.count == 1 || letters.lowercased() == "meg",
      let meaning = UnitWord.meaning(String(letters))
    else { return nil }
    var dimension = meaning.dimension
    if !tail.isEmpty {
      guard let unit = UnitWord.meaning(String(tail)), unit.prefix.isEmpty, let measured = unit.dimension,
        dimension == nil || dimension == measured
      else { return nil }
      dimension = measured
    }
    return quantity("\(whole).\(fraction)", meaning.prefix, dimension).flatMap { take($0) }
  }

  private func quantity(_ number: String, _ prefix: String, _ dimension: Dimension?) -> Quantity? {
    if let dimension { return UnitWord.quantity(number, prefix, dimension) }
    guard let own = bareDimension(of: prefix), UnitWord.allows(prefix, bare: own) else { return nil }
    return UnitWord.quantity(number, prefix, own)
  }

  /// The parameter that a quantity of the dimension gives for the kind; nil where a component of the kind has none such.
  private func parameter(_ dimension: Dimension) -> String? {
    switch (dimension, kind) {
    case (.resistance, .ferriteBead): "impedance"
    // An inductor's ohms are its wire's, unless it has nothing else and is a bead.
    case (.resistance, .inductor):
      role == .value ? (facts.quantities["inductance"] == nil ? "impedance" : "dc-resistance") : nil
    case (.resistance, .resistor), (.resistance, .thermistor), (.resistance, .variable), (.resistance, .array),
      (.resistance, .unknown):
      "resistance"
    case (.capacitance, .capacitor), (.capacitance, .unknown): "capacitance"
    case (.capacitance, .crystal): "load-capacitance"
    case (.inductance, .inductor), (.inductance, .unknown), (.inductance, .ferriteBead): "inductance"
    case (.frequency, .crystal): "frequency"
    case (.voltage, .capacitor), (.voltage, .resistor): "voltage"
    case (.current, .inductor), (.current, .ferriteBead): "current"
    case (.power, .resistor): "power"
    default: nil
    }
  }

  private mutating func take(_ quantity: Quantity) -> CellToken.Reading? {
    guard quantity.stored >= 0 else { return nil }
    if case .rating(let field) = role, let dimension = field.dimension, quantity.dimension != dimension {
      // `0.25 pF` of a tolerance is no share, and no list states it.
      return field == .tolerance && quantity.dimension == ownDimension ? asks("\(quantity)") : nil
    }
    if let reading = readSecond(quantity) { return reading }
    if let parameter = parameter(quantity.dimension) { return set(parameter, quantity) }
    // A bead's impedance holds at 100 MHz.
    if kind == .ferriteBead || kind == .inductor, quantity == Quantity(.frequency, stored: 100_000_000_000) {
      return .silent
    }
    return nil
  }

  private var ownDimension: Dimension? {
    switch kind {
    case .resistor, .thermistor, .variable, .array, .ferriteBead: .resistance
    case .capacitor: .capacitance
    case .inductor: .inductance
    case .crystal: .frequency
    default: nil
    }
  }

  /// What a number with a bare multiplier measures. Where nothing tells the kind, `4k7` and `10R` are ohms, and `M`, `u` and
  /// `n` could be anything.
  private func bareDimension(of prefix: String) -> Dimension? {
    if case .rating(let field) = role { return field.dimension ?? ownDimension }
    if let ownDimension { return ownDimension }
    return kind == .unknown && role == .value && prefix == "k" ? .resistance : nil
  }

  /// A resistor's bare number is in ohms; `100E` too, where E stands for ohms. In a column of its own the name of the column
  /// gives the unit.
  mutating func readBareNumber(_ word: String) -> CellToken.Reading? {
    if case .rating(let field) = role { return readRating(word, field) }
    guard role == .value, ownDimension == .resistance else { return nil }
    let number = word.last == "E" || word.last == "e" ? word.dropLast() : word[...]
    guard facts.quantities["resistance"] == nil, facts.quantities["impedance"] == nil, !Self.isLong(number),
      let plain = ValueNumber.plain(number),
      let value = UnitWord.quantity(plain, "", .resistance)
    else { return nil }
    return take(value)
  }

  /// Letters of tolerances in per mille, of resistors; a capacitor's `B` to `D` are picofarads.
  private static let toleranceLetters: [String: Int64] = [
    "B": 1, "C": 2, "D": 5, "F": 10, "G": 20, "J": 50, "K": 100, "M": 200,
  ]

  /// Letters of a small capacitor's tolerance in picofarads.
  private static let picofarads = ["A": "0.05", "B": "0.1", "C": "0.25", "D": "0.5"]

  private mutating func readRating(_ word: String, _ field: BOMField) -> CellToken.Reading? {
    if field == .tolerance, let perMille = Self.toleranceLetters[word.uppercased()],
      kind == .resistor ? word.uppercased() != "C" : perMille >= 10
    {
      return set("tolerance", Quantity(.ratio, stored: perMille * 1_000_000))
    }
    // A small capacitor's `C` is ±0.25 pF, which no list states.
    if field == .tolerance, kind == .capacitor, let share = Self.picofarads[word.uppercased()] {
      return asks("±\(share) pF")
    }
    guard let number = ValueNumber.plain(word.drop { "±+".contains($0) }), let value = Double(number) else {
      return nil
    }
    switch field {
    // Less than a tenth could be a share (`0.05`) or per cent.
    case .tolerance where value >= 0.5 && value <= 50:
      return (try? Quantity(parsing: number + "%", as: .ratio)).map { set("tolerance", $0) }
    case .voltage: return UnitWord.quantity(number, "", .voltage).map { set("voltage", $0) }
    case .power where value <= 10: return UnitWord.quantity(number, "", .power).map { set("power", $0) }
    case .current where value <= 50: return UnitWord.quantity(number, "", .current).map { set("current", $0) }
    default: return nil
    }
  }

  // MARK: Words

  private mutating func readVocabulary(_ word: String) -> CellToken.Reading? {
    // A thermistor's B constant: `B3950`.
    if kind == .thermistor, word.first == "B", (4...5).contains(word.count), word.dropFirst().allSatisfy(\.isDigit) {
      return .read("B constant")
    }
    switch vocabulary.meaning(of: word, kind: kind) {
    case .silent:
      // `C` names a capacitor; in a column of its own a letter is a code.
      if case .rating = role, word.count == 1, word.first?.isLatin == true { return nil }
      // Behind the value it is a tolerance: `10p C`.
      if kind == .capacitor, role == .value, word == "C", facts.quantities["capacitance"] != nil { return asks(word) }
      return .silent
    case .grade: return asks(word)
    case .unchecked:
      facts.unchecked.insert(word)
      return .read("asks for \(word)")
    case .categories(let names, let isUnchecked):
      note(facts.join(categories: names))
      if isUnchecked { facts.unchecked.insert(word) }
      return .read(names.sorted().joined(separator: " or "))
    case .kind(let other): return .read("kind \(other.rawValue)")
    case nil: return nil
    }
  }
}
