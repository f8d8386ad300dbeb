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
    let supports = byNumber.map { PartSupport($0, words.vocabulary) }
    let unsupported = supports.map { (word: $0.unsupported(in: line), part: $0.part) }
    // Of a choice (one way or both, `N` or `P`) one listing that says the other is enough.
    let otherChoice = supports.lazy.compactMap { own in own.otherChoice(in: line).map { (word: $0, part: own.part) } }
      .first
    if let first = unsupported.first, let word = first.word, unsupported.allSatisfy({ $0.word != nil }) {
      let other = first.part
      match.grade = .heuristic
      match.reason += ", but `\(word)` is not among what is known of \(other.id.mpn)"
    } else if let (word, other) = otherChoice {
      match.grade = .heuristic
      match.reason += ", but `\(word)` is not among what is known of \(other.id.mpn)"
    } else if let other = support.otherKind(in: match.line) {
      match.grade = .heuristic
      match.reason +=
        other.isKind
        ? ", but `\(other.word)` in \(other.cell.name) names another kind of part than `\(part.category)`"
        : ", but `\(other.word)` in \(other.cell.name) is not among what is known of \(part.id.mpn)"
    }
    account(&match, for: supports)
  }

  /// Accounts for the words of the line's values against the parts that its number names: one that no part bears out leaves it likely.
  private func account(_ match: inout LineMatch, for supports: [PartSupport]) {
    guard let first = supports.first else { return }
    let line = match.line
    for place in line.cells.indices where line.cells[place].field == .value {
      let cell = line.cells[place]
      if CellValues.isNothing(cell.text) || CellValues.isOpen(cell.text) { continue }
      if line.kind.valueParameter == nil {
        match.line.cells[place].tokens = tokens(of: cell.text, line, supports)
      } else if let word = supports.lazy.compactMap({ $0.uncheckedWord(of: cell, in: line) }).first,
        supports.allSatisfy({ $0.uncheckedWord(of: cell, in: line) != nil }),
        let token = cell.tokens.firstIndex(where: { $0.text == word })
      {
        match.line.cells[place].tokens[token].reading = .unread
      }
      guard match.grade.isCertain, let word = match.line.cells[place].unread.first else { continue }
      match.grade = .heuristic
      match.reason += ", but `\(word)` in \(cell.name) is not among what is known of \(first.part.id.mpn)"
    }
  }

  /// The words of a value with what became of each, where one part's word is another's.
  private func tokens(of text: String, _ line: BOMLine, _ supports: [PartSupport]) -> [CellToken] {
    var tokens: [CellToken] = []
    for support in supports {
      let own = PartAccount(support, of: line, makers: words).tokens(of: text)
      tokens = own.count == tokens.count ? zip(tokens, own).map { $0.reading == .unread ? $1 : $0 } : own
      if !tokens.contains(where: { $0.reading == .unread }) { break }
    }
    return tokens
  }

  /// Whether all words of a value are accounted for by a part, so that it names no other.
  func isAccounted(_ value: String, _ line: BOMLine, by part: Part) -> Bool {
    !PartAccount(PartSupport(part, words.vocabulary), of: line, makers: words).tokens(of: value).contains {
      $0.reading == .unread
    }
  }
}

/// What is known of a part in words: its number, category, facts and texts, against the words of a line's value.
///
/// Statements of a colour, a polarity, a current, of contacts and quantities must not be otherwise than the part; `PartAccount` has the
/// rule for all other words.
struct PartSupport {
  let part: Part
  /// Everything that is written of the part; the same, plain; and its words.
  let written: String
  let text: String
  private let number: String
  let words: Set<String>
  let vocabulary: LineWords
  /// A transistor's polarity, `n`, `p`, `npn` or `pnp`, as far as it is known.
  private let polarity: String?
  /// By group of `LineWords.choices`, what it is.
  let choices: [Int: [Int: String]]

  /// Parts of one number that are asked for a polarity.
  private static let siblingLimit = 8

  /// - Parameter siblings: parts of the same number, of which one may say what another does not.
  init(_ part: Part, _ vocabulary: LineWords, siblings: [Part] = []) {
    self.part = part
    let polarities = Set(([part] + siblings.prefix(Self.siblingLimit)).compactMap(Self.polarity))
    polarity = polarities.count == 1 ? polarities.first : nil
    self.vocabulary = vocabulary
    let facts = part.parameters.map { "\($0.key) \($0.value)" }.joined(separator: " ")
    written = [part.id.mpn, part.id.maker, part.category, part.package, part.english, part.chinese, facts]
      .joined(separator: " ")
    let all = written.halfWidth.lowercased()
    text = all
    // What a list says of the part goes before the name of its category: 排针排母 is of pins and sockets.
    let own = [part.id.mpn, part.package, part.english, facts].joined(separator: " ").halfWidth.lowercased()
    choices = vocabulary.choices(in: all).merging(vocabulary.choices(in: own)) { $1 }
    number = Self.plain(part.id.mpn)
    let found = Self.words(of: all)
    // Facts are written `3.3 V`.
    words = Set(found).union(zip(found, found.dropFirst()).filter { $0.1 == "v" }.map { $0.0 + "v" })
  }

  /// The first word of the line's value that says what the part is not known to be; nil where there is none.
  func unsupported(in line: BOMLine) -> String? {
    if let statement = otherFootprint(of: line) { return statement }
    if let parameter = line.kind.valueParameter {
      // Where the list gives no such parameter, its text may.
      guard part.parameters[parameter] == nil, line.facts.quantities[parameter] != nil else { return nil }
      return otherMeasure(in: line.value, of: line)
    }
    for cell in line.cells where cell.field == .feature && part.category != "other" {
      if let statement = otherStatement(in: cell.text, of: line, isProse: false) { return statement }
      if let polarity = otherPolarity(in: cell.text) { return polarity }
    }
    if line.value.isEmpty || isSamePartNumber(line.value, part.id.mpn) { return nil }
    return otherStatement(in: line.value, of: line, isProse: false) ?? otherPolarity(in: line.value)
  }

  /// One of several things, or a polarity, of the value that is otherwise than the part; nil where there is none.
  func otherChoice(in line: BOMLine) -> String? {
    if line.kind.valueParameter != nil || line.value.isEmpty || isSamePartNumber(line.value, part.id.mpn) { return nil }
    return otherChoice(in: line.value, isProse: false) ?? otherPolarity(in: line.value)
  }

  /// A word of a typed value that asks for what only the part's text may tell (`50ppm`, `bipolar`, `插件`), and does not; nil where there is
  /// none.
  func uncheckedWord(of cell: CellAccount, in line: BOMLine) -> String? {
    let asked = cell.tokens.filter { token in
      if case .read = token.reading { line.facts.unchecked.contains(token.text) } else { false }
    }
    if asked.isEmpty { return nil }
    let groups = vocabulary.same.groups(category: part.category, text: text)
    return asked.first { token in
      if let other = otherMeasure(in: token.text, of: line) { return !other.isEmpty }
      if hasMeasure(token.text, of: line) { return false }
      let words = ValueWord.all(in: token.text).map(\.plain)
      let named =
        vocabulary.same.named(in: words).map(\.group)
        + vocabulary.same.namedInChinese(in: LineWords.plain(token.text)).map(\.group)
      if !named.isEmpty { return groups.isDisjoint(with: named) }
      return !words.allSatisfy(says) && !text.contains(LineWords.plain(token.text))
    }?.text
  }

  /// The first word by which the prose of one of the line's rows begins that names a kind of part, or a polarity, which this one is
  /// not, with its cell. Nil where there is none, or where another word of the row names the part's own kind: `LED resistor`.
  func otherKind(in line: BOMLine) -> OtherKind? {
    let isChecked = part.category != "other" && !Self.sockets.contains(part.category)
    let told = line.cells.filter { cell in
      [.value, .description, .kind, .note].contains(cell.field)
        && !(cell.field == .value && cell.text == line.value && line.kind.valueParameter == nil)
    }
    let cellsByRow = Dictionary(grouping: told, by: \.row)
    // A line may have thousands of rows that say the same.
    var seen: Set<[String]> = []
    for row in line.rows {
      guard let cells = cellsByRow[row], seen.insert(cells.map { "\($0.field?.rawValue ?? "") \($0.text)" }).inserted
      else { continue }
      for cell in cells where cell.field != .value {
        if let word = otherStatement(in: cell.text, of: line, isProse: true) {
          return OtherKind(word: word, cell: cell, isKind: false)
        }
        if cell.field != .note, let word = vocabulary.otherOfFamily(in: Self.begin(of: cell.text), than: groups) {
          return OtherKind(word: word, cell: cell, isKind: true)
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

  /// The words of a text that say what its part is: all of a short one, the first of a long one.
  private static func begin(of text: String) -> String {
    let words = ValueWord.all(in: text)
    guard words.count > begin * 2 else { return text }
    return String(text[..<words[begin].text.endIndex])
  }

  /// The groups of `LineWords.same` that the part is of.
  private var groups: Set<Int> { vocabulary.same.groups(category: part.category, text: text) }

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
      + zip(words, words.dropFirst()).filter { ["ch", "mos", "mosfet"].contains($0.1) || $0.1.hasPrefix("沟") }.map {
        $0.0 + "ch"
      }
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

  /// Whether a name begins the part's number, as a family's does, but for one letter (`AP2114-3.3` of AP2114H-3.3TRG1); `x` stands for any.
  func isFamily(_ name: String) -> Bool {
    let common = zip(name, number).prefix { $0.0 == $0.1 }.count
    if common == 0 { return false }
    let (rest, its) = (name.dropFirst(common), number.dropFirst(common))
    if rest.allSatisfy({ $0 == "x" }) { return true }
    guard common >= 4 else { return false }
    return its.first?.isLetter == true && its.dropFirst().hasPrefix(rest)
  }

  static let sockets: Set<String> = ["wire-connector", "header"]

  /// `cr2032`, the size of a cell.
  static func isCell(_ word: String) -> Bool {
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

  static func plain(_ text: String) -> String {
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
