internal import Base
internal import Electronics
internal import Market

/// A row that cannot be used.
struct UnusableRow: Error {
  var fault: RowFault
}

/// Cells of one row by the columns of our own sheets, and how they are read. Text in JSON comes as cells as well.
struct SheetCells {
  var line: Int
  /// Blank cells are absent.
  var cells: [OwnColumn: String]
  /// Breaks that came as data; nil where they are a text of `cells`.
  var breaks: [ListedBreak]?
  /// The sign of the decimal point in the sheet.
  var decimalMark = DecimalMark.point

  func unusable(_ column: OwnColumn, _ expected: String) -> UnusableRow {
    UnusableRow(
      fault: RowFault(line: line, column: column.rawValue, value: cells[column] ?? "", expected: expected))
  }

  /// The row, what it leaves open filled from `defaults`.
  func row(_ defaults: SheetDefaults) throws(UnusableRow) -> SheetRow {
    for (column, text) in cells where text.unicodeScalars.contains("\u{FFFD}") {
      throw unusable(column, "text in UTF-8")
    }
    let orderNumber = cells[.lcsc] ?? ""
    let mpn = cells[.mpn] ?? ""
    if mpn.isEmpty, orderNumber.isEmpty { throw unusable(.mpn, "a maker's part number, or an order number in `lcsc`") }
    guard let stall = cells[.stall] ?? defaults.stall else {
      throw unusable(.stall, "a stall's id, here or with `--stall`")
    }
    var oddities: Set<SheetOddity> = []
    var (currency, breaks) = try prices(&oddities)
    currency = try self.currency(written: currency, defaults)
    let packing = cells[.packing].flatMap { Packing(written: $0) }
    var multiple = try count(.multiple, absent: 1, least: 1)
    // Without a least quantity of its own, a row that is sold in reels is sold from a reel on.
    var minimum = try count(.minimum, absent: multiple, least: 1)
    if let first = breaks.first, first.from > minimum {
      // One break of several says nothing of the least quantity.
      if cells[.minimum] != nil, cells[.quantity] == nil { oddities.insert(.raisedMinimum) }
      minimum = first.from
    }
    // A reel is sold whole: its least quantity is what it has.
    if packing == .reel, cells[.multiple] == nil {
      guard minimum > 1 else {
        throw unusable(
          .packing, "the pieces of a reel in `multiple` or `minimum`, or `Cut Tape` where single pieces are sold")
      }
      multiple = minimum
    }
    let stock = try cells[.stock].map { _ throws(UnusableRow) in try count(.stock, absent: 0, least: 0) }
    if stock == nil { oddities.insert(.noStock) }
    if stock == 0 { oddities.insert(.soldOut) }
    let tax = try taxIncluded() ?? defaults.taxIncluded
    if tax == nil { oddities.insert(.noTax) }
    let seen = try date(.seen) ?? defaults.seen
    guard let seen else { throw unusable(.seen, "a date such as 2026-11-20, here or with `--date`") }
    let expires = try date(.expires) ?? defaults.expires
    if let expires, expires < seen { throw unusable(.expires, "a date from \(seen) on, the day of the price") }
    let runner = try count(.runner, absent: 0, least: 0)
    if !Limits.runnerMinutes.contains(runner) { throw unusable(.runner, "minutes \(Limits.runnerMinutes.words)") }
    return SheetRow(
      line: line, orderNumber: orderNumber, maker: cells[.maker] ?? "", mpn: mpn, market: cells[.market] ?? "",
      stall: stall, condition: try condition(defaults), breaks: breaks, isOneBreak: cells[.quantity] != nil,
      minimum: minimum, multiple: multiple, packing: packing, stock: stock, currency: currency,
      taxIncluded: tax ?? false, runnerMinutes: runner, dateCode: try dateCode(), seen: seen,
      basis: try basis() ?? defaults.basis ?? .seen,
      expires: expires, source: cells[.source] ?? defaults.source, oddities: oddities)
  }

  /// The breaks, and the currency that their text names.
  private func prices(_ oddities: inout Set<SheetOddity>) throws(UnusableRow) -> (String, [ListedBreak]) {
    if cells[.price] != nil, cells[.breaks] != nil || breaks != nil {
      throw unusable(.price, "either `price` or `breaks`, not both")
    }
    var written = breaks ?? []
    var currency = ""
    if let text = cells[.price] {
      guard let price = SheetPrice(text, decimalMark), price.millionths > 0 else {
        let isOpen = text.contains(",") && (decimalMark == .unknown || decimalMark == .mixed)
        throw unusable(
          .price, isOpen ? "a positive price that can be read in one way only: `1250` or `1.25`" : "a positive price")
      }
      currency = price.currency
      // A price for so many pieces, rounded half up to a millionth.
      let per = Int64(try count(.per, absent: 1, least: 1))
      let each = (price.millionths + per / 2) / per
      guard each > 0 else { throw unusable(.price, "a price that is positive for one piece") }
      written = [ListedBreak(from: try count(.quantity, absent: 1, least: 1), price: each)]
    } else if let text = cells[.breaks] {
      guard let reading = SheetPrice.breaks(text, decimalMark) else {
        throw unusable(.breaks, "breaks such as `1:0.35 100:0.21` or `1-99:0.35;100-:0.21`, prices positive")
      }
      written = reading
    }
    guard !written.isEmpty else { throw unusable(.breaks, "a price, in `breaks` or in `price`") }
    let column: OwnColumn = cells[.price] == nil ? .breaks : .price
    for entry in written where !Limits.foreignPrice.contains(Money(microYuan: entry.price)) {
      throw unusable(column, "prices from 0 to \(Limits.foreignPrice.upperBound.decimal)")
    }
    for entry in written where !Limits.pieces.contains(entry.from) {
      throw unusable(column, "quantities \(Limits.pieces.words)")
    }
    for (lower, upper) in zip(written, written.dropFirst()) where upper.from <= lower.from {
      throw unusable(.breaks, "quantities that rise from break to break")
    }
    let reading = BreakText.normalized(written)
    if reading.hasRepeatedPrice { oddities.insert(.repeatedPrice) }
    if reading.hasRisingPrice { oddities.insert(.risingPrice) }
    return (currency, reading.breaks)
  }

  private func currency(written: String, _ defaults: SheetDefaults) throws(UnusableRow) -> String {
    var stated = cells[.currency]?.uppercased()
    if stated == "RMB" { stated = "CNY" }
    if let stated, stated.utf8.count != 3 || !stated.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
      throw unusable(.currency, "three letters such as `CNY` or `USD`")
    }
    if let stated, !written.isEmpty, stated != written {
      throw unusable(.currency, "`\(written)`, the currency of the price beside it")
    }
    return stated ?? (written.isEmpty ? defaults.currency ?? "CNY" : written)
  }

  private func count(_ column: OwnColumn, absent: Int, least: Int) throws(UnusableRow) -> Int {
    guard let text = cells[column] else { return absent }
    let range = least...Limits.pieces.upperBound
    guard let number = decimalMark.whole(text), range.contains(number) else {
      throw unusable(column, "a whole number \(range.words)")
    }
    return number
  }

  private func date(_ column: OwnColumn) throws(UnusableRow) -> String? {
    guard let text = cells[column] else { return nil }
    guard LocalDate(text) != nil else { throw unusable(column, "a date such as 2026-11-20") }
    return text
  }

  private func condition(_ defaults: SheetDefaults) throws(UnusableRow) -> Condition {
    guard let text = cells[.condition] else {
      guard let condition = defaults.condition else {
        throw unusable(.condition, "a condition of goods, here or with `--condition`")
      }
      return condition
    }
    if let known = Condition(rawValue: text.lowercased()) ?? SheetCells.chineseConditions[text] { return known }
    throw unusable(.condition, "one of " + Condition.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))
  }

  private static let chineseConditions: [String: Condition] = [
    "原装": .original, "散新": .looseNew, "国产": .domestic, "翻新": .refurbished, "拆机": .pulled, "高仿": .clone,
  ]

  private func taxIncluded() throws(UnusableRow) -> Bool? {
    switch cells[.tax]?.lowercased() {
    case nil: return nil
    case "included", "含税", "是": return true
    case "excluded", "不含税", "未税", "否": return false
    default: throw unusable(.tax, "`included` or `excluded`")
    }
  }

  /// The seller's words, whatever they say of the age; `-` stands for nothing.
  private func dateCode() throws(UnusableRow) -> String? {
    guard let text = cells[.dateCode], text != "-" else { return nil }
    let isText = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isText, Limits.dateCodeLength.contains(text.count) else {
      throw unusable(
        .dateCode, "a date code of at most \(Limits.dateCodeLength.upperBound) signs such as `2338`, year and week")
    }
    return text
  }

  private func basis() throws(UnusableRow) -> PriceBasis? {
    guard let text = cells[.basis] else { return nil }
    let chinese: [String: PriceBasis] = ["见到": .seen, "报价": .quoted, "已付": .paid]
    if let known = PriceBasis(rawValue: text.lowercased()) ?? chinese[text] { return known }
    throw unusable(.basis, "one of `seen`, `quoted`, `paid`")
  }
}

/// A price as sheets write it: `0.35`, `$0.0011`, `¥1.20`, `US$3`, `0.05 €`, `0.35 RMB`.
struct SheetPrice {
  /// Millionths of the currency.
  var millionths: Int64
  /// Empty where no sign is written.
  var currency: String

  init?(_ text: String, _ mark: DecimalMark = .point) {
    var digits = SheetPrice.trimmed(text[...])
    currency = ""
    // `0,05 €` has its sign behind the number.
    for (sign, name) in SheetPrice.signs {
      if digits.uppercased().hasPrefix(sign) {
        digits = digits.dropFirst(sign.count)
      } else if digits.uppercased().hasSuffix(sign) {
        digits = digits.dropLast(sign.count)
      } else {
        continue
      }
      currency = name
      break
    }
    // Behind letters a number would be part of a name.
    guard let number = mark.normalized(String(SheetPrice.trimmed(digits))), let value = BreakText.price(number) else {
      return nil
    }
    millionths = value
  }

  /// Signs and codes of currencies, longer ones before those that they hold.
  private static let signs = [
    ("US$", "USD"), ("HK$", "HKD"), ("NT$", "TWD"), ("$", "USD"), ("¥", "CNY"), ("￥", "CNY"), ("€", "EUR"),
    ("£", "GBP"),
    ("元", "CNY"), ("RMB", "CNY"), ("CNY", "CNY"), ("USD", "USD"), ("EUR", "EUR"), ("GBP", "GBP"), ("HKD", "HKD"),
  ]

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    return start.dropLast(start.reversed().prefix(while: \.isWhitespace).count)
  }

  /// `1:0.35 100:0.21` (blanks, `;` or `,` between), or bands as lists write them (`1-99:0.35;100-:0.21`).
  static func breaks(_ text: String, _ mark: DecimalMark = .point) -> [ListedBreak]? {
    guard mark != .comma else { return breaks(withCommas: text) }
    if text.contains("-") { return BreakText.bands(text) }
    var breaks: [ListedBreak] = []
    for pair in text.split(whereSeparator: { $0 == " " || $0 == ";" || $0 == "," }) {
      let halves = pair.split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2, let from = Int(halves[0]), from > 0, let price = BreakText.price(halves[1]), price > 0
      else { return nil }
      breaks.append(ListedBreak(from: from, price: price))
    }
    return breaks.isEmpty ? nil : breaks
  }

  /// Breaks of a sheet whose decimal mark is a comma, with blanks or `;` between them.
  private static func breaks(withCommas text: String) -> [ListedBreak]? {
    let pairs = text.split { $0 == " " || $0 == ";" }.map { pair in
      pair.split(separator: ":", maxSplits: 1).map { DecimalMark.comma.normalized(String($0)) ?? "" }.joined(
        separator: ":")
    }
    return breaks(pairs.joined(separator: ";"), .point)
  }
}
