internal import Diagnostics
internal import MarkedText

extension LineWords {
  /// Adds the words under `colours` of a table. Findings go to the sink.
  mutating func addColours(_ node: MarkedNode, into sink: DiagnosticSink) {
    for group in node.mapping ?? [] {
      for word in group.value.list("words of `\(group.key)`", into: sink) ?? [] {
        guard let text = word.word("a word", into: sink) else { continue }
        let plain = Self.plain(text)
        colours[plain] = group.key
        if plain.contains(where: Self.isIdeograph) { chineseColours.append(plain) }
      }
    }
    chineseColours.sort { ($0.count, $1) > ($1.count, $0) }
    keepStatementWords()
  }

  /// Adds the words under `plugs` of a table. Findings go to the sink.
  mutating func addPlugs(_ node: MarkedNode, into sink: DiagnosticSink) {
    for group in node.list("plugs", into: sink) ?? [] {
      let words = (group.list("words of one plug", into: sink) ?? []).compactMap { $0.word("a word", into: sink) }
        .map(Self.plain)
      for word in words { plugs[word, default: []].formUnion(words) }
    }
  }

  /// The colours that a text names, each with its word. Of `白发蓝`, a white lens that shines blue, the light counts; `yellow green` is
  /// one colour. O(length).
  func colours(in text: String) -> [(word: String, colour: String)] {
    var plain = Self.plain(text).replacing("yellow green", with: "yellow-green")
    for word in ["white lens", "clear", "发光", "发射"] { plain = plain.replacing(word, with: " ") }
    if let mark = plain.lastIndex(of: "发") { plain = String(plain[plain.index(after: mark)...]) }
    var found = plain.split { !$0.isLetter && $0 != "-" }.flatMap { word -> [(word: String, colour: String)] in
      if let colour = colours[String(word)] { return [(String(word), colour)] }
      return word.split(separator: "-").compactMap { piece in
        colours[String(piece)].map { (String(piece), $0) }
      }
    }
    guard plain.contains(where: Self.isIdeograph) else { return found }
    for word in found where word.word.contains(where: Self.isIdeograph) {
      plain = plain.replacing(word.word, with: " ")
    }
    for word in chineseColours where plain.contains(word) {
      if let colour = colours[word] { found.append((word, colour)) }
      plain = plain.replacing(word, with: " ")
    }
    return found
  }

  /// Adds the words under `labels` of a table. Findings go to the sink.
  mutating func addLabels(_ node: MarkedNode, into sink: DiagnosticSink) {
    for group in node.mapping ?? [] {
      guard Self.labelKinds.contains(group.key) else {
        sink.report(
          Diagnostic(
            BOMCodes.aliases, "unknown kind of label `\(group.key)`", at: group.keySpan,
            helps: closestMatch(to: group.key, among: Self.labelKinds).map { ["did you mean `\($0)`?"] } ?? []))
        continue
      }
      for word in group.value.list("labels of `\(group.key)`", into: sink) ?? [] {
        if let text = word.word("a word", into: sink) { labels[group.key, default: []].insert(Self.letters(of: text)) }
      }
    }
  }

  /// The kinds of parts that have names on boards.
  static let labelKinds = ["any", "connector", "control", "lamp"]

  /// Whether a text is what parts of one of the kinds are called on boards: `RESET`, `chg`, `3V3`.
  func isLabel(_ text: String, of kinds: [String]) -> Bool {
    let plain = Self.letters(of: text)
    return kinds.contains { labels[$0]?.contains(plain) == true }
  }

  private static func letters(of text: String) -> String {
    plain(text).filter { $0.isLetter || $0.isNumber || $0 == "%" }
  }

  /// The words of a text that name what a connector takes, with all words that mean the same. O(length).
  func plugs(in text: String) -> [(word: String, names: Set<String>)] {
    let plain = Self.plain(text)
    return ValueWord.all(in: plain).compactMap { word in plugs[word.plain].map { (word.plain, $0) } }
      + (plain.contains(where: Self.isIdeograph)
        ? plugs.filter { $0.key.contains(where: Self.isIdeograph) && plain.contains($0.key) }.sorted { $0.key < $1.key }
          .map { ($0.key, $0.value) } : [])
  }

  /// Adds the families under `apart` of a table, each group by one of its words. Findings go to the sink.
  mutating func addApart(_ node: MarkedNode, into sink: DiagnosticSink) {
    for family in node.list("families of kinds", into: sink) ?? [] {
      let sets = (family.list("kinds of which a part is one", into: sink) ?? []).map { kind in
        (kind.list("words of one kind", into: sink) ?? []).reduce(into: Set<Int>()) { groups, word in
          guard let text = word.word("a word", into: sink) else { return }
          let named = same.groups(named: text)
          if named.isEmpty {
            sink.report(Diagnostic(BOMCodes.aliases, "no group of `same` has the word `\(text)`", at: word.span))
          }
          groups.formUnion(named)
        }
      }
      apart.append(sets)
    }
  }

  /// The first word of a text for a kind of part that excludes the kinds of which a part is; nil where there is none, or where the text
  /// names one of the part's own as well. O(words).
  func otherOfFamily(in text: String, than own: Set<Int>) -> String? {
    let words = ValueWord.all(in: text)
    let said =
      same.named(in: words.map(\.plain)).map { (words[$0.places.lowerBound].plain, $0.group) }
      + same.namedInChinese(in: Self.plain(text)).map { ($0.word, $0.group) }
    if said.isEmpty { return nil }
    for family in apart {
      let its = Set(family.indices.filter { !family[$0].isDisjoint(with: own) })
      if its.isEmpty { continue }
      let named = said.compactMap { word, group in
        let kinds = Set(family.indices.filter { family[$0].contains(group) })
        return kinds.isEmpty ? nil : (word: word, kinds: kinds)
      }
      if let first = named.first, named.allSatisfy({ its.isDisjoint(with: $0.kinds) }) { return first.word }
    }
    return nil
  }

  /// Adds the words under `choices` of a table. Findings go to the sink.
  mutating func addChoices(_ node: MarkedNode, into sink: DiagnosticSink) {
    for group in node.list("choices", into: sink) ?? [] {
      let things = (group.list("things of which a part is one", into: sink) ?? []).map { thing in
        (thing.list("words of one thing", into: sink) ?? []).compactMap { $0.word("a word", into: sink) }.map(
          Self.plain)
      }
      for (thing, words) in things.enumerated() {
        for (rank, word) in words.enumerated() {
          let choice = Choice(
            group: choices.count, thing: thing, rank: rank, word: word,
            pieces: word.split(separator: " ").map(String.init))
          if word.contains(where: Self.isIdeograph) {
            chineseChoices.append(choice)
          } else if let first = choice.pieces.first {
            choicesByWord[first, default: []].append(choice)
          }
        }
      }
      choices.append(things)
    }
    keepStatementWords()
  }

  /// A word for one thing of a group.
  struct Choice: Sendable {
    let group: Int
    let thing: Int
    /// Its place among the words for the thing.
    let rank: Int
    let word: String
    /// The word without its blanks.
    let pieces: [String]
  }

  /// By group, the things that a text names, each with the word for it. Words in letters stand apart from others; `_` and `-` are blanks.
  /// O(length), where no word is in Chinese characters.
  func choices(in text: String) -> [Int: [Int: String]] {
    let plain = Self.plain(text)
    let words = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var named: [Choice] = []
    // Where the words of a longer name end, of each group: `usb b micro` is no `usb b`.
    var ends: [Int: Int] = [:]
    for place in words.indices {
      let found = (choicesByWord[words[place]] ?? []).filter { words[place...].starts(with: $0.pieces) }
      for (group, own) in Dictionary(grouping: found, by: \.group) {
        let length = own.map(\.pieces.count).max() ?? 0
        guard place + length > ends[group] ?? 0 else { continue }
        ends[group] = place + length
        named += own.filter { $0.pieces.count == length }
      }
    }
    if plain.contains(where: Self.isIdeograph) {
      let spaced = words.joined(separator: " ")
      named += chineseChoices.filter { spaced.contains($0.word) }
    }
    var found: [Int: [Int: String]] = [:]
    for choice in named.sorted(by: { $0.rank > $1.rank }) {
      found[choice.group, default: [:]][choice.thing] = choice.word
    }
    return found
  }
}
