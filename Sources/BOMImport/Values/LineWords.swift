internal import Diagnostics
internal import MarkedText

/// The words of cells beside numbers and units: data, from `Catalog/bom/words.yaml` and tables of the user's.
struct LineWords: Sendable, Hashable {
  /// What a word says about a component of some kind.
  enum Meaning: Sendable, Hashable {
    case silent
    /// It asks for something that no list states.
    case unchecked
    /// It asks for a grade that no list states; in a description, where makers praise all that they sell, it is only listed.
    case grade
    /// Only parts of these categories of the catalog; `isUnchecked` where it also asks for something that no list states.
    case categories(Set<String>, isUnchecked: Bool = false)
    /// It is a component of another kind.
    case kind(ComponentKind)
  }

  /// By kind, then by plain word; nil as kind holds for all.
  private var meanings: [ComponentKind?: [String: Meaning]] = [:]
  /// Words in Chinese characters, which stand within longer ones, the longest first.
  private var pieces: [ComponentKind?: [(word: String, meaning: Meaning)]] = [:]

  /// By word, the categories of parts that may be called so.
  private var categoriesNamed: [String: Set<String>] = [:]
  /// Those in Chinese characters, the longest first.
  private var chineseNames: [(word: String, categories: Set<String>)] = []

  /// Words by which a note, or any prose, leaves open whether a part is fitted or bought, plain, the longest first.
  private var openWords: [OpenPlace: [OpenWord]] = [:]

  /// Words that name the colour of a lamp, and those of them in Chinese characters, the longest first.
  var colours: [String: String] = [:]
  var chineseColours: [String] = []

  /// By a word that names what a connector takes, the words that mean the same.
  var plugs: [String: Set<String>] = [:]

  /// Words for kinds of parts, and for what tells parts of a kind apart, those of a group meaning the same.
  var same = WordGroups()
  /// Families of groups of `same`: of the sets of one family a part is of one.
  var apart: [[Set<Int>]] = []
  /// By kind of part (`any` is all), what such parts are called on boards; without signs and blanks.
  var labels: [String: Set<String>] = [:]
  /// The words of `colours` and `choices` in Chinese characters, the longest first.
  private(set) var statementWords: [String] = []

  /// Groups of things of which a part is one, each thing with its words, plain.
  var choices: [[[String]]] = []
  /// The words of `choices` in letters, by the first piece of each, and those in Chinese characters.
  var choicesByWord: [String: [Choice]] = [:]
  var chineseChoices: [Choice] = []

  private struct OpenWord: Sendable, Hashable {
    let text: String
    /// The letters that it begins with, by which most texts are passed over; nil where a text must be searched.
    let start: Substring?

    init(_ text: String) {
      self.text = text
      let letters = text.prefix { $0.isLetter }
      start = letters.isEmpty || text.contains(where: LineWords.isIdeograph) ? nil : letters
    }
  }

  /// Where words count that leave a part open.
  enum OpenPlace: String, Sendable, Hashable, CaseIterable {
    /// In headings over rows only.
    case heading
    /// In notes and headings only, since descriptions have them of other things.
    case note
    /// In headings, notes and descriptions.
    case any

    /// The places whose words count here.
    fileprivate var all: [OpenPlace] {
      switch self {
      case .any: [.any]
      case .note: [.any, .note]
      case .heading: [.any, .note, .heading]
      }
    }
  }

  mutating func keepStatementWords() {
    statementWords = (chineseColours + chineseChoices.map(\.word)).sorted { ($0.count, $1) > ($1.count, $0) }
  }

  static func == (left: LineWords, right: LineWords) -> Bool {
    left.meanings == right.meanings && left.categoriesNamed == right.categoriesNamed && left.colours == right.colours
      && left.plugs == right.plugs && left.choices == right.choices && left.same == right.same
      && left.apart == right.apart
      && left.labels == right.labels
  }
  func hash(into hasher: inout Hasher) { hasher.combine(meanings) }

  static let schema = "peidan.bom-words/1"

  /// Adds the words under `words` of a table. Findings go to the sink.
  mutating func add(_ node: MarkedNode, into sink: DiagnosticSink) {
    for group in node.mapping ?? [] {
      let kind = group.key == "any" ? nil : ComponentKind(rawValue: group.key)
      if kind == nil, group.key != "any" {
        report(group, among: ComponentKind.allCases.map(\.rawValue), into: sink)
        continue
      }
      for entry in group.value.mapping ?? [] {
        guard let meaning = Self.meaning(entry.key, of: kind) else {
          report(entry, among: ["silent", "unchecked", "grade"] + ComponentKind.allCases.map(\.rawValue), into: sink)
          continue
        }
        for word in entry.value.list("words of `\(entry.key)`", into: sink) ?? [] {
          guard let text = word.word("a word", into: sink) else { continue }
          add(text, meaning, to: kind)
        }
      }
    }
  }

  /// Adds the words under `named` of a table. Findings go to the sink.
  mutating func addNamed(_ node: MarkedNode, into sink: DiagnosticSink) {
    for group in node.mapping ?? [] {
      for word in group.value.list("words of `\(group.key)`", into: sink) ?? [] {
        guard let text = word.word("a word", into: sink) else { continue }
        let plain = Self.plain(text)
        categoriesNamed[plain] = Self.names(group.key)
        guard plain.contains(where: Self.isIdeograph) else { continue }
        chineseNames.append((plain, Self.names(group.key)))
        chineseNames.sort { ($0.word.count, $1.word) > ($1.word.count, $0.word) }
      }
    }
  }

  /// Adds the words under `open` of a table. Findings go to the sink.
  mutating func addOpen(_ node: MarkedNode, into sink: DiagnosticSink) {
    for group in node.mapping ?? [] {
      guard let place = OpenPlace(rawValue: group.key) else {
        report(group, among: OpenPlace.allCases.map(\.rawValue), into: sink)
        continue
      }
      for word in group.value.list("words of `\(group.key)`", into: sink) ?? [] {
        if let text = word.word("a word", into: sink) {
          openWords[place, default: []].append(OpenWord(Self.plain(text)))
        }
      }
      openWords[place]?.sort { ($0.text.count, $1.text) > ($1.text.count, $0.text) }
    }
  }

  /// The first word of a heading, a note or a description that leaves open whether its part is fitted or bought; nil where there is none. Words in
  /// letters stand apart from others, those in Chinese characters anywhere. O(length + words), and O(length) for each
  /// word whose first letters stand in the text.
  func openMark(in text: String, of place: OpenPlace) -> String? {
    if text.isEmpty { return nil }
    let plain = Self.plain(text).replacing("’", with: "'")
    let runs = Set(plain.split { !$0.isLetter })
    let isChinese = plain.contains(where: Self.isIdeograph)
    let words = place.all.flatMap { openWords[$0] ?? [] }
    return words.first { entry in
      let word = entry.text
      // A run of letters may go on in Chinese characters: `dnp不贴`.
      if let start = entry.start, !isChinese, !runs.contains(start) { return false }
      guard !word.contains(where: Self.isIdeograph) else { return isChinese && plain.contains(word) }
      var rest = plain[...]
      while let place = rest.firstRange(of: word) {
        let before = plain[..<place.lowerBound].last
        let behind = plain[place.upperBound...].first
        if before?.isLetter != true, behind?.isLetter != true { return true }
        rest = plain[place.upperBound...]
      }
      return false
    }?.text
  }

  /// The categories of parts that a word names, in singular or plural; nil where it names no kind of part.
  func categories(named word: String) -> Set<String>? {
    let plain = Self.plain(word)
    if let known = categoriesNamed[plain] { return known }
    return plain.count > 3 && plain.hasSuffix("s") ? categoriesNamed[String(plain.dropLast())] : nil
  }

  /// The words of a text that name kinds of parts, in their order, those in Chinese characters behind the others. O(length).
  func kindNames(in text: String) -> [(word: String, categories: Set<String>)] {
    let plain = Self.plain(text)
    var names = plain.split { !$0.isLetter && !$0.isNumber }.compactMap { word in
      categories(named: String(word)).map { (word: String(word), categories: $0) }
    }
    guard plain.contains(where: Self.isIdeograph) else { return names }
    var rest = plain
    for (word, categories) in chineseNames where rest.contains(word) {
      names.append((word, categories))
      rest = rest.replacing(word, with: " ")
    }
    return names
  }

  /// Whether a word says of a component that it is of the kind, or how it is made: it stands under the kind, not under `any`.
  func isWord(_ word: String, of kind: ComponentKind) -> Bool {
    switch meanings[kind]?[Self.plain(word)] {
    case .silent, .categories: true
    default: false
    }
  }

  private static func names(_ key: String) -> Set<String> { Set(key.split(separator: " ").map(String.init)) }

  private mutating func add(_ word: String, _ meaning: Meaning, to kind: ComponentKind?) {
    let plain = Self.plain(word)
    meanings[kind, default: [:]][plain] = meaning
    if plain.contains(where: Self.isIdeograph) {
      pieces[kind, default: []].append((plain, meaning))
      pieces[kind]?.sort { ($0.word.count, $1.word) > ($1.word.count, $0.word) }
    }
  }

  private func report(_ entry: MarkedEntry, among known: [String], into sink: DiagnosticSink) {
    sink.report(
      Diagnostic(
        BOMCodes.aliases, "unknown kind `\(entry.key)`", at: entry.keySpan,
        helps: closestMatch(to: entry.key, among: known).map { ["did you mean `\($0)`?"] } ?? []))
  }

  private static func meaning(_ key: String, of kind: ComponentKind?) -> Meaning? {
    if key == "silent" { return .silent }
    if key == "unchecked" { return .unchecked }
    if key == "grade" { return .grade }
    var names = names(key)
    let isUnchecked = names.remove("unchecked") != nil
    if let kind, names.isSubset(of: kind.categories), !names.isEmpty {
      return .categories(names, isUnchecked: isUnchecked)
    }
    return ComponentKind(rawValue: key).map { .kind($0) }
  }

  static func plain(_ word: String) -> String { word.halfWidth.lowercased() }

  static func isIdeograph(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// What the word says about a component of the kind; nil where it is not known. A word in Chinese characters is known where
  /// it consists of known ones; the first that says something counts.
  func meaning(of word: String, kind: ComponentKind) -> Meaning? {
    let plain = Self.plain(word)
    for kind in [kind, nil] { if let known = meanings[kind]?[plain] { return known } }
    // `R_Pack04`, `Network8`
    let name = plain.prefix { !$0.isDigit }
    if name.count >= 4, name.count < plain.count, plain.dropFirst(name.count).allSatisfy(\.isDigit),
      case .kind(let other)? = meanings[kind]?[String(name)]
    {
      return .kind(other)
    }
    guard plain.contains(where: Self.isIdeograph) else { return nil }
    var rest = plain
    var told: Meaning?
    let known = (pieces[kind] ?? []) + (pieces[nil] ?? [])
    while !rest.isEmpty {
      guard let piece = known.first(where: { rest.contains($0.word) }),
        let place = rest.firstRange(of: piece.word)
      else { break }
      if told == nil || told == .silent { told = piece.meaning }
      rest.removeSubrange(place)
    }
    return rest.contains(where: { !$0.isWhitespace }) && told == .silent ? nil : told
  }
}
