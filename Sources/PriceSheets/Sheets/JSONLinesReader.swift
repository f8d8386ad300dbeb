internal import Foundation

/// Reads sheets of one JSON object a line: an offer under the names of our own columns, or a part with the offers of several
/// sellers (`mpn`, `offers[]`, each with `sku`, `moq`, `in_stock_quantity` and `prices` by currency).
struct JSONLinesReader<Feed: ByteFeed> {
  private var lines: LineReader<Feed>

  init(_ feed: Feed) { lines = LineReader(feed) }

  var fraction: Double { lines.fraction }

  /// The offers of the next line, none for a part that nobody sells; nil at the end.
  mutating func next() throws(SheetError) -> [Result<SheetCells, UnusableRow>]? {
    guard let bytes = try lines.next() else { return nil }
    let line = lines.line
    guard var object = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] else {
      let text = String(decoding: bytes.prefix(60), as: UTF8.self)
      return [.failure(UnusableRow(fault: RowFault(line: line, column: "", value: text, expected: "a JSON object")))]
    }
    // An answer kept of a part that was not found.
    if object["response"] is NSNull { return [] }
    if let inner = object["response"] as? [String: Any] { object = inner }
    if let offers = object["offers"] as? [Any] { return sellers(of: object, offers, line) }
    do throws(UnusableRow) {
      return [.success(try own(object, line))]
    } catch {
      return [.failure(error)]
    }
  }

  private func own(_ object: [String: Any], _ line: Int) throws(UnusableRow) -> SheetCells {
    var cells = SheetCells(line: line, cells: [:])
    var isKnown = false
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      guard let column = OwnColumn(folded: SheetColumns.folded(key)) else { continue }
      isKnown = true
      if value is NSNull { continue }
      if column == .breaks, let list = value as? [Any] {
        guard let breaks = JSONPrices.breaks(list) else {
          throw UnusableRow(
            fault: RowFault(
              line: line, column: key, value: "\(list)", expected: "pairs such as `[[1, 0.35], [100, 0.21]]`"))
        }
        cells.breaks = breaks
      } else if let text = JSONPrices.text(value) {
        cells.cells[column] = text.isEmpty ? nil : text
      } else {
        throw UnusableRow(
          fault: RowFault(line: line, column: key, value: "\(value)", expected: "a text or a number"))
      }
    }
    if cells.cells[.price] != nil, cells.cells[.per] == nil,
      let pack = object.keys.sorted().first(where: {
        OwnColumn(folded: SheetColumns.folded($0)) == nil && PackColumns.areOpen($0)
      })
    {
      throw UnusableRow(
        fault: RowFault(line: line, column: pack, value: "\(object[pack] ?? "")", expected: PackColumns.expected))
    }
    guard isKnown else {
      let keys = object.keys.sorted().prefix(8).joined(separator: ",")
      throw UnusableRow(
        fault: RowFault(line: line, column: "", value: keys, expected: "`mpn` and `breaks`, or a part with `offers`"))
    }
    return cells
  }

  private func sellers(of part: [String: Any], _ offers: [Any], _ line: Int) -> [Result<SheetCells, UnusableRow>] {
    let id = part["mpn"] as? [String: Any]
    return offers.compactMap { item in
      guard let offer = item as? [String: Any], let prices = offer["prices"] as? [String: Any],
        let (currency, breaks) = JSONPrices.prices(prices)
      else { return nil }
      var cells = SheetCells(line: line, cells: [:], breaks: breaks)
      cells.cells[.mpn] = id?["part"] as? String
      cells.cells[.maker] = id?["manufacturer"] as? String
      cells.cells[.stall] = ((offer["sku"] as? [String: Any])?["vendor"] as? String).map { JSONPrices.stall($0) }
      cells.cells[.currency] = currency
      cells.cells[.minimum] = offer["moq"].flatMap { JSONPrices.text($0) }.flatMap { $0 == "0" ? nil : $0 }
      cells.cells[.multiple] = offer["multipack_quantity"].flatMap { JSONPrices.text($0) }
      cells.cells[.packing] = (offer["packaging"] ?? offer["packing"]) as? String
      cells.cells[.stock] = offer["in_stock_quantity"].flatMap { JSONPrices.text($0) }
      return .success(cells)
    }
  }

}

/// Values of JSON as prices.
private enum JSONPrices {
  /// Breaks in yuan where a seller has them, else in dollars, else in the first currency by name.
  static func prices(_ prices: [String: Any]) -> (String, [ListedBreak])? {
    let order = ["CNY", "USD"] + prices.keys.sorted()
    for currency in order {
      if let list = prices[currency] as? [Any], !list.isEmpty, let breaks = breaks(list) { return (currency, breaks) }
    }
    return nil
  }

  /// `Mouser Electronics` is `mouser-electronics`.
  static func stall(_ vendor: String) -> String {
    vendor.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// `[[1, 0.35], …]`, `[{"quantity": 1, "price": 0.35}, …]`.
  static func breaks(_ list: [Any]) -> [ListedBreak]? {
    var breaks: [ListedBreak] = []
    for item in list {
      let pair =
        (item as? [Any]).flatMap { $0.count == 2 ? ($0[0], $0[1]) : nil }
        ?? (item as? [String: Any]).flatMap { object in
          guard let from = object["quantity"] ?? object["from"], let price = object["price"] else { return nil }
          return (from, price)
        }
      guard let (from, price) = pair, let count = text(from).flatMap({ Int($0) }), count > 0,
        let amount = text(price).flatMap({ SheetPrice($0) }), amount.millionths > 0
      else { return nil }
      breaks.append(ListedBreak(from: count, price: amount.millionths))
    }
    return breaks
  }

  /// A text, or a number as it is written in tables; nil for anything else.
  static func text(_ value: Any) -> String? {
    if let text = value as? String { return text }
    guard let number = value as? NSNumber else { return nil }
    if let whole = Int(exactly: number.doubleValue) { return "\(whole)" }
    return String(format: "%.7f", number.doubleValue)
  }
}

/// Reads lines of text from bytes that arrive piece by piece, blank ones passed over.
private struct LineReader<Feed: ByteFeed> {
  private var feed: Feed
  private var piece: ArraySlice<UInt8> = []
  private var number = 0
  /// The line read last, from 1.
  private(set) var line = 0
  private static var limit: Int { 1 << 20 }

  init(_ feed: Feed) { self.feed = feed }

  var fraction: Double { feed.fraction }

  mutating func next() throws(SheetError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      if piece.isEmpty {
        guard let more = try feed.next() else {
          number += 1
          line = number
          return isBlank(bytes) ? nil : bytes
        }
        piece = more[...]
        if number == 0, bytes.isEmpty, piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece = piece.dropFirst(3) }
      }
      guard let end = piece.firstIndex(of: UInt8(ascii: "\n")) else {
        bytes += piece
        piece = []
        if bytes.count > LineReader.limit { throw .recordTooLong(line: number + 1, limit: LineReader.limit) }
        continue
      }
      bytes += piece[..<end]
      piece = piece[(end + 1)...]
      number += 1
      line = number
      if !isBlank(bytes) { return bytes }
      bytes = []
    }
  }

  private func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\t") }
  }
}
