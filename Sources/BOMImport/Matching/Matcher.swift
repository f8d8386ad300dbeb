package import Diagnostics
internal import Electronics

/// What may be chosen for a line beside the part that it names.
package enum PassiveChoice: String, Sendable, Hashable, CaseIterable {
  /// A part that a number names is bought as named.
  case named
  /// A resistor, capacitor, inductor or bead that a number names may be another of equal typed facts.
  case equivalent
}

/// Matches lines to parts, each with a grade and a reason.
///
/// In this order: known order numbers, part numbers, typed requirements, then numbers within the value. A number that is known
/// decides, one way or the other: a part that contradicts its line leaves the line ambiguous. A line with words that are not
/// understood is at most a likely match. A few look-ups a line.
package struct Matcher<Index: PartIndex> {
  let index: Index
  let words: HeaderWords
  let sink: DiagnosticSink
  var passives = PassiveChoice.named

  package init(index: Index, words: HeaderWords, sink: DiagnosticSink, passives: PassiveChoice = .named) {
    self.index = index
    self.words = words
    self.sink = sink
    self.passives = passives
  }

  /// The match of a line. Contradictions and missing parts of fitted lines are warnings. Throws what the index throws.
  package func match(_ line: BOMLine) throws -> LineMatch {
    var match = try best(line)
    if let part = match.part { match.line = accounted(line, with: part) }
    if match.grade == .exact, let requirement = try requirement(in: match) {
      match.requirement = requirement.requirement
      match.candidates = requirement.candidates
      match.reason += "; " + requirement.why
    }
    limit(&match)
    limitByPart(&match)
    if let doubt = line.doubts.first {
      match.grade = max(match.grade, .heuristic)
      match.reason = doubt + "; " + match.reason
    }
    try keepPackages(&match)
    if !line.settled.isEmpty, match.grade.isCertain {
      match.reason += "; \(line.settled.joined(", ")): the stricter counts"
    }
    if line.isFitted, !match.grade.isCertain { report(match) }
    return match
  }

  /// A match whose line has words that nobody understood, or asks for what no list states, is only likely.
  private func limit(_ match: inout LineMatch) {
    let unread = match.line.unread
    guard match.grade.isCertain else { return }
    if !unread.isEmpty {
      let named = unread.prefix(3).map { "`\($0.text)` in \($0.cell.name)" as Clause }.joined(", ")
      match.grade = .heuristic
      match.reason +=
        unread.count == 1
        ? ", but \(named) is not understood"
        : unread.count <= 3
          ? ", but \(named) are not understood" : ", but \(named) and \(unread.count - 3) more are not understood"
    } else if match.part == nil, match.alternatives.isEmpty, !match.line.facts.unchecked.isEmpty {
      let named = match.line.facts.unchecked.sorted().map { "`\($0)`" }.joined(separator: ", ")
      match.grade = .heuristic
      match.reason += ", but nothing here can check \(named)"
    }
  }

  /// Notes the packages of numbers that their maker sells in several, so that the slot asks for the right one.
  private func keepPackages(_ match: inout LineMatch) throws {
    guard match.grade.isCertain else { return }
    for part in [match.part].compactMap(\.self) + match.alternatives {
      let packages = Set(try index.parts(number: part.id.mpn).filter { $0.id == part.id }.map(\.package))
      if packages.count > 1 { match.packages[part.id] = packages }
    }
  }

  /// The line with those of its words accounted for that name the part or its maker.
  private func accounted(_ line: BOMLine, with part: Part) -> BOMLine {
    guard !line.unread.isEmpty else { return line }
    var line = line
    for index in line.cells.indices where !line.cells[index].unread.isEmpty {
      let joined = line.cells[index].unread.joined()
      let isNumber =
        isSamePartNumber(joined, part.id.mpn)
        || line.cells[index].field == .value && isSamePartNumber(line.value, part.id.mpn)
      for place in line.cells[index].tokens.indices where line.cells[index].tokens[place].reading == .unread {
        let text = line.cells[index].tokens[place].text
        if isNumber || isSamePartNumber(text, part.id.mpn) {
          line.cells[index].tokens[place].reading = .read("number of the part")
        } else if text.count > 1,
          words.isSameMaker(text, part.id.maker) || isAbbreviation(text, of: part.id.maker)
            || isAbbreviation(text, of: line.maker)
        {
          line.cells[index].tokens[place].reading = .read("maker of the part")
        } else if line.cells[index].field == .footprint {
          // The part has its package, which what is understood of the cell does not contradict.
          line.cells[index].tokens[place].reading = .ignored
        }
      }
    }
    return line
  }

  private func best(_ line: BOMLine) throws -> LineMatch {
    if let match = try byOrderNumber(line) { return match }
    if line.namesSeveralParts {
      sink.report(
        Diagnostic(BOMCodes.severalParts, "`\(line.number)` names several parts", severity: .warning, at: line.span))
      return LineMatch(line, .ambiguous, why: "the cell names several parts or pieces: `\(line.number)`")
    }
    var uncertain: [LineMatch] = []
    // A number that is known of another maker only leaves the line likely, whatever its value says.
    if let match = try byNumber(line) { return match }
    if let match = try byRequirements(line) {
      if match.grade.isCertain { return match }
      uncertain.append(match)
    }
    if uncertain.isEmpty || uncertain.allSatisfy({ $0.grade == .none }), let match = try byLikeness(line) {
      uncertain.append(match)
    }
    if let best = uncertain.min(by: { $0.grade < $1.grade }) { return best }
    return LineMatch(line, .none, why: try reasonForNone(line))
  }

  // MARK: Order numbers

  private func byOrderNumber(_ line: BOMLine) throws -> LineMatch? {
    var known: [(number: String, part: Part)] = []
    for number in line.orderNumbers {
      if let part = try index.parts(orderNumber: number).first { known.append((number, part)) }
    }
    guard let first = known.first else { return nil }
    let fitting = known.filter { PartContradiction(line, $0.part).words == nil }
    guard let best = fitting.first else {
      let otherwise = PartContradiction(line, first.part).words ?? ""
      let why: Clause = "`\(first.number)` is \(first.part.id.mpn) of \(first.part.id.maker): \(otherwise)"
      reportContradiction(line, why)
      return LineMatch(line, .ambiguous, candidates: known.map(\.part), why: why)
    }
    if let why = try otherNumber(line, best.part) {
      let text: Clause = "`\(best.number)` is \(best.part.id.mpn) of \(best.part.id.maker): \(why.words)"
      reportContradiction(line, text)
      if why.isCertain { return LineMatch(line, .ambiguous, candidates: [best.part], why: text) }
    }
    var match = LineMatch(line, .exact, part: best.part, why: "order number `\(best.number)`")
    if let maker = try otherMaker(line, best.part) {
      match.grade = .heuristic
      match.reason += " is of \(best.part.id.maker), and the line names `\(maker)`"
    }
    let others = fitting.dropFirst().map(\.part).filter { $0.id != best.part.id }
    let vetted = try vetted(line, of: best.part, besides: [best.part] + others)
    match.alternatives = others + vetted.parts
    match.reason += vetted.refusal
    if known.count > fitting.count {
      match.reason +=
        "; "
        + known.filter { one in !fitting.contains { $0.number == one.number } }
        .map { "`\($0.number)` contradicts the line" as Clause }.joined(", ")
    }
    return match
  }

  private func reportContradiction(_ line: BOMLine, _ why: Clause) {
    sink.report(Diagnostic(BOMCodes.contradiction, why.english, severity: .warning, at: line.span))
  }

  /// Another part than the one of the order number, by the number that the line has beside it.
  private func otherNumber(_ line: BOMLine, _ part: Part) throws -> (words: Clause, isCertain: Bool)? {
    if !line.number.isEmpty {
      if isSamePartNumber(line.number, part.id.mpn) { return nil }
      // Two numbers of the same line that are both known and are two parts: nobody knows which is meant.
      let isKnown = try !index.parts(number: line.number).isEmpty
      return ("the line names \(line.number)", isKnown)
    }
    // Without a number of its own, a line's value may be one: of this part, or of another.
    guard line.facts.quantities.isEmpty, line.value.count >= Self.shortestPrefix,
      !isSamePartNumber(line.value, part.id.mpn), try !index.parts(number: line.value).isEmpty,
      !isAccounted(line.value, line, by: part)
    else { return nil }
    return ("the line names \(line.value)", true)
  }

  func warn(_ code: DiagnosticCode, _ message: String, _ line: BOMLine) {
    guard line.isFitted else { return }
    sink.report(Diagnostic(code, message, severity: .warning, at: line.span))
  }

  // MARK: Part numbers

  private func byNumber(_ line: BOMLine) throws -> LineMatch? {
    if line.number.isEmpty { return nil }
    if let match = try byNumber(line.number, line) {
      // The value may name another part, as the symbol of a library does.
      if match.grade.isCertain, let part = match.part ?? match.alternatives.first, line.facts.quantities.isEmpty,
        line.value.count >= Self.shortestPrefix, !isSamePartNumber(line.value, part.id.mpn),
        !isSamePartNumber(line.value, line.number), try !index.parts(number: line.value).isEmpty,
        !([part] + match.alternatives.prefix(8)).contains(where: { isAccounted(line.value, line, by: $0) })
      {
        let why: Clause = "`\(line.number)` is \(part.id.mpn) of \(part.id.maker): the line names \(line.value)"
        warn(BOMCodes.contradiction, why.english, line)
        return LineMatch(line, .ambiguous, candidates: [part], why: why)
      }
      return match
    }
    if let match = try bySeveralNumbers(line) ?? byNumberWithRemark(line) { return match }
    // The first number may be unknown where an alternate is not.
    let alternates = try vetted(line, of: nil, besides: [])
    guard let first = alternates.parts.first else { return nil }
    warn(BOMCodes.numberUnknown, "`\(line.number)` is not in the catalog; an alternate of the line is taken", line)
    var match = LineMatch(line, .exact, part: first, why: "an alternate of the line" + alternates.refusal)
    match.alternatives = Array(alternates.parts.dropFirst())
    return match
  }

  /// The parts of a number; nil where there are none.
  func byNumber(_ number: String, _ line: BOMLine) throws -> LineMatch? {
    let found = try index.parts(number: number)
    if found.isEmpty { return nil }
    let named = line.maker.isEmpty ? found : found.filter { words.isSameMaker(line.maker, $0.id.maker) }
    if named.isEmpty {
      let makers = found.prefix(4).map(\.id.maker).joined(separator: ", ")
      return LineMatch(
        line, .heuristic, part: found.count == 1 ? found[0] : nil, candidates: found,
        why: "the number is sold by \(makers), not by `\(line.maker)`")
    }
    let fitting = fitting(named, line)
    guard let part = own(line.maker, among: fitting) else {
      let other = named.first { PartContradiction(line, $0).words != nil } ?? named[0]
      let why: Clause = "`\(number)` of \(other.id.maker): \(PartContradiction(line, other).words ?? "")"
      reportContradiction(line, why)
      return LineMatch(line, .ambiguous, candidates: named, why: "number and line disagree: \(why)")
    }
    if !fitting.allSatisfy({ words.isSameMaker(part.id.maker, $0.id.maker) }) {
      return severalMakers(number, line, fitting)
    }
    let inPackages = fitting.filter { $0.id == part.id }
    let wanted = inThePackage(of: line, inPackages)
    if Set(wanted.map(packageShape)).count > 1 {
      return LineMatch(
        line, .ambiguous, candidates: inPackages,
        why:
          "\(part.id.maker) sells `\(number)` in \(inPackages.map(\.package).sorted().joined(separator: " and ")), and the line does not say which"
      )
    }
    var match = LineMatch(
      line, .exact, part: wanted.first ?? part,
      why: !line.maker.isEmpty
        ? "maker and number"
        : found.allSatisfy { words.isSameMaker(part.id.maker, $0.id.maker) }
          ? "number, of its only maker" : "number, of its only maker in the line's package")
    let vetted = try vetted(line, of: match.part, besides: fitting)
    match.alternatives = vetted.parts
    match.reason += vetted.refusal
    return match
  }

  /// The parts that the line does not contradict. Those whose package is not known stand beside none whose package is the line's,
  /// nor where the line contradicts others of the number.
  private func fitting(_ parts: [Part], _ line: BOMLine) -> [Part] {
    let fitting = parts.filter { PartContradiction(line, $0).words == nil }
    let same = fitting.filter { PartContradiction.packageAgreement(line, $0) == .same }
    if !same.isEmpty { return same }
    let isOther = parts.contains { PartContradiction.packageAgreement(line, $0) == .different }
    return isOther ? [] : fitting
  }

  /// One number of several makers: any of them will do, where they are of one kind and package.
  private func severalMakers(_ number: String, _ line: BOMLine, _ parts: [Part]) -> LineMatch {
    let parts = inThePackage(of: line, parts)
    let packages = Set(parts.map(packageShape))
    let makers = Set(parts.map(\.id.maker)).count
    // A list has one part as `tvs` of one maker and as `esd` of the next; `other` says nothing.
    let kinds = Set(parts.map { $0.category == "esd" ? "tvs" : $0.category }).subtracting(["other"])
    if packages.count > 1 || kinds.count > 1 {
      let names = packages.count > 1 ? Set(parts.map(\.package)) : kinds
      return LineMatch(
        line, .ambiguous, candidates: parts,
        why: "\(makers) makers sell `\(number)`, in \(names.sorted().joined(separator: ", "))")
    }
    guard makers > 1 else {
      return LineMatch(line, .exact, part: parts[0], why: "number, of its only maker in the line's package")
    }
    warn(
      BOMCodes.severalMakers, "\(makers) makers sell `\(number)`, and the line names none of them: any will do", line)
    var match = LineMatch(line, .equivalent, candidates: parts, why: "`\(number)`, of any of its \(makers) makers")
    match.alternatives = parts
    return match
  }

  /// The parts in the line's package, where some are; else all.
  private func inThePackage(of line: BOMLine, _ parts: [Part]) -> [Part] {
    guard case .named(let name)? = line.facts.package else { return parts }
    let wanted = PackageShape.plain(name)
    let same = parts.filter { packageShape(of: $0) == wanted }
    return same.isEmpty ? parts : same
  }

  /// The part whose maker is written as the line has it, else the first: a list may name one maker in two ways.
  private func own(_ maker: String, among parts: [Part]) -> Part? {
    parts.first { $0.id.maker.lowercased() == maker.lowercased() } ?? parts.first
  }
}

/// One name for what a part's package is called.
private func packageShape(of part: Part) -> String {
  switch PackageName(part.package) {
  case .named(let name)?: PackageShape.plain(name)
  case let package?: "\(package)"
  case nil: part.package
  }
}

/// Whether a word is a maker's name with letters left out: `stkple` of Stackpole.
private func isAbbreviation(_ word: String, of maker: String) -> Bool {
  let (word, maker) = (word.lowercased(), maker.lowercased())
  guard word.count >= 3, word.first == maker.first, word.allSatisfy(\.isLetter) else { return false }
  var rest = maker[...]
  for letter in word {
    guard let place = rest.firstIndex(of: letter) else { return false }
    rest = rest[rest.index(after: place)...]
  }
  return true
}
