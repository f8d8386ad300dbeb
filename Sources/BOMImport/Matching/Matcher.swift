package import Diagnostics
internal import Electronics

/// Matches lines to parts, each with a grade and a reason.
///
/// In this order: known order numbers, part numbers, typed requirements, then numbers within the value. The first that
/// gives a certain match wins; the surest of the uncertain ones is kept. A few look-ups a line.
package struct Matcher<Index: PartIndex> {
  private let index: Index
  private let words: HeaderWords
  private let sink: DiagnosticSink

  package init(index: Index, words: HeaderWords, sink: DiagnosticSink) {
    self.index = index
    self.words = words
    self.sink = sink
  }

  /// The match of a line. Contradictions and missing parts of fitted lines are warnings. Throws what the index throws.
  package func match(_ line: BOMLine) throws -> LineMatch {
    let match = try best(line)
    if line.isFitted, !match.grade.isCertain { report(match) }
    return match
  }

  private func best(_ line: BOMLine) throws -> LineMatch {
    if let match = try byOrderNumber(line) { return match }
    if line.namesSeveralParts {
      sink.report(
        Diagnostic(BOMCodes.severalParts, "`\(line.number)` names several parts", severity: .warning, at: line.span))
      return LineMatch(line, .ambiguous, why: "the cell names several parts: `\(line.number)`")
    }
    var uncertain: [LineMatch] = []
    if !line.number.isEmpty, let match = try byNumber(line) {
      if match.grade.isCertain { return match }
      uncertain.append(match)
    }
    if let match = try byRequirements(line, isNumberKnown: !uncertain.isEmpty) {
      if match.grade.isCertain, uncertain.isEmpty { return match }
      uncertain.append(match)
    }
    if uncertain.isEmpty, let match = try byLikeness(line) { uncertain.append(match) }
    return uncertain.min { $0.grade < $1.grade } ?? LineMatch(line, .none, why: reasonForNone(line))
  }

  // MARK: Order numbers

  private func byOrderNumber(_ line: BOMLine) throws -> LineMatch? {
    for number in line.orderNumbers {
      guard let part = try index.parts(orderNumber: number).first else { continue }
      guard line.kind.admits(category: part.category) else {
        return LineMatch(
          line, .ambiguous, candidates: [part],
          why:
            "`\(number)` is a part of kind `\(part.category)`, which a line of kind `\(line.kind.rawValue)` cannot be")
      }
      if let why = try contradiction(line, part) {
        sink.report(
          Diagnostic(
            BOMCodes.contradiction, "`\(number)` is \(part.id.mpn) of \(part.id.maker): \(why)", severity: .warning,
            at: line.span))
      }
      return LineMatch(line, .exact, part: part, why: "order number `\(number)`")
    }
    return nil
  }

  /// How the line says otherwise than the part whose number it names; nil where it does not.
  private func contradiction(_ line: BOMLine, _ part: Part) throws -> String? {
    if let parameter = line.kind.valueParameter, let wanted = line.facts.quantities[parameter],
      case .quantity(let own)? = part.parameters[parameter], own != wanted
    {
      return "its \(parameter) is \(own), the line says \(wanted)"
    }
    if case .chip(let size)? = line.facts.package, case .chip(let own)? = PackageName(part.package), own != size {
      return "its package is \(own), the line says \(size)"
    }
    if !line.number.isEmpty, !Self.isSameNumber(line.number, part.id.mpn) { return "the line names \(line.number)" }
    // Without a number of its own, a line's value may be one: of this part, or of another.
    if line.number.isEmpty, line.facts.quantities.isEmpty, line.value.count >= Self.shortestPrefix,
      !Self.isSameNumber(line.value, part.id.mpn), try !index.parts(number: line.value).isEmpty
    {
      return "the line names \(line.value)"
    }
    return line.contradiction.map { "the line itself says \($0)" }
  }

  private static func isSameNumber(_ left: String, _ right: String) -> Bool {
    let plain = { (text: String) in text.halfWidth.lowercased().filter { $0.isLetter || $0.isNumber } }
    let (left, right) = (plain(left), plain(right))
    return left == right || min(left.count, right.count) >= 5 && (left.hasPrefix(right) || right.hasPrefix(left))
  }

  // MARK: Part numbers

  private func byNumber(_ line: BOMLine) throws -> LineMatch? {
    let found = try index.parts(number: line.number)
    if found.isEmpty { return nil }
    let fitting = found.filter { line.kind.admits(category: $0.category) }
    if fitting.isEmpty {
      return LineMatch(
        line, .ambiguous, candidates: found,
        why:
          "`\(line.number)` is a part of kind `\(found[0].category)`, which a line of kind `\(line.kind.rawValue)` cannot be"
      )
    }
    let named = line.maker.isEmpty ? fitting : fitting.filter { words.isSameMaker(line.maker, $0.id.maker) }
    guard let part = own(line.maker, among: named) else {
      let makers = fitting.prefix(4).map(\.id.maker).joined(separator: ", ")
      return LineMatch(
        line, fitting.count == 1 ? .heuristic : .ambiguous, part: fitting.count == 1 ? fitting[0] : nil,
        candidates: fitting,
        why: "the number is sold by \(makers), not by `\(line.maker)`")
    }
    if !named.allSatisfy({ words.isSameMaker(part.id.maker, $0.id.maker) }) {
      return LineMatch(
        line, .ambiguous, candidates: named,
        why: "\(named.count) makers sell `\(line.number)`"
          + (line.maker.isEmpty ? "; the line names none of them" : " under names like `\(line.maker)`"))
    }
    if let why = try contradiction(line, part) {
      sink.report(
        Diagnostic(
          BOMCodes.contradiction, "`\(line.number)` of \(part.id.maker): \(why)", severity: .warning, at: line.span))
      return LineMatch(line, .ambiguous, candidates: [part], why: "number and value disagree: \(why)")
    }
    return LineMatch(
      line, .exact, part: part, why: line.maker.isEmpty ? "number, of its only maker" : "maker and number")
  }

  /// The part whose maker is written as the line has it, else the first: a list may name one maker in two ways.
  private func own(_ maker: String, among parts: [Part]) -> Part? {
    parts.first { $0.id.maker.lowercased() == maker.lowercased() } ?? parts.first
  }

  // MARK: Typed requirements

  private func byRequirements(_ line: BOMLine, isNumberKnown: Bool) throws -> LineMatch? {
    guard let query = TypedQuery(line) else { return nil }
    let inPackage = try query.pool(in: index).filter { query.hasPackage($0.part) }
    let fitting = inPackage.filter { query.meetsRatings($0.part) }
    if fitting.isEmpty {
      if inPackage.isEmpty { return nil }
      let why = "\(inPackage.count) parts have value and package, none meets \(query.words)"
      return LineMatch(line, .none, candidates: inPackage.map(\.part), why: why)
    }
    let parts = Self.largestCategory(of: fitting)
    let ordered = parts.sorted { left, right in
      if left.isOwn != right.isOwn { return left.isOwn }
      return left.stock == right.stock ? left.part.id < right.part.id : left.stock > right.stock
    }.map(\.part)
    if let said = line.contradiction {
      return LineMatch(line, .ambiguous, candidates: ordered, why: "the line contradicts itself: \(said)")
    }
    guard query.facts.package != nil else {
      return LineMatch(
        line, .heuristic, candidates: ordered,
        why: "\(parts.count) parts have \(query.words); the line names no package")
    }
    let number = line.number.isEmpty ? line.orderNumbers.first : line.number
    if let number, !isNumberKnown, line.isFitted {
      sink.report(
        Diagnostic(
          BOMCodes.numberUnknown, "`\(number)` is not in the catalog; matched by \(query.words)",
          severity: .warning,
          at: line.span))
    }
    return LineMatch(
      line, .equivalent, candidates: ordered, requirement: query.requirement(met: parts.filter(\.isOwn).map(\.part)),
      why: "\(parts.count) \(parts.count == 1 ? "part meets" : "parts meet") \(query.words)")
  }

  /// The parts of one category, since a requirement names one: that of the catalog's own parts, else the most frequent.
  private static func largestCategory(of parts: [IndexedPart]) -> [IndexedPart] {
    let groups = Dictionary(grouping: parts, by: \.part.category)
    let best = groups.max { left, right in
      let (leftOwn, rightOwn) = (left.value.count(where: \.isOwn), right.value.count(where: \.isOwn))
      return (leftOwn, left.value.count, right.key) < (rightOwn, right.value.count, left.key)
    }
    return best?.value ?? []
  }

  // MARK: Likeness

  /// Shortest text that is looked up as a number, and shortest that is looked up as the start of one.
  private static var shortestNumber: Int { 3 }
  private static var shortestPrefix: Int { 5 }

  /// Looks for the value, the number and their words among part numbers.
  private func byLikeness(_ line: BOMLine) throws -> LineMatch? {
    // A typed value is no name of a part: `100nF` is not the start of one.
    var texts = [line.number]
    if line.facts.quantities.isEmpty { texts.append(line.value) }
    texts += line.words
    let wanted = texts.map(\.trimmedBlanks).filter { text in
      text.count >= Self.shortestNumber && text.contains(where: \.isDigit) && text.contains(where: \.isLatin)
    }
    for text in wanted {
      let found = try index.parts(number: text).filter { line.kind.admits(category: $0.category) }
      if let match = guess(line, found, "`\(text)` is the number of") { return match }
    }
    for text in wanted where text.count >= Self.shortestPrefix {
      let found = try index.parts(numberPrefix: text, limit: 50).filter { line.kind.admits(category: $0.category) }
      if let match = guess(line, found, "`\(text)` is the start of the number of") { return match }
    }
    return nil
  }

  private func guess(_ line: BOMLine, _ found: [Part], _ why: String) -> LineMatch? {
    guard let first = found.first else { return nil }
    // A list may spell one maker in two ways.
    if found.allSatisfy({
      $0.id.mpn.lowercased() == first.id.mpn.lowercased() && words.isSameMaker(first.id.maker, $0.id.maker)
    }) {
      return LineMatch(
        line, .heuristic, part: first, candidates: found, why: "\(why) \(first.id.mpn) of \(first.id.maker)")
    }
    return LineMatch(line, .ambiguous, candidates: found, why: "\(why) \(found.count) parts")
  }

  private func reasonForNone(_ line: BOMLine) -> String {
    if !line.number.isEmpty { return "no part of number `\(line.number)`" }
    if let number = line.orderNumbers.first { return "no part of order number `\(number)`" }
    if let parameter = line.kind.valueParameter, line.facts.quantities[parameter] == nil, !line.value.isEmpty {
      return "`\(line.value)` is no \(parameter) that can be read with certainty"
    }
    if let query = TypedQuery(line) { return "no part has \(query.value)" }
    let said = line.value.isEmpty ? line.description : line.value
    return said.isEmpty ? "the line names no part" : "nothing is known of `\(String(said.prefix(60)))`"
  }

  private func report(_ match: LineMatch) {
    let line = match.line
    let name = line.references.isEmpty ? "row \(line.row)" : LineReader.shortened(line.references)
    var helps: [String] = []
    if match.candidateCount > 0 {
      let names = match.candidates.prefix(4).map { "\($0.id.mpn) (\($0.id.maker))" }.joined(separator: ", ")
      helps = ["candidates: " + names + (match.candidateCount > 4 ? " and \(match.candidateCount - 4) more" : "")]
    }
    sink.report(
      Diagnostic(
        BOMCodes.unmatched,
        "\(name): \(match.grade == .none ? "no part" : "\(match.grade.rawValue) match"): \(match.why)",
        severity: .warning, at: line.span, helps: helps))
  }
}
