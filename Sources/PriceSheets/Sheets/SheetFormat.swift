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
  }

  private init(format: SheetFormat, separator: UInt8) {
    self.format = format
    self.separator = separator
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

/// The columns of our own sheets, each under an English and a Chinese name.
enum OwnColumn: String, CaseIterable, Hashable {
  case mpn, maker, lcsc, market, stall, condition, breaks, quantity, price, minimum, multiple, stock, currency, tax
  case runner = "runner_min"
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
    case .minimum: "起订量"
    case .multiple: "倍数"
    case .stock: "库存"
    case .currency: "币种"
    case .tax: "含税"
    case .runner: "调货分钟"
    case .seen: "日期"
    case .basis: "依据"
    case .expires: "有效期"
    case .source: "来源"
    }
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { [($0.rawValue, $0), ($0.chinese, $0)] })

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
