internal import Electronics

/// What a column states about its parts, by the looks of its cells: volts, shares, watts, sizes of chips, dielectrics.
struct StatementLikeness: Sequence {
  /// A field, and what its cells are called in a message.
  struct Guess {
    var field: BOMField
    var words: String
  }

  private let guesses: [Guess]

  /// O(cells).
  init(_ texts: [String]) {
    guesses = Self.tests.filter { test in texts.count { test.holds($0) } * 5 >= texts.count * 4 }.map {
      Guess(field: $0.field, words: $0.words)
    }
  }

  func makeIterator() -> IndexingIterator<[Guess]> { guesses.makeIterator() }

  private static let tests: [(field: BOMField, words: String, holds: @Sendable (String) -> Bool)] = [
    (.voltage, "voltages", { measures($0, .voltage) }), (.power, "powers", { measures($0, .power) }),
    (.current, "currents", { measures($0, .current) }), (.tolerance, "tolerances", isShare),
    (.dielectric, "dielectrics", { FactWords.dielectrics[$0.halfWidth.trimmedBlanks.uppercased()] != nil }),
    (.value, "values", { text in passives.contains { measures(text, $0) } }), (.footprint, "packages", isPackage),
  ]

  /// The value of a resistor, a capacitor or a coil, where a text is nothing else: `22k`, `100 nF`. Nil for any other.
  static func value(_ text: String) -> Quantity? {
    let plain = text.halfWidth.filter { !$0.isWhitespace }
    let number = plain.prefix { $0.isDigit || ".,".contains($0) }
    guard !number.isEmpty, let digits = ValueNumber.plain(number),
      let meaning = UnitWord.meaning(String(plain.dropFirst(number.count)))
    else { return nil }
    let bare: Dimension = ["p", "n", "u"].contains(meaning.prefix) ? .capacitance : .resistance
    let dimension = meaning.dimension ?? bare
    guard passives.contains(dimension), meaning.dimension != nil || UnitWord.allows(meaning.prefix, bare: bare) else {
      return nil
    }
    return UnitWord.quantity(digits, meaning.prefix, dimension)
  }

  private static let passives: [Dimension] = [.resistance, .capacitance, .inductance, .frequency]

  /// `50V`, `1/16 W`: a number with a unit of the dimension.
  private static func measures(_ text: String, _ dimension: Dimension) -> Bool {
    let plain = text.halfWidth.filter { !$0.isWhitespace }
    let number = plain.prefix { $0.isDigit || "./,".contains($0) }
    return !number.isEmpty && UnitWord.meaning(String(plain.dropFirst(number.count)))?.dimension == dimension
  }

  /// `±1%`
  private static func isShare(_ text: String) -> Bool {
    let plain = text.halfWidth.filter { !$0.isWhitespace }
    return plain.last == "%" && plain.dropLast().contains(where: \.isDigit)
      && plain.dropLast().allSatisfy { $0.isDigit || "±+-/.,".contains($0) }
  }

  /// A chip's size or a name of a package, and nothing else.
  private static func isPackage(_ text: String) -> Bool {
    let plain = text.halfWidth.trimmedBlanks
    return plain.count <= 24 && !plain.contains(where: \.isWhitespace) && PackageName(plain) != nil
  }
}
