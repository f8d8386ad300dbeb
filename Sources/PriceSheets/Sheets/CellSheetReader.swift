internal import Electronics

/// Reads sheets that are tables: our own columns, and LCSC's of both generations.
struct CellSheetReader<Feed: ByteFeed> {
  private var reader: RecordReader<Feed>
  private let format: SheetFormat
  private let width: Int
  /// Places of our own columns, and of LCSC's by their folded names.
  private var own: [OwnColumn: Int] = [:]
  private var places: [String: Int] = [:]
  private(set) var ignoredColumns: [String] = []
  /// Rows passed over that sum up others or say something of the sheet.
  private(set) var trailers = 0
  private let decimalMark: DecimalMark

  init(_ feed: Feed, shape: SheetShape) throws(SheetError) {
    reader = RecordReader(feed, separator: shape.separator)
    format = shape.format
    decimalMark = shape.decimalMark
    guard try reader.next() else { throw .empty }
    let header = reader.texts
    width = header.count
    for (place, name) in header.enumerated() {
      let folded = SheetColumns.folded(name)
      if let column = OwnColumn(folded: folded), format == .own {
        guard own.updateValue(place, forKey: column) == nil else {
          throw .badRows(
            [RowFault(line: reader.line, column: name, value: name, expected: "each column once")], count: 1)
        }
      } else {
        places[folded] = place
        if format == .own, !folded.isEmpty { ignoredColumns.append(name) }
      }
    }
    if own[.price] != nil, own[.per] == nil,
      let pack = ignoredColumns.first(where: { PackColumns.areOpen($0) })
    {
      throw .badRows(
        [
          RowFault(
            line: reader.line, column: pack, value: pack, expected: PackColumns.expected)
        ], count: 1)
    }
  }

  var fraction: Double { reader.fraction }

  /// Whether the record read last is none of a part: a total, a tax, a freight, or a remark in one cell.
  private var isTrailer: Bool {
    let filledPlaces = (0..<reader.count).filter { filled($0) != nil }
    guard let first = filledPlaces.first, let text = filled(first) else { return false }
    let numbers = [own[.mpn], own[.lcsc], places["manufacture part number"], places["lcsc part number"]]
    let isNumbered = numbers.contains { $0.map { $0 != first && filled($0) != nil } ?? false }
    return ListWords.isSum(text) || ListWords.isLabel(text) || !isNumbered && ChargeRows.isCharge(text)
      || filledPlaces.count == 1 && width > 2 && text.contains(" ")
  }

  /// The cells of the next row; nil at the end.
  mutating func next() throws(SheetError) -> Result<SheetCells, UnusableRow>? {
    guard try reader.next() else { return nil }
    while isTrailer {
      trailers += 1
      guard try reader.next() else { return nil }
    }
    guard reader.count == width || (reader.count > width && isBlank(from: width)) else {
      return .failure(
        UnusableRow(
          fault: RowFault(
            line: reader.line, column: "", value: "the row has \(reader.count) cells",
            expected: "\(width), as the header has")))
    }
    if format == .own {
      var cells: [OwnColumn: String] = [:]
      for (column, place) in own { cells[column] = filled(place) }
      return .success(SheetCells(line: reader.line, cells: cells, decimalMark: decimalMark))
    }
    return lcsc()
  }

  private func isBlank(from place: Int) -> Bool { (place..<reader.count).allSatisfy { filled($0) == nil } }

  private func filled(_ place: Int) -> String? {
    let text = reader.text(place)
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return nil }
    guard first.properties.isWhitespace || last.properties.isWhitespace else { return text }
    let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  /// A cell of LCSC's, where `-` stands for nothing.
  private func cell(_ name: String) -> String? {
    places[name].flatMap { filled($0) }.flatMap { $0 == "-" ? nil : $0 }
  }

  /// An order's price holds from the quantity ordered on; the marked price, where one stands, below that.
  private func lcsc() -> Result<SheetCells, UnusableRow> {
    var cells: [OwnColumn: String] = [:]
    cells[.lcsc] = cell("lcsc part number")
    cells[.mpn] = cell("manufacture part number")
    cells[.maker] = cell("manufacturer")
    cells[.currency] = "USD"
    let limits = cell("min\\mult order qty.") ?? cell("min/mult order qty.") ?? ""
    let halves = limits.split(omittingEmptySubsequences: false) { $0 == "\\" || $0 == "/" }
    cells[.minimum] = halves.first.flatMap { $0 == "-" || $0.isEmpty ? nil : String($0) }
    cells[.multiple] = halves.dropFirst().first.flatMap { $0 == "-" || $0.isEmpty ? nil : String($0) }
    cells[.packing] = cell("packaging")
    // What was ordered one by one was cut, whatever it came from.
    if cells[.minimum] == nil, cells[.multiple] == nil, cell("order qty.") == "1" { cells[.multiple] = "1" }
    cells[.price] = cell("unit price($)") ?? cell("unit price(usd)")
    cells[.quantity] = cell("order qty.")
    var row = SheetCells(line: reader.line, cells: cells)
    if let ordered = cells[.quantity].flatMap({ Int($0) }), let least = Int(cells[.minimum] ?? "1"),
      let marked = cell("marked price(usd)").flatMap({ SheetPrice($0) }),
      let paid = cells[.price].flatMap({ SheetPrice($0) }), least < ordered, marked.millionths > paid.millionths
    {
      row.cells[.price] = nil
      row.breaks = [
        ListedBreak(from: least, price: marked.millionths), ListedBreak(from: ordered, price: paid.millionths),
      ]
    }
    row.cells[.quantity] = row.breaks == nil ? cells[.quantity] : nil
    return .success(row)
  }
}
