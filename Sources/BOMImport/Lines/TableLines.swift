internal import Diagnostics
internal import Electronics

/// Reads the rows of a table into lines: tells parts from headings, sections, totals and trailers, and puts units of one chip
/// together.
struct TableLines {
  private let frame: LineReader.Frame
  private let sink: DiagnosticSink
  private var reader: LineReader
  private var read: [Read] = []
  /// Rows that are left out one behind the other.
  private var left: [(row: BOMRow, text: String)] = []

  /// A line with the section of the table in which it stands, counted by repeated headers.
  struct Read {
    var line: BOMLine
    var section: Int
  }

  /// The lines of the rows below a header, and the variants of which they speak. O(cells).
  static func read(
    _ rows: [BOMRow], _ frame: LineReader.Frame, into sink: DiagnosticSink
  ) -> (lines: [BOMLine], variants: Set<String>) {
    var lines = TableLines(frame: frame, sink: sink, reader: LineReader(frame, sink: sink))
    lines.readRows(rows)
    lines.reader.reportBlankWords()
    lines.dropRepeatedSections()
    return (ReferenceUnits.joined(lines.read.map(\.line)), lines.reader.variants)
  }

  private init(frame: LineReader.Frame, sink: DiagnosticSink, reader: LineReader) {
    self.frame = frame
    self.sink = sink
    self.reader = reader
  }

  private mutating func readRows(_ rows: [BOMRow]) {
    let roles = RowRoles(header: frame.header)
    var section = 0
    var isOther = false
    for row in rows where !row.isBlank {
      let role = roles.role(of: row)
      if role == .header { isOther = false }
      if isOther {
        leaveOut(row)
        continue
      }
      switch role {
      case .silent: break
      case .header:
        section += 1
        (reader.unfittedHeading, reader.openHeading) = (nil, nil)
      case .otherHeader:
        isOther = true
        leaveOut(row)
      case .heading(let unfitted, let open):
        reader.unfittedHeading = unfitted
        reader.openHeading = open.flatMap { _ in row.cells.first { !$0.text.isEmpty }?.text }
        leaveOut(row)
      case .trailer: leaveOut(row)
      case .part:
        reportLeftOut()
        if let line = reader.line(of: row) { read.append(Read(line: line, section: section)) }
      }
    }
    reportLeftOut()
  }

  private mutating func leaveOut(_ row: BOMRow) {
    let texts = row.cells.map(\.text).filter { !$0.isEmpty }
    left.append((row, String(texts.prefix(4).joined(separator: " · ").prefix(80))))
  }

  /// One finding for rows that stand together.
  private mutating func reportLeftOut() {
    guard let first = left.first, let last = left.last else { return }
    let rows = left.count == 1 ? "row \(first.row.number) names" : "rows \(first.row.number) to \(last.row.number) name"
    let texts = left.prefix(3).map { "`\($0.text)`" }.joined(separator: ", ") + (left.count > 3 ? ", …" : "")
    sink.report(
      Diagnostic(
        BOMCodes.rowLeftOut, "\(rows) no part and \(left.count == 1 ? "is" : "are") left out: \(texts)",
        severity: .warning,
        at: first.row.cells.first { !$0.text.isEmpty }?.span))
    left = []
  }

  /// KiCad's `bom_csv_grouped_by_value.py` lists every component by itself and again in groups: a later section with just the
  /// references of an earlier one is the same board.
  private mutating func dropRepeatedSections() {
    let sections = Dictionary(grouping: read, by: \.section)
    guard sections.count > 1 else { return }
    var seen: [Set<String>] = []
    var dropped: Set<Int> = []
    for (section, lines) in sections.sorted(by: { $0.key < $1.key }) {
      let references = Set(lines.flatMap(\.line.references))
      if !references.isEmpty, lines.allSatisfy({ !$0.line.references.isEmpty }), seen.contains(references),
        let first = lines.first
      {
        dropped.insert(section)
        sink.report(
          Diagnostic(
            BOMCodes.rowLeftOut,
            "the rows from \(first.line.row) on list the same \(references.count) references again, and count once",
            severity: .note, at: first.line.span))
      }
      seen.append(references)
    }
    read.removeAll { dropped.contains($0.section) }
  }
}

// MARK: What the whole table tells

extension TableLines {
  /// What holds for every row, as far as the rows together tell: the sign of the decimal point, and the boards for which the
  /// quantities are. O(cells).
  static func frame(
    _ header: BOMHeader, _ rows: [BOMRow], dialect: Dialect, sheet: String?, namesCells: Bool, variants: [String],
    file: String, into sink: DiagnosticSink
  ) -> LineReader.Frame {
    let choice = VariantChoice(variants)
    var header = header.withColumnsOfKinds(in: rows)
    let unnamed = ColumnAnswers.takeAnswers(of: &header, rows, into: sink)
    for own in header.variantColumns where choice.contains(own.variant) && header.columns[own.field] == nil {
      header.columns[own.field] = [own.column]
    }
    header.columns[.quantity] = header.columns[.quantity]?.filter { column in
      let isCounting = isCounting(column, rows)
      if !isCounting {
        sink.report(
          Diagnostic(
            BOMCodes.columnMapping, "column `\(header.names[column])` holds no numbers of pieces and is not read",
            severity: .warning, at: .start(of: file)))
      }
      return isCounting
    }
    for (field, isNegative) in [(BOMField.dnp, true), (.fitted, false)] {
      header.columns[field] = header.columns[field]?.filter { column in
        let cells = rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
        let answers = FittingAnswers(cells, of: header.names[column], isNegative: isNegative)
        if answers.areRead { answers.reportUnknown(into: sink) }
        return answers.areRead
      }
    }
    header.columns = header.columns.filter { !$0.value.isEmpty }
    var frame = LineReader.Frame(
      header: header, dialect: dialect, sheet: sheet, namesCells: namesCells, variant: choice)
    frame.unnamed = unnamed
    frame.ticked = ColumnAnswers.ticked(header, rows)
    let numeric = ([BOMField.value, .quantity, .price] + BOMField.ratings).flatMap { header.columns[$0] ?? [] }
    frame.decimalMark = DecimalMark(
      of: rows.lazy.flatMap { row in
        numeric.compactMap { row.cells.indices.contains($0) ? row.cells[$0].text : nil }
      })
    frame.boards = boards(header, rows, frame.decimalMark)
    if frame.boards > 1 {
      sink.report(
        Diagnostic(
          BOMCodes.quantityDisagrees,
          "every quantity is \(frame.boards) times the number of its references, so it is taken to be for "
            + "\(frame.boards) boards", severity: .warning, at: .start(of: file),
          helps: ["say how many boards to build with `--boards`"]))
    }
    return frame
  }

  /// Whether at least half of a column's cells are numbers of pieces: `Amount` may be one of money.
  private static func isCounting(_ column: Int, _ rows: [BOMRow]) -> Bool {
    var (filled, counting) = (0, 0)
    for row in rows where row.cells.indices.contains(column) && !row.cells[column].text.isEmpty {
      filled += 1
      if PieceCount(parsing: row.cells[column].text) != nil { counting += 1 }
    }
    return counting * 2 >= filled
  }

  /// Boards that a file's quantities are for: the factor between quantity and references where all rows, two and more, share
  /// it; 1 where they do not.
  private static func boards(_ header: BOMHeader, _ rows: [BOMRow], _ mark: DecimalMark) -> Int {
    guard let references = header.columns[.refs]?.first, let quantity = header.columns[.quantity]?.first else {
      return 1
    }
    let roles = RowRoles(header: header)
    var factor: Int?
    var agreeing = 0
    for row in rows where row.cells.indices.contains(references) && row.cells.indices.contains(quantity) {
      guard let count = PieceCount(parsing: row.cells[quantity].text, mark: mark), count.count > 0,
        let list = try? ReferenceList(parsing: row.cells[references].text), !list.references.isEmpty,
        roles.role(of: row) == .part
      else { continue }
      guard count.count.isMultiple(of: list.references.count) else { return 1 }
      let own = count.count / list.references.count
      if own < 2 || factor.map({ $0 != own }) ?? false { return 1 }
      factor = own
      agreeing += 1
    }
    return agreeing >= 2 ? factor ?? 1 : 1
  }
}

extension ReferenceUnits {
  /// The lines with units of one chip put together: `U2A` and `U2B`, in one row or in several that ask for the same part, are
  /// one `U2`. Units that ask for different parts are doubts. O(references).
  static func joined(_ lines: [BOMLine]) -> [BOMLine] {
    var units: [String: [(line: Int, reference: String)]] = [:]
    var all: Set<String> = []
    for (index, line) in lines.enumerated() {
      all.formUnion(line.references)
      for reference in line.references {
        if let unit = unit(of: reference), hasUnits(unit.chip) {
          units[unit.chip, default: []].append((index, reference))
        }
      }
    }
    var lines = lines
    for (chip, own) in units.sorted(by: { $0.key < $1.key })
    where Set(own.map(\.reference)).count > 1 && !all.contains(chip) {
      let first = own[0].line
      let others = Set(own.map(\.line)).subtracting([first]).sorted()
      if others.contains(where: { !asksForTheSame(lines[first], lines[$0]) }) {
        let names = LineReader.shortened(own.map(\.reference))
        for index in [first] + others {
          lines[index].doubts.append("\(names) look like units of one chip, and their rows name different parts")
        }
        continue
      }
      let names = Set(own.map(\.reference))
      if let counted = ([first] + others).first(where: { index in
        lines[index].isCounted && own.count { $0.line == index } > 1
      }) {
        let shown = LineReader.shortened(lines[counted].references)
        lines[counted].doubts.append(
          "\(shown) look like units of one chip, and the quantity is \(lines[counted].quantity)")
        continue
      }
      if let place = lines[first].references.firstIndex(of: own[0].reference) { lines[first].references[place] = chip }
      for index in [first] + others {
        lines[index].references.removeAll { names.contains($0) && $0 != chip }
        lines[index].quantity = lines[index].references.count
        if index != first, lines[index].references.isEmpty {
          lines[first].rows += lines[index].rows
          lines[first].cells += lines[index].cells
        }
      }
    }
    // Rows whose units all went to another's chip.
    let joined = Set(units.values.flatMap { $0.map(\.line) })
    return lines.enumerated().filter { !joined.contains($0.offset) || !$0.element.references.isEmpty }.map(\.element)
  }

  private static func asksForTheSame(_ left: BOMLine, _ right: BOMLine) -> Bool {
    left.value == right.value && left.number == right.number && left.orderNumbers == right.orderNumbers
      && left.footprint == right.footprint && left.isFitted == right.isFitted
  }
}
