internal import Diagnostics
internal import Electronics
internal import MarkedText

extension SlotReader {
  /// What the first letters of a reference stand for in a shorthand, and the parameter that its value gives.
  private static let kinds: [String: (category: String, value: String)] = [
    "R": ("resistor", "resistance"), "C": ("capacitor", "capacitance"), "L": ("inductor", "inductance"),
    "FB": ("ferrite-bead", "impedance"),
  ]

  /// A word of a shorthand with its place.
  private struct Word {
    var text: String
    var span: SourceSpan
  }

  /// `10k 0402 5%`, `4.7 kΩ 0603`, `104 0402 X7R 16V`: a value, then package, tolerance, voltage, power, current and
  /// dielectric in any order. Three bare digits on a capacitor are its code.
  func shorthand(_ scalar: MarkedScalar, _ reference: String, at span: SourceSpan) throws -> PartRequirement? {
    let prefix = String(reference.prefix { $0.isLetter })
    guard let kind = Self.kinds[prefix], let category = try context.category(kind.category) else {
      sink.report(
        Diagnostic(
          SpecCodes.value, "`\(scalar.text)` says nothing for a reference like `\(reference)`", at: span,
          helps: ["a shorthand is for references `R…`, `C…`, `L…` and `FB…`; write a mapping with `category` or `mpn`"])
      )
      return nil
    }
    var words = Self.words(of: scalar, at: span)
    let reader = ConditionReader(category: category, sink: sink)
    guard !words.isEmpty else { return nil }
    let value = Self.value(from: &words)
    var conditions: [ParameterCondition?] = [
      reader.condition(kind.value, Self.decoded(value.text, kind.value), at: value.span)
    ]
    var seen: Set<String> = []
    for word in words {
      let name = Self.parameter(of: word.text)
      guard let name, name == "package" || category.parameters.contains(where: { $0.name == name }) else {
        sink.report(
          Diagnostic(
            SpecCodes.value, "`\(word.text)` says nothing about a \(category.english)", at: word.span,
            helps: ["write a value, then package, tolerance, voltage and dielectric: `100nF 0402 10% 16V X7R`"]))
        return nil
      }
      if !seen.insert(name).inserted {
        sink.report(Diagnostic(SpecCodes.value, "`\(word.text)` is a second \(name)", at: word.span))
        return nil
      }
      conditions.append(reader.condition(name, word.text, at: word.span))
    }
    guard !conditions.contains(where: { $0 == nil }) else { return nil }
    return PartRequirement(mpn: nil, maker: nil, category: kind.category, conditions: conditions.compactMap { $0 })
  }

  private static func words(of scalar: MarkedScalar, at span: SourceSpan) -> [Word] {
    scalar.text.split(separator: " ").map { piece in
      guard !scalar.isQuoted, span.start.line == span.end.line else { return Word(text: String(piece), span: span) }
      let before = scalar.text[..<piece.startIndex]
      var start = span.start
      start.offset += before.utf8.count
      start.column += before.unicodeScalars.count
      var end = start
      end.offset += piece.utf8.count
      end.column += piece.unicodeScalars.count
      return Word(text: String(piece), span: SourceSpan(file: span.file, start: start, end: end))
    }
  }

  /// The value in front; a bare number takes the unit that follows it.
  private static func value(from words: inout [Word]) -> Word {
    var value = words.removeFirst()
    let isBare = value.text.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
    if isBare, let next = words.first, parameter(of: next.text) == nil {
      value.text += " " + next.text
      value.span.end = next.span.end
      words.removeFirst()
    }
    return value
  }

  /// A capacitor's code of three digits as what it stands for; other texts as they are.
  private static func decoded(_ text: String, _ parameter: String) -> String {
    guard parameter == "capacitance", text.count == 3, text.allSatisfy(\.isNumber) else { return text }
    return (try? Quantity(parsing: text, as: .capacitance, capacitorCode: true))?.description ?? text
  }

  /// The parameter that a word gives by its form; nil for a word of no known form.
  static func parameter(of word: String) -> String? {
    let letters = Array(word)
    if word.hasSuffix("%") { return "tolerance" }
    if (4...5).contains(letters.count), letters.allSatisfy(\.isNumber) { return "package" }
    if letters[0].isNumber || letters[0] == "." {
      if word.hasSuffix("Hz") { return "frequency" }
      switch letters[letters.count - 1] {
      case "V": return "voltage"
      case "W": return "power"
      case "A": return "current"
      default: return nil
      }
    }
    let isClass = letters.count == 3 && letters[0].isUppercase && letters[1].isNumber && letters[2].isUppercase
    return isClass || word == "NP0" || word == "NPO" ? "dielectric" : nil
  }
}
