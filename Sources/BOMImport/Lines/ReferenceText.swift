/// The text of a cell of references before its names are told apart.
enum ReferenceText {
  /// Words between the ends of a range, and between references of a list.
  static let rangeWords: Set<String> = [
    "to", "-", "–", "..", "...", "~", "->", "…", ":", "thru", "through", "until", "bis", "à", "hasta", "al", "至", "到",
  ]
  static let joiningWords: Set<String> = ["&", "+", "/", "and", "und", "et", "y", "e", "和", "及", "与"]

  /// Half-width, with one sign for every long dash and `-` for every hyphen.
  static func plain(_ text: String) -> String {
    var output = ""
    for character in text.halfWidth {
      switch character {
      case "\u{2010}", "\u{2011}", "\u{FE63}", "\u{AD}": output.append("-")
      case "\u{2012}"..."\u{2015}", "\u{2212}", "\u{FE58}": output.append("–")
      case "\u{200B}", "\u{200E}", "\u{200F}", "\u{FEFF}", "\u{2060}": break
      case "\u{301C}", "\u{FF5E}", "\u{223C}": output.append("~")
      default: output.append(character)
      }
    }
    return output.trimmedBlanks
  }

  /// `R4-DNP` and `R5/DNP`: the name, and the mark that its part is not fitted. Nil where the word has no such mark.
  static func markedName(_ word: String) -> (name: String, mark: String)? {
    guard let sign = word.lastIndex(where: { "-–/_:=".contains($0) }) else { return nil }
    let (name, mark) = (String(word[..<sign]), String(word[word.index(after: sign)...]))
    guard mark.count >= 2, mark.count >= 3 || !mark.allSatisfy(\.isASCII), FittingMarks.saysUnfitted(mark),
      NumberedName(name)?.isPlain == true
    else { return nil }
    return (name, mark)
  }

  /// Whether more names or a choice stand in one word behind the first name: `R50_R53`, `R56R57`, `R9-R9C`, `R38-40-42`, `R21a~d`,
  /// `R11(2)`, `R14(opt.)`.
  private static func holdsMore(_ name: String) -> Bool {
    let prefix = name.prefix { $0.isLatin }
    let digits = name.dropFirst(prefix.count).prefix { $0.isDigit }
    let rest = name.dropFirst(prefix.count + digits.count)
    guard !prefix.isEmpty, !digits.isEmpty, !rest.isEmpty else { return false }
    if rest.contains(where: { "~\\".contains($0) }) { return true }
    if rest.first == "(", rest.last == ")" {
      let inner = rest.dropFirst().dropLast()
      let count = inner.filter { !"xX×*".contains($0) }
      if !count.isEmpty && count.allSatisfy(\.isDigit) || inner.lowercased().hasPrefix("opt")
        || FittingMarks.isOpen(String(inner))
      {
        return true
      }
    }
    let numbers = rest.split { "-–".contains($0) }
    if numbers.count > 1, "-–".contains(rest.first ?? " "), numbers.allSatisfy({ $0.allSatisfy(\.isDigit) }) {
      return true
    }
    var before: Character = "0"
    var tail = rest
    while let first = tail.first {
      if !before.isLatin, tail.hasPrefix(prefix), tail.dropFirst(prefix.count).first?.isDigit == true { return true }
      before = first
      tail = tail.dropFirst()
    }
    return false
  }

  /// Whether a cell stands for "no references".
  static func isNothing(_ text: String) -> Bool {
    ["-", "–", "~", "n/a", "na", "none", "无", "/"].contains(text.lowercased())
  }

  static func words(of text: String) -> [String] {
    guard text.contains(where: { "-–~".contains($0) }) else {
      return text.split { $0.isWhitespace || ",;、，；".contains($0) }.map(String.init)
    }
    return text.split { ",;、，；".contains($0) }.flatMap { piece in
      withJoinedRanges(piece.split(whereSeparator: \.isWhitespace).map(String.init))
    }
  }

  /// The text without what stands in brackets behind a blank or names a side of the board, and these remarks. Other brackets
  /// belong to names: `bat(+3v)`.
  static func withoutRemarks(_ text: String) -> (text: String, remarks: [String]) {
    guard text.contains("(") else { return (text, []) }
    var output = ""
    var remarks: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let inner = rest[rest.index(after: open)..<close].trimmedBlanks
      output += rest[..<open]
      if output.isEmpty || output.last?.isWhitespace == true || isRemark(inner) {
        remarks.append(inner)
        output += " "
      } else {
        output += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return ((output + rest).trimmedBlanks, remarks)
  }

  private static let others: Set<String> = [
    "etc", "etc.", "usw", "usw.", "others", "more", "等", "等等", "or", "oder", "ou", "或", "或者",
  ]

  /// Whether a name may be more or less than one reference: it has a sign that names lack (`R33×2`, `R14*`), a multiple in front
  /// (`2xR50`), two names in one (`R24-C27`), an open end (`R17-`), or is a word beside others (`etc`, `共2个`).
  static func isOdd(_ name: String, among count: Int) -> Bool {
    if name.contains(where: { "*×#!=<>^%[]{}".contains($0) }) { return true }
    if holdsMore(name) { return true }
    // `R?` waits for its number; `R7?` is a doubt of the writer's.
    if name.last == "?", name.contains(where: \.isDigit) { return true }
    if count > 1 {
      if others.contains(name.lowercased()) { return true }
      if name.contains(where: { ("\u{4E00}"..."\u{9FFF}").contains($0) }) { return true }
    }
    let digits = name.prefix { $0.isDigit }
    // `2x R90`, `R90 x2`
    if count > 1, !digits.isEmpty, ["x", "X", "×"].contains(name.dropFirst(digits.count)) { return true }
    if count > 1, let sign = name.first, "x×".contains(sign), name.dropFirst().allSatisfy(\.isDigit) { return true }
    if !digits.isEmpty, let sign = name.dropFirst(digits.count).first, "xX".contains(sign),
      NumberedName(String(name.dropFirst(digits.count + 1)))?.isPlain == true
    {
      return true
    }
    if hasOpenEnd(name) { return true }
    guard let dash = name.firstIndex(where: { "-–~".contains($0) }), dash > name.startIndex,
      NumberedName(String(name[..<dash]))?.isPlain == true
    else { return false }
    let rest = String(name[name.index(after: dash)...])
    return rest.isEmpty || NumberedName(rest)?.isPlain == true
  }

  /// `R1-RN`, `R1..Rn`, `R1-n`: a range whose end is a letter for any number.
  private static func hasOpenEnd(_ name: String) -> Bool {
    guard name.contains(where: { "-–~.…".contains($0) }) else { return false }
    let ends = name.split { "-–~.…".contains($0) }.map(String.init)
    guard ends.count == 2, let first = NumberedName(ends[0]), first.isPlain else { return false }
    return ["n", "x"].contains(ends[1].lowercased())
      || ["N", "n", "X", "x"].contains { ends[1] == first.prefix + $0 }
  }

  /// The ends of a range put together where only one of them touches its sign: `R3 -R6` and `R3- R6` are `R3-R6`.
  static func withJoinedRanges(_ words: [String]) -> [String] {
    var joined: [String] = []
    for word in words {
      if let front = joined.last, let sign = word.first {
        let back = word
        let isBehind = "-–~".contains(sign) && endsRange(back.dropFirst(), front)
        let isBefore =
          front.last.map { "-–~".contains($0) } == true && endsRange(back[...], String(front.dropLast()))
        if isBehind || isBefore {
          joined[joined.count - 1] = front + back
          continue
        }
      }
      joined.append(word)
    }
    return joined
  }

  /// Whether a word is the other end of a range that starts with a name: the same letters and a number.
  private static func endsRange(_ text: Substring, _ first: String) -> Bool {
    guard let first = NumberedName(first), !text.isEmpty else { return false }
    return first.isPlain && text.allSatisfy(\.isDigit) || NumberedName(String(text))?.prefix == first.prefix
  }

  /// References of resistors, capacitors and coils in one list, the first of each, `C1, R1`; nil where they are of one kind.
  static func kinds(of references: [String]) -> String? {
    guard references.count > 1 else { return nil }
    let firsts = ["R", "C", "L"].compactMap { letter in
      references.first { NumberedName($0).map { $0.isPlain && $0.prefix == letter } ?? false }
    }
    return firsts.count > 1 ? firsts.joined(separator: ", ") : nil
  }

  private static let labels: Set<String> = [
    "no", "no.", "nr", "nr.", "ref", "refs", "ref.", "ref:", "refdes", "reference", "references", "designator",
    "designators", "pos", "pos.", "位号",
  ]

  /// Whether a word beside references says nothing of them: a side of the board (`R1 top`), or what they are (`Ref R1`).
  static func isSilent(_ word: String) -> Bool {
    let plain = word.lowercased()
    return labels.contains(plain) || sides.contains(plain) && plain.count > 1
  }

  /// The pieces that a word counts beside references: `4pcs`, `4个`. Nil for a plain number and for names.
  static func count(_ word: String) -> Int? {
    guard word.first?.isNumber == true, !word.allSatisfy(\.isNumber) else { return nil }
    return PieceCount(parsing: word)?.count
  }

  private static let sides: Set<String> = [
    "top", "bottom", "bot", "front", "back", "t", "b", "top side", "bottom side", "smd", "tht", "oben", "unten", "顶层",
    "底层",
    "正面", "反面", "背面",
  ]

  static func isSide(_ text: String) -> Bool { sides.contains(text.lowercased()) }

  private static func isRemark(_ text: String) -> Bool {
    sides.contains(text.lowercased()) || FittingMarks.saysUnfitted(text)
  }
}

/// Dates that spreadsheets make of texts.
enum DateText {
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mai", "okt", "dez",
    "déc",
    "fév", "avr", "aoû", "ene", "abr", "ago", "dic",
  ]

  /// Whether a cell is a date (`2024-03-05`, `3/5/2024`, `5-Mar`, `Mar-05`, with or without a time), or the number by which a
  /// workbook stores one (`45356`).
  static func isDate(_ text: String) -> Bool {
    let day = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) ?? ""
    if day.count == 5, let number = Int(day), (20_000...80_000).contains(number), text.count == 5 { return true }
    let pieces = day.split(omittingEmptySubsequences: false) { "-/.–年月".contains($0) }.map(String.init)
    let numbers = pieces.map { Int($0.replacing("日", with: "")) }
    if pieces.count == 3, let first = numbers[0], let second = numbers[1], let third = numbers[2] {
      return (1900...2100).contains(first) && second <= 12 && third <= 31
        || first <= 31 && second <= 31 && (pieces[2].count == 4 || pieces[2].count == 2)
    }
    guard (2...3).contains(pieces.count), let month = pieces.firstIndex(where: { months.contains($0.lowercased()) })
    else {
      return false
    }
    return pieces.indices.allSatisfy { $0 == month || numbers[$0] != nil }
  }
}
