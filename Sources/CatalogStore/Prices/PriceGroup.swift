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
  var minimum: Int64
  var multiple: Int64
  /// Empty where the sheet does not say.
  var packing: String
  var stock: Int64
  var runnerMinutes: Int64
  var terms: Int64
  var seen: String
  var isOneBreak: Bool
  /// Empty where the sheet does not say.
  var dateCode: String
  var money: PriceMoney

  /// - Parameter money: of each number of terms, from 1.
  init(_ row: RawRows, money: [PriceMoney]) {
    mpn = row.text(0)
    maker = row.text(1)
    market = row.text(2)
    stall = row.text(3)
    condition = row.integer(4)
    breaks = row.text(5)
    minimum = row.integer(6)
    multiple = row.integer(7)
    packing = row.text(8)
    stock = row.integer(9)
    runnerMinutes = row.integer(10)
    terms = row.integer(11)
    seen = row.text(12)
    isOneBreak = row.integer(13) != 0
    dateCode = row.text(14)
    self.money = money[Int(terms) - 1]
  }

  /// Whether both are of one stall, part and condition.
  func isOfferBeside(_ other: StagedPrice) -> Bool {
    mpn == other.mpn && maker == other.maker && condition == other.condition && stall == other.stall
      && market == other.market
  }

  /// Whether both are besides sold in the same multiples, packed in the same way and of one date code.
  func isSamePacking(as other: StagedPrice) -> Bool {
    multiple == other.multiple && isOfferBeside(other) && packing == other.packing && dateCode == other.dateCode
  }
}

/// The rows of a sheet for one stall, part, condition, packing (the multiple in which it is sold, and the sheet's word for it) and date
/// code, as they come in the order of day and line.
///
/// The newest day counts. Of its whole prices there is an offer for each least quantity, of one quantity the last; rows that are one
/// break each become one offer. Where both forms come on one day, or breaks in two currencies, the later one stands.
struct PriceGroup {
  /// The prices out of the rows.
  struct Merged {
    /// The fields of each, in the order of the table `price`.
    var prices: [[StoredField]]
    /// Rows that others replace.
    var passedOver: Int
    var oddities: Set<SheetOddity>
  }

  /// The row read last.
  private var last: StagedPrice?
  /// What stands of the newest day: whole prices, each of another least quantity, or breaks in one currency.
  private var newest: [StagedPrice] = []
  private var count = 0

  func takes(_ row: StagedPrice) -> Bool { last.map { $0.isSamePacking(as: row) } ?? true }

  /// Whether a row of another group is another packing, or of another date code, of the same stall, part and condition.
  func isOfferBeside(_ row: StagedPrice) -> Bool { last.map { $0.isOfferBeside(row) } ?? false }

  /// Takes a row, which is not older than those before it.
  mutating func add(_ row: StagedPrice) throws {
    if let last, row.seen != last.seen || row.isOneBreak != last.isOneBreak || row.isOneBreak && row.money != last.money
    {
      newest = []
    }
    last = row
    count += 1
    if row.isOneBreak {
      let from = try StoredValues.breaks(row.breaks).first?.from
      try newest.removeAll { try StoredValues.breaks($0.breaks).first?.from == from }
    } else {
      newest.removeAll { $0.minimum == row.minimum }
    }
    newest.append(row)
  }

  /// Nil where no row was added.
  func merged() throws -> Merged? {
    guard let last = newest.last else { return nil }
    guard last.isOneBreak, newest.count > 1 else {
      let prices = newest.sorted { $0.minimum < $1.minimum }.map { fields($0, $0.breaks, minimum: $0.minimum) }
      return Merged(prices: prices, passedOver: count - newest.count, oddities: [])
    }
    let breaks = try newest.flatMap { try StoredValues.breaks($0.breaks) }.sorted { $0.from < $1.from }
    let reading = BreakText.normalized(breaks.map { ListedBreak(from: $0.from, price: $0.unitPrice.microYuan) })
    var oddities: Set<SheetOddity> = []
    if reading.hasRepeatedPrice { oddities.insert(.repeatedPrice) }
    if reading.hasRisingPrice { oddities.insert(.risingPrice) }
    let text = StoredValues.text(
      reading.breaks.map { PriceBreak(from: $0.from, unitPrice: Money(microYuan: $0.price)) })
    let least = newest.map(\.minimum).min() ?? 1
    return Merged(
      prices: [fields(last, text, minimum: least)], passedOver: count - newest.count, oddities: oddities)
  }

  private func fields(_ row: StagedPrice, _ breaks: String, minimum: Int64) -> [StoredField] {
    [
      .text(row.mpn), .text(row.maker), .text(row.market), .text(row.stall), .integer(row.condition),
      .text(row.dateCode), .text(breaks),
      .integer(minimum), .integer(row.multiple), .text(row.packing), .integer(row.stock), .integer(row.runnerMinutes),
      .integer(row.terms),
    ]
  }
}
