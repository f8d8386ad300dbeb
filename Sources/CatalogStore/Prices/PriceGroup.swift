internal import Base
internal import GRDB
internal import Market
internal import PriceSheets

/// The rows of a sheet for one stall, part and condition, as they come in the order of day and line.
struct PriceGroup {
  private struct Entry {
    var row: Row
    var isOneBreak: Bool
    var breaks: [PriceBreak]
    var minimum: Int { row["minimum"] }
    var multiple: Int { row["multiple"] }

    /// Whether amounts of both rows may stand in one price: of one currency, and both with tax or both without.
    func isInMoney(of other: Row) -> Bool {
      row["currency"] as String == other["currency"] && row["tax_included"] as Bool == other["tax_included"]
    }
  }

  /// One price out of the rows.
  struct Merged {
    /// In the order of the table `price`.
    var fields: [StoredField]
    /// Rows that an other one replaces.
    var passedOver: Int
    var oddities: Set<SheetOddity>
  }

  private var key: [DatabaseValue] = []
  private var seen = ""
  private var newest: [Entry] = []
  private var count = 0
  /// Rows that were other packings of the part.
  private var packings = 0

  private static let keyCount = 5

  func takes(_ row: Row) -> Bool { count == 0 || PriceGroup.key(of: row) == key }

  private static func key(of row: Row) -> [DatabaseValue] { (0..<keyCount).map { row[$0] as DatabaseValue } }

  /// Takes a row, which is not older than those before it.
  mutating func add(_ row: Row) throws {
    if count == 0 { key = PriceGroup.key(of: row) }
    let day: String = row["seen"]
    if day != seen {
      newest = []
      packings = 0
      seen = day
    }
    count += 1
    let entry = Entry(
      row: row.copy(), isOneBreak: row["one_break"], breaks: try StoredValues.breaks(row["breaks"]))
    if let first = newest.first, !entry.isOneBreak, !first.isOneBreak, first.isInMoney(of: row),
      first.minimum != entry.minimum
    {
      join(entry)
      return
    }
    // A whole price replaces what stands before it; a break joins breaks in its own money, and replaces one of its own
    // quantity.
    if !entry.isOneBreak || newest.last?.isOneBreak == false || newest.last.map({ !$0.isInMoney(of: row) }) ?? false {
      newest = []
    }
    newest.removeAll { $0.isOneBreak && $0.breaks.first?.from == entry.breaks.first?.from }
    newest.append(entry)
  }

  /// Puts two packings of one part into one price: the one that is sold in smaller numbers stands, and the other's breaks from
  /// their own least quantity on where whoever buys so many may buy any number that the first allows.
  private mutating func join(_ entry: Entry) {
    packings += 1
    let packs = (newest + [entry]).sorted { $0.minimum < $1.minimum }
    newest = [packs[0]]
    newest += packs.dropFirst().filter { packs[0].multiple.isMultiple(of: $0.multiple) }.map { pack in
      var pack = pack
      pack.breaks = pack.breaks.map { PriceBreak(from: max($0.from, pack.minimum), unitPrice: $0.unitPrice) }
      return pack
    }
    for (place, pack) in newest.enumerated().dropFirst() {
      for earlier in 0..<place { newest[earlier].breaks.removeAll { $0.from >= pack.minimum } }
    }
    newest.removeAll { $0.breaks.isEmpty }
  }

  /// Nil where no row was added.
  func merged() throws -> Merged? {
    guard let last = packings > 0 ? newest.first : newest.last else { return nil }
    let written = newest.flatMap(\.breaks).sorted { $0.from < $1.from }
    let reading = BreakText.normalized(written.map { ListedBreak(from: $0.from, price: $0.unitPrice.microYuan) })
    var oddities: Set<SheetOddity> = []
    if newest.count > 1, reading.hasRepeatedPrice { oddities.insert(.repeatedPrice) }
    if newest.count > 1, reading.hasRisingPrice { oddities.insert(.risingPrice) }
    if packings > 0 { oddities.insert(.secondPacking) }
    let breaks = reading.breaks.map { PriceBreak(from: $0.from, unitPrice: Money(microYuan: $0.price)) }
    let least = newest.map { $0.row["minimum"] as Int }.min() ?? 1
    let fields: [StoredField] =
      [
        .text(last.row["mpn"]), .text(last.row["maker"]), .text(last.row["market"]), .text(last.row["stall"]),
        .integer(last.row["condition"] as Int64), .text(StoredValues.text(breaks)), .integer(least),
      ]
      + ["multiple", "stock", "runner_minutes", "terms"].map { .integer(last.row[$0] as Int64) }
    return Merged(fields: fields, passedOver: max(0, count - newest.count - packings), oddities: oddities)
  }
}
