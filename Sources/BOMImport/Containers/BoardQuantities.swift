internal import Diagnostics

/// Quantities of several boards, as a row above the header says: `Board Qty:` with a number beside it (KiCost's, 100 by default),
/// `Boards: 50`, `BOM for 100 boards`, `订单数量：50套`.
struct BoardQuantities {
  /// Boards that the quantities are for.
  let boards: Int
  /// Where that is said.
  let cell: BOMCell

  /// Labels of a number of boards, plain.
  private static let labels: Set<String> = [
    "boardqty", "boardquantity", "boardcount", "numberofboards", "quantityofboards", "qtyofboards", "quantityofpcbs",
    "qtyofpcbs", "quantityofsets", "numberofkits", "buildfor", "buildcount",
    "noofboards", "boards", "pcbs", "pcbas", "pcbqty",
    "pcbquantity",
    "pcbaqty", "pcbaquantity", "numberofpcbs", "numberofpcbas", "numberofassemblies", "numberofsets", "numberofunits",
    "productionquantity",
    "productionqty", "productionrun", "buildquantity", "buildqty", "orderquantity", "orderqty", "batchsize",
    "batchquantity", "batchqty",
    "lotsize", "lotquantity", "lotqty", "sets", "kits", "kitqty", "assemblyquantity", "assemblyqty", "platinen",
    "anzahlplatinen",
    "anzahlleiterplatten", "leiterplatten", "losgröße", "losgrösse", "stückzahl", "auflage", "nombredecartes",
    "numerodeplacas", "套数",
    "板数", "板子数量", "板数量", "pcb数量", "pcba数量", "生产数量", "生产套数", "订单数量", "订单套数", "投产数量", "投料套数", "批量", "台数",
  ]

  /// Words behind a number of boards, in small letters.
  private static let boardWords: Set<String> = [
    "boards", "pcbs", "pcbas", "sets", "kits", "assemblies", "badges", "platinen", "leiterplatten", "cartes", "placas",
    "board", "pcb", "assys", "assembly", "units",
    "套", "块", "块板",
    "片板", "张板", "套板", "台", "块pcb", "套pcb", "套料",
  ]

  /// Words before a number that is none of boards: `Rev 2 boards`.
  private static let otherLabels: Set<String> = ["rev", "revision", "version", "ver", "v", "type", "no", "nr"]

  /// Words and signs that join a quantity and the number of boards that it is for.
  private static let joints: Set<String> = ["for", "pro", "für", "pour", "para", "per", "x", "of", "à"]
  private static let jointSigns = "x×*/@([{=:"

  init(boards: Int, cell: BOMCell) {
    self.boards = boards
    self.cell = cell
  }

  /// Boards of a header that says how many its quantities are for, and the rest of its name: `Qty (50 boards)`, `数量/50套`. Nil for any
  /// other. A number behind a joint (`Qty for 10`, `Qty/10 pcs`, `数量×10`) is one of boards too: a quantity has no other.
  static func boards(inHeader name: String) -> (boards: Int, name: String)? {
    let plain = name.halfWidth.lowercased()
    guard let boards = boards(in: name) ?? joined(in: plain), boards > 1 else { return nil }
    let words = plain.replacing("×", with: " ").split { !$0.isLetter && !$0.isNumber && $0 != "#" }.map { word in
      // `x10` and `10x`
      String(word.drop { $0.isNumber || $0 == "x" && word.contains(where: \.isNumber) })
    }.filter {
      !$0.isEmpty && !boardWords.contains($0) && !joints.contains($0) && PieceCount(parsing: "1 \($0)") == nil
    }
    return (boards, words.joined(separator: " "))
  }

  /// The one number of a text, where a joint stands before it or a `x` behind: `qty x 10`, `qty/10 pcs`, `qty (10)`, `10x qty`. O(length).
  private static func joined(in plain: String) -> Int? {
    let runs = plain.split { !$0.isNumber }
    guard runs.count == 1, let run = runs.first, let number = Int(run), number <= PieceCount.limit,
      plain.allSatisfy({ $0 != "." })
    else { return nil }
    let before = plain[..<run.startIndex].trimmedBlanks
    let behind = plain[run.endIndex...].trimmedBlanks
    let word = before.split { !$0.isLetter }.last.map(String.init) ?? ""
    let isBehindWord = before.last?.isLetter == true && joints.contains(word)
    let isBehindSign = before.last.map(jointSigns.contains) == true
    return isBehindWord || isBehindSign || "x×*".contains(behind.first ?? " ") ? number : nil
  }

  /// The boards of a title that has a quantity and how many boards it is for, and nothing else: `数量×10`, `Qty x 10`, `×10`, `10 pcs`.
  private static func boards(inTitle text: String, _ words: HeaderWords) -> Int? {
    let plain = text.halfWidth.lowercased()
    guard plain.count <= 40 else { return nil }
    if let said = boards(inHeader: text), said.name.isEmpty || words.meaning(of: said.name)?.field == .quantity {
      return said.boards
    }
    let digits = plain.trimmedBlanks.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count < plain.trimmedBlanks.count else { return nil }
    return PieceCount(parsing: text)?.count
  }

  /// Looks for a label and the number beside it, or for both in one cell, in the rows above the header.
  init?(preamble: [BOMRow], words: HeaderWords) {
    for row in preamble {
      for (index, cell) in row.cells.enumerated() where !cell.text.isEmpty {
        if Self.labels.contains(HeaderWords.plain(cell.text)),
          let next = row.cells[(index + 1)...].first(where: { !$0.text.isEmpty }),
          let number = PieceCount(parsing: next.text)?.count ?? Self.boards(in: next.text), number > 1
        {
          boards = number
          self.cell = next
          return
        }
        if let number = Self.boards(in: cell.text) ?? Self.boards(inTitle: cell.text, words), number > 1 {
          boards = number
          self.cell = cell
          return
        }
      }
    }
    return nil
  }

  /// The boards of a cell that says by itself how many there are: behind a label (`Boards: 50`), or before a word for them
  /// (`for 50 PCBs`, `50套`); nil for any other text. O(length).
  static func boards(in text: String) -> Int? {
    let plain = text.halfWidth.lowercased()
    guard plain.count <= 80 else { return nil }
    var rest = plain[...]
    while let start = rest.firstIndex(where: \.isNumber) {
      let digits = rest[start...].prefix { $0.isNumber }
      let before = plain[..<start].trimmedBlanks
      let behind = rest[digits.endIndex...].trimmedBlanks
      rest = rest[digits.endIndex...]
      guard let number = Int(digits), number <= PieceCount.limit,
        plain[..<start].last.map({ !$0.isLatin && $0 != "." }) ?? true
      else { continue }
      let word = behind.prefix { $0.isLetter }
      let last = before.split { !$0.isLetter }.last.map(String.init) ?? ""
      if boardWords.contains(String(word)), !otherLabels.contains(last) { return number }
      if labels.contains(HeaderWords.plain(before.filter { $0 != "=" })), PieceCount(parsing: digits + behind) != nil {
        return number
      }
    }
    return nil
  }

  /// The rows with quantities of one board: where a row has references, only if the number is that of all boards; else where
  /// all such rows divide. Where some do not, those rows are left as they are, each to a person. Reports it once.
  func ofOneBoard(_ rows: [BOMRow], _ header: BOMHeader, into sink: DiagnosticSink) -> [BOMRow] {
    guard let column = header.columns[.quantity]?.first else { return rows }
    let references = header.columns[.refs]?.first
    let isReferenced = { (row: BOMRow) in
      references.map { row.cells.indices.contains($0) && !row.cells[$0].text.isEmpty } ?? false
    }
    let divide = rows.allSatisfy { row in
      guard !isReferenced(row), row.cells.indices.contains(column) else { return true }
      return PieceCount(parsing: row.cells[column].text).map { $0.count.isMultiple(of: boards) } ?? true
    }
    if !divide {
      sink.report(
        Diagnostic(
          BOMCodes.boardQuantities,
          "some quantities are no multiple of \(boards) boards, so that those without references may be for one board or for all",
          severity: .warning, at: cell.span,
          helps: ["write the quantities of one board, or take the number of boards out"]))
    }
    var count = 0
    let changed = rows.map { row in
      if !divide, !isReferenced(row), row.cells.indices.contains(column),
        PieceCount(parsing: row.cells[column].text) != nil
      {
        var row = row
        row.doubt = row.doubt ?? "quantity of 1 or of \(boards) boards"
        return row
      }
      guard row.cells.indices.contains(column), let quantity = PieceCount(parsing: row.cells[column].text)?.count,
        quantity > 0, quantity % boards == 0
      else { return row }
      if let references, row.cells.indices.contains(references), !row.cells[references].text.isEmpty {
        let list = try? ReferenceList(parsing: row.cells[references].text)
        guard list.map({ $0.references.count * boards == quantity }) == true else { return row }
      }
      var row = row
      row.cells[column].text = String(quantity / boards)
      count += 1
      return row
    }
    if count > 0 {
      sink.report(
        Diagnostic(
          BOMCodes.boardQuantities,
          "the quantities of \(count) rows are those of \(boards) boards; one board's are read",
          severity: .warning, at: cell.span))
    }
    return changed
  }
}

extension BoardQuantities {
  /// Warns of a column of what was ordered (`Order Qty`) whose rows have no references that tell the pieces of one board. O(rows).
  static func reportOrder(_ header: BOMHeader, _ rows: [BOMRow], into sink: DiagnosticSink) {
    guard let column = header.columns[.quantity]?.first, isOfOrder(header.names[column]) else { return }
    let references = header.columns[.refs] ?? []
    let isCounted = { (row: BOMRow) in
      references.contains { row.cells.indices.contains($0) && !row.cells[$0].text.isEmpty }
    }
    let many = rows.filter { row in
      !isCounted(row) && row.cells.indices.contains(column)
        && (PieceCount(parsing: row.cells[column].text)?.count ?? 0) > 1
    }
    guard let first = many.first else { return }
    sink.report(
      Diagnostic(
        BOMCodes.orderQuantities,
        "`\(header.names[column])` may be for more than one board, and "
          + "\(many.count == 1 ? "1 row has" : "\(many.count) rows have") no references to tell: taken as those of one",
        severity: .warning, at: first.cells[column].span,
        helps: ["write the pieces of one board, or the number of boards above the header: `Boards: 10`"]))
  }

  private static func isOfOrder(_ name: String) -> Bool {
    let plain = HeaderWords.plain(name)
    return ["order", "purchase", "buy", "采购", "订购", "订单", "下单", "bestell"].contains { plain.contains($0) }
  }
}

/// Quantities in cells that are merged over several rows.
enum MergedQuantities {
  /// A quantity that is merged over rows is that of all of them: where it is the number of their references together, each row
  /// has its own; else it stays and is found out with its row.
  static func shared(_ rows: [BOMRow], _ header: BOMHeader, _ marks: SheetMarks) -> [BOMRow] {
    guard let column = header.columns[.quantity]?.first, let references = header.columns[.refs]?.first,
      !marks.mergedRows.isEmpty
    else { return rows }
    var rows = rows
    var index = 0
    while index < rows.count {
      guard let last = marks.mergedRows[CellPlace(row: rows[index].number, column: column + 1)],
        rows[index].cells.indices.contains(column)
      else {
        index += 1
        continue
      }
      let end = rows[index...].firstIndex { $0.number > last } ?? rows.count
      let counts = rows[index..<end].map { row -> Int? in
        guard row.cells.indices.contains(references) else { return nil }
        return (try? ReferenceList(parsing: row.cells[references].text))?.references.count
      }
      let sum = counts.compactMap(\.self).reduce(0, +)
      if !counts.contains(nil), !counts.contains(0), PieceCount(parsing: rows[index].cells[column].text)?.count == sum {
        for (place, count) in zip(index..<end, counts) where rows[place].cells.indices.contains(column) {
          rows[place].cells[column].text = String(count ?? 0)
        }
      }
      index = end
    }
    return rows
  }
}
