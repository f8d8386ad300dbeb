/// A cell's number format (ECMA-376 part 1, 18.8.31), so that a number is read as its reader saw it: 0.05 in `0%` is `5%`.
///
/// Signs that only help the eye are left out: the grouping of thousands, blanks that align, colours.
struct NumberFormat: Sendable, Hashable {
  enum Token: Sendable, Hashable {
    case literal(String)
    /// A place of a digit: `0` shows a zero where there is none, `#` and `?` do not.
    case digit(isZero: Bool)
    case point
    case percent
    case exponent
    /// The number as it is.
    case general
    /// Where a text stands.
    case text
    case slash
  }

  /// `[>=1000]`: a section for some numbers.
  struct Condition: Sendable, Hashable {
    enum Sign: String, Sendable {
      case less = "<"
      case lessOrEqual = "<="
      case equal = "="
      case notEqual = "<>"
      case greaterOrEqual = ">="
      case greater = ">"
    }

    var sign: Sign
    var bound: Double

    func holds(_ number: Double) -> Bool {
      switch sign {
      case .less: number < bound
      case .lessOrEqual: number <= bound
      case .equal: number == bound
      case .notEqual: number != bound
      case .greaterOrEqual: number >= bound
      case .greater: number > bound
      }
    }
  }

  /// What one kind of numbers is shown with.
  struct Section: Sendable, Hashable {
    var tokens: [Token] = []
    var condition: Condition?
    /// Commas behind the digits: each divides by a thousand.
    var thousands = 0
    var isDate = false

    var hasDigits: Bool {
      tokens.contains { token in
        switch token {
        case .digit, .general: true
        default: false
        }
      }
    }
    /// `# ?/?`
    var isFraction: Bool {
      guard let slash = tokens.firstIndex(of: .slash) else { return false }
      let isDigit = { (token: Token) in token == .digit(isZero: true) || token == .digit(isZero: false) }
      return tokens[..<slash].contains(where: isDigit) && tokens[slash...].contains(where: isDigit)
    }
    var percents: Int { tokens.count { $0 == .percent } }
    var decimals: Int {
      guard let point = tokens.firstIndex(of: .point) else { return 0 }
      return tokens[point...].prefix { $0 != .exponent }.count {
        if case .digit = $0 { true } else { false }
      }
    }
  }

  private(set) var sections: [Section]
  /// Whether the program's own way of showing numbers is meant.
  let isGeneral: Bool

  static let general = NumberFormat("General")

  /// The longest format that programs take.
  private static let codeLimit = 255

  /// Reads a format code; O(length). Signs that mean nothing are taken as they stand.
  init(_ code: String) {
    let code = code.count > Self.codeLimit ? "General" : code
    isGeneral = code.isEmpty || code.lowercased() == "general"
    var scanner = Scanner(code: Array(code))
    sections = scanner.sections()
  }

  /// The section for a number, and whether the section itself stands for the minus.
  func section(for number: DecimalNumber) -> (section: Section, showsSign: Bool) {
    let value = number.double
    // A last section with `@` is for texts.
    let isTextLast = sections.count == 4 || sections.count > 1 && sections[sections.count - 1].tokens.contains(.text)
    let numeric = isTextLast ? Array(sections.dropLast()) : sections
    if numeric.contains(where: { $0.condition != nil }) {
      let found = numeric.first { $0.condition?.holds(value) ?? true } ?? numeric[numeric.count - 1]
      return (found, true)
    }
    if numeric.count >= 3, number.isZero { return (numeric[2], false) }
    return numeric.count >= 2 && number.isNegative ? (numeric[1], false) : (numeric[0], true)
  }
}

extension NumberFormat {
  /// Cuts a format code into sections and tokens.
  private struct Scanner {
    let code: [Character]
    var index = 0

    init(code: [Character]) { self.code = code }

    mutating func sections() -> [Section] {
      var sections = [section()]
      while index < code.count, sections.count < 4 {
        index += 1
        sections.append(section())
      }
      return sections
    }

    private mutating func section() -> Section {
      var section = Section()
      while index < code.count, code[index] != ";" { scan(into: &section) }
      return section
    }

    private mutating func scan(into section: inout Section) {
      let sign = code[index]
      index += 1
      switch sign {
      case "\"": section.append(literal: quoted())
      case "\\":
        if index < code.count { section.append(literal: String(code[index])) }
        index += 1
      // The width of a character, a character that fills the cell: blanks.
      case "_", "*": index += 1
      case "[": bracket(into: &section)
      case "0", "#", "?": section.tokens.append(.digit(isZero: sign == "0"))
      case ".": section.tokens.append(section.tokens.contains(.point) ? .literal(".") : .point)
      case "," where section.hasDigits:
        let commas = 1 + code[index...].prefix { $0 == "," }.count
        index += commas - 1
        let isLast = index >= code.count || !"0#?".contains(code[index])
        if isLast { section.thousands += commas }
      case "%": section.tokens.append(.percent)
      case "@": section.tokens.append(.text)
      case "/" where section.hasDigits: section.tokens.append(.slash)
      case "E", "e":
        if index < code.count, "+-".contains(code[index]), section.hasDigits {
          section.tokens.append(.exponent)
          index += 1
        } else {
          section.append(literal: String(sign))
        }
      default:
        if sign.lowercased() == "g", word("eneral") {
          section.tokens.append(.general)
        } else if "ymdhsYMDHS".contains(sign), !section.hasDigits {
          section.isDate = true
        } else {
          section.append(literal: String(sign))
        }
      }
    }

    /// Whether the word stands here in any case; it is passed where it does.
    private mutating func word(_ word: String) -> Bool {
      let end = index + word.count
      guard end <= code.count, String(code[index..<end]).lowercased() == word else { return false }
      index = end
      return true
    }

    private mutating func quoted() -> String {
      let start = index
      while index < code.count, code[index] != "\"" { index += 1 }
      defer { index += 1 }
      return String(code[start..<min(index, code.count)])
    }

    /// A colour, a currency, a condition or the hours of a span: `[Red]`, `[$€-407]`, `[>=1000]`, `[h]`.
    private mutating func bracket(into section: inout Section) {
      let start = index
      while index < code.count, code[index] != "]" { index += 1 }
      let inner = String(code[start..<min(index, code.count)])
      index += 1
      if inner.hasPrefix("$") {
        section.append(literal: String(inner.dropFirst().prefix { $0 != "-" }))
      } else if let sign = [">=", "<=", "<>", "<", ">", "="].first(where: inner.hasPrefix),
        let bound = Double(inner.dropFirst(sign.count).trimmedBlanks)
      {
        section.condition = Condition(sign: Condition.Sign(rawValue: sign)!, bound: bound)
      } else if !inner.isEmpty, inner.lowercased().allSatisfy({ "hms".contains($0) }) {
        section.isDate = true
      }
    }
  }
}

extension NumberFormat.Section {
  fileprivate mutating func append(literal text: String) {
    if text.isEmpty { return }
    if case .literal(let last)? = tokens.last {
      tokens[tokens.count - 1] = .literal(last + text)
    } else {
      tokens.append(.literal(text))
    }
  }
}
