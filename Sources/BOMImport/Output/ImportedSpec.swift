internal import Electronics

/// What an import puts into a board spec: its slots, and the record of where each line comes from.
package struct ImportedSpec: Sendable {
  /// A slot, or a line for which there is none.
  package struct Line: Sendable, Hashable {
    /// As a slot's key: `R1..R3`.
    package var key: String
    package var references: [String]
    /// The slot's value in YAML; nil for a line that has no certain part or is not fitted.
    package var slot: String?
    /// Entries of the record in YAML: `from`, `grade`, `fitted`, `says`.
    var record: [(key: String, value: String)]
    /// What the line said, as a comment behind the slot.
    var comment: String

    package static func == (left: Line, right: Line) -> Bool {
      left.key == right.key && left.slot == right.slot && left.record.map(\.value) == right.record.map(\.value)
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(slot)
    }
  }

  package var file: String
  package var dialect: Dialect
  package var variant: String?
  /// What was said about passives that a number names; nil where nothing was.
  package var passives: PassiveChoice?
  package var lines: [Line]

  /// Turns matches into slots. Names of references that a spec cannot take are changed; no two lines share one.
  package init(
    _ matches: [LineMatch], file: String, dialect: Dialect, variant: String? = nil, passives: PassiveChoice? = nil
  ) {
    self.file = file
    self.dialect = dialect
    self.variant = variant
    self.passives = passives
    var taken: Set<String> = []
    lines = []
    for match in matches {
      let line = match.line
      let names = line.references.isEmpty ? [SlotKeys.name(ofRow: line.row)] : line.references.map(SlotKeys.name)
      let own = names.map { name in
        var unique = name
        var number = 2
        while !taken.insert(unique).inserted {
          unique = "\(name)_\(number)"
          number += 1
        }
        return unique
      }
      let slot = SlotText.value(of: match)
      for (key, references) in SlotKeys.keys(for: own) {
        lines.append(
          Line(
            key: key, references: references, slot: slot, record: Self.record(of: match), comment: Self.comment(line)))
      }
    }
  }

  private static func record(of match: LineMatch) -> [(key: String, value: String)] {
    let line = match.line
    var entries = [("from", YAMLText.scalar(place(of: line))), ("grade", match.grade.rawValue)]
    if !line.isFitted { entries.append(("fitted", "false")) }
    let said = says(line)
    if !said.isEmpty { entries.append(("says", YAMLText.scalar(said))) }
    return entries + (SlotText.value(of: match) == nil && line.isFitted ? choices(of: match) : [])
  }

  /// Why a line is for a person to decide, and the parts that it may be.
  private static func choices(of match: LineMatch) -> [(key: String, value: String)] {
    func short(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }.prefix(200)) }
    var parts: [Part] = []
    for part in [match.part].compactMap(\.self) + match.candidates
    where !parts.contains(where: { $0.id == part.id && $0.package == part.package }) {
      parts.append(part)
    }
    var entries = [
      ("why", YAMLText.quoted(short(match.reason.english))), ("why-zh", YAMLText.quoted(short(match.reason.chinese))),
    ]
    if let words = PartWords(match.line).text { entries.append(("ask", words)) }
    if parts.isEmpty { return entries }
    let candidates = parts.prefix(LineMatch.candidateLimit).map { part in
      YAMLText.flow(
        [("mpn", YAMLText.scalar(part.id.mpn)), ("maker", YAMLText.scalar(part.id.maker))]
          + (part.package.isEmpty || part.package == "-" ? [] : [("package", YAMLText.scalar(part.package))]))
    }
    return entries + [("candidates", YAMLText.list(Array(candidates)))]
  }

  /// `B5`, or `BOM!B5` in a workbook; further rows that were joined behind it.
  static func place(of line: BOMLine) -> String {
    let cell = line.sheet.map { "\($0)!\(line.cell)" } ?? line.cell
    let more = line.rows.dropFirst()
    if more.isEmpty { return cell }
    let shown = more.prefix(8).map(String.init).joined(separator: ", ")
    return "\(cell) and rows \(shown)" + (more.count > 8 ? ", …" : "")
  }

  /// What a line says about its part, in its own words.
  static func says(_ line: BOMLine) -> String {
    let words = [line.value, line.maker, line.number, line.orderNumbers.first ?? "", line.footprint]
    let said = words.filter { !$0.isEmpty }.joined(separator: "; ")
    let text = said.isEmpty ? line.description : said
    return String(text.map { $0.isNewline ? " " : $0 }.prefix(160))
  }

  private static func comment(_ line: BOMLine) -> String {
    let text = says(line).filter { !$0.unicodeScalars.contains(where: YAMLText.isControl) }
    return text.isEmpty ? place(of: line) : "\(place(of: line)): \(text)"
  }
}
