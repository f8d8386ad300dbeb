extension Quantity {
  /// Reads a quantity as people write it, exactly.
  ///
  /// Accepted: a number and a unit (`500 mA`, `4,7 kΩ`, `26MHz`), a unit or multiplier in the place of the decimal point
  /// (`4k7`, `3V3`, `0R1`), a bare multiplier (`10k`, `100n`) or a bare number in the base unit where the dimension has one,
  /// and a leading `±` for shares. `capacitorCode` takes three bare digits as two digits and a power of ten in picofarads
  /// (`104` is 100 nF); it is for places where such codes are usual.
  ///
  /// Bits and bytes count in powers of 1,024: `16 MB` is `128 Mbit` is 2²⁷ bit.
  package init(parsing text: String, as dimension: Dimension, capacitorCode: Bool = false) throws(QuantityError) {
    let plain = NumberText.normalized(text)
    if plain.isEmpty { throw .empty }
    if capacitorCode, dimension == .capacitance, let picofarads = Self.capacitorCode(plain) {
      self.init(dimension, stored: picofarads * 1000)
      return
    }
    self = try Written(plain, as: dimension).quantity(dimension)
  }

  /// `104` → 10 × 10⁴ pF; nil for other texts.
  private static func capacitorCode(_ text: String) -> Int64? {
    let digits = text.compactMap(\.wholeNumberValue)
    guard text.count == 3, digits.count == 3, digits[0] > 0 else { return nil }
    var value = Int64(digits[0] * 10 + digits[1])
    if digits[2] == 9 { return value % 10 == 0 ? value / 10 : nil }
    for _ in 0..<digits[2] { value *= 10 }
    return value
  }
}

/// A number and the unit behind it, before they are joined.
struct Written {
  var number: DecimalNumber
  /// Nil for a bare number.
  var unit: MeasureUnit?
  /// Whether `unit` is a multiplier without a unit: `10k`.
  var isBareMultiplier = false
  var text: String

  /// Splits a normalised text.
  init(_ plain: String, as dimension: Dimension) throws(QuantityError) {
    text = plain
    var body = plain
    if dimension == .ratio {
      for sign in ["±", "+/-", "+-"] where body.hasPrefix(sign) { body = String(body.dropFirst(sign.count)) }
      if body.hasPrefix(" ") { body.removeFirst() }
    }
    var scanner = NumberScanner(body)
    if let inner = try Self.letterForPoint(body, as: dimension) {
      self = inner
      text = plain
      return
    }
    guard let number = try scanner.number() else { throw .notANumber(plain) }
    self.number = number
    scanner.skipBlanks()
    let rest = scanner.rest
    if rest.isEmpty { return }
    if let unit = dimension.unit(rest) {
      self.unit = unit
    } else if let multiplier = dimension.bareMultipliers.first(where: { $0.symbol == rest }) {
      unit = multiplier
      isBareMultiplier = true
    } else if let other = Dimension.allCases.first(where: { $0 != dimension && $0 != .number && $0.unit(rest) != nil })
    {
      throw .wrongDimension(rest, found: other, expected: dimension)
    } else if rest.unicodeScalars.first.map({ $0.properties.isAlphabetic || "%‰°\"".unicodeScalars.contains($0) })
      == true
    {
      throw .unknownUnit(rest, dimension, didYouMean: Self.meant(rest, dimension))
    } else {
      throw .notANumber(plain)
    }
  }

  private init(number: DecimalNumber, unit: MeasureUnit, text: String) {
    self.number = number
    self.unit = unit
    self.text = text
  }

  /// `4k7`, `3V3`, `2u2F`, `R47`: a letter stands for the decimal point. Nil for other texts.
  private static func letterForPoint(_ body: String, as dimension: Dimension) throws(QuantityError) -> Written? {
    var scanner = NumberScanner(body)
    let whole = scanner.digits()
    let rest = scanner.rest
    let letters = dimension.bareMultipliers + dimension.units.filter { $0.symbol.count == 1 }
    guard let letter = letters.first(where: { rest.hasPrefix($0.symbol) }), dimension != .number else { return nil }
    if whole.isEmpty, letter.symbol != "R" { return nil }
    scanner = NumberScanner(String(rest.dropFirst(letter.symbol.count)))
    let fraction = scanner.digits()
    let tail = scanner.rest
    if fraction.isEmpty { return nil }
    guard tail.isEmpty || dimension.units.contains(where: { $0.symbol == tail }) else { return nil }
    guard fraction.count <= 12, let mantissa = Int128(whole + fraction) else { throw .outOfRange }
    return Written(
      number: DecimalNumber(mantissa: mantissa, exponent: -fraction.count), unit: letter, text: body)
  }

  /// The known unit closest to a misspelt one: the same letters in other case first.
  private static func meant(_ written: String, _ dimension: Dimension) -> String? {
    let known = dimension.suggestedUnits
    if let same = known.first(where: { $0.lowercased() == written.lowercased() }) { return same }
    return known.filter { abs($0.count - written.count) <= 1 && $0.count > 1 }
      .first {
        $0.dropLast() == written || $0.dropFirst() == written || written.dropLast() == $0
          || $0.sorted() == written.sorted()
      }
  }

  /// The quantity, with `shared` as the unit of a bare number (the unit at the end of a range).
  func quantity(_ dimension: Dimension, shared: MeasureUnit? = nil) throws(QuantityError) -> Quantity {
    guard let unit = unit ?? shared else {
      guard dimension.acceptsBareNumber else { throw .missingUnit(text, dimension) }
      return Quantity(dimension, stored: try number.scaled(to: dimension.storedExponent))
    }
    let shifted = DecimalNumber(mantissa: number.mantissa, exponent: number.exponent + unit.exponent)
    return Quantity(dimension, stored: try shifted.scaled(to: dimension.storedExponent, factor: unit.factor))
  }
}
