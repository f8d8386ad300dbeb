package import Electronics

/// The shapes in which price sheets come.
package enum SheetFormat: String, Sendable, Hashable, CaseIterable {
  /// Our own columns (docs/prices.md).
  case own = "peidan"
  /// LCSC's orders and bills, before and after the change of their columns.
  case lcscFirst = "lcsc-1"
  case lcscSecond = "lcsc-2"
  /// A distributor's whole list, as `catalog import` reads it.
  case partList = "part-list"
  /// One JSON object a line.
  case jsonLines = "json-lines"
}

/// What the beginning of a sheet tells of it.
package struct SheetShape: Sendable, Hashable {
  package var format: SheetFormat
  /// Between cells; of no meaning for JSON.
  package var separator: UInt8
  /// The sign of the decimal point, as the prices at the beginning of the sheet tell.
  package var decimalMark = DecimalMark.unknown

  /// Recognizes a sheet by its first line.
  ///
  /// - Parameter start: the beginning of the unpacked file, up to its first line break at least.
  package init(start: [UInt8]) throws(SheetError) {
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw .wrongKind(found: "text in UTF-16; save it as UTF-8")
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = start.starts(with: mark) ? start.dropFirst(mark.count) : start[...]
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let bytes = text.drop(while: isBlank).prefix { !isBlank($0) }
    guard !bytes.isEmpty else { throw .empty }
    let line = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
    if let kind = foreignKind(line) { throw .wrongKind(found: kind) }
    let first = line.drop(while: \.isWhitespace)
    if first.first == "{" {
      self.init(format: .jsonLines, separator: 0)
      return
    }
    if first.first == "[" { throw .wrongKind(found: "a JSON array; write one object a line") }
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var best: (separator: UInt8, cells: [String]) = (separators[0], [])
    for separator in separators {
      var reader = RecordReader(MemoryFeed(Array(line.utf8)), separator: separator)
      guard try reader.next() else { continue }
      if reader.count > best.cells.count { best = (separator, reader.texts) }
    }
    let names = Set(best.cells.map { SheetColumns.folded($0) })
    self.init(format: try SheetShape.format(names, cells: best.cells), separator: best.separator)
    if format == .own { decimalMark = SheetShape.decimalMark(Array(text), separator, header: best.cells) }
  }

  private init(format: SheetFormat, separator: UInt8) {
    self.format = format
    self.separator = separator
  }

  /// Rows that are looked at for the decimal mark.
  private static let sample = 1000

  /// What the prices of the first rows tell. A last row that is cut off does no harm.
  private static func decimalMark(_ start: [UInt8], _ separator: UInt8, header: [String]) -> DecimalMark {
    let columns = header.indices.filter { place in
      OwnColumn(folded: SheetColumns.folded(header[place])).map { $0 == .price || $0 == .breaks } ?? false
    }
    var reader = RecordReader(MemoryFeed(start), separator: separator)
    var cells: [String] = []
    for _ in 0..<sample {
      guard (try? reader.next()) == true else { break }
      for column in columns where column < reader.count {
        // `1:0,35 100:0,21` has its prices behind colons.
        cells += reader.text(column).split { $0 == ":" || $0 == " " || $0 == ";" }.map {
          String($0.drop { !("0"..."9").contains($0) })
        }
      }
    }
    return DecimalMark(of: cells)
  }

  private static func format(_ names: Set<String>, cells: [String]) throws(SheetError) -> SheetFormat {
    if names.isSuperset(of: PartListColumns.all) { return .partList }
    if names.contains("lcsc part number") {
      if names.contains("unit price(usd)") { return .lcscSecond }
      if names.contains("unit price($)") { return .lcscFirst }
      throw .unknownHeader(found: cells, missing: ["Unit Price($)"])
    }
    let own = Set(names.compactMap { OwnColumn(folded: $0) })
    var missing: [String] = []
    if own.isDisjoint(with: [.mpn, .lcsc]) { missing.append("mpn") }
    if own.isDisjoint(with: [.breaks, .price]) { missing.append("breaks") }
    guard missing.isEmpty else { throw .unknownHeader(found: cells, missing: missing) }
    return .own
  }
}

/// The columns of our own sheets, each under an English and a Chinese name, some under those of sellers.
enum OwnColumn: String, CaseIterable, Hashable {
  case mpn, maker, lcsc, market, stall, condition, breaks, quantity, price, per, minimum, multiple, packing, stock,
    currency
  case tax
  case runner = "runner_min"
  case dateCode = "date_code"
  case seen, basis, expires, source

  private var chinese: String {
    switch self {
    case .mpn: "型号"
    case .maker: "品牌"
    case .lcsc: "商品编号"
    case .market: "市场"
    case .stall: "档口"
    case .condition: "成色"
    case .breaks: "阶梯价"
    case .quantity: "数量"
    case .price: "单价"
    case .per: "每"
    case .minimum: "起订量"
    case .multiple: "倍数"
    case .packing: "包装"
    case .stock: "库存"
    case .currency: "币种"
    case .tax: "含税"
    case .runner: "调货分钟"
    case .dateCode: "批号"
    case .seen: "日期"
    case .basis: "依据"
    case .expires: "有效期"
    case .source: "来源"
    }
  }

  /// Further names that sellers give a column; one that is passed over would let a plan buy fewer than the seller sells.
  private static let others: [String: OwnColumn] = [
    "moq": .minimum, "min qty": .minimum, "min. qty": .minimum, "minimum order": .minimum,
    "minimum order quantity": .minimum, "min order qty": .minimum, "最小起订量": .minimum, "最低起订量": .minimum, "起订": .minimum,
    "packaging": .packing, "包装方式": .packing,
    "date code": .dateCode, "datecode": .dateCode, "d/c": .dateCode, "dc": .dateCode, "批次": .dateCode,
    "生产批号": .dateCode,
  ]

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { [($0.rawValue, $0), ($0.chinese, $0)] } + others.map { ($0.key, $0.value) }
  )

  init?(folded name: String) {
    guard let column = OwnColumn.byName[name] else { return nil }
    self = column
  }
}

/// Names of columns, as they are compared.
enum SheetColumns {
  /// Without blanks at the ends, in small letters.
  static func folded(_ name: String) -> String {
    let trimmed = name.drop(while: \.isWhitespace)
    return String(trimmed.reversed().drop(while: \.isWhitespace).reversed()).lowercased()
  }
}
