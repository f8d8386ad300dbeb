package import Diagnostics
internal import MarkedText

/// The words by which columns and makers are known: data, from `Catalog/bom/headers.yaml` and tables of the user's.
package struct HeaderWords: Sendable, Hashable {
  /// For a word's plain form, the field and its rank within the field, smaller is better.
  private var fields: [String: Meaning] = [:]
  /// The plain words by their length, for words with one letter wrong.
  private var wordsByLength: [Int: [String]] = [:]
  /// For a maker's plain name, the number of its family.
  private var families: [String: Int] = [:]
  private var familyCount = 0
  /// The words of which headers are made that no list spells out.
  private var parts = HeaderParts()
  /// The words of cells.
  private(set) var vocabulary = LineWords()

  struct Meaning: Sendable, Hashable {
    var field: BOMField
    var rank: Int
  }

  /// No words at all.
  package init() {}

  /// Adds the words of a table; words that are known already get the new meaning. Findings go to the sink.
  package mutating func add(_ source: SourceText, into sink: DiagnosticSink) {
    guard let root = YAMLReader.read(source, into: sink),
      let top = MappingReader(root, "the header table", into: sink)
    else { return }
    defer { top.finish() }
    if let schema = top.required("schema") {
      switch schema.word("schema", into: sink) {
      case "peidan.bom-headers/1": break
      case LineWords.schema:
        let (words, named) = (top.optional("words"), top.optional("named"))
        let open = top.optional("open")
        let (colours, plugs) = (top.optional("colours"), top.optional("plugs"))
        if let colours { vocabulary.addColours(colours, into: sink) }
        if let plugs { vocabulary.addPlugs(plugs, into: sink) }
        let choices = top.optional("choices")
        if let choices { vocabulary.addChoices(choices, into: sink) }
        let (same, labels, apart) = (top.optional("same"), top.optional("labels"), top.optional("apart"))
        if let same { vocabulary.same.add(same, into: sink) }
        if let apart { vocabulary.addApart(apart, into: sink) }
        if let labels { vocabulary.addLabels(labels, into: sink) }
        if [words, named, open, colours, plugs, choices, same, labels, apart].allSatisfy({ $0 == nil }) {
          _ = top.required("words")
        }
        if let words { vocabulary.add(words, into: sink) }
        if let named { vocabulary.addNamed(named, into: sink) }
        if let open { vocabulary.addOpen(open, into: sink) }
        return
      default:
        report("schema is neither `peidan.bom-headers/1` nor `\(LineWords.schema)`", at: schema.span, into: sink)
      }
    }
    for entry in top.optional("fields")?.mapping ?? [] {
      guard let field = BOMField(rawValue: entry.key) else {
        let known = BOMField.allCases.map(\.rawValue)
        report(
          "unknown field `\(entry.key)`", at: entry.keySpan, into: sink,
          help: closestMatch(to: entry.key, among: known).map { "did you mean `\($0)`?" })
        continue
      }
      for (rank, word) in (entry.value.list("words of `\(entry.key)`", into: sink) ?? []).enumerated() {
        guard let text = word.word("a word", into: sink) else { continue }
        let plain = Self.plain(text)
        if fields.updateValue(Meaning(field: field, rank: rank), forKey: plain) == nil {
          wordsByLength[plain.count, default: []].append(plain)
        }
      }
    }
    for entry in top.optional("parts")?.mapping ?? [] {
      guard let role = HeaderParts.Role(rawValue: entry.key) else {
        let known = HeaderParts.Role.allCases.map(\.rawValue)
        report(
          "unknown kind of word `\(entry.key)`", at: entry.keySpan, into: sink,
          help: closestMatch(to: entry.key, among: known).map { "did you mean `\($0)`?" })
        continue
      }
      for word in entry.value.list("words of `\(entry.key)`", into: sink) ?? [] {
        if let text = word.word("a word", into: sink) { parts.add(text, role) }
      }
    }
    for group in top.optional("makers")?.list("makers", into: sink) ?? [] {
      let names = (group.list("names of a maker", into: sink) ?? []).compactMap { $0.word("a name", into: sink) }
      let known = names.compactMap { families[Self.plainMaker($0)] }.first
      let family = known ?? familyCount
      if known == nil { familyCount += 1 }
      for name in names { families[Self.plainMaker(name)] = family }
    }
  }

  private func report(_ message: String, at span: SourceSpan, into sink: DiagnosticSink, help: String? = nil) {
    sink.report(Diagnostic(BOMCodes.aliases, message, at: span, helps: help.map { [$0] } ?? []))
  }

  /// What a column of this name means; nil where the name is not known.
  func meaning(of header: String) -> Meaning? {
    let plain = Self.plain(header)
    if plain.isEmpty { return nil }
    if let known = fields[plain] { return known }
    // `Manufacturer Part Number 1` is the first choice; `… 2` and on are alternatives.
    let unnumbered = plain.filter { $0 != "1" }
    if let known = fields[unnumbered] { return known }
    // `Manufacturer #` is a number of the maker's, so that the parts go before the word without its sign.
    if let made = parts.meaning(ofPlain: unnumbered) { return made }
    if let numbered = numbered(plain) { return numbered }
    let unmarked = plain.filter { $0 != "#" }
    return fields[unmarked] ?? misspelled(plain)
  }

  /// `LCSC 2` and `Part Number 3` are what may stand in; `Alt MPN 2` is by its words.
  private func numbered(_ plain: String) -> Meaning? {
    let name = plain.replacing("#", with: "").reversed().drop { $0.isDigit }
    guard let digit = plain.last, digit.isDigit, name.count >= 3 else { return nil }
    let word = String(name.reversed())
    switch (fields[word] ?? parts.meaning(ofPlain: word))?.field {
    case .mpn, .orderNumber, .alternate: return Meaning(field: .alternate, rank: HeaderParts.rank)
    default: return nil
    }
  }

  /// The meaning of the known words that one letter makes of this one, where they agree.
  private func misspelled(_ plain: String) -> Meaning? {
    guard plain.count >= 6, !plain.contains(where: \.isNumber) else { return nil }
    let near = (plain.count - 1...plain.count + 1).flatMap { wordsByLength[$0] ?? [] }.filter(plain.isOneLetterFrom)
    let meant = Set(near.compactMap { fields[$0]?.field })
    return meant.count == 1 ? meant.first.map { Meaning(field: $0, rank: HeaderParts.rank) } : nil
  }

  /// Lower case without the signs that tools vary, and without the marks of a template (`${QUANTITY}`) or a question.
  static func plain(_ word: String) -> String {
    // Every cell of a file passes here, and most are ASCII.
    let ascii = word.utf8.withContiguousStorageIfAvailable { plainOfASCII($0) } ?? nil
    return ascii ?? plainOfAnyText(word)
  }

  static func plainOfAnyText(_ word: String) -> String { word.halfWidth.lowercased().filter { !leftOut.contains($0) } }

  /// The same of ASCII; nil of anything else.
  private static func plainOfASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { plain in
      var count = 0
      for byte in bytes where !isLeftOut[Int(byte)] {
        plain[count] = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  private static let leftOut = " _-./()*:\"'\t\n\r\r\n?!,${}[]"
  private static let isLeftOut = (0..<128 as Range<UInt8>).map { leftOut.contains(Character(UnicodeScalar($0))) }

  /// Whether two names are of one maker: a known family, or the same words once suffixes and brackets are off, or one name
  /// being the first word of the other, or all its words among the other's (`KENTO` of `Hubei KENTO Elec`), or two of its letters
  /// having changed places.
  package func isSameMaker(_ left: String, _ right: String) -> Bool {
    let names = Self.spellings(left)
    let others = Self.spellings(right)
    if !names.isDisjoint(with: others) { return true }
    let numbers = Set(names.compactMap { families[$0] })
    if !numbers.isDisjoint(with: others.compactMap { families[$0] }) { return true }
    let isPrefix = names.contains { name in
      name.count >= 3 && others.contains { $0.count >= 3 && ($0.hasPrefix(name) || name.hasPrefix($0)) }
    }
    if isPrefix || names.contains(where: { name in others.contains { $0.isTransposed(name) } }) { return true }
    let (own, other) = (Self.tellingWords(left), Self.tellingWords(right))
    return own.contains { name in other.contains { name.isSubset(of: $0) || $0.isSubset(of: name) } }
  }

  /// The words of four and more characters of each spelling of a maker's name, without those of firms in general.
  private static func tellingWords(_ name: String) -> [Set<String>] {
    name.halfWidth.lowercased().split { "()/".contains($0) }.map { piece in
      let words = piece.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      return Set(words.filter { $0.count >= 4 && !suffixes.contains($0) })
    }.filter { !$0.isEmpty }
  }

  /// Whether the table of makers has the name, by itself or beside others.
  package func isKnownMaker(_ name: String) -> Bool { Self.spellings(name).contains { families[$0] != nil } }

  /// A maker's name as it is, and the parts outside and inside its brackets: `SAMSUNG(三星)`.
  private static func spellings(_ name: String) -> Set<String> {
    let pieces = name.halfWidth.split { "()/".contains($0) }.map(String.init)
    return Set(([name] + pieces).map(plainMaker).filter { !$0.isEmpty })
  }

  private static let suffixes: Set<String> = [
    "inc", "co", "ltd", "llc", "corp", "corporation", "gmbh", "ag", "company", "limited", "elec", "electronics",
    "electronic",
    "semicon", "semiconductor", "semiconductors", "tech", "technology", "technologies", "microelectronics",
    "components",
    "intertech", "electric", "industries", "international", "group", "sales", "america", "usa", "devices",
  ]

  private static func plainMaker(_ name: String) -> String {
    let words = name.halfWidth.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let telling = words.filter { !suffixes.contains($0) }
    return (telling.isEmpty ? words : telling).joined()
  }
}
