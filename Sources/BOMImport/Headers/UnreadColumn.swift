internal import Diagnostics
internal import Electronics
package import Phrases

/// A column that nothing was read from.
package struct UnreadColumn: Encodable, Sendable, Hashable {
  /// As the header names it; empty where it does not.
  package var name: String
  /// As spreadsheets name it: `F`.
  package var column: String
  /// Cells with text.
  package var filled: Int
  /// The first three different texts, each at most 40 characters.
  package var examples: [String]

  package init(name: String, column: String, filled: Int, examples: [String]) {
    self.name = name
    self.column = column
    self.filled = filled
    self.examples = examples
  }

  /// `Foo (12 cells: a, b, c)`.
  package func summary(_ language: Language) -> String {
    let title = name.isEmpty ? ImportPhrase.column(column)(language) : name
    return "\(title) (\(ImportPhrase.filledCells(filled, examples: examples.joined(separator: ", "))(language)))"
  }
}

/// Finds the columns that a header gives no meaning.
struct UnreadColumns {
  private let header: BOMHeader
  private let rows: [BOMRow]
  /// The rows that name parts.
  private let parts: [BOMRow]
  /// Columns of the header; those behind it have no name, and only rows of parts count there.
  private let headed: Int

  /// - Parameter parts: numbers of the rows that name parts.
  init(header: BOMHeader, rows: [BOMRow], parts: Set<Int>) {
    headed = header.names.count
    self.rows = rows
    self.parts = rows.filter { parts.contains($0.number) }
    var header = header
    let width = self.parts.compactMap { row in row.cells.lastIndex { !$0.text.isEmpty } }.max() ?? 0
    if width >= headed { header.names += [String](repeating: "", count: width + 1 - headed) }
    self.header = header
  }

  /// In the order of the header. O(cells).
  func list() -> [UnreadColumn] { unread.map { describe($0, texts(of: $0)) } }

  /// Warns of columns whose cells look like what a field holds that no column of the file gives. O(cells).
  func report(at span: SourceSpan, into sink: DiagnosticSink) {
    for column in unread {
      let texts = texts(of: column)
      guard let (field, kind) = likeness(of: column, texts) else { continue }
      let own = describe(column, texts)
      let name = own.name.isEmpty ? own.column : own.name
      let cells = own.examples.map { "`\($0)`" }.joined(separator: ", ")
      sink.report(
        Diagnostic(
          BOMCodes.columnMapping, "column `\(name)` is not read, and its cells look like \(kind): \(cells)",
          severity: .warning, at: span, helps: ["read it with `--map \"\(field.rawValue)=\(name)\"`"]))
    }
  }

  private var unread: [Int] {
    let known = Set(header.columns.values.joined()).union(header.variantColumns.map(\.column))
    let width = max(header.names.count, 0)
    return (0..<width).filter { column in !known.contains(column) && !texts(of: column).isEmpty }
  }

  private func texts(of column: Int) -> [String] {
    (column < headed ? rows : parts).compactMap { $0.cells.indices.contains(column) ? $0.cells[column].text : nil }
      .filter { !$0.isEmpty }
  }

  private func describe(_ column: Int, _ texts: [String]) -> UnreadColumn {
    var examples: [String] = []
    for text in texts where examples.count < 3 {
      let shown = String(text.map { $0.isNewline ? " " : $0 }.prefix(40))
      if !examples.contains(shown) { examples.append(shown) }
    }
    return UnreadColumn(
      name: header.names[column].split(whereSeparator: \.isNewline).joined(separator: " "),
      column: columnLetters(column + 1), filled: texts.count, examples: examples)
  }

  /// The field that a column could be, and what its cells look like; nil where they look like nothing that matters.
  private func likeness(of column: Int, _ texts: [String]) -> (BOMField, String)? {
    let told = texts.filter { !CellValues.telling($0).isEmpty }
    if told.isEmpty { return nil }
    let share = { (test: (String) -> Bool) in told.count(where: test) * 5 >= told.count * 4 }
    if share({ CellValues.orderNumbers($0) == [$0.uppercased()] }) {
      return (header.has(.orderNumber) ? .alternate : .orderNumber, "LCSC's order numbers")
    }
    if let fitting = fittingLikeness(column, texts, share) { return fitting }
    if !header.has(.refs), told.count > 1, share({ BOMHeader.looksLikeReferences($0) }) {
      return (.refs, "references")
    }
    if let quantity = quantityLikeness(told, share) { return quantity }
    if told.count > 1 || rows.count == 1, share({ Self.looksLikeNumber($0) }), Set(told).count * 2 >= told.count {
      return (header.has(.mpn) ? .alternate : .mpn, "part numbers")
    }
    if let values = otherValues(column, told, share) { return values }
    return StatementLikeness(told).first { !header.has($0.field) }.map { ($0.field, $0.words) }
  }

  /// Values that are others than those of the column of values, in some row at least: `New Value`.
  private func otherValues(_ column: Int, _ texts: [String], _ share: ((String) -> Bool) -> Bool) -> (BOMField, String)?
  {
    guard let place = header.columns[.value]?.first, share({ StatementLikeness.value($0) != nil }) else { return nil }
    let differs = rows.contains { row in
      guard row.cells.indices.contains(column), row.cells.indices.contains(place),
        let other = StatementLikeness.value(row.cells[column].text),
        let own = StatementLikeness.value(row.cells[place].text)
      else { return false }
      return other.dimension == own.dimension && other != own
    }
    return differs ? (.value, "other values than those of `\(header.names[place])`") : nil
  }

  private func fittingLikeness(_ column: Int, _ texts: [String], _ share: ((String) -> Bool) -> Bool) -> (
    BOMField, String
  )? {
    if texts.contains(where: { FittingMarks.saysUnfitted($0) }),
      share({ FittingMarks.answer($0, isNegative: true).map { $0 != .unknown } ?? true })
    {
      return (.dnp, "marks of parts that are not fitted")
    }
    if FittingMarks.asksOnlyWhether(header.names[column]),
      texts.contains(where: { FittingMarks.saysYes($0) || FittingMarks.saysNo($0) || $0 == "0" }),
      texts.allSatisfy({ FittingMarks.answer($0, isNegative: true) != .unknown })
    {
      return (.dnp, "answers to whether parts are fitted, or are not")
    }
    let hasFitting = header.has(.dnp) || header.has(.fitted) || header.has(.excluded)
    if !hasFitting, texts.contains(where: FittingMarks.saysNo), texts.allSatisfy({ FittingMarks.isYesOrNo($0) }) {
      return (.fitted, "answers to whether parts are fitted")
    }
    // `x` in some of the rows marks them.
    let parts = rows.count { !$0.isBlank }
    if !hasFitting, texts.count < parts, texts.allSatisfy({ FittingMarks.saysYes($0) && Int($0) == nil }) {
      return (.fitted, "marks of parts that are fitted, or of those that are not (`dnp`)")
    }
    return nil
  }

  /// Numbers of pieces that no column gives. Beside references, a running number and a lonely one are none.
  private func quantityLikeness(_ texts: [String], _ share: ((String) -> Bool) -> Bool) -> (BOMField, String)? {
    let isCount = { (text: String) in PieceCount(parsing: text).map { (1...9999).contains($0.count) } ?? false }
    guard !header.has(.quantity), texts.count > 1, share(isCount) else { return nil }
    let numbers = texts.compactMap { PieceCount(parsing: $0)?.count }
    let isRunning = zip(numbers, numbers.dropFirst()).allSatisfy { $0.0 < $0.1 }
    if header.has(.refs), isRunning || Set(texts).count == 1 { return nil }
    return (.quantity, "quantities")
  }

  /// One word of capitals and digits, six characters and longer, that is neither a package, a date, a value nor an address.
  private static func looksLikeNumber(_ text: String) -> Bool {
    let plain = text.trimmedBlanks
    guard (6...40).contains(plain.count), !plain.contains(where: \.isWhitespace),
      !plain.contains("://"), !plain.contains(":"), plain.count(where: \.isDigit) >= 2
    else { return false }
    let letters = plain.filter(\.isLatin)
    guard letters.count >= 2, letters.count(where: \.isUppercase) * 3 >= letters.count * 2 else { return false }
    if PackageName(plain) != nil || DateText.isDate(plain) { return false }
    return !CellValues.orderNumbers(plain).contains(plain)
  }
}
