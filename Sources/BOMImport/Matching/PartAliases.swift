package import Diagnostics
internal import Electronics
internal import MarkedText

/// What a user decided about lines of bills, to be used for every later bill: `SC1631` is a Raspberry Pi Pico 2.
package struct PartAliases: Sendable, Hashable {
  /// One decision: a line with these words is this part.
  package struct Alias: Sendable, Hashable {
    /// What the line says: a number, of a maker where one is given; or a value and a package.
    package var number: String
    package var maker: String
    package var value: String
    package var package: String
    /// What it is: a number, of a maker where one is given.
    package var part: String
    package var partMaker: String

    package init(
      number: String = "", maker: String = "", value: String = "", package: String = "", part: String,
      partMaker: String = ""
    ) {
      self.number = number
      self.maker = maker
      self.value = value
      self.package = package
      self.part = part
      self.partMaker = partMaker
    }

    fileprivate var cells: [String] { [number, maker, value, package, part, partMaker] }

    /// Whether the alias speaks of a line with these words, case of letters aside.
    fileprivate func names(_ words: PartWords) -> Bool {
      if !number.isEmpty {
        return number.caseInsensitiveEquals(words.mpn) && (maker.isEmpty || maker.caseInsensitiveEquals(words.maker))
      }
      return words.mpn.isEmpty && !value.isEmpty && value.caseInsensitiveEquals(words.value)
        && package.caseInsensitiveEquals(words.package)
    }
  }

  package private(set) var aliases: [Alias]

  package init() { aliases = [] }

  private static let columns = ["number", "maker", "value", "package", "part", "part_maker"]

  /// Reads the table; nil, with findings, where it is none. Rows that say nothing are reported and left out.
  package init?(_ source: SourceText, into sink: DiagnosticSink) {
    guard var rows = CSVReader(source, columns: Self.columns.map { .init($0) }, into: sink) else { return nil }
    aliases = []
    while let row = rows.next() {
      let cells = Self.columns.map { row.text($0) }
      guard !cells[4].isEmpty, !cells[0].isEmpty || !cells[2].isEmpty else {
        sink.report(
          Diagnostic(
            BOMCodes.aliases, "the row does not say which line is which part", at: row.span,
            helps: ["give `number`, or `value` and `package`, and `part`"]))
        continue
      }
      aliases.append(
        Alias(
          number: cells[0], maker: cells[1], value: cells[2], package: cells[3], part: cells[4], partMaker: cells[5]))
    }
  }

  /// Remembers that a line with these words is a part, in the place of what was remembered of it. False where the words name neither
  /// a number nor a value with its package.
  package mutating func remember(_ words: PartWords, part: String, maker: String?) -> Bool {
    let hasNumber = !words.mpn.isEmpty
    guard hasNumber || !words.value.isEmpty && !words.package.isEmpty else { return false }
    let alias = Alias(
      number: words.mpn, maker: hasNumber ? words.maker : "", value: hasNumber ? "" : words.value,
      package: hasNumber ? "" : words.package, part: part, partMaker: maker ?? "")
    aliases.removeAll { $0.names(words) }
    aliases.append(alias)
    return true
  }

  /// The table, a row an alias; `init` reads it back.
  package var text: String {
    ([Self.columns] + aliases.map(\.cells)).map { row in
      row.map { cell in
        cell.contains { ",\"\n\r".contains($0) } || cell.hasPrefix("#") || cell != cell.trimmedBlanks
          ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: ",") + "\n"
    }.joined()
  }

  /// The match with what was decided of its line; the same where nothing was, or where the match is certain. A row that contradicts
  /// itself stays for a person. Throws what the index throws.
  package func applied(to match: LineMatch, in index: some PartIndex) throws -> LineMatch {
    let line = match.line
    guard !match.grade.isCertain, line.isFitted, line.doubts.isEmpty, line.contradiction == nil,
      !line.namesSeveralParts
    else { return match }
    let words = PartWords(line)
    guard let alias = aliases.last(where: { $0.names(words) }) else { return match }
    var decided = match
    decided.reason = "you decided that `\(alias.number.isEmpty ? alias.value : alias.number)` is `\(alias.part)`"
    decided.requirement = nil
    let parts = try index.parts(number: alias.part).filter {
      alias.partMaker.isEmpty || alias.partMaker.caseInsensitiveEquals($0.id.maker)
    }
    decided.part = parts.first
    decided.candidates = parts
    decided.candidateCount = parts.count
    decided.alternatives = Array(parts.dropFirst()).filter { $0.id != parts[0].id }
    decided.grade = parts.isEmpty ? .none : .exact
    if parts.isEmpty {
      decided.decided = words
      decided.decided?.mpn = alias.part
      if !alias.partMaker.isEmpty { decided.decided?.maker = alias.partMaker }
    }
    return decided
  }
}
