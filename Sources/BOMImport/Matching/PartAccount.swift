internal import Electronics

/// Accounts for each word of a value, or of a comment, against the part that the number of its line names.
///
/// A word is accounted for where the part says it too (its number or an unmistakable piece of it, its maker, package, kind, facts, or
/// the list's description), where it says what parts of the kind are called on boards (`RESET` of a button: `labels` in
/// `Catalog/bom/words.yaml`), or where it says nothing. Every other word leaves the line to a person.
struct PartAccount {
  private let support: PartSupport
  private let line: BOMLine
  private let makers: HeaderWords
  /// The groups of `LineWords.same` that the part is of.
  private let groups: Set<Int>
  /// The kinds of parts whose labels may stand for the part.
  private let kinds: [String]

  init(_ support: PartSupport, of line: BOMLine, makers: HeaderWords) {
    self.support = support
    self.line = line
    self.makers = makers
    groups = support.vocabulary.same.groups(category: support.part.category, text: support.text)
    kinds = ["any"] + [support.labelKind(of: line)].compactMap(\.self)
  }

  private var part: Part { support.part }
  private var vocabulary: LineWords { support.vocabulary }

  /// The words of a text with what became of each. O(words²).
  func tokens(of text: String) -> [CellToken] {
    if isSamePartNumber(text, part.id.mpn) { return [CellToken(text, .read("number of the part"))] }
    let words = ValueWord.all(in: text)
    var readings = [CellToken.Reading?](repeating: nil, count: words.count)
    func settle(_ places: Range<Int>, _ reading: CellToken.Reading) {
      for place in places where readings[place] == nil { readings[place] = reading }
    }
    let runs = runs(of: words, in: text)
    for run in runs where support.isPieceOfNumber(run.text) { settle(run.places, Self.number) }
    for run in runs where isMaker(run.text) { settle(run.places, .read("maker of the part")) }
    for places in packages(runs, words) { settle(places, Self.package) }
    let named = vocabulary.same.named(in: words.map(\.plain))
    // A word for what the part is not is none of its facts, and neither is a word within a phrase that says so (`DIP switch`).
    var foreign: Set<Int> = []
    var count = Int.max
    for (places, group) in named {
      // `USB bridge` of an interface bridge for USB: the list says the words, though not the phrase.
      let isSaid = groups.contains(group) || places.count > 1 && places.allSatisfy { support.says(words[$0].plain) }
      if isSaid, places.count == count || foreign.isDisjoint(with: places) {
        settle(places, Self.said)
        foreign.subtract(places)
      } else if !places.contains(where: { readings[$0] != nil }) {
        foreign.formUnion(places)
      }
      count = places.count
    }
    for place in statements(in: text, words) where !foreign.contains(place) { settle(place..<place + 1, Self.said) }
    for (place, word) in words.enumerated() where readings[place] == nil {
      readings[place] = reading(of: word, isForeign: foreign.contains(place))
    }
    for run in runs where vocabulary.isLabel(run.text, of: kinds) { settle(run.places, Self.label) }
    for (place, word) in words.enumerated() where readings[place] == nil {
      readings[place] = label(word, behind: place > 0 ? readings[place - 1] : nil)
    }
    settleByNeighbours(&readings, words, text)
    return zip(words, readings).map { CellToken(String($0.text), $1 ?? .unread) }
  }

  /// The places of names of the part's package, shorter runs first.
  private func packages(_ runs: [(places: Range<Int>, text: String)], _ words: [ValueWord]) -> [Range<Int>] {
    var taken: Set<Int> = []
    var found: [Range<Int>] = []
    for run in runs.reversed() where isPackage(run.text) {
      // `NMOS SOT-23` is no package's name, and `SOT-223-3` is.
      let others = run.places.filter { !taken.contains($0) }
      guard taken.isDisjoint(with: run.places) || others.allSatisfy({ Self.isSize(words[$0].plain) }) else { continue }
      taken.formUnion(run.places)
      found.append(run.places)
    }
    return found
  }

  /// Reads what only the words beside it explain: a longer name behind the part's own, a pitch behind a package, a symbol's letter.
  private func settleByNeighbours(_ readings: inout [CellToken.Reading?], _ words: [ValueWord], _ text: String) {
    for place in readings.indices.dropFirst() where readings[place] == nil {
      let (before, word) = (words[place - 1], words[place])
      if readings[place - 1] == Self.number, word.plain.count > 5, word.plain.hasPrefix(before.plain),
        text[before.text.endIndex..<word.text.startIndex] == "/"
      {
        // `LAN9514/LAN9514i`: one of two names is the part's.
        readings[place] = Self.number
      } else if readings[place - 1] == Self.package, word.plain.contains("."), let pitch = Double(word.plain), pitch < 3
      {
        // `32-QFP-0.8`
        readings[place] = .silent
      }
    }
    // `D_Bridge`, `Q_NMOS`
    if let first = words.first, readings[0] == nil, first.plain.count == 1, "cdjlqru".contains(first.plain),
      text[first.text.endIndex...].first == "_"
    {
      readings[0] = .silent
    }
  }

  /// `3`, `l4.4`, `3.9x4.9mm`: what stands behind a package's name.
  private static func isSize(_ word: String) -> Bool {
    let rest = word.drop { $0.isLetter }
    return word.count - rest.count <= 2 && !rest.isEmpty
      && rest.allSatisfy { $0.isNumber || ".xm×*".contains($0) }
  }

  private static let said = CellToken.Reading.read("as is known of the part")
  private static let number = CellToken.Reading.read("number of the part")
  private static let package = CellToken.Reading.read("package of the part")
  private static let label = CellToken.Reading.read("what such a part is called on a board")

  /// Up to five words that stand one behind the other, the longest first.
  private func runs(of words: [ValueWord], in text: String) -> [(places: Range<Int>, text: String)] {
    var found: [(places: Range<Int>, text: String)] = []
    for count in stride(from: min(5, words.count), through: 1, by: -1) {
      for start in 0...(words.count - count) {
        let run = text[words[start].text.startIndex..<words[start + count - 1].text.endIndex]
        found.append((start..<start + count, String(run)))
      }
    }
    return found
  }

  // MARK: What the part says

  private func isMaker(_ text: String) -> Bool {
    // `Micro` is no maker whose name so begins, and `JST XH` no name of JST.
    let words = ValueWord.all(in: text).map(\.plain)
    let isName =
      words.count > 1
      ? words.allSatisfy(PartSupport.words(of: part.id.maker.lowercased()).contains)
      : text.count > 5 || words.first?.contains(where: LineWords.isIdeograph) == true
    return (isName || makers.isKnownMaker(text)) && text.contains(where: \.isLetter)
      && makers.isSameMaker(text, part.id.maker)
  }

  private func isPackage(_ text: String) -> Bool {
    let plain = PartSupport.plain(text)
    if plain.count > 2, PartSupport.plain(part.package).contains(plain) { return true }
    if let name = PackageName(text), let own = PackageName(part.package) { return name == own }
    return !PackageForm.forms(of: text).isEmpty
      && PackageForm.agreement(footprint: text, part: part.package, number: part.id.mpn) == .same
  }

  /// The places of words that are a statement which is known to hold: contacts, colours, choices, quantities.
  private func statements(in text: String, _ words: [ValueWord]) -> Set<Int> {
    var held: Set<Int> = []
    for (place, word) in words.enumerated() {
      if holds(String(word.text)) {
        held.insert(place)
      } else if place + 1 < words.count, !held.contains(place), holds(word, words[place + 1], in: text) {
        held.formUnion([place, place + 1])
      }
    }
    if let letter = support.heldColourLetter(in: text), let place = words.firstIndex(where: { $0.text == letter }) {
      held.insert(place)
    }
    return held
  }

  private func holds(_ word: String) -> Bool {
    support.hasCount(word) || support.hasChoice(word) || support.hasMeasure(word, of: line)
  }

  /// Whether two words are one statement: `4 pin`, `Header 4`, `10 kΩ`, `right angle`.
  private func holds(_ word: ValueWord, _ next: ValueWord, in text: String) -> Bool {
    let run = String(text[word.text.startIndex..<next.text.endIndex])
    let isCount = ContactCount.all(in: String(word.text)).isEmpty && ContactCount.all(in: String(next.text)).isEmpty
    if isCount, support.hasCount(run) { return true }
    if vocabulary.choices(in: String(word.text)).isEmpty, vocabulary.choices(in: String(next.text)).isEmpty,
      support.hasChoice(run)
    {
      return true
    }
    return word.text.allSatisfy { $0.isNumber || $0 == "." } && next.text.allSatisfy { $0.isLetter || $0 == "%" }
      && support.hasMeasure("\(word.text)\(next.text)", of: line)
  }

  private func reading(of word: ValueWord, isForeign: Bool) -> CellToken.Reading? {
    let plain = word.plain
    if plain.contains(where: LineWords.isIdeograph) { return reading(ofChinese: plain) }
    let isReference = line.references.contains { reference in
      let own = reference.lowercased()
      return own == plain || own.prefix { $0.isLetter } == plain
    }
    if isReference { return .silent }
    if isForeign { return nil }
    // `USB_A` is said by `Type-A` only.
    if part.category == "usb-connector", ["a", "b", "c"].contains(plain) {
      let isSaid = ["type-", "type ", "usb-", "usb ", "micro-", "mini-"].contains {
        " \(support.text) ".contains($0 + plain)
      }
      return isSaid ? Self.said : nil
    }
    if support.says(plain) || isStatement(plain) { return Self.said }
    if vocabulary.categories(named: plain)?.contains(part.category) == true { return Self.said }
    return isSilent(plain) ? .silent : nil
  }

  /// A colour or a current that the part is known to have: another one is a contradiction.
  private func isStatement(_ word: String) -> Bool {
    switch part.category {
    case "led": support.hasColour && !vocabulary.colours(in: word).isEmpty
    case "fuse": PartSupport.current(word) != nil
    default: false
    }
  }

  private func isSilent(_ word: String) -> Bool {
    let own = ComponentKind.allCases.filter { $0.categories.contains(part.category) }
    let kinds = [.unknown, line.kind] + own + (line.kind == .film ? [.capacitor] : [])
    return kinds.contains { vocabulary.meaning(of: word, kind: $0) == .silent }
      || vocabulary.meaning(of: word, kind: .resistor) == .kind(line.kind) || LineWords.plain(line.unfittedWord) == word
  }

  /// A run of Chinese characters: all of it must be words that the part bears out, or that say nothing.
  private func reading(ofChinese run: String) -> CellToken.Reading? {
    if support.text.contains(run) { return Self.said }
    var rest = run
    for (word, group) in vocabulary.same.namedInChinese(in: run) {
      if !groups.contains(group) { return vocabulary.isLabel(run, of: kinds) ? Self.label : nil }
      rest = rest.replacing(word, with: " ")
    }
    if support.hasChoice(run) || !vocabulary.colours(in: run).isEmpty && support.hasColour {
      for word in vocabulary.statementWords where rest.contains(word) { rest = rest.replacing(word, with: " ") }
    }
    for (word, categories) in vocabulary.kindNames(in: rest) {
      guard categories.contains(part.category) else { return nil }
      rest = rest.replacing(word, with: " ")
    }
    let pieces = rest.split(separator: " ").map(String.init)
    let isKnown = pieces.allSatisfy { isSilent($0) || vocabulary.isLabel($0, of: kinds) || isMaker($0) }
    return isKnown ? Self.said : nil
  }

  // MARK: Labels

  /// A label with its number (`UART1`), a letter or a number behind one, a voltage of a connector.
  private func label(_ word: ValueWord, behind before: CellToken.Reading?) -> CellToken.Reading? {
    let plain = word.plain
    let name = String(plain.reversed().drop { $0.isNumber }.reversed())
    if !name.isEmpty, name.count < plain.count, plain.count - name.count <= 2, vocabulary.isLabel(name, of: kinds) {
      return Self.label
    }
    if kinds.contains("connector"), part.category != "usb-connector", PartSupport.voltage(plain) != nil {
      return Self.label
    }
    if PartSupport.isCell(plain),
      PartSupport.sockets.contains(part.category) || ["cell", "battery-holder"].contains(part.category)
        || line.footprint.lowercased().contains("bat")
    {
      return Self.label
    }
    let isIndex = plain.count == 1 && plain.first?.isASCII == true || plain.count == 2 && plain.allSatisfy(\.isNumber)
    return isIndex && kinds.count > 1 && (before == Self.label || before == .silent) ? Self.label : nil
  }
}
