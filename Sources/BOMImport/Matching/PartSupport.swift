internal import Electronics

extension Matcher {
  /// A part whose facts do not bear out what the words of the line say is at most likely.
  func limitByPart(_ match: inout LineMatch) {
    guard match.grade.isCertain, let part = match.part ?? match.alternatives.first ?? match.candidates.first else {
      return
    }
    let line = match.line
    let byNumber = match.part.map { [$0] } ?? match.alternatives
    if let doubtful = byNumber.first(where: { PartContradiction.packageAgreement(line, $0) == .unsure }) {
      match.grade = .heuristic
      match.reason +=
        ", but its package `\(doubtful.package)` is not known to be `\(PartContradiction.packageText(of: line))`"
      return
    }
    let support = PartSupport(part, words.vocabulary, siblings: byNumber)
    // What one maker's listing of a number says holds for the others.
    let unsupported = byNumber.map { (word: PartSupport($0, words.vocabulary).unsupported(in: line), part: $0) }
    if let first = unsupported.first, let word = first.word, unsupported.allSatisfy({ $0.word != nil }) {
      let other = first.part
      match.grade = .heuristic
      match.reason += ", but `\(word)` is not among what is known of \(other.id.mpn)"
    } else if let other = support.otherKind(in: match.line) {
      match.grade = .heuristic
      match.reason +=
        other.isKind
        ? ", but `\(other.word)` in \(other.cell.name) names another kind of part than `\(part.category)`"
        : ", but `\(other.word)` in \(other.cell.name) is not among what is known of \(part.id.mpn)"
    }
  }
}

/// What is known of a part in words: its number, category, facts and texts, against the words of a line's value.
///
/// Words that say a kind, a colour, a polarity, a voltage or another part's name must be borne out. A word that says none of
/// these, a symbol's name for instance, says nothing.
struct PartSupport {
  let part: Part
  /// Everything that is written of the part, plain, and its words.
  let text: String
  private let number: String
  let words: Set<String>
  let vocabulary: LineWords
  /// A transistor's polarity, `n`, `p`, `npn` or `pnp`, as far as it is known.
  private let polarity: String?
  /// By group of `LineWords.choices`, what it is.
  let choices: [Int: [Int: String]]

  /// - Parameter siblings: parts of the same number, of which one may say what another does not.
  init(_ part: Part, _ vocabulary: LineWords, siblings: [Part] = []) {
    self.part = part
    let polarities = Set(([part] + siblings).compactMap(Self.polarity))
    polarity = polarities.count == 1 ? polarities.first : nil
    self.vocabulary = vocabulary
    let facts = part.parameters.map { "\($0.key) \($0.value)" }.joined(separator: " ")
    let all = [part.id.mpn, part.id.maker, part.category, part.package, part.english, part.chinese, facts]
      .joined(separator: " ").halfWidth.lowercased()
    text = all
    choices = vocabulary.choices(in: all)
    number = Self.plain(part.id.mpn)
    let found = Self.words(of: all)
    // Facts are written `3.3 V`.
    words = Set(found).union(zip(found, found.dropFirst()).filter { $0.1 == "v" }.map { $0.0 + "v" })
  }

  /// The first word of the line's value that says what the part is not known to be; nil where there is none.
  func unsupported(in line: BOMLine) -> String? {
    if let parameter = line.kind.valueParameter {
      // Where the list gives no such parameter, its text may.
      guard part.parameters[parameter] == nil, line.facts.quantities[parameter] != nil else { return nil }
      return otherMeasure(in: line.value, of: line)
    }
    if let statement = otherFootprint(of: line) { return statement }
    for cell in line.cells where cell.field == .feature && part.category != "other" {
      if let statement = otherStatement(in: cell.text, of: line, isProse: false) { return statement }
      if let word = Self.words(of: cell.text.halfWidth.lowercased()).first(where: { !isSupported($0, among: line) }) {
        return word
      }
    }
    if line.value.isEmpty { return nil }
    let value = line.value
    if isSamePartNumber(value, part.id.mpn) || !number.isEmpty && Self.plain(value).contains(number) { return nil }
    let plain = Self.plain(value)
    if plain.count >= 3, number.contains(plain) { return nil }
    if let statement = otherStatement(in: value, of: line, isProse: false) { return statement }
    if isOtherName(plain, value) { return value }
    if part.category == "other" { return nil }
    return Self.words(of: value.halfWidth.lowercased()).first { !isSupported($0, among: line) }
  }

  /// The first word by which the prose of one of the line's rows begins that names a kind of part, or a polarity, which this one is
  /// not, with its cell. Nil where there is none, or where another word of the row names the part's own kind: `LED resistor`.
  func otherKind(in line: BOMLine) -> OtherKind? {
    let isChecked = part.category != "other" && !Self.sockets.contains(part.category)
    for row in line.rows {
      let cells = line.cells.filter { cell in
        cell.row == row && [.value, .description, .kind, .note].contains(cell.field)
          && !(cell.field == .value && cell.text == line.value && line.kind.valueParameter == nil)
      }
      for cell in cells where cell.field != .value {
        if let word = otherStatement(in: cell.text, of: line, isProse: true) {
          return OtherKind(word: word, cell: cell, isKind: false)
        }
      }
      if isChecked, let other = otherKind(in: cells, line.kind) { return other }
    }
    return nil
  }

  /// A word of prose that the part does not bear out, with its cell.
  struct OtherKind {
    var word: String
    var cell: CellAccount
    /// Whether it names another kind of part; else it states something else of one (a polarity, a colour).
    var isKind: Bool
  }

  /// Words behind which a description says what its part does rather than what it is.
  private static let begin = 3

  private func otherKind(in cells: [CellAccount], _ kind: ComponentKind) -> OtherKind? {
    for cell in cells {
      if let polarity = otherPolarity(in: cell.text) { return OtherKind(word: polarity, cell: cell, isKind: false) }
    }
    var other: OtherKind?
    for cell in cells {
      let words = FactWords.split(cell.text.lowercased())
      if words.contains(where: { vocabulary.isWord($0, of: kind) }) { return nil }
      let begin = words.prefix(Self.begin).joined(separator: " ")
      for (word, categories) in vocabulary.kindNames(in: cell.text) {
        if categories.contains(part.category) || text.contains(word) { return nil }
        if other == nil, begin.contains(word) { other = OtherKind(word: word, cell: cell, isKind: true) }
      }
      if other == nil, cell.field != .value, let word = otherPassive(in: cell.text, words, kind) {
        other = OtherKind(word: word, cell: cell, isKind: true)
      }
    }
    return other
  }

  /// A transistor's polarity that is not this one's, where the text has none that is.
  private func otherPolarity(in text: String) -> String? {
    guard let own = polarity else { return nil }
    let plain = text.halfWidth.lowercased().replacing("-", with: " ").replacing("channel", with: "ch")
    let words = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let pairs =
      words
      + zip(words, words.dropFirst()).filter { $0.1 == "ch" || $0.1 == "mos" || $0.1 == "mosfet" }.map { $0.0 + "ch" }
    let said = pairs.filter { $0.count > 1 }.compactMap { word in Self.polarities[word].map { (word, $0) } }
    return said.contains { own.hasPrefix($0.1) } ? nil : said.first?.0
  }

  /// Of a resistor, capacitor or coil: an abbreviation at the beginning of a text that names another of them (`CAP`), or a value that only
  /// another has (`100nF`) where its own does not stand beside it. Nil where there is none.
  private func otherPassive(in text: String, _ words: [String], _ kind: ComponentKind) -> String? {
    guard let own = Self.dimensions[kind] else { return nil }
    if let first = words.first, let meant = ComponentKind.byWholeWord[first], meant != kind,
      !meant.categories.contains(part.category)
    {
      return first
    }
    guard text.contains(where: \.isNumber) else { return nil }
    let reader = FactReader(text, kind: .unknown, role: .prose, words: vocabulary)
    let foreign = Set(Self.dimensions.values).subtracting([own]).subtracting(kind == .resistor ? [] : ["resistance"])
    guard reader.facts.quantities[own] == nil else { return nil }
    return reader.tokens.first { token in
      if case .read(let fact) = token.reading { foreign.contains { fact.hasPrefix($0 + " ") } } else { false }
    }?.text
  }

  private static let dimensions: [ComponentKind: String] = [
    .resistor: "resistance", .capacitor: "capacitance", .inductor: "inductance",
  ]

  /// Whether a value is written like a part's name and is none of this part: `SS14` of an SS34.
  private func isOtherName(_ plain: String, _ value: String) -> Bool {
    guard (4...24).contains(plain.count), !value.contains(where: \.isWhitespace), !value.contains("_"),
      plain.allSatisfy(\.isASCII), plain.contains(where: \.isLetter), plain.count(where: \.isNumber) >= 2,
      !PartNumbers.isSize(value), Self.voltage(plain) == nil, !plain.hasSuffix("hz"), !Self.isCell(plain),
      !Self.words(of: value.lowercased()).allSatisfy({ Self.current($0) != nil || Self.voltage($0) != nil }),
      ContactCount.all(in: value).isEmpty, PartMeasures(value, bare: .resistance).quantities.isEmpty
    else { return false }
    if Self.plain(text).contains(plain) { return false }
    // `LAN9514/LAN9514i`
    let names = value.split(separator: "/").map { Self.plain(String($0)) }.filter { $0.count >= 4 }
    return !names.isEmpty && !names.contains(where: isFamily)
  }

  /// Whether a name begins the part's number, as a family's does, but for one letter (`AP2114-3.3` of AP2114H-3.3TRG1); `x` stands for any.
  private func isFamily(_ name: String) -> Bool {
    let common = zip(name, number).prefix { $0.0 == $0.1 }.count
    if common == 0 { return false }
    let (rest, its) = (name.dropFirst(common), number.dropFirst(common))
    if rest.allSatisfy({ $0 == "x" }) { return true }
    guard common >= 4 else { return false }
    return its.first?.isLetter == true && its.dropFirst().hasPrefix(rest)
      || rest.first?.isLetter == true && rest.count > 1 && its.hasPrefix(rest.dropFirst())
  }

  private func isSupported(_ word: String, among line: BOMLine) -> Bool {
    if ["micro", "mini"].contains(word) { return part.category != "usb-connector" || text.contains(word) }
    if part.category == "usb-connector", ["a", "b", "c"].contains(word) {
      return ["type-", "type ", "usb-", "usb "].contains { " \(text) ".contains("\($0)\(word)") }
    }
    if words.contains(word) || line.references.contains(where: { $0.lowercased() == word }) { return true }
    // `NMOS` names a kind as well.
    if let letter = Self.polarities[word], let own = polarity {
      let isOfFieldEffect = ["mos", "fet", "沟"].contains { word.contains($0) }
      return own.hasPrefix(letter) && !(isOfFieldEffect && part.category == "bjt")
    }
    if let categories = vocabulary.categories(named: word) {
      // A socket's value may be that of what is plugged in.
      if Self.sockets.contains(part.category) { return true }
      return categories.contains(part.category) || text.contains(word)
    }
    if let volts = Self.voltage(word) { return words.contains(volts) || number.contains(Self.plain(word)) }
    if Self.withVoltage.contains(part.category), word.contains("."), word.allSatisfy({ $0.isDigit || $0 == "." }) {
      return words.contains(Self.trimmed(word) + "v") || text.contains(word)
    }
    if Self.isCell(word) {
      return Self.sockets.contains(part.category) || ["cell", "battery-holder"].contains(part.category)
        || line.footprint.lowercased().contains("bat")
    }
    return true
  }

  static let sockets: Set<String> = ["wire-connector", "header"]
  private static let withVoltage: Set<String> = ["ldo", "buck", "boost", "zener", "tvs", "reset-supervisor"]

  /// `cr2032`, the size of a cell.
  private static func isCell(_ word: String) -> Bool {
    ["cr", "lr", "lir"].contains { word.hasPrefix($0) && word.count == $0.count + 4 }
      && word.suffix(4).allSatisfy(\.isDigit) || word == "18650"
  }

  /// The polarity that is known of a transistor; nil where nothing says it, or both are said.
  private static func polarity(of part: Part) -> String? {
    guard ["mosfet", "bjt"].contains(part.category) else { return nil }
    if case .text(let own)? = part.parameters["type"] { return own.lowercased() }
    let text = "\(part.english) \(part.chinese)".halfWidth.lowercased()
    let said = [("npn", "npn"), ("pnp", "pnp"), ("n-channel", "n"), ("p-channel", "p"), ("n沟道", "n"), ("p沟道", "p")]
      .filter { text.contains($0.0) }.map(\.1)
    return Set(said).count == 1 ? said.first : nil
  }

  /// `5v1` and `5.1v` are `5.1v`; nil where the word is no voltage.
  static func voltage(_ word: String) -> String? {
    guard word.first?.isDigit == true, let sign = word.firstIndex(of: "v"), word.count <= 6 else { return nil }
    let (whole, rest) = (word[..<sign], word[word.index(after: sign)...])
    guard whole.allSatisfy({ $0.isDigit || $0 == "." }), rest.allSatisfy(\.isDigit) else { return nil }
    if whole.contains(".") { return rest.isEmpty ? trimmed(String(whole)) + "v" : nil }
    return rest.isEmpty ? "\(whole)v" : trimmed("\(whole).\(rest)") + "v"
  }

  /// `5.0` is `5`.
  private static func trimmed(_ number: String) -> String {
    guard number.contains(".") else { return number }
    var number = number
    while number.last == "0" { number.removeLast() }
    if number.last == "." { number.removeLast() }
    return number
  }

  private static func plain(_ text: String) -> String {
    text.halfWidth.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Letters and digits, with points within numbers.
  static func words(of text: String) -> [String] {
    text.replacing("..", with: " ").split { !$0.isLetter && !$0.isNumber && $0 != "." }.map { word in
      String(word.drop { $0 == "." })
    }
  }

  private static let polarities: [String: String] = [
    "pnp": "pnp", "npn": "npn", "pmos": "p", "nmos": "n", "p": "p", "n": "n", "pch": "p", "nch": "n", "pnp型": "pnp",
    "npn型": "npn", "p沟道": "p", "n沟道": "n", "p沟": "p", "n沟": "n", "pmos管": "p", "nmos管": "n", "pfet": "p", "nfet": "n",
  ]
}
