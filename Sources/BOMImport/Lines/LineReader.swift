internal import Diagnostics
internal import Electronics

/// Reads the rows below a header into lines.
struct LineReader {
  let header: BOMHeader
  let dialect: Dialect
  let sheet: String?
  /// Whether places are named like a spreadsheet's, `B5`; else by their line.
  let namesCells: Bool
  /// The variant to build; nil for the default.
  let variant: String?
  let sink: DiagnosticSink
  private(set) var variants: Set<String> = []
  /// What each column means.
  private var fields: [BOMField?]
  /// What was read from cells of the row at hand, by column from 1; a cell that is not here is read as a whole.
  private var tokens: [Int: [CellToken]] = [:]

  init(header: BOMHeader, dialect: Dialect, sheet: String?, namesCells: Bool, variant: String?, sink: DiagnosticSink) {
    self.header = header
    self.dialect = dialect
    self.sheet = sheet
    self.namesCells = namesCells
    self.variant = variant
    self.sink = sink
    fields = [BOMField?](repeating: nil, count: header.names.count)
    for (field, columns) in header.columns {
      for column in columns where fields.indices.contains(column) { fields[column] = field }
    }
  }

  /// The line of a row; nil where it is left out, with a finding unless it repeats the header.
  mutating func line(of row: BOMRow) -> BOMLine? {
    if row.isBlank || header.isRepeated(by: row) { return nil }
    tokens.removeAll(keepingCapacity: true)
    if isExcluded(row) { return nil }
    let cell = first(.refs, in: row) ?? row.cells.first { !$0.text.isEmpty } ?? row.cells[0]
    if isTotal(row) {
      reportLeftOut(row, cell)
      return nil
    }
    guard let references = references(row) else { return nil }
    let quantityCell = first(.quantity, in: row)
    let written = quantityCell.flatMap { CellValues.quantity($0.text) }
    if let quantityCell, written == nil, !references.isEmpty || names(row) {
      sink.report(
        Diagnostic(BOMCodes.quantity, "`\(quantityCell.text)` is no whole number of pieces", at: quantityCell.span))
      return nil
    }
    guard !references.isEmpty || names(row) && (written ?? 1) > 0 else {
      reportLeftOut(row, cell)
      return nil
    }
    if let quantityCell, let written, !references.isEmpty, written != references.count,
      !(written == 0 && isMarkedUnfitted(row))
    {
      sink.report(
        Diagnostic(
          BOMCodes.quantityDisagrees,
          "quantity \(written) and \(references.count) \(references.count == 1 ? "reference" : "references") "
            + "(\(Self.shortened(references))) disagree", at: quantityCell.span,
          notes: [.init("the references stand here", at: cell.span)]))
      return nil
    }
    var line = BOMLine(
      references: references, quantity: references.isEmpty ? written ?? 1 : references.count, row: row.number,
      cell: namesCells ? "\(columnLetters(cell.column))\(row.number)" : "line \(row.number)", sheet: sheet,
      span: cell.span)
    fill(&line, from: row)
    line.cells = accounts(of: row)
    return line
  }

  /// Keeps what was read from a cell of the row at hand, word by word. A cell for which this is not called counts as read
  /// as a whole.
  mutating func keep(_ words: [CellToken], of cell: BOMCell) { tokens[cell.column, default: []] += words }

  /// The account of every cell that has text.
  private func accounts(of row: BOMRow) -> [CellAccount] {
    var accounts: [CellAccount] = []
    for (place, cell) in row.cells.enumerated() where !cell.text.isEmpty {
      accounts.append(
        CellAccount(
          field: fields.indices.contains(place) ? fields[place] : nil,
          header: header.names.indices.contains(place) ? header.names[place] : "", text: cell.text, row: row.number,
          column: cell.column, isNamedByColumn: namesCells, tokens: tokens[cell.column] ?? []))
    }
    return accounts
  }

  static func shortened(_ references: [String]) -> String {
    references.count <= 4 ? references.joined(separator: ", ") : references.prefix(3).joined(separator: ", ") + ", …"
  }

  private func cells(_ field: BOMField, in row: BOMRow) -> [BOMCell] {
    (header.columns[field] ?? []).compactMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }.filter {
      !$0.text.isEmpty
    }
  }

  private func first(_ field: BOMField, in row: BOMRow) -> BOMCell? { cells(field, in: row).first }

  private func text(_ field: BOMField, in row: BOMRow) -> String { first(field, in: row)?.text ?? "" }

  /// Whether a row without references names a part.
  private func names(_ row: BOMRow) -> Bool {
    [.value, .mpn, .orderNumber, .description].contains { first($0, in: row) != nil }
  }

  /// Whether a row sums up others: it starts with a word for that, and no cell names a part.
  private func isTotal(_ row: BOMRow) -> Bool {
    guard let start = row.cells.first(where: { !$0.text.isEmpty })?.text else { return false }
    return Self.totals.contains(HeaderWords.plain(start))
      && ![BOMField.mpn, .orderNumber, .footprint].contains { first($0, in: row) != nil }
  }

  private static let totals: Set<String> = [
    "total", "totals", "totalcost", "grandtotal", "sum", "subtotal", "cost", "合计", "总计", "小计", "summe", "gesamt",
  ]

  private func isExcluded(_ row: BOMRow) -> Bool {
    if let level = first(.level, in: row), let number = Int(level.text), number > 1 { return true }
    return first(.excluded, in: row).flatMap { CellValues.flag($0.text) } == true
  }

  private func reportLeftOut(_ row: BOMRow, _ cell: BOMCell) {
    let texts = row.cells.map(\.text).filter { !$0.isEmpty }
    let start = texts.prefix(4).joined(separator: " · ")
    sink.report(
      Diagnostic(
        BOMCodes.rowLeftOut, "row \(row.number) names no part and is left out: `\(String(start.prefix(80)))`",
        severity: .warning, at: cell.span))
  }

  /// Nil, with a finding, where the cell cannot be understood; empty where there are none.
  private func references(_ row: BOMRow) -> [String]? {
    guard let cell = first(.refs, in: row), !CellValues.saysUnfitted(cell.text) else { return [] }
    do {
      // `DNS, D4`: the word marks the row.
      let references = try ReferenceList(parsing: cell.text).references.filter { !CellValues.saysUnfitted($0) }
      var seen: Set<String> = []
      for reference in references where !seen.insert(reference).inserted {
        sink.report(
          Diagnostic(BOMCodes.duplicateReference, "reference `\(reference)` stands twice in this row", at: cell.span))
        return nil
      }
      return references
    } catch {
      guard case .badRange(let range) = error else { return nil }
      sink.report(
        Diagnostic(
          BOMCodes.reference, "`\(range)` is no range of references", at: cell.span,
          helps: ["write the smaller number first and the same letters on both ends: `R1-R4`"]))
      return nil
    }
  }

  private func isMarkedUnfitted(_ row: BOMRow) -> Bool {
    unfittedWord(row) != nil
  }

  /// The word by which a row says that its part is not fitted.
  private func unfittedWord(_ row: BOMRow) -> String? {
    if let cell = first(.refs, in: row) {
      let words = cell.text.split { ",; ".contains($0) }.map(String.init)
      if let word = ([cell.text] + words).first(where: CellValues.saysUnfitted) { return word }
    }
    if let cell = first(.dnp, in: row), CellValues.flag(cell.text) == true { return cell.text }
    if let cell = first(.fitted, in: row), CellValues.flag(cell.text) == false || CellValues.saysUnfitted(cell.text) {
      return cell.text
    }
    for field in [BOMField.value, .note, .description] {
      if let cell = first(field, in: row), CellValues.saysUnfitted(cell.text) { return cell.text }
    }
    return CellValues.unfittedWord(in: text(.value, in: row))
  }

  private mutating func fill(_ line: inout BOMLine, from row: BOMRow) {
    line.value = CellValues.telling(text(.value, in: row))
    line.footprint = text(.footprint, in: row)
    line.number = CellValues.telling(text(.mpn, in: row))
    line.maker = CellValues.telling(text(.maker, in: row))
    line.description = cells(.description, in: row).map(\.text).joined(separator: " ")
    line.namesSeveralParts = CellValues.namesSeveral(line.number)
    let supplierNumber = text(.supplierNumber, in: row)
    let supplier = text(.supplier, in: row).lowercased()
    line.orderNumbers = CellValues.orderNumbers(text(.orderNumber, in: row))
    if supplier.isEmpty || supplier.contains("lcsc") || supplier.contains("jlc") || supplier.contains("立创") {
      line.orderNumbers += CellValues.orderNumbers(supplierNumber)
    }
    if line.orderNumbers.isEmpty { line.orderNumbers = Self.suffixNumber(line.value) }
    if line.number.isEmpty, line.orderNumbers.isEmpty, !supplierNumber.isEmpty, header.columns[.mpn] == nil {
      line.number = CellValues.telling(supplierNumber)
    }
    if let word = unfittedWord(row) {
      line.isFitted = false
      line.unfittedWord = word
    }
    applyVariant(to: &line, row)
    if let cell = first(.attrition, in: row) { line.sparesPerMille = CellValues.perMille(cell.text) }
    let notes = row.cells.dropFirst(header.names.count).map(\.text).filter { !$0.isEmpty }
    line.note = (cells(.note, in: row).map(\.text) + notes).joined(separator: " ")
    addFacts(to: &line, row)
  }

  /// EasyEDA names a part `SK12D07VG3_C431547`.
  private static func suffixNumber(_ value: String) -> [String] {
    guard let mark = value.lastIndex(of: "_") else { return [] }
    let tail = String(value[value.index(after: mark)...])
    let numbers = CellValues.orderNumbers(tail)
    return numbers == [tail] && tail.count >= 4 ? numbers : []
  }

  /// KiBoM: `+A` is fitted in variant A only, `-B` in all but B. KiCost: a part of another variant is not fitted.
  private mutating func applyVariant(to line: inout BOMLine, _ row: BOMRow) {
    let own = text(.variant, in: row)
    if !own.isEmpty {
      variants.insert(own)
      if own.caseInsensitiveEquals(variant ?? own) == false {
        line.isFitted = false
        line.unfittedWord = "variant \(own)"
      }
    }
    let words = text(.config, in: row).split { ", ;".contains($0) }.map(String.init)
    var only: [String] = []
    for word in words {
      let name = String(word.dropFirst())
      if CellValues.saysUnfitted(word) {
        line.isFitted = false
        line.unfittedWord = word
      } else if word.hasPrefix("+") || word.hasPrefix("-") {
        variants.insert(name)
        if word.hasPrefix("+") { only.append(name) }
        if word.hasPrefix("-"), name.caseInsensitiveEquals(variant ?? "") {
          line.isFitted = false
          line.unfittedWord = word
        }
      }
    }
    if !only.isEmpty, !only.contains(where: { $0.caseInsensitiveEquals(variant ?? "") }) {
      line.isFitted = false
      line.unfittedWord = only.map { "+" + $0 }.joined(separator: " ")
    }
  }

  private func addFacts(to line: inout BOMLine, _ row: BOMRow) {
    let ratings: [BOMField] = [.tolerance, .voltage, .power, .current, .dielectric]
    let extra = ratings.compactMap { field in first(field, in: row).map { (field, $0.text) } }
    LineFacts.read(
      into: &line, ratings: extra.map(\.1),
      others: cells(.value, in: row).dropFirst().map(\.text) + [text(.kind, in: row), line.note])
  }
}

extension String {
  /// Case of letters aside.
  func caseInsensitiveEquals(_ other: String) -> Bool { lowercased() == other.lowercased() }
}
