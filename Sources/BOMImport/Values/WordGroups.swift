internal import Diagnostics
internal import MarkedText

/// Words and phrases in groups, those of a group meaning the same: `[schottky, 肖特基, sbd]`.
struct WordGroups: Sendable, Hashable {
  private struct Phrase: Sendable, Hashable {
    var pieces: [String]
    var group: Int
  }

  /// By the first piece, the longest phrases first.
  private var byFirst: [String: [Phrase]] = [:]
  /// Those in Chinese characters, which stand within longer words, the longest first.
  private var chinese: [Phrase] = []
  /// By group, the categories of the catalog whose parts alone are so; empty where a part's own text tells.
  private var categories: [Set<String>] = []

  /// Adds groups; `=crystal` in one names a category whose parts alone are so. Findings go to the sink.
  mutating func add(_ node: MarkedNode, into sink: DiagnosticSink) {
    for group in node.list("groups of words", into: sink) ?? [] {
      let words = (group.list("words that mean the same", into: sink) ?? []).compactMap {
        $0.word("a word", into: sink)
      }
      add(words)
    }
  }

  mutating func add(_ words: [String]) {
    let group = categories.count
    categories.append(Set(words.filter { $0.hasPrefix("=") }.map { String($0.dropFirst()) }))
    for word in words.map(LineWords.plain) where !word.hasPrefix("=") {
      if word.contains(where: LineWords.isIdeograph) {
        chinese.append(Phrase(pieces: [word], group: group))
        continue
      }
      let pieces = ValueWord.all(in: word).map(\.plain)
      guard let first = pieces.first else { continue }
      byFirst[first, default: []].append(Phrase(pieces: pieces, group: group))
      byFirst[first]?.sort { $0.pieces.count > $1.pieces.count }
    }
    chinese.sort { ($0.pieces[0].count, $1.pieces[0]) > ($1.pieces[0].count, $0.pieces[0]) }
  }

  /// The groups that words name, each with the places of its words, longer phrases first. O(words).
  func named(in words: [String]) -> [(places: Range<Int>, group: Int)] {
    var found: [(places: Range<Int>, group: Int)] = []
    for place in words.indices {
      for phrase in byFirst[words[place]] ?? [] where words[place...].starts(with: phrase.pieces) {
        found.append((place..<place + phrase.pieces.count, phrase.group))
      }
    }
    return found.sorted { $0.places.count > $1.places.count }
  }

  /// The groups that words in Chinese characters within a text name, each with its word, the longest first; no character counts twice.
  func namedInChinese(in text: String) -> [(word: String, group: Int)] {
    var rest = text
    var found: [(word: String, group: Int)] = []
    for phrase in chinese where rest.contains(phrase.pieces[0]) {
      let word = phrase.pieces[0]
      found.append((word, phrase.group))
      // A word that stands in two groups names both.
      if !chinese.contains(where: { $0.pieces == phrase.pieces && $0.group > phrase.group }) {
        rest = rest.replacing(word, with: " ")
      }
    }
    return found
  }

  /// The groups that have a word, or a phrase, as a whole.
  func groups(named text: String) -> Set<Int> {
    let plain = LineWords.plain(text)
    let pieces = ValueWord.all(in: plain).map(\.plain)
    return Set((pieces.first.flatMap { byFirst[$0] } ?? []).filter { $0.pieces == pieces }.map(\.group))
      .union(chinese.filter { $0.pieces == [plain] }.map(\.group))
  }

  /// The groups that a part is of: by its category, else by what is written of it.
  func groups(category: String, text: String) -> Set<Int> {
    var found = Set(named(in: ValueWord.all(in: text).map(\.plain)).map(\.group))
    if text.contains(where: LineWords.isIdeograph) {
      found.formUnion(namedInChinese(in: LineWords.plain(text)).map(\.group))
    }
    for (group, own) in categories.enumerated() where !own.isEmpty && category != "other" {
      if own.contains(category) { found.insert(group) } else { found.remove(group) }
    }
    return found
  }
}

/// A word of a value: letters and digits, or characters of Chinese, with points within numbers.
struct ValueWord: Hashable {
  /// As written.
  var text: Substring
  /// Half width, lower case.
  var plain: String

  /// The words of a text, in its order. Latin and Chinese characters that touch are two words. O(length).
  static func all(in text: String) -> [ValueWord] {
    var words: [ValueWord] = []
    var start: String.Index?
    var isChinese = false
    func close(at end: String.Index) {
      guard let begin = start else { return }
      start = nil
      var word = text[begin..<end]
      while word.first == "." { word = word.dropFirst() }
      while let last = word.last, ".*×".contains(last) { word = word.dropLast() }
      if !word.isEmpty { words.append(ValueWord(text: word, plain: LineWords.plain(String(word)))) }
    }
    var previous: Character = " "
    for index in text.indices {
      let character = text[index]
      defer { previous = character }
      let isWord =
        character.isLetter || character.isNumber || character == "." && previous != "." || character == "Ω"
        || "%*×".contains(character) && previous.isNumber
      guard isWord else {
        close(at: index)
        continue
      }
      let isIdeograph = LineWords.isIdeograph(character)
      if start != nil, isIdeograph != isChinese { close(at: index) }
      if start == nil {
        start = index
        isChinese = isIdeograph
      }
    }
    close(at: text.endIndex)
    return words
  }
}
