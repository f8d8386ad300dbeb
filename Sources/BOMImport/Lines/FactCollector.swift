internal import Electronics

/// Reads what the cells of a line say about its part, cell by cell, and keeps what they say otherwise than each other.
///
/// Of two ratings the stricter counts; two values, packages, dielectrics or kinds are a contradiction.
struct FactCollector {
  let kind: ComponentKind
  private let cache: ReadingCache
  /// Words that say nothing beside what other cells say: the maker, the mark that the part is not fitted.
  var known: Set<String> = []
  private(set) var facts = LineFacts()
  /// Statements that contradict each other, in words.
  private(set) var contradictions: [Clause] = []
  /// Ratings of which the stricter counts, in words.
  private(set) var settled: [Clause] = []
  /// Words of the value that no fact was read from.
  private(set) var words: [String] = []

  init(kind: ComponentKind, cache: ReadingCache) {
    self.kind = kind
    self.cache = cache
  }

  /// Reads a text; `source` names its cell for messages.
  mutating func read(_ text: String, _ role: FactReader.Role, source: String) -> [CellToken] {
    let reader = cache.reader(text, kind, role)
    for found in reader.disagreements { note(found, "`\(found.own)` and `\(found.other)` in \(source)") }
    for found in facts.join(reader.facts) { note(found, in: source) }
    let tokens = reader.tokens.map { token in
      guard token.reading == .unread, known.contains(LineWords.plain(token.text)) else { return token }
      return CellToken(token.text, .read("as another cell says"))
    }
    if role == .value, words.isEmpty { words = tokens.filter { $0.reading == .unread }.map(\.text) }
    return tokens
  }

  /// Reads a footprint, or a package.
  mutating func read(footprint text: String, source: String) -> [CellToken] {
    let sizes = PackageName.sizes(namedIn: text)
    if sizes.count > 1 {
      contradictions.append("\(sizes.sorted().map { "`\($0)`" }.joined(separator: ", ")) in \(source)")
    }
    if let package = package(text), let found = facts.join(package: package) {
      note(found, in: source)
    }
    for word in FactWords.nameWords(of: text) {
      guard case .categories(let names, _)? = cache.vocabulary.meaning(of: word, kind: kind),
        let found = facts.join(categories: names)
      else { continue }
      note(found, in: source)
    }
    for rating in ratings(inName: text) { for found in facts.join(rating) { note(found, in: source) } }
    return footprintTokens(text)
  }

  /// What `C_0402_50V`, `0402 X7R`, `R0603-0.1%` and `L0805_3A` say beside the package of a part that its value tells. O(length).
  private func ratings(inName text: String) -> [LineFacts] {
    guard let parameter = kind.valueParameter, let name = text.split(separator: ":").last else { return [] }
    return name.split { !$0.isLetter && !$0.isNumber && !".%/".contains($0) }.compactMap { word in
      guard Self.isRating(word) else { return nil }
      var facts = cache.reader(String(word), kind, .prose).facts
      facts.quantities[parameter] = nil
      (facts.package, facts.categories) = (nil, nil)
      return facts
    }
  }

  /// Whether a word is a dielectric, or a number in volts, amperes, watts or per cent: `X7R`, `50V`, `500mA`, `1/4W`.
  private static func isRating(_ word: Substring) -> Bool {
    guard let first = word.first, let unit = word.last?.uppercased() else { return false }
    if !first.isDigit { return dielectrics.contains(word.uppercased()) }
    guard ["V", "A", "W", "%"].contains(unit) else { return false }
    var number = word.dropLast()
    if unit == "A" || unit == "W", number.last == "m" || number.last == "M" { number.removeLast() }
    return number.allSatisfy { $0.isDigit || $0 == "." || $0 == "/" }
  }

  private static let dielectrics: Set<String> = [
    "X5R", "X5S", "X6R", "X6S", "X6T", "X7R", "X7S", "X7T", "X8R", "Y5V", "C0G", "NP0", "NPO",
  ]

  /// A crystal's bare `3225` is in tenths of a millimetre, as in the lists' `SMD3225-4P`, and no chip size.
  private func package(_ text: String) -> PackageName? {
    if kind == .capacitor { return cache.package(text) ?? CapacitorCase.package(text) }
    guard kind == .crystal else { return cache.package(text) }
    let size = text.halfWidth.trimmedBlanks
    guard size.count == 4, size.allSatisfy(\.isNumber), !PackageName.chipSizes.contains(size),
      size.prefix(2) >= size.suffix(2)
    else { return cache.package(text) }
    return .named("SMD\(size)")
  }

  /// A footprint is the name of a library's drawing, whose words say nothing beyond the package; a text of several words is
  /// none, and each of its words must be understood.
  private func footprintTokens(_ text: String) -> [CellToken] {
    let words = text.halfWidth.split { $0.isWhitespace || "()[]".contains($0) }.map(String.init)
    guard kind.valueParameter != nil, words.count > 1 || !isName(text) else { return [] }
    if kind == .capacitor, let package = CapacitorCase.package(text) {
      return [CellToken(text, .read("package \(package)"))]
    }
    if words.count == 1 {
      return [CellToken(text, package(text).map { .read("package \($0)") } ?? .unread)]
    }
    return words.map { word in
      if let package = cache.package(word) { return CellToken(word, .read("package \(package)")) }
      if !PackageName.readings(of: word).isEmpty, let package = package(text) {
        return CellToken(word, .read("package \(package)"))
      }
      if Self.measures.contains(word.lowercased()) { return CellToken(word, .read("what the size is measured in")) }
      let reader = cache.reader(word, kind, .prose)
      let isName = word.contains("_") || word.contains(":") || !word.contains(where: { $0.isLetter || $0.isNumber })
      return CellToken(
        word,
        isName
          ? .silent : reader.tokens.first { $0.reading == .unread }?.reading ?? reader.tokens.first?.reading ?? .silent)
    }
  }

  /// Words that say in which unit a chip's size is.
  private static let measures: Set<String> = ["metric", "imperial", "inch", "公制", "英制"]

  /// Whether a text is the name of a library's drawing: `R_Axial_DIN0207`, `COMP-1nF`.
  private func isName(_ text: String) -> Bool {
    cache.package(text) == nil && text.contains { "_:-".contains($0) }
  }

  /// What a cell says otherwise than those before it.
  private mutating func note(_ found: LineFacts.Disagreement, in source: String) {
    note(found, "`\(found.own)` before and `\(found.other)` in \(source)")
  }

  private mutating func note(_ found: LineFacts.Disagreement, _ text: Clause) {
    if found.isSettled { settled.append(text) } else { contradictions.append(text) }
  }
}

extension ComponentKind {
  /// The kind that a value alone tells: farads are a capacitor's.
  init(measuring facts: LineFacts) {
    if facts.quantities["capacitance"] != nil {
      self = .capacitor
    } else if facts.quantities["inductance"] != nil {
      self = .inductor
    } else if facts.quantities["resistance"] != nil {
      self = .resistor
    } else {
      self = .unknown
    }
  }
}
