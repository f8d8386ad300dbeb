internal import Diagnostics
internal import Electronics

extension Matcher {
  /// Shortest text that is looked up as a number, shortest that is looked up as the start of one, and shortest that is taken for
  /// the whole number of a part without a column that says so.
  private static var shortestNumber: Int { 3 }
  static var shortestPrefix: Int { 5 }

  /// Looks for the value, the number and their words among part numbers.
  func byLikeness(_ line: BOMLine) throws -> LineMatch? {
    if let match = try byWholeValue(line) { return match }
    // A typed value is no name of a part: `100nF` is not the start of one.
    var texts = [line.number]
    if line.facts.quantities.isEmpty { texts.append(line.value) }
    texts += line.words
    let wanted = texts.map(\.trimmedBlanks).filter { text in
      !PartNumbers.isSize(text) && text.count >= Self.shortestNumber && text.contains(where: \.isDigit)
        && text.contains(where: \.isLatin)
    }
    for text in wanted {
      let found = try index.parts(number: text).filter { isLikely($0, for: line, by: text) }
      if let match = guess(line, found, "`\(text)` is the number of") { return match }
    }
    for text in wanted where text.count >= Self.shortestPrefix {
      let found = try index.parts(numberPrefix: text, limit: 50).filter { isLikely($0, for: line, by: text) }
      if let match = guess(line, found, "`\(text)` is the start of the number of") { return match }
    }
    return nil
  }

  /// A value that is the whole number of a part, where nothing of the line contradicts it: `STM32G474CET6`.
  private func byWholeValue(_ line: BOMLine) throws -> LineMatch? {
    guard line.number.isEmpty, line.facts.quantities.isEmpty else { return nil }
    let texts = [line.value, line.value.filter { !$0.isWhitespace }]
    for text in texts where text.count >= Self.shortestPrefix && !PartNumbers.isSize(text) {
      // `742792662` is a number of digits alone.
      guard text.contains(where: \.isDigit), text.contains(where: \.isLatin) || text.count >= 7,
        var match = try byNumber(text, line),
        match.grade != .heuristic
      else { continue }
      if !match.grade.isCertain { return match }
      match.reason = "the value is a part number: \(match.reason)"
      if !hasPackage(of: match, line) {
        match.grade = .heuristic
        match.reason +=
          "; package `\(match.part?.package ?? match.candidates.first?.package ?? "")` against `\(line.footprint)`"
      }
      return match
    }
    return nil
  }

  /// Whether the line's footprint is, as far as both are understood, the package of the parts. A battery's or connector's
  /// value may be that of what goes into it.
  private func hasPackage(of match: LineMatch, _ line: BOMLine) -> Bool {
    if [.battery, .connector, .mechanical].contains(line.kind) { return false }
    let parts = match.part.map { [$0] } ?? match.alternatives
    if !PackageForm.forms(of: line.footprint).isEmpty {
      return parts.allSatisfy { PartContradiction.packageAgreement(line, $0) != .unsure }
    }
    guard let wanted = PackageName(line.footprint), let part = parts.first, let own = PackageName(part.package) else {
      return true
    }
    return wanted.admits(own)
  }

  /// Whether a part may be what a text of the line begins: nothing that the line says contradicts it, and the other words of
  /// its value that nobody understands stand in the part's number too.
  private func isLikely(_ part: Part, for line: BOMLine, by text: String) -> Bool {
    guard PartContradiction(line, part).words == nil else { return false }
    guard line.words.count > 1, line.words.contains(text) else { return true }
    let plain = { (text: String) in text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let number = plain(part.id.mpn)
    return line.words.allSatisfy { word in !word.contains(where: \.isDigit) || number.contains(plain(word)) }
  }

  private func guess(_ line: BOMLine, _ found: [Part], _ why: Clause) -> LineMatch? {
    guard let first = found.first else { return nil }
    // A list may spell one maker in two ways.
    if found.allSatisfy({
      $0.id.mpn.lowercased() == first.id.mpn.lowercased() && words.isSameMaker(first.id.maker, $0.id.maker)
    }) {
      return LineMatch(
        line, .heuristic, part: first, candidates: found, why: why + " \(first.id.mpn) of \(first.id.maker)")
    }
    return LineMatch(line, .ambiguous, candidates: found, why: why + " \(found.count) parts")
  }

  func reasonForNone(_ line: BOMLine) throws -> Clause {
    if !line.number.isEmpty { return "no part of number `\(line.number)`" }
    if let number = line.orderNumbers.first { return "no part of order number `\(number)`" }
    if let parameter = line.kind.valueParameter, line.facts.quantities[parameter] == nil, !line.value.isEmpty {
      return "`\(line.value)` is no \(parameter) that can be read with certainty"
    }
    if let query = TypedQuery(line) { return try reason(query) }
    if line.kind.isPassive, line.kind.valueParameter == nil {
      return "a line of kind `\(line.kind.rawValue)` is known by a part number only, and it has none"
    }
    let said = line.value.isEmpty ? line.description : line.value
    return said.isEmpty ? "the line names no part" : "nothing is known of `\(String(said.prefix(60)))`"
  }

  /// What is missing: the value altogether, the value of the kind that the line asks for, or only its package.
  private func reason(_ query: TypedQuery) throws -> Clause {
    let kinds = query.facts.categories?.sorted().joined(separator: " or ")
    let packages = try query.pool(in: index, anyPackage: true).map(\.part.package)
    if !packages.isEmpty, let package = query.facts.package {
      let most = Self.mostFrequent(packages)
      guard let kinds else { return "no part has \(query.value) in \(package); others have it in \(most)" }
      return "no \(kinds) of \(query.value) is known in \(package); others are in \(most)"
    }
    let others = try query.pool(in: index, anyPackage: true, anyCategory: true).map(\.part.category)
    guard let kinds, !others.isEmpty else { return "no part has \(query.value)" }
    return "no \(kinds) of \(query.value) is known; \(Self.mostFrequent(others)) has it"
  }

  /// The names that occur most, at most four; some have commas in them.
  private static func mostFrequent(_ names: [String]) -> String {
    let most = Dictionary(grouping: names, by: \.self).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return most.prefix(4).map { $0.key.contains(",") ? "`\($0.key)`" : $0.key }.joined(separator: ", ")
  }

  func report(_ match: LineMatch) {
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
