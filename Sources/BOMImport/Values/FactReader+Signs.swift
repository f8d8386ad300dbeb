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
