internal import Diagnostics

/// The header of a table: which columns mean what.
struct BOMHeader {
  /// Place of the header within the table's rows; nil where columns are named by place and there is none.
  var row: Int?
  /// Names of the columns as written.
  var names: [String]
  /// Columns of each field, the best first.
  var columns: [BOMField: [Int]]
  /// The words by which columns are known.
  private var words = HeaderWords()
  /// Columns that hold for one variant.
  private(set) var variantColumns: [VariantColumn] = []
  /// The units of columns, by their place.
  private(set) var units: [Int: HeaderUnit] = [:]
  /// Boards for which the quantities are, as their column's name says, and its place.
  private(set) var boards: (boards: Int, column: Int)?
  /// The fields that the header's own words tell, or that were named by them.
  private var worded: Set<BOMField> = []

  /// Rows in which a header is looked for.
  static let searchLimit = 30

  /// The row among the first ones that names most fields; nil where none names a part. A row of two known words, or of one
  /// where there are no more than two columns, is enough.
  ///
  /// Columns named by their place fit every row, so they alone make none a header: without any known word, the first row
  /// is one only where its cells cannot be what the columns hold.
  static func find(
    in table: BOMTable, words: HeaderWords, choices: [ColumnChoice], rows: Int = searchLimit
  ) -> BOMHeader? {
    var best: (score: Int, header: BOMHeader)?
    // A column behind the header has a place and no name.
    let chosen = choices.compactMap(\.number).max() ?? 0
    let width = chosen == 0 ? 0 : min(chosen, table.rows.map(\.cells.count).max() ?? 0)
    for (place, row) in table.rows.prefix(rows).enumerated() {
      let blanks = [String](repeating: "", count: max(0, width - row.cells.count))
      let header = BOMHeader(
        row: place, cells: row.cells, words: words, choices: choices, names: row.cells.map(\.text) + blanks)
      let known = header.columns.count
      let worded = header.worded
      let filled = row.cells.count { !$0.text.isEmpty }
      guard !BOMField.telling.isDisjoint(with: header.columns.keys),
        worded.count >= 2
          || worded.count == 1 && worded.isDisjoint(with: BOMField.places) && (filled <= 2 || known >= 2)
      else { continue }
      if best.map({ known > $0.score }) ?? true { best = (known, header) }
    }
    if let best { return best.header }
    guard !choices.isEmpty, choices.allSatisfy(\.isByPlace), let width = table.rows.map(\.cells.count).max() else {
      return nil
    }
    let blank = BOMHeader(
      row: nil, cells: [], words: HeaderWords(), choices: choices, names: [String](repeating: "", count: width))
    if blank.columns.isEmpty { return nil }
    guard let first = table.rows.first, !blank.canHold(first) else { return blank }
    return BOMHeader(row: 0, cells: first.cells, words: HeaderWords(), choices: choices)
  }

  /// Whether a row's cells can be what the columns of references and quantities hold; a header's words cannot.
  private func canHold(_ row: BOMRow) -> Bool {
    let text = { (field: BOMField) -> String? in
      guard let column = columns[field]?.first, row.cells.indices.contains(column) else { return nil }
      return row.cells[column].text
    }
    if let quantity = text(.quantity), !quantity.isEmpty, PieceCount(parsing: quantity) == nil { return false }
    guard let references = text(.refs), !references.isEmpty else { return true }
    return references.contains(where: \.isDigit)
  }

  private init(row: Int?, cells: [BOMCell], words: HeaderWords, choices: [ColumnChoice], names: [String]? = nil) {
    self.row = row
    self.names = names ?? cells.map(\.text)
    self.words = words
    var ranked: [BOMField: [(rank: Int, column: Int)]] = [:]
    for (column, name) in self.names.enumerated() {
      if let unit = HeaderUnit(name), let meaning = words.meaning(of: unit.name), meaning.field.isNumeric {
        ranked[meaning.field, default: []].append((meaning.rank, column))
        units[column] = unit
      } else if let meaning = words.meaning(of: name) ?? Self.unqualified(name, words) {
        ranked[meaning.field, default: []].append((meaning.rank, column))
      } else if let said = BoardQuantities.boards(inHeader: name), words.meaning(of: said.name)?.field == .quantity {
        // A column of one board's quantities goes before it.
        ranked[.quantity, default: []].append((HeaderParts.weakRank, column))
        boards = (said.boards, column)
      } else if let own = Self.variantColumn(name, column, words) {
        variantColumns.append(own)
      }
    }
    // A sum is read only where no column says how many each board takes.
    for (field, own) in ranked where own.contains(where: { $0.rank < HeaderParts.weakRank }) {
      ranked[field] = own.filter { $0.rank < HeaderParts.weakRank }
    }
    columns = ranked.mapValues { $0.sorted { ($0.rank, $0.column) < ($1.rank, $1.column) }.map(\.column) }
    worded = Set(columns.keys)
    for choice in choices {
      guard let place = choice.place(in: self.names) else { continue }
      for field in columns.keys { columns[field]?.removeAll { $0 == place } }
      columns[choice.field] = [place]
      if choice.isNamed(in: self.names) { worded.insert(choice.field) }
    }
    columns = columns.filter { !$0.value.isEmpty }
    if columns[.quantity]?.first != boards?.column { boards = nil }
  }

  /// KiCost's `kicost:dnp` is `dnp`.
  private static func unqualified(_ name: String, _ words: HeaderWords) -> HeaderWords.Meaning? {
    guard name.lowercased().hasPrefix("kicost:") else { return nil }
    return words.meaning(of: String(name.dropFirst("kicost:".count)))
  }

  /// `kicost.lite:dnp` and `48V:Value`: the name of a variant before a word that is known.
  private static func variantColumn(_ name: String, _ column: Int, _ words: HeaderWords) -> VariantColumn? {
    guard let colon = name.lastIndex(of: ":"),
      let meaning = words.meaning(of: String(name[name.index(after: colon)...]))
    else {
      return nil
    }
    // `kicost:Mouser:pricing` is a distributor's.
    guard BOMField.ofVariants.contains(meaning.field), !name.lowercased().hasPrefix("kicost:") else { return nil }
    var variant = name[..<colon].trimmedBlanks
    if variant.lowercased().hasPrefix("kicost.") { variant = String(variant.dropFirst("kicost.".count)) }
    // `Mouser:PN` is a distributor's, not a variant's.
    guard !variant.isEmpty, words.meaning(of: variant) == nil, words.meaning(of: variant + " number") == nil else {
      return nil
    }
    return VariantColumn(variant: variant, field: meaning.field, column: column)
  }

  /// The words of cells.
  var vocabulary: LineWords { words.vocabulary }

  /// Whether a cell stands in a column of one of these fields.
  func isCell(_ cell: BOMCell, of fields: [BOMField]) -> Bool {
    fields.contains { columns[$0]?.contains(cell.column - 1) ?? false }
  }

  init(row: Int?, names: [String], columns: [BOMField: [Int]]) {
    self.row = row
    self.names = names
    self.columns = columns
  }

  /// The column that holds references by its looks, where no known word names one: most of its cells are letters and
  /// numbers such as `R1, R2`, in a column that means nothing else.
  func columnOfReferences(in rows: [BOMRow]) -> Int? {
    if has(.refs) { return nil }
    let known = Set(columns.values.joined())
    return names.indices.first { column in
      guard !known.contains(column) else { return false }
      let texts = rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column].text : nil }.filter {
        !$0.isEmpty
      }
      return texts.count >= 2 && texts.count { Self.looksLikeReferences($0) } * 5 >= texts.count * 4
    }
  }

  static func looksLikeReferences(_ text: String) -> Bool {
    guard let references = (try? ReferenceList(parsing: text))?.references, !references.isEmpty else { return false }
    return references.allSatisfy { reference in
      let letters = reference.prefix { $0.isASCII && $0.isUppercase }
      let digits = reference.dropFirst(letters.count)
      return (1...4).contains(letters.count) && (1...4).contains(digits.count) && digits.allSatisfy(\.isDigit)
    }
  }

  /// Plain forms of the names, for recognising dialects.
  var plainNames: [String] { names.map(HeaderWords.plain) }

  func has(_ field: BOMField) -> Bool { columns[field] != nil }

  /// Whether the row is the header of another table below this one: nothing but known words, of which one names what a line is
  /// about, as in the shopping list that Fritzing writes below its parts.
  func isFollowed(by row: BOMRow) -> Bool {
    let texts = row.cells.map(\.text).filter { !$0.isEmpty }
    // Rows of parts have digits; this is asked of every row.
    guard texts.count >= 2, !texts.contains(where: { $0.contains(where: \.isDigit) }) else { return false }
    var fields: Set<BOMField> = []
    for text in texts {
      guard let field = words.meaning(of: text)?.field else { return false }
      fields.insert(field)
    }
    return fields.count >= 2 && !BOMField.telling.isDisjoint(with: fields)
  }

  /// Whether the row repeats this header, as older KiCad scripts print it, or its words with some left out, as jBOM does.
  func isRepeated(by row: BOMRow) -> Bool {
    let texts = row.cells.map { HeaderWords.plain($0.text) }
    let own = plainNames
    let same = zip(own, texts).count { !$0.isEmpty && $0 == $1 }
    if same >= 2, zip(own, texts).allSatisfy({ $0 == $1 }), texts.count >= own.count { return true }
    let telling = columns.filter { BOMField.telling.contains($0.key) }.values.joined()
    return same >= 3
      && telling.allSatisfy { column in
        !texts.indices.contains(column) || texts[column].isEmpty || texts[column] == own[column]
      }
  }
}
