internal import Electronics

/// Statements that stand too near to each other, and one that stands twice.
extension FactReader {
  /// `10uF16V`, `100nF50V`, `10k1%`: a quantity with its unit, and another one without a blank between them.
  mutating func readGlued(_ word: String) -> CellToken.Reading? {
    guard word.count <= 20, word.first?.isNumber == true else { return nil }
    for place in word.indices.dropFirst() where word[place].isNumber {
      let (head, tail) = (String(word[..<place]), String(word[place...]))
      // `4u7` is one number; a unit or a multiplier of ohms ends one.
      let letters = head.reversed().prefix { $0.isLetter }
      guard let last = letters.first, letters.count > 1 || !"pnuµmVv".contains(last),
        tail.contains(where: { $0.isLetter || $0 == "%" })
      else { continue }
      var trial = self
      guard case .read(let first)? = trial.readQuantity(head),
        case .read(let second)? = trial.readShare(tail) ?? trial.readQuantity(tail)
      else { continue }
      self = trial
      return .read("\(first), \(second)")
    }
    return nil
  }

  /// Takes the size of a can in a capacitor's value, `220uF 10V 6.3*5.4`, and returns the rest of the text.
  mutating func readCans(in text: String) -> String {
    guard kind == .capacitor, role == .value, text.contains(where: { "xX*×".contains($0) }) else { return text }
    var rest: [Substring] = []
    for piece in text.split(whereSeparator: \.isWhitespace) {
      guard piece.first?.isNumber == true || piece.first.map("φ⌀".contains) == true,
        let can = CapacitorCase.package(String(piece))
      else {
        rest.append(piece)
        continue
      }
      note(facts.join(package: can))
      tokens.append(CellToken(String(piece), .read("package \(can)")))
    }
    return rest.joined(separator: " ")
  }

  /// Words that limit what stands beside them.
  private static let limits: Set<String> = ["max", "min", "maximum", "minimum", "maximal", "minimal", "最大", "最小"]

  /// `max 10uF` and `10uF min` leave the value open, so that the word is not understood; a rating may have one: `10uF min 50V`, `10uF 50V max`.
  mutating func markLimitsOfValue() {
    guard let parameter = kind.valueParameter,
      let value = tokens.firstIndex(where: { token in
        if case .read(let fact) = token.reading { fact.hasPrefix(parameter + " ") } else { false }
      })
    else { return }
    for place in [value - 1, value + 1] where tokens.indices.contains(place) {
      let word = LineWords.plain(tokens[place].text).filter { $0 != "." }
      guard Self.limits.contains(word) else { continue }
      // Before a rating it is the rating's.
      if place > value, tokens.indices.contains(place + 1), case .read = tokens[place + 1].reading { continue }
      tokens[place].reading = .unread
    }
  }

  /// Whether a bare number has more digits than values have: `742792662` is a part's number. Zeros at its end do not count.
  static func isLong(_ number: some StringProtocol) -> Bool {
    let digits = number.filter(\.isNumber)
    return digits.reversed().drop { $0 == "0" }.count > 5
  }

  /// The second of two ohms of a bead, or of two currents of a coil; nil where it is neither.
  mutating func readSecond(_ quantity: Quantity) -> CellToken.Reading? {
    if kind == .ferriteBead, quantity.dimension == .resistance, let own = facts.quantities["impedance"] {
      // `120Ohm/3000mA/25mOhm`: the least of a bead's ohms are its wire's, wherever they stand.
      if quantity.stored < own.stored / 20 { return set("dc-resistance", quantity) }
      guard own.stored < quantity.stored / 20, facts.quantities["dc-resistance"] == nil else { return nil }
      (facts.quantities["dc-resistance"], facts.quantities["impedance"]) = (own, quantity)
      return .read("impedance \(quantity)")
    }
    guard kind == .inductor, role == .value, quantity.dimension == .current, let own = facts.quantities["current"],
      own != quantity, facts.quantities["saturation-current"] == nil
    else { return nil }
    // `3A/3.8A`: the lesser is what the coil bears, the greater that at which its core is saturated.
    let (least, most) = own.stored < quantity.stored ? (own, quantity) : (quantity, own)
    (facts.quantities["current"], facts.quantities["saturation-current"]) = (least, most)
    return .read("\(quantity == most ? "saturation-current" : "current") \(quantity)")
  }

  /// `10uF 10uF` may be two parts, so that the second one is not understood; `0.1uF(100nF)` is one in two ways.
  mutating func markRepeatedValues() {
    guard let parameter = kind.valueParameter else { return }
    var seen: Set<String> = []
    for place in tokens.indices {
      guard case .read(let fact) = tokens[place].reading, fact.hasPrefix(parameter + " ") else { continue }
      if !seen.insert(tokens[place].text.lowercased()).inserted { tokens[place].reading = .unread }
    }
  }

  /// atopile's `10±1.0%kΩ`: the tolerance stands between number and unit.
  mutating func readCombined(_ word: String) -> CellToken.Reading? {
    guard let sign = word.firstIndex(of: "±"), sign > word.startIndex else { return nil }
    let number = String(word[..<sign])
    let tail = String(word[word.index(after: sign)...])
    guard let percent = tail.firstIndex(of: "%") else { return nil }
    let unit = String(tail[tail.index(after: percent)...])
    guard let value = readQuantity(number + unit) ?? (unit.isEmpty ? readBareNumber(number) : nil),
      case .read(let first) = value, case .read(let second)? = readShare(String(tail[...percent]))
    else { return nil }
    return .read("\(first), \(second)")
  }

  /// `3950K` of a thermistor behind its ohms, or anywhere in prose.
  func readConstant(_ word: String) -> CellToken.Reading? {
    guard kind == .thermistor, facts.quantities["resistance"] != nil || role == .prose, word.count == 5,
      word.last?.uppercased() == "K",
      word.dropLast().allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return .read("B constant")
  }
}
