package import Diagnostics
internal import MarkedText

/// Reads a bill of materials of any dialect: bytes to lines, with a finding for everything that is not taken over.
package struct BOMReader {
  /// How a file is read.
  package struct Options {
    package var words: HeaderWords
    package var choices: [ColumnChoice] = []
    /// The variants to build together; none for the default.
    package var variants: [String] = []
    /// The sheet of a workbook; nil for the one that looks most like a BOM.
    package var sheet: String?
    /// What hidden rows of a workbook are.
    package var hiddenRows = HiddenRows.ask
    /// The bytes of a schematic's sheet file, named relative to the folder of the first file; nil where there is none.
    package var loadSheet: (String) -> [UInt8]? = { _ in nil }

    package init(words: HeaderWords) { self.words = words }
  }

  /// The largest file, in bytes.
  package static let limit = 64 * 1024 * 1024

  private let file: String
  private let options: Options
  private let sink: DiagnosticSink
  private var sources: [SourceText] = []

  private init(file: String, options: Options, sink: DiagnosticSink) {
    self.file = file
    self.options = options
    self.sink = sink
  }

  /// Names of variants as an option gives them: one each, or several with commas between.
  package static func variantNames(_ options: [String]) -> [String] { VariantChoice.names(options) }

  /// Reads a file's bytes. Throws where the file as a whole is refused; findings about its lines go to the sink, and lines
  /// with an error are not among those returned. O(bytes).
  package static func read(
    _ bytes: [UInt8], file: String, options: Options, into sink: DiagnosticSink
  ) throws(BOMRefusal) -> BillOfMaterials {
    if bytes.count > limit {
      throw BOMRefusal(TextCodes.tooLarge, "file has more than \(limit / 1_048_576) MB", file: file)
    }
    if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      throw BOMRefusal(TextCodes.empty, "file is empty", file: file)
    }
    // Before all of it is decoded, as that takes long for what is no table.
    let start = Array(bytes.prefix(4_096))
    if FileKind(bytes: start, text: text(of: start).text, file: file) == .table,
      let run = GiantRun(in: bytes, beyond: longestCell)
    {
      throw BOMRefusal(
        BOMCodes.giantCell,
        "line \(run.line) has \(run.count) bytes without a separator; a cell has at most \(longestCell)",
        file: file, help: "empty the cell, or export the BOM anew")
    }
    var reader = BOMReader(file: file, options: options, sink: sink)
    return try reader.bill(bytes)
  }

  /// The encoding, and the text without marks; nil for archives and other bytes that are no text.
  private static func text(of bytes: [UInt8]) -> (encoding: TextEncoding, text: String?) {
    let encoding = TextEncoding.sniff(bytes)
    if bytes.starts(with: [0x50, 0x4B]) { return (encoding, nil) }
    let text = encoding.decode(bytes).flatMap {
      $0.unicodeScalars.contains("\0") ? nil : TextEncoding.withoutMarks($0)
    }
    return (encoding, text)
  }

  private mutating func bill(_ bytes: [UInt8]) throws(BOMRefusal) -> BillOfMaterials {
    let (encoding, text) = Self.text(of: bytes)
    switch FileKind(bytes: bytes, text: text, file: file) {
    case .zip: return try workbook(bytes)
    case .other(let name, let help):
      throw BOMRefusal(
        BOMCodes.otherKind, "this is \(name), not a bill of materials that can be read", file: file, help: help)
    case .kicadNetlist:
      let table = try NetlistReader.table(bytes, file: file, variants: options.variants)
      return try bill(of: [table], encoding: "XML", components: .kicadXML)
    case .groupedBill:
      let table = try GroupedBillReader.table(bytes, file: file)
      return try bill(of: [table], encoding: "XML", components: .table)
    case .kicadSchematic:
      var reader = SchematicReader(
        loadSheet: options.loadSheet, variants: options.variants, sink: sink)
      let table = try reader.table(SourceText(file: file, text: text ?? ""))
      sources = reader.sources
      if table.rows.count < 2 {
        if let finding = sink.diagnostics.first(where: { $0.code == BOMCodes.sheet }) { throw BOMRefusal(finding) }
        throw BOMRefusal(BOMCodes.unknownFormat, "the schematic has no components", file: file)
      }
      return try bill(of: [table], encoding: encoding.rawValue, components: .kicadSchematic)
    case .table:
      let source = SourceText(file: file, text: text ?? "")
      sources = [source]
      let table =
        FixedWidthScanner.table(source) ?? DelimitedScanner.table(source, Delimiter(sniffing: source), into: sink)
      return try bill(of: [table], encoding: encoding.rawValue, components: nil)
    }
  }

  private mutating func workbook(_ bytes: [UInt8]) throws(BOMRefusal) -> BillOfMaterials {
    let archive = try ZipArchive(bytes, file: file)
    let names = Set(archive.names)
    if names.contains("xl/workbook.xml") {
      var reader = SpreadsheetReader(archive: archive)
      return try bill(of: try reader.tables(), encoding: "xlsx", components: nil)
    }
    if names.contains("content.xml"), let kind = try archive.entry("mimetype"),
      String(decoding: kind, as: UTF8.self).contains("spreadsheet")
    {
      var reader = OpenDocumentReader(archive: archive)
      return try bill(of: try reader.tables(), encoding: "ods", components: nil)
    }
    if names.contains("xl/workbook.bin") {
      throw BOMRefusal(
        BOMCodes.otherKind, "this is a binary Excel workbook (.xlsb)", file: file, help: "save it as .xlsx in Excel")
    }
    if names.contains("Index/Document.iwa") || names.contains("Index.zip") {
      throw BOMRefusal(
        BOMCodes.otherKind, "this is a workbook of Apple Numbers", file: file,
        help: "in Numbers, choose File > Export To > Excel or CSV")
    }
    throw BOMRefusal(
      BOMCodes.otherKind, "this is an archive that holds no spreadsheet", file: file,
      help: "unpack it, or export the BOM as CSV, TSV or .xlsx")
  }

  /// What no table of parts holds takes minutes to read as one.
  private func refuseGiants(_ tables: [BOMTable]) throws(BOMRefusal) {
    for table in tables {
      for row in table.rows {
        if row.cells.count > Self.widestRow {
          throw BOMRefusal(
            BOMCodes.giantRow, "row \(row.number) has \(row.cells.count) cells; a table has at most \(Self.widestRow)",
            file: file)
        }
        if let cell = row.cells.first(where: { $0.text.utf8.count > Self.longestCell }) {
          throw BOMRefusal(
            BOMCodes.giantCell, "the cell has \(cell.text.utf8.count) bytes; a cell has at most \(Self.longestCell)",
            at: cell.span, help: "empty it, or look for a quote that is never closed")
        }
      }
    }
  }

  /// Bytes of a cell; cells of a row.
  private static let longestCell = 100_000
  private static let widestRow = 16_384

  /// Chooses the table, finds its header and reads its lines.
  private mutating func bill(
    of tables: [BOMTable], encoding: String, components: Dialect?
  ) throws(BOMRefusal) -> BillOfMaterials {
    try refuseGiants(tables)
    let chosen = try choose(among: tables, headerRows: components == nil ? BOMHeader.searchLimit : 1)
    let table = chosen.table
    var header = chosen.header
    let start = header.row.map { $0 + 1 } ?? 0
    let preamble = Array(table.rows.prefix(max(0, start - 1)))
    // What the fields of a schematic or netlist are called says nothing of its kind.
    if components == nil { try refusePlacements(header, table) }
    var dialect = components ?? Dialect.of(header, preamble: preamble)
    if dialect == .table, let byPlace = BoardColumns.header(header, rows: Array(table.rows.dropFirst(start))) {
      header = byPlace
      dialect = .kicadBoard
    }
    if let column = header.columnOfReferences(in: Array(table.rows.dropFirst(start))) {
      header.columns[.refs] = [column]
      sink.report(
        Diagnostic(
          BOMCodes.columnMapping, "column `\(header.names[column])` is taken for the references", severity: .warning,
          at: .start(of: file), helps: ["say so with `--map refs=\(columnLetters(column + 1))`"]))
    }
    var marked = MarkedSheet(table, hiddenRows: options.hiddenRows, file: file, sink: sink)
    header = marked.visible(header)
    var rows = MergedQuantities.shared(Array(table.rows.dropFirst(start)), header, table.marks)
    let said = header.boards.flatMap { own in
      header.row.flatMap { table.rows[$0].cells.first { $0.column == own.column + 1 } }
        .map { BoardQuantities(boards: own.boards, cell: $0) }
    }
    if let quantities = said ?? BoardQuantities(preamble: preamble, words: options.words) {
      rows = quantities.ofOneBoard(rows, header, into: sink)
    } else {
      BoardQuantities.reportOrder(header, rows, into: sink)
    }
    rows = marked.prepared(rows)
    reportChoices(header)
    var frame = TableLines.frame(
      header, rows, dialect: dialect, sheet: table.sheet, namesCells: components == nil, variants: options.variants,
      file: file, into: sink)
    frame.vocabulary = options.words.vocabulary
    if let column = header.columns[.refs]?.first {
      frame.dashedFronts = ReferenceList.dashedFronts(
        in: rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column].text : nil })
    }
    let content = TableLines.read(rows, frame, into: sink)
    let lines = marked.marked(content.lines, from: rows)
    if lines.isEmpty, !sink.hasErrors {
      throw BOMRefusal(BOMCodes.unknownFormat, "no row below the header names a part", file: file)
    }
    let variants = content.variants.union(table.variants).sorted()
    try refuseUnknownVariants(variants)
    let unread = UnreadColumns(header: frame.header, rows: rows, parts: Set(lines.flatMap(\.rows)))
    unread.report(at: header.row.flatMap { table.rows[$0].cells.first?.span } ?? .start(of: file), into: sink)
    return BillOfMaterials(
      file: file, dialect: dialect, encoding: encoding, lines: LineMerging.merge(lines, into: sink),
      variants: variants, unreadColumns: unread.list(), sources: sources)
  }

  /// A variant that the file does not know would build the default in silence.
  private func refuseUnknownVariants(_ known: [String]) throws(BOMRefusal) {
    let plain = Set(known.map(VariantChoice.plain))
    guard let unknown = options.variants.first(where: { !plain.contains(VariantChoice.plain($0)) }) else {
      if options.variants.isEmpty, !known.isEmpty {
        sink.report(
          Diagnostic(
            BOMCodes.variant,
            "the file speaks of the \(known.count == 1 ? "variant" : "variants") "
              + known.map { "`\($0)`" }.joined(separator: ", ")
              + "; the default is built, without what holds for them only",
            severity: .warning, at: .start(of: file), helps: ["build one with `--variant NAME`, or several together"]))
      }
      return
    }
    throw BOMRefusal(
      BOMCodes.variant, "the file has no variant `\(unknown)`", file: file,
      help: known.isEmpty
        ? "it speaks of no variant at all" : "it has " + known.map { "`\($0)`" }.joined(separator: ", "))
  }

  /// - Parameter headerRows: how many rows may be the header; components have theirs first, whatever words their values are.
  private func choose(among tables: [BOMTable], headerRows: Int) throws(BOMRefusal) -> (
    table: BOMTable, header: BOMHeader
  ) {
    var found: [(table: BOMTable, header: BOMHeader)] = []
    for table in tables where options.sheet.map({ $0 == table.sheet }) ?? true {
      if let header = BOMHeader.find(
        in: table, words: options.words, choices: options.choices, rows: headerRows)
      {
        found.append((table, header))
      } else if let header = BoardColumns.header(in: table) {
        found.append((table, header))
      }
    }
    if let sheet = options.sheet, !tables.contains(where: { $0.sheet == sheet }) {
      let known = tables.compactMap(\.sheet).map { "`\($0)`" }.joined(separator: ", ")
      throw BOMRefusal(
        BOMCodes.columnMapping, "the workbook has no sheet `\(sheet)`", file: file, help: "it has \(known)")
    }
    // A sheet that nobody sees is a BOM only where no other is.
    let isAsked = options.sheet != nil
    let ranked = found.enumerated().max { left, right in
      let (one, other) = (left.element, right.element)
      if one.table.marks.isHidden != other.table.marks.isHidden { return one.table.marks.isHidden }
      return (one.header.columns.count, -left.offset) < (other.header.columns.count, -right.offset)
    }
    guard let best = ranked?.element else {
      throw BOMRefusal(
        BOMCodes.noHeader, "none of the first \(BOMHeader.searchLimit) rows names columns that are known", file: file,
        help: "name the columns with `--map FIELD=COLUMN`, for instance `--map mpn=1 --map refs=2`"
          + Self.firstRow(tables))
    }
    if best.table.marks.isHidden, !isAsked {
      sink.report(
        Diagnostic(
          BOMCodes.hidden, "sheet `\(best.table.sheet ?? "")` is hidden; it is read since no visible one is a BOM",
          severity: .warning, at: .start(of: file)))
    }
    for (table, header) in found where table.sheet != best.table.sheet && header.columns.count >= 3 {
      sink.report(
        Diagnostic(
          BOMCodes.rowLeftOut,
          "\(table.marks.isHidden ? "hidden sheet" : "sheet") `\(table.sheet ?? "")` has parts too and is not read",
          severity: .warning, at: .start(of: file), helps: ["import it by itself with `--sheet`"]))
    }
    return best
  }

  /// `; the first row is `Bauteil`, `Menge``, so that a user sees what was taken for columns.
  private static func firstRow(_ tables: [BOMTable]) -> String {
    let cells = tables.first?.rows.first?.cells.map(\.text).filter { !$0.isEmpty } ?? []
    if cells.isEmpty { return "" }
    let shown = cells.prefix(8).map { "`\($0.prefix(40))`" }.joined(separator: ", ")
    return "; the first row is " + shown + (cells.count > 8 ? ", …" : "")
  }

  /// A placement file has places and no quantities or part numbers.
  private func refusePlacements(_ header: BOMHeader, _ table: BOMTable) throws(BOMRefusal) {
    guard header.has(.positionX), header.has(.positionY), !header.has(.quantity), !header.has(.orderNumber),
      !header.has(.mpn)
    else { return }
    let row = header.row.flatMap { table.rows[$0].cells.first?.span } ?? .start(of: file)
    throw BOMRefusal(
      BOMCodes.otherKind, "this is a placement file (CPL, pick and place), not a bill of materials", at: row,
      help: "import the BOM and pass this file with `--cpl`")
  }

  /// Columns named by hand that are not there, and columns that mean the same.
  private func reportChoices(_ header: BOMHeader) {
    for choice in options.choices where choice.place(in: header.names) == nil {
      sink.report(
        Diagnostic(
          BOMCodes.columnMapping, "there is no column `\(choice.column)` for `\(choice.field.rawValue)`",
          at: .start(of: file),
          helps: ["the columns are " + header.names.filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: ", ")]))
    }
    let chosen = Set(options.choices.map(\.field))
    for field in [BOMField.refs, .quantity, .mpn, .orderNumber] where !chosen.contains(field) {
      guard let columns = header.columns[field], columns.count > 1 else { continue }
      let names = columns.map { "`\(header.names[$0])`" }
      sink.report(
        Diagnostic(
          BOMCodes.columnMapping,
          "columns \(names.joined(separator: " and ")) mean the same; \(names[0]) counts where it has text",
          severity: .warning, at: .start(of: file), helps: ["choose one with `--map \(field.rawValue)=…`"]))
    }
  }
}
