internal import Diagnostics
internal import Electronics

/// Reads the rows below a header into lines.
///
/// A row with an odd cell is reported and kept as a line with a doubt, so that one row never refuses a whole file, and none is
/// lost.
struct LineReader {
  /// What holds for every row of a table.
  struct Frame {
    var header: BOMHeader
    var dialect: Dialect
    var sheet: String?
    /// Whether places are named like a spreadsheet's, `B5`; else by their line.
    var namesCells: Bool
    var variant: VariantChoice
    /// Which sign stands for the decimal point.
    var decimalMark = DecimalMark.unknown
    /// Boards for which the file's quantities are; 1 where they are for one.
    var boards = 1
    /// What stands before the dash of names such as `R1-1` and `R1-2`, which are no ranges.
    var dashedFronts: Set<String> = []
    /// The words of cells beside numbers and units.
    var vocabulary = LineWords()
    /// Columns from 0 that say of some rows that they are fitted, so that a blank there is no answer.
    var ticked: Set<Int> = []
    /// Columns of answers to whether parts are fitted whose names do not ask so: `Config`.
    var unnamed: Set<Int> = []
  }

  let frame: Frame
  let cache: ReadingCache
  let sink: DiagnosticSink
  var variants: Set<String>
  /// The words of the heading under which rows stand that are not fitted.
  var unfittedHeading: String?
  /// The heading under which rows stand of which it leaves open whether they are fitted.
  var openHeading: String?
  /// What each column means.
  private let fields: [BOMField?]
  /// The places of columns that mean nothing.
  let unreadPlaces: [Int]
  /// The place of the cell of the row at hand that says what a value cell would: a description of a file without values.
  private var standIn: Int?
  /// Cells of numbers with a word for none, by column from 1.
  var blankWords: [Int: [BOMCell]] = [:]
  /// What was read from cells of the row at hand, by column from 1; a cell that is not here is read as a whole.
  var tokens: [Int: [CellToken]] = [:]

  var header: BOMHeader { frame.header }

  init(_ frame: Frame, sink: DiagnosticSink) {
    self.frame = frame
    cache = ReadingCache(vocabulary: frame.vocabulary)
    self.sink = sink
    let header = frame.header
    var fields = [BOMField?](repeating: nil, count: header.names.count)
    for (field, columns) in header.columns {
      for column in columns where fields.indices.contains(column) { fields[column] = field }
    }
    self.fields = fields
    variants = Set(header.variantColumns.map(\.variant))
    let ofVariants = Set(header.variantColumns.map(\.column))
    unreadPlaces = header.names.indices.filter { fields[$0] == nil && !ofVariants.contains($0) }
  }

  /// The line of a row that may name a part; nil where it is left out, with a finding.
  mutating func line(of row: BOMRow) -> BOMLine? {
    tokens.removeAll(keepingCapacity: true)
    standIn = nil
    let written = frame.variant.row(row, header)
    if isExcluded(written) {
      reportExcluded(written)
      return nil
    }
    var doubts: [Clause] = []
    let references = references(written, &doubts)
    standIn = standIn(in: written, references.first ?? "")
    let row = withDecimalPoints(written, &doubts)
    let cell = first(.refs, in: row) ?? row.cells.first { !$0.text.isEmpty } ?? row.cells[0]
    let count = count(row, &doubts)
    guard !references.isEmpty || names(row) && (count?.count ?? 1) > 0 else {
      reportLeftOut(row, cell)
      return nil
    }
    var line = BOMLine(
      references: references, quantity: references.count, row: row.number,
      cell: frame.namesCells ? "\(columnLetters(cell.column))\(row.number)" : "line \(row.number)", sheet: frame.sheet,
      span: cell.span)
    line.doubts = doubts
    fill(&line, from: row)
    settleQuantity(of: &line, count, row)
    // The line keeps its own words.
    if first(.value, in: row) != first(.value, in: written) {
      line.value = CellValues.telling(text(.value, in: written))
    }
    line.cells = accounts(of: written)
    return line
  }

  /// The row with the numbers of its values and ratings as they are read: with a decimal point, without separators of thousands.
  private func withDecimalPoints(_ row: BOMRow, _ doubts: inout [Clause]) -> BOMRow {
    var row = row
    for column in ([BOMField.value] + BOMField.ratings).flatMap({ header.columns[$0] ?? [] })
      + [standIn].compactMap(\.self)
    where row.cells.indices.contains(column) && !row.cells[column].text.isEmpty {
      let cell = row.cells[column]
      guard let plain = frame.decimalMark.normalized(cell.text) else {
        let message: Clause =
          "`\(cell.text.prefix(60))` has two readings, and the numbers of the file do not show its decimal mark"
        sink.report(
          Diagnostic(
            BOMCodes.value, message.english, severity: .warning, at: cell.span,
            helps: ["write it with a decimal point and without separators of thousands"]))
        doubts.append(message)
        continue
      }
      row.cells[column].text = header.units[column]?.applied(to: plain) ?? plain
    }
    return row
  }

  /// Keeps what was read from a cell of the row at hand, word by word. A cell for which this is not called counts as read
  /// as a whole.
  mutating func keep(_ words: [CellToken], of cell: BOMCell) { tokens[cell.column, default: []] += words }

  /// The same, in the place of what was read from it before.
  mutating func replace(_ words: [CellToken], of cell: BOMCell) { tokens[cell.column] = words }

  /// The account of every cell that has text.
  private func accounts(of row: BOMRow) -> [CellAccount] {
    var accounts: [CellAccount] = []
    for (place, cell) in row.cells.enumerated() where !cell.text.isEmpty {
      accounts.append(
        CellAccount(
          field: place == standIn ? .value : fields.indices.contains(place) ? fields[place] : nil,
          header: header.names.indices.contains(place) ? header.names[place] : "", text: cell.text, row: row.number,
          column: cell.column, isNamedByColumn: frame.namesCells, tokens: tokens[cell.column] ?? []))
    }
    return accounts
  }

  static func shortened(_ references: [String]) -> String {
    references.count <= 4 ? references.joined(separator: ", ") : references.prefix(3).joined(separator: ", ") + ", …"
  }

  func cells(_ field: BOMField, in row: BOMRow) -> [BOMCell] {
    var columns = header.columns[field] ?? []
    if let standIn {
      if field == .value { columns.append(standIn) }
      if field == .description { columns.removeAll { $0 == standIn } }
    }
    return columns.compactMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }.filter {
      !$0.text.isEmpty
    }
  }

  /// Where a row has neither value nor number, the first description from which the value of its kind can be read: a word there is
  /// all that tells what to buy, so that none may be passed over.
  private func standIn(in row: BOMRow, _ reference: String) -> Int? {
    let telling: [BOMField] = [.value, .mpn, .orderNumber, .supplierNumber]
    guard header.has(.description), telling.allSatisfy({ first($0, in: row) == nil }) else { return nil }
    return (header.columns[.description] ?? []).first { column in
      guard row.cells.indices.contains(column), case let text = row.cells[column].text, !text.isEmpty else {
        return false
      }
      let kind = cache.kind(reference: reference, footprint: self.text(.footprint, in: row), words: text)
      guard let parameter = kind.valueParameter else { return false }
      return cache.reader(text, kind, .value).facts.quantities[parameter] != nil
    }
  }

  func first(_ field: BOMField, in row: BOMRow) -> BOMCell? { cells(field, in: row).first }

  func text(_ field: BOMField, in row: BOMRow) -> String { first(field, in: row)?.text ?? "" }

  /// Whether a row without references names a part.
  private func names(_ row: BOMRow) -> Bool {
    [.value, .mpn, .orderNumber, .description].contains { first($0, in: row) != nil }
  }

  private func isExcluded(_ row: BOMRow) -> Bool {
    if let level = first(.level, in: row), let number = Int(level.text), number > 1 { return true }
    return first(.excluded, in: row).flatMap { CellValues.flag($0.text) } == true
  }

  /// Says that a row is left out because a column of its own says so.
  private func reportExcluded(_ row: BOMRow) {
    guard let cell = first(.excluded, in: row), CellValues.flag(cell.text) == true else { return }
    let name = text(.refs, in: row)
    sink.report(
      Diagnostic(
        BOMCodes.rowLeftOut,
        "row \(row.number)\(name.isEmpty ? "" : " (\(name.prefix(40)))") is left out: "
          + "`\(header.names[cell.column - 1])` says `\(cell.text)`",
        severity: .note, at: cell.span))
  }

  func reportLeftOut(_ row: BOMRow, _ cell: BOMCell) {
    let texts = row.cells.map(\.text).filter { !$0.isEmpty }
    let start = texts.prefix(4).joined(separator: " · ")
    sink.report(
      Diagnostic(
        BOMCodes.rowLeftOut, "row \(row.number) names no part and is left out: `\(String(start.prefix(80)))`",
        severity: .warning, at: cell.span))
  }

  private mutating func fill(_ line: inout BOMLine, from row: BOMRow) {
    line.value = CellValues.telling(text(.value, in: row))
    line.footprint = text(.footprint, in: row)
    line.number = CellValues.telling(text(.mpn, in: row))
    line.maker = CellValues.telling(text(.maker, in: row))
    line.description = cells(.description, in: row).map(\.text).joined(separator: " ")
    let numbers = PartNumbers(line.number)
    line.namesSeveralParts = numbers.areSeveralParts
    if !numbers.areSeveralParts { line.number = numbers.numbers.first ?? "" }
    // A screw's `M3*10` is the number of many parts, of which few are screws.
    if PartNumbers.isSize(line.number), let cell = first(.mpn, in: row) {
      keep([CellToken(cell.text, .ignored)], of: cell)
      if line.value.isEmpty { line.value = line.number }
      line.number = ""
    }
    // `or equivalent` names no part.
    line.alternates = numbers.numbers.dropFirst().filter {
      cache.vocabulary.meaning(of: $0, kind: .unknown) != .silent
    }
    takeOrderNumber(of: &line, row)
    let supplierNumber = text(.supplierNumber, in: row)
    let supplier = text(.supplier, in: row).lowercased()
    for cell in cells(.orderNumber, in: row) { readOrderNumbers(cell, into: &line) }
    if supplier.isEmpty || supplier.contains("lcsc") || supplier.contains("jlc") || supplier.contains("立创") {
      line.orderNumbers += CellValues.orderNumbers(supplierNumber)
    }
    if line.orderNumbers.isEmpty { line.orderNumbers = Self.suffixNumber(line.value) }
    if line.number.isEmpty, line.orderNumbers.isEmpty, !supplierNumber.isEmpty {
      line.number = CellValues.telling(supplierNumber)
    } else if CellValues.orderNumbers(supplierNumber).allSatisfy({ !line.orderNumbers.contains($0) }) {
      // The number of a distributor whose list nobody has here.
      for cell in cells(.supplierNumber, in: row) { keep([CellToken(cell.text, .ignored)], of: cell) }
    }
    // Of two columns that mean the same the first counts; the other's text is listed.
    for cell in [BOMField.mpn, .maker, .quantity, .refs, .attrition].flatMap({ cells($0, in: row).dropFirst() }) {
      keep([CellToken(cell.text, .ignored)], of: cell)
    }
    for cell in [BOMField.multiple, .optional, .level].flatMap({ cells($0, in: row) }) {
      keep([CellToken(cell.text, .ignored)], of: cell)
    }
    if line.value.isEmpty, line.number.isEmpty, line.orderNumbers.isEmpty { line.value = text(.kind, in: row) }
    settleFitting(of: &line, row)
    if let cell = first(.optional, in: row), CellValues.flag(cell.text) == true {
      line.doubts.append(
        "`\(header.names[cell.column - 1])` says `\(cell.text)`, which leaves open whether the part is fitted")
    }
    if let cell = first(.attrition, in: row) { line.sparesPerMille = CellValues.perMille(cell.text) }
    let notes = row.cells.dropFirst(header.names.count).map(\.text).filter { !$0.isEmpty }
    line.note = (cells(.note, in: row).map(\.text) + notes).joined(separator: " ")
    if let kinds = ReferenceText.kinds(of: line.references), !line.value.hasPrefix("0") {
      line.doubts.append("the row has references of several kinds: \(kinds)")
    }
    addFacts(to: &line, row)
    readAlternates(of: &line, row)
    settleBlankWords(of: &line, row)
  }

  /// Takes the order numbers of a cell; words beside them that say something else are not understood.
  private mutating func readOrderNumbers(_ cell: BOMCell, into line: inout BOMLine) {
    let numbers = CellValues.orderNumbers(cell.text)
    for number in numbers where !line.orderNumbers.contains(number) { line.orderNumbers.append(number) }
    if CellValues.telling(cell.text).isEmpty { return }
    if cell.text.contains("://") {
      // Pages of the shop's Chinese site have numbers of their own.
      if numbers.isEmpty { keep([CellToken(cell.text, .unread)], of: cell) }
      return
    }
    let words = FactWords.split(cell.text).map { word -> CellToken in
      let own = CellValues.orderNumbers(word)
      if !own.isEmpty {
        let isPlain = own == [word.uppercased()] || word.hasPrefix("#")
        return CellToken(word, isPlain ? .read("order number") : .unread)
      }
      let isSilent =
        CellValues.isNothing(word) || cache.vocabulary.meaning(of: word, kind: .unknown) == .silent
        || FittingMarks.saysUnfitted(word)
      return CellToken(word, isSilent ? .silent : .unread)
    }
    keep(words, of: cell)
    // `~C25804`
    if !words.contains(where: { $0.reading == .unread }), let sign = CellValues.changeSign(cell.text) {
      keep([CellToken(sign, .unread)], of: cell)
    }
  }

  /// EasyEDA names a part `SK12D07VG3_C431547`.
  private static func suffixNumber(_ value: String) -> [String] {
    guard let mark = value.lastIndex(of: "_") else { return [] }
    let tail = String(value[value.index(after: mark)...])
    let numbers = CellValues.orderNumbers(tail)
    return numbers == [tail] && tail.count >= 4 ? numbers : []
  }
}
