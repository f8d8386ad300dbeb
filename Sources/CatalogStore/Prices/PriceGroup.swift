internal import Base
internal import Market
internal import PriceSheets

/// In which money a price is: amounts of two prices may stand in one only where it is the same.
struct PriceMoney: Hashable {
  var currency: String
  var taxIncluded: Bool
}

/// A row of a sheet as it is staged.
struct StagedPrice {
  var mpn: String
  var maker: String
  var market: String
  var stall: String
  var condition: Int64
  /// As `StoredValues` writes breaks.
  var breaks: String
  var minimum: Int
  var multiple: Int64
  var stock: Int64
  var runnerMinutes: Int64
  var terms: Int64
  var seen: String
  var isOneBreak: Bool
  var money: PriceMoney

  /// - Parameter money: of each number of terms, from 1.
  init(_ row: RawRows, money: [PriceMoney]) {
    mpn = row.text(0)
    maker = row.text(1)
    market = row.text(2)
    stall = row.text(3)
    condition = row.integer(4)
    breaks = row.text(5)
    minimum = Int(row.integer(6))
    multiple = row.integer(7)
    stock = row.integer(8)
    runnerMinutes = row.integer(9)
    terms = row.integer(10)
    seen = row.text(11)
    isOneBreak = row.integer(12) != 0
    self.money = money[Int(terms) - 1]
  }

  /// Whether both are of one stall, part and condition.
  func isSameOffer(as other: StagedPrice) -> Bool {
    mpn == other.mpn && maker == other.maker && condition == other.condition && stall == other.stall
      && market == other.market
  }
}

/// The rows of a sheet for one stall, part and condition, as they come in the order of day and line.
struct PriceGroup {
  private struct Entry {
    var row: StagedPrice
    var breaks: [PriceBreak]
    var isOneBreak: Bool { row.isOneBreak }
    var minimum: Int { row.minimum }
    var multiple: Int64 { row.multiple }
  }

  /// One price out of the rows.
  struct Merged {
    /// In the order of the table `price`.
    var fields: [StoredField]
    /// Rows that an other one replaces.
    var passedOver: Int
    var oddities: Set<SheetOddity>
  }

  /// The row read last.
  private var last: StagedPrice?
  private var newest: [Entry] = []
  private var count = 0
  /// Rows that were other packings of the part.
  private var packings = 0

  func takes(_ row: StagedPrice) -> Bool { last.map { $0.isSameOffer(as: row) } ?? true }

  /// Takes a row, which is not older than those before it.
  mutating func add(_ row: StagedPrice) throws {
    if let last, row.seen != last.seen {
      newest = []
      packings = 0
    }
    last = row
    count += 1
    let entry = Entry(row: row, breaks: try StoredValues.breaks(row.breaks))
    if let first = newest.first, !entry.isOneBreak, !first.isOneBreak, first.row.money == row.money,
      first.minimum != entry.minimum
    {
      join(entry)
      return
    }
    // A whole price replaces what stands before it; a break joins breaks in its own money, and replaces one of its own
    // quantity.
    if !entry.isOneBreak || newest.last?.isOneBreak == false || newest.last.map({ $0.row.money != row.money }) ?? false
    {
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
    var oddities: Set<SheetOddity> = []
    let isPlain = newest.count == 1 && packings == 0
    let written = isPlain ? last.breaks : newest.flatMap(\.breaks).sorted { $0.from < $1.from }
    var breaks = written
    if !zip(written, written.dropFirst()).allSatisfy({ $0.from < $1.from && $0.unitPrice > $1.unitPrice }) {
      let reading = BreakText.normalized(
        written.sorted { $0.from < $1.from }.map { ListedBreak(from: $0.from, price: $0.unitPrice.microYuan) })
      if newest.count > 1, reading.hasRepeatedPrice { oddities.insert(.repeatedPrice) }
      if newest.count > 1, reading.hasRisingPrice { oddities.insert(.risingPrice) }
      breaks = reading.breaks.map { PriceBreak(from: $0.from, unitPrice: Money(microYuan: $0.price)) }
    }
    if packings > 0 { oddities.insert(.secondPacking) }
    let row = last.row
    let text = isPlain && breaks == written ? row.breaks : StoredValues.text(breaks)
    return Merged(
      fields: [
        .text(row.mpn), .text(row.maker), .text(row.market), .text(row.stall), .integer(row.condition), .text(text),
        .integer(newest.map(\.minimum).min() ?? 1), .integer(row.multiple), .integer(row.stock),
        .integer(row.runnerMinutes), .integer(row.terms),
      ], passedOver: max(0, count - newest.count - packings), oddities: oddities)
  }
}
