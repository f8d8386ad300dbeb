extension NumberFormat {
  /// A number as its format shows it.
  struct Shown: Sendable, Hashable {
    var text: String
    /// Whether the cell shows fewer digits than it stores; the text has those that are stored.
    var isRounded = false
    /// Whether the number is a day or a time.
    var isDate = false
  }

  /// What a cell with this number shows. Where the format rounds, the text keeps the digits that are stored: 4.7 in `0"k"`
  /// shows `5k` and is read as `4.7k`.
  func shown(_ number: DecimalNumber) -> Shown {
    let (section, showsSign) = section(for: number)
    if section.isDate { return Shown(text: CalendarDay.text(number.double), isDate: true) }
    // A format that hides a number hides it from the eye, not from the plan.
    if section.tokens.isEmpty { return Shown(text: number.plain) }
    let sign = number.isNegative && showsSign ? "-" : ""
    if !section.hasDigits {
      let words = section.tokens.map { token in
        switch token {
        case .literal(let text): text
        case .percent: "%"
        case .text: number.magnitude.plain
        default: ""
        }
      }
      return Shown(text: words.joined())
    }
    let scaled = number.magnitude.scaled(byPowerOfTen: 2 * section.percents - 3 * section.thousands)
    if section.tokens.contains(.general) || section.tokens.contains(.exponent) || section.isFraction {
      return Shown(text: sign + section.around(scaled.plain), isRounded: section.rounds(scaled))
    }
    let rounded = scaled.rounded(decimals: section.decimals)
    // Nobody means a share of nought per cent: 0.001 in `0%` is 0.1 %.
    let isRounded = rounded != scaled && !(rounded.isZero && section.percents > 0)
    return Shown(text: sign + section.filled(with: scaled), isRounded: isRounded)
  }

  /// What a cell with this text shows: a section with `@` may put words around it.
  func shown(_ text: String) -> String {
    guard let section = sections.count == 4 ? sections[3] : sections.last, section.tokens.contains(.text) else {
      return text
    }
    return section.tokens.map { token in
      switch token {
      case .literal(let literal): literal
      case .text: text
      default: ""
      }
    }.joined()
  }
}

extension NumberFormat.Section {
  /// The number in place of all signs for digits: for formats whose own way of writing says no more.
  fileprivate func around(_ number: String) -> String {
    var output = ""
    var isWritten = false
    let last = tokens.lastIndex(where: \.isDigit) ?? -1
    for (index, token) in tokens.enumerated() {
      switch token {
      // The blank between the whole and the fraction of `# ?/?`.
      case .literal(let text) where isWritten && index < last && text.allSatisfy(\.isWhitespace): break
      case .literal(let text): output += text
      case .percent: output += "%"
      case .digit, .general, .point, .exponent, .slash, .text:
        if !isWritten { output += number }
        isWritten = true
      }
    }
    return output
  }

  /// Whether a number in scientific notation shows fewer digits than it has.
  fileprivate func rounds(_ number: DecimalNumber) -> Bool {
    guard tokens.contains(.exponent) else { return false }
    let before = tokens.prefix { $0 != .point && $0 != .exponent }.count {
      if case .digit = $0 { true } else { false }
    }
    return number.digits.count > max(1, before) + decimals
  }

  /// The number's digits in the places of the format, signs between the places kept: 47 in `0"k"0` is `4k7`.
  fileprivate func filled(with number: DecimalNumber) -> String {
    let (integer, fraction) = number.parts
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    var front = tokens[..<point]
    var suffix: [NumberFormat.Token] = []
    if point == tokens.endIndex {
      // Behind the last place stands what follows the whole number.
      while let last = front.last, !last.isDigit { suffix.insert(front.removeLast(), at: 0) }
    }
    return integerText(Array(front), integer)
      + fractionText(point < tokens.endIndex ? Array(tokens[(point + 1)...]) : [], fraction)
      + suffix.map(\.written).joined()
  }

  private func integerText(_ places: [NumberFormat.Token], _ integer: String) -> String {
    var rest = Array(integer)
    // The last piece first.
    var output: [String] = []
    let first = places.firstIndex(where: \.isDigit)
    let firstZero = places.firstIndex(of: .digit(isZero: true)) ?? places.endIndex
    for (index, place) in places.enumerated().reversed() {
      guard place.isDigit else {
        output.append(place.written)
        continue
      }
      if let digit = rest.popLast() {
        output.append(String(digit))
      } else if index >= firstZero {
        output.append("0")
      }
      if index == first {
        output.append(String(rest))
        rest = []
      }
    }
    return output.reversed().joined()
  }

  private func fractionText(_ places: [NumberFormat.Token], _ fraction: String) -> String {
    var rest = Array(fraction)[...]
    var output = ""
    var isEmpty = true
    let last = places.lastIndex(where: \.isDigit)
    let lastZero = places.lastIndex(of: .digit(isZero: true)) ?? -1
    if last == nil, !rest.isEmpty {
      output += String(rest)
      isEmpty = false
      rest = []
    }
    for (index, place) in places.enumerated() {
      guard place.isDigit else {
        output += place.written
        continue
      }
      if let digit = rest.popFirst() {
        output.append(digit)
        isEmpty = false
      } else if index <= lastZero {
        output.append("0")
        isEmpty = false
      }
      if index == last, !rest.isEmpty {
        output += String(rest)
        rest = []
      }
    }
    return isEmpty ? output : "." + output
  }
}

extension NumberFormat.Token {
  fileprivate var isDigit: Bool {
    if case .digit = self { true } else { false }
  }

  /// What a sign that is no digit writes.
  fileprivate var written: String {
    switch self {
    case .literal(let text): text
    case .percent: "%"
    case .slash: "/"
    case .point, .exponent, .general, .text, .digit: ""
    }
  }
}
