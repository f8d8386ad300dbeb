internal import Diagnostics
internal import Electronics

extension LineReader {
  /// Reads what the cells say about the part: ratings in columns of their own, the value, the package, then prose.
  mutating func addFacts(to line: inout BOMLine, _ row: BOMRow) {
    let values = cells(.value, in: row)
    // A column of line numbers may hold what the parts are called: `Item`, 序号.
    let names = cells(.item, in: row).filter { cell in
      cell.text.count(where: \.isLetter) > 1 && !cell.text.contains(where: \.isNumber)
    }
    let prose = cells(.description, in: row) + cells(.kind, in: row) + cells(.note, in: row) + names
    let features = cells(.feature, in: row) + cells(.dielectric, in: row)
    let words = ([line.value, line.number] + (values.dropFirst() + prose + features).map(\.text) + [line.note])
      .joined(separator: " ")
    line.kind = cache.kind(reference: line.references.first ?? "", footprint: line.footprint, words: words)
    if line.kind == .unknown {
      let measured = cache.reader(line.value, .unknown, .value).facts
      line.kind = ComponentKind(measuring: measured)
    }
    readSpecification(&line, row)
    let marks = tokens
    var collector = collect(line, values: values, prose: prose, row)
    if line.kind.valueParameter.map({ collector.facts.quantities[$0] == nil }) == true, Self.namesLED(line) {
      // Lamps of a matrix stand under letters of other kinds.
      line.kind = .led
    } else if line.kind == .crystal, collector.facts.quantities["frequency"] == nil {
      // `X1` is a connector as often.
      line.kind = .unknown
    } else if line.kind == .unknown {
      // Prose alone may tell: `Capacitor 100nF`.
      line.kind = ComponentKind(measuring: collector.facts)
    } else if line.kind == .ferriteBead, collector.facts.quantities["impedance"] == nil,
      collector.facts.quantities["inductance"] != nil
    {
      // A coil on a ferrite core.
      line.kind = .inductor
    } else if line.kind == .ferriteBead, collector.facts.quantities["impedance"] == nil,
      line.references.first?.uppercased().hasPrefix("FL") == true
    {
      // A filter that is no bead: `FL1` of a SAW filter.
      line.kind = .unknown
    } else if line.kind == .inductor, collector.facts.quantities["inductance"] == nil,
      collector.facts.quantities["impedance"] != nil
    {
      line.kind = .ferriteBead
    }
    if line.kind != collector.kind {
      tokens = marks
      collector = collect(line, values: values, prose: prose, row)
    }
    line.facts = collector.facts
    line.words = collector.words
    line.contradiction = collector.contradictions.first
    line.settled = collector.settled
    let own = Set(line.kind.categories)
    if !own.isEmpty {
      line.otherKinds = prose.flatMap { frame.vocabulary.kindNames(in: $0.text) }
        .filter { own.isDisjoint(with: $0.categories) }.map(\.word).joined(separator: " ")
    }
    if line.contradiction == nil, line.kind == .connector { line.contradiction = otherCount(of: line, row) }
  }

  /// A connector's value that says another number of contacts than its footprint.
  private func otherCount(of line: BOMLine, _ row: BOMRow) -> Clause? {
    let said = ContactCount.all(in: line.value)
    let drawn = ContactCount.all(in: line.footprint)
    guard let count = said.first, let other = drawn.first, let cell = first(.footprint, in: row),
      !said.contains(where: { one in drawn.contains { one.agrees(with: $0) } })
    else { return nil }
    return "`\(count.words)` before and `\(other.words)` in \(name(of: cell))"
  }

  private static func namesLED(_ line: BOMLine) -> Bool {
    let words = FactWords.split(line.value) + FactWords.nameWords(of: line.footprint)
    return words.contains { ["led", "leds", "发光二极管", "灯珠", "指示灯"].contains($0.lowercased()) }
  }

  private mutating func collect(
    _ line: BOMLine, values: [BOMCell], prose: [BOMCell], _ row: BOMRow
  ) -> FactCollector {
    var collector = FactCollector(kind: line.kind, cache: cache)
    collector.known = Set(
      ([line.unfittedWord, line.maker].flatMap { FactWords.split($0) } + line.references + [line.number]
        + line.orderNumbers)
        .map(LineWords.plain))
    let isTyped = line.kind.valueParameter != nil
    for field in BOMField.ratings {
      for cell in cells(field, in: row) {
        if CellValues.telling(cell.text).isEmpty {
          keep([CellToken(cell.text, CellValues.isOpen(cell.text) ? .unread : .silent)], of: cell)
          continue
        }
        let found = collector.read(cell.text, .rating(field), source: name(of: cell))
        keep(isTyped ? found : found.map { CellToken($0.text, .ignored) }, of: cell)
      }
    }
    // A symbol that has no value yet shows its reference.
    if let cell = values.first, !line.references.contains(line.value), !line.value.isEmpty {
      let found = collector.read(line.value, .value, source: name(of: cell))
      if isTyped { keep(found, of: cell) }
    }
    if line.isSpecified, let cell = first(.mpn, in: row) {
      keep(collector.read(cell.text, .value, source: name(of: cell)), of: cell)
    }
    // A second column of values (`Comment` beside `Value`) counts where it is understood; what the first one does not say and
    // nobody understands is listed.
    let isTold = line.kind.valueParameter.map { collector.facts.quantities[$0] != nil } ?? true
    for cell in values.dropFirst() {
      let found = collector.read(cell.text, isTold ? .value : .prose, source: name(of: cell))
      keep(
        isTyped && !isTold ? found : found.map { $0.reading == .unread ? CellToken($0.text, .ignored) : $0 }, of: cell)
    }
    for (place, cell) in cells(.footprint, in: row).enumerated() {
      let found = collector.read(footprint: cell.text, source: name(of: cell))
      // Of two packages of a part that only its number tells the first counts; the other is listed.
      keep(place > 0 && found.isEmpty ? [CellToken(cell.text, .ignored)] : found, of: cell)
    }
    for cell in prose { keep(collector.read(cell.text, .prose, source: name(of: cell)), of: cell) }
    return collector
  }

  /// A cell of part numbers that holds a specification instead: `100nF/50V/0603/X7R/±10%`.
  private func readSpecification(_ line: inout BOMLine, _ row: BOMRow) {
    guard let parameter = line.kind.valueParameter, !line.number.isEmpty else { return }
    if line.number.allSatisfy({ $0.isASCII && $0.isNumber }), line.number.count <= 4 { return readCode(&line, row) }
    let reader = cache.reader(line.number, line.kind, .value)
    guard reader.rest.isEmpty, reader.facts.quantities[parameter] != nil, line.number.contains(where: { !$0.isNumber })
    else { return }
    line.isSpecified = true
    line.number = ""
    line.alternates = []
    line.namesSeveralParts = false
  }

  /// A cell of part numbers that holds a code of three or four digits: `104` of a capacitor. Of any other kind it may be a number as
  /// well.
  private func readCode(_ line: inout BOMLine, _ row: BOMRow) {
    let reader = cache.reader(line.number, line.kind, .value)
    line.alternates = []
    if line.kind == .capacitor, reader.rest.isEmpty, reader.facts.quantities["capacitance"] != nil {
      line.isSpecified = true
    } else if let cell = first(.mpn, in: row) {
      line.doubts.append("`\(line.number)` in \(name(of: cell)) may be a value or the code of one")
    }
    line.number = ""
  }

  /// `B5 (Value)`, for messages.
  func name(of cell: BOMCell) -> String {
    let place =
      frame.namesCells ? columnLetters(cell.column) + "\(cell.span.start.line)" : "line \(cell.span.start.line)"
    let title = header.names.indices.contains(cell.column - 1) ? header.names[cell.column - 1] : ""
    return title.isEmpty ? place : "\(place) (\(title))"
  }
}
