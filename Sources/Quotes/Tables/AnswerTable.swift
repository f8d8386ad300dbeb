internal import Base

/// A table among the lines of a text: a header and the rows under it, up to a blank line or one of another shape.
struct AnswerTable {
  private(set) var answers: [Answer] = []
  private(set) var passed: [PassedLine] = []
  /// The line behind the table, from 0.
  private(set) var end: Int
  private let reader: AnswerReader

  /// Nil where no header stands at `start`, or no row under it.
  init?(_ lines: [Substring], from start: Int, reader: AnswerReader) {
    guard let header = TableHeader(lines[start]) else { return nil }
    self.reader = reader
    end = start + 1
    while end < lines.count {
      let line = String(lines[end])
      let cells = TableHeader.cells(of: line, header.split)
      if line.trimmed.isEmpty || !AnswerTable.fits(cells, header) { break }
      if !cells.allSatisfy({ $0.allSatisfy { "-:= ".contains($0) } }) {
        take(cells, header, line: end + 1, says: line.trimmed)
      }
      end += 1
    }
    if answers.isEmpty { return nil }
  }

  private static func fits(_ cells: [String], _ header: TableHeader) -> Bool {
    switch header.split {
    case .blanks: cells.count == header.columns.count
    case .separator, .wide, .gaps: cells.count >= 2 && cells.count <= header.columns.count + 1
    }
  }

  // MARK: Rows

  private mutating func take(_ cells: [String], _ header: TableHeader, line: Int, says: String) {
    func cell(_ column: TableHeader.Column) -> String {
      guard let place = header.columns.firstIndex(of: column), cells.indices.contains(place) else { return "" }
      return cells[place]
    }
    let name = cell(.part)
    if name.isEmpty || ["合计", "总计", "小计", "total"].contains(name.lowercased()) {
      passed.append(PassedLine(line: line, says: says, kind: .talk))
      return
    }
    let part = reference(name, package: cell(.package), line: line)
    let shared = sharedEntries(cells, header, line: line)
    let currency = cell(.currency).uppercased()
    var found: [Answer] = []
    var isAnyFilled = false
    for (place, column) in header.columns.enumerated() {
      guard case .price(var price) = column, cells.indices.contains(place), !AnswerTable.isBlank(cells[place]) else {
        continue
      }
      isAnyFilled = true
      if price.currency.isEmpty, !currency.isEmpty, currency != "CNY", currency != "RMB" { price.currency = currency }
      let entries = priceEntries(cells[place], price, line: line) + shared
      let record = Record(parts: [part], entries: entries, firstLine: line, lastLine: line)
      let read = RecordReader(record, reader: reader, says: says).answers()
      let text = auditText(cells, header, place: place, price)
      found += AnswerAudit(reader.context).checked(read) { _, _ in text }
    }
    if !isAnyFilled {
      // The rest of the row may say that there is none.
      let record = Record(parts: [part], entries: shared, firstLine: line, lastLine: line)
      found = RecordReader(record, reader: reader, says: says).answers()
    }
    answers += found
  }

  private static func isBlank(_ cell: String) -> Bool { cell.allSatisfy { "-/— .".contains($0) } }

  private func entries(_ text: String, line: Int) -> [Entry] {
    var source = SourceLine("", number: line)
    source.plain = PlainText(text)
    return reader.entries(of: source)
  }

  private func reference(_ name: String, package: String, line: Int) -> Reference {
    for text in [name, "\(name) \(package)"] {
      for entry in entries(text, line: line) {
        switch entry.kind {
        case .part(let said, let place?, let isWhole): return .asked(place, said: said, isWhole: isWhole)
        case .parts(let said, let lines): return .unclear(said: said, lines: lines)
        default: continue
        }
      }
    }
    return .other(name)
  }

  /// What the row says beside its prices.
  private func sharedEntries(_ cells: [String], _ header: TableHeader, line: Int) -> [Entry] {
    let hasLeast = header.columns.contains(.least)
    let hasStock = header.columns.contains(.stock)
    var shared: [Entry] = []
    for (place, column) in header.columns.enumerated()
    where cells.indices.contains(place) && !AnswerTable.isBlank(cells[place]) {
      let word: TradeWord?
      switch column {
      // Beside both, a quantity is what was asked for.
      case .quantity where hasLeast && hasStock: continue
      case .quantity: word = hasLeast ? .stock : .count
      case .least: word = .least
      case .stock: word = .stock
      case .date: word = .dateCode
      case .lead: word = .lead
      case .condition, .tax, .remark: word = nil
      case .part, .maker, .package, .index, .currency, .price, .unknown, .unread: continue
      }
      shared.append(Entry(kind: .stop, said: "", line: line, isGlued: false))
      if let word { shared.append(Entry(kind: .word(word), said: "", line: line, isGlued: false)) }
      shared += entries(cells[place], line: line).filter { !$0.isPart && $0.kind != .stop }
    }
    return shared
  }

  /// The cell of a price: a number in it is one, in the column's currency and for as many pieces as the column's name says.
  private func priceEntries(_ cell: String, _ column: TableHeader.PriceColumn, line: Int) -> [Entry] {
    var output: [Entry] = []
    for entry in entries(cell, line: line) where !entry.isPart {
      var entry = entry
      switch entry.kind {
      case .number(var price), .price(var price):
        if price.currency.isEmpty { price.currency = column.currency }
        if price.per == .pieces(1), column.pieces > 1 { price.per = .pieces(column.pieces) }
        price.isMarked = true
        entry.kind = .price(price)
      default: break
      }
      output.append(entry)
    }
    if let tax = column.tax, !output.contains(where: { $0.word == .taxIncluded || $0.word == .taxExcluded }) {
      output.append(
        Entry(kind: .word(tax == .included ? .taxIncluded : .taxExcluded), said: "", line: line, isGlued: false))
    }
    if let from = column.from {
      output.append(Entry(kind: .word(.least), said: "", line: line, isGlued: false))
      output.append(Entry(kind: .quantity(from), said: "\(from)", line: line, isGlued: false))
    }
    return output
  }

  /// The row as the second reader gets it: cells apart, the price with what its column's name says, no other price.
  private func auditText(
    _ cells: [String], _ header: TableHeader, place: Int, _ column: TableHeader.PriceColumn
  ) -> String {
    var texts: [String] = []
    for (index, cell) in cells.enumerated() where header.columns.indices.contains(index) {
      switch header.columns[index] {
      case .price:
        guard index == place else { continue }
        let pieces = column.pieces > 1 ? "/\(column.pieces)个" : ""
        let tax = column.tax.map { $0 == .included ? "含税" : "未税" } ?? ""
        texts.append("\(tax)价\(cell)\(pieces)" + (column.from.map { "；\($0)起" } ?? ""))
      case .date, .index, .unread: continue
      default: texts.append(cell)
      }
    }
    return texts.joined(separator: "；")
  }
}
