internal import Base

/// What the columns of a table of answers mean, from the names in its first row.
struct TableHeader: Sendable, Hashable {
  enum Column: Sendable, Hashable {
    case part, quantity, least, stock, date, lead, condition, tax, maker, package, remark, index, currency
    case price(PriceColumn)
    case unknown
    /// A name beside the number: nothing is read from it.
    case unread
  }

  /// What a column's name says of the prices in it.
  struct PriceColumn: Sendable, Hashable {
    var tax: Answer.Tax?
    /// ISO 4217; empty where the name does not say.
    var currency = ""
    /// What a price is for.
    var pieces = 1
    /// The break that the name is: `1k`, `100+`.
    var from: Int?
  }

  /// How rows are split.
  enum Split: Sendable, Hashable {
    case separator(UInt8)
    case wide
    case gaps
    case blanks
  }

  var columns: [Column]
  var split: Split

  /// Nil where the line is no header: one needs a column of parts and one of prices, and holds no part and no amount.
  init?(_ line: some StringProtocol) {
    let text = String(line)
    guard !text.contains(":"), !text.contains("：") else { return nil }
    for split in TableHeader.splits {
      let cells = TableHeader.cells(of: text, split)
      guard cells.count >= 2 else { continue }
      var columns = cells.map { TableHeader.column(named: $0) }
      // Of several columns that may name parts, the one of numbers does.
      let named = columns.indices.filter { columns[$0] == .part }
      if named.count > 1, let number = named.first(where: { TableHeader.isNumber(cells[$0]) }) {
        for place in named where place != number { columns[place] = .unread }
      }
      let hasPrice = columns.contains { if case .price = $0 { true } else { false } }
      let unknown = columns.count { $0 == .unknown }
      guard columns.count(where: { $0 == .part }) == 1, hasPrice, unknown * 2 <= columns.count else { continue }
      self.columns = columns
      self.split = split
      return
    }
    return nil
  }

  private static let splits: [Split] = [
    .separator(UInt8(ascii: "\t")), .separator(UInt8(ascii: "|")), .separator(UInt8(ascii: ",")),
    .separator(UInt8(ascii: ";")), .wide, .gaps, .blanks,
  ]

  /// The cells of a row; those outside the outer marks of a Markdown table are left out.
  static func cells(of line: String, _ split: Split) -> [String] {
    switch split {
    case .separator(let byte):
      var scanner = RecordScanner(RecordScanner.Rules(separator: byte, dropsBlanks: true, openQuoteIsText: true))
      var cells: [String] = []
      Array(line.utf8).withUnsafeBufferPointer { bytes in
        var index = 0
        if scanner.next(bytes, from: &index) {
          cells = scanner.cells.map { $0.text(in: bytes, quote: UInt8(ascii: "\"")).trimmed }
        }
      }
      if byte == UInt8(ascii: "|"), line.trimmed.hasPrefix("|") { cells = Array(cells.dropFirst()) }
      if byte == UInt8(ascii: "|"), line.trimmed.hasSuffix("|"), !cells.isEmpty { cells.removeLast() }
      return cells
    case .wide:
      return line.split(omittingEmptySubsequences: false) { $0 == "，" || $0 == "；" }.map { String($0).trimmed }
    case .gaps:
      return line.replacing(/[ \u{3000}]{2,}/, with: "\t").split(separator: "\t").map { String($0).trimmed }
    case .blanks: return line.split { $0 == " " || $0 == "\u{3000}" }.map(String.init)
    }
  }

  // MARK: Names

  private static let names: [(Column, [String])] = [
    (.index, ["编码", "代码", "序号", "序", "编号", "no", "no.", "#", "item", "项次", "行号", "line"]),
    (.least, ["起订", "moq", "最小", "min", "起批"]),
    (.stock, ["库存", "现货", "stock", "available", "在库"]),
    (.date, ["批号", "批次", "年份", "date", "d/c", "dc", "生产日期"]),
    (.lead, ["货期", "交期", "lead", "l/t", "到货", "交货"]),
    (.condition, ["成色", "品质", "condition", "质量", "新旧"]),
    (.currency, ["币种", "currency", "货币"]),
    (.maker, ["品牌", "厂家", "厂商", "制造商", "brand", "maker", "mfr", "manufacturer", "mfg"]),
    (.package, ["封装", "package", "footprint", "case"]),
    (.quantity, ["数量", "qty", "quantity", "数目", "pcs"]),
    (.part, ["型号", "料号", "mpn", "part", "p/n", "物料", "产品", "model", "品名", "规格", "名称"]),
    (.remark, ["备注", "说明", "remark", "note", "comment", "其他"]),
    (.tax, ["税", "票", "vat", "tax"]),
    // What was asked for, in a workbook of `AskWorkbook`, says nothing of the answer.
    (.unread, ["要求", "参数", "wanted", "value"]),
  ]

  private static func isNumber(_ name: String) -> Bool {
    let folded = String(PlainText(name).characters).lowercased()
    return ["型号", "mpn", "part n", "p/n", "料号", "model"].contains { folded.contains($0) }
  }

  private static func column(named name: String) -> Column {
    let folded = String(PlainText(name).characters).lowercased().trimmed
    if folded.isEmpty { return .unknown }
    if let price = price(folded) { return .price(price) }
    if isNumber(name) { return .part }
    for (column, words) in names where words.contains(where: { matches(folded, $0) }) { return column }
    if let from = tier(folded) { return .price(PriceColumn(from: from)) }
    return .unknown
  }

  /// Short English words count only as the whole name.
  private static func matches(_ name: String, _ word: String) -> Bool {
    word.count <= 3 && word.allSatisfy(\.isASCII)
      ? name == word || name.hasPrefix(word + " ") || name.hasSuffix(" " + word) || name.hasPrefix(word + ".")
      : name.contains(word)
  }

  private static func price(_ name: String) -> PriceColumn? {
    guard ["价", "price", "cost", "u/p", "报价"].contains(where: { name.contains($0) }) else { return nil }
    if ["总价", "total", "amount", "目标", "target"].contains(where: { name.contains($0) }) { return nil }
    var column = PriceColumn()
    if ["不含", "未税", "未含", "excl", "ex vat", "ex tax", "without"].contains(where: { name.contains($0) }) {
      column.tax = .excluded
    } else if ["含税", "含票", "带票", "incl", "with vat", "with tax"].contains(where: { name.contains($0) }) {
      column.tax = .included
    }
    for (word, currency) in [
      ("usd", "USD"), ("$", "USD"), ("美", "USD"), ("hkd", "HKD"), ("港", "HKD"), ("eur", "EUR"), ("€", "EUR"),
    ]
    where name.contains(word) {
      column.currency = currency
    }
    let scales = [
      ("/kpcs", 1_000), ("/k", 1_000), ("/千", 1_000), ("/1000", 1_000), ("/100", 100), ("/百", 100), ("/万", 10_000),
    ]
    for (word, count) in scales where name.contains(word) && column.pieces == 1 { column.pieces = count }
    let first = name.prefix { $0.isFigure || $0 == "k" || $0 == "+" }
    column.from = tier(String(first))
    return column
  }

  /// `100`, `1k`, `500+`, `≥1000`.
  private static func tier(_ name: String) -> Int? {
    var rest = Substring(name).drop { "≥>=".contains($0) }
    let digits = rest.prefix(while: \.isFigure)
    guard let count = Int(digits), (1...10_000_000).contains(count) else { return nil }
    rest = rest.dropFirst(digits.count)
    var factor = 1
    if rest.first == "k" {
      factor = 1_000
      rest = rest.dropFirst()
    }
    guard ["", "+", "pcs", "个", "以上", "起"].contains(String(rest)) else { return nil }
    return count * factor
  }
}
