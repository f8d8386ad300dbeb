internal import Base
internal import CatalogText
internal import Electronics
internal import GRDB
internal import Market

/// Writes the stalls and offers of one market.
final class TradeWriter {
  private(set) var offers = 0
  private(set) var sampleOffers = 0
  private let writer: CatalogWriter
  private let market: Int64
  private let stallTable: TableWriter
  private let originTable: TableWriter
  private let offerTable: TableWriter
  private var stallNumbers: [PlaceID: Int64] = [:]
  private var origins: [Origin: Int64]
  /// Keys of offers that are no sample; a sample's own are distinct by construction and stay out of memory.
  private var taken: Set<OfferKey> = []

  private struct Origin: Hashable {
    var seen: String
    var source: String
  }

  private struct OfferKey: Hashable {
    var stall: PlaceID
    var part: PartID
    var condition: Condition
  }

  init(_ writer: CatalogWriter, market: Int64) throws {
    self.writer = writer
    self.market = market
    let database = writer.database
    stallTable = try TableWriter(
      database, "stall",
      """
      number, market, id, english, chinese, building, floor, east, north, counter, opening, setup_seconds,
      line_seconds, invoice, invoice_per_mille, risk_per_mille, shipping, shipping_days, source
      """)
    originTable = try TableWriter(database, "origin", "number, seen, source, sample")
    offerTable = try TableWriter(
      database, "offer",
      """
      market, part, stall, condition, breaks, minimum, multiple, stock, tax_included, runner_minutes, origin, id
      """)
    origins = [:]
    for row in try Row.fetchAll(database, sql: "SELECT seen, source, number FROM origin") {
      origins[Origin(seen: row[0], source: row[1])] = row[2]
    }
  }

  var stalls: Int { stallNumbers.count }

  func hasStall(_ id: PlaceID) -> Bool { stallNumbers[id] != nil }

  /// Whether an offer that is no sample has the same stall, part and condition.
  func isTaken(by offer: Offer) -> Bool {
    !taken.isEmpty && taken.contains(OfferKey(stall: offer.stall, part: offer.part, condition: offer.condition))
  }

  func write(_ stall: Stall) throws {
    let number = writer.nextStallNumber()
    stallNumbers[stall.id] = number
    try writer.row(
      stallTable,
      [
        .integer(number), .integer(market), .text(stall.id.text), .text(stall.english), .text(stall.chinese),
        .optional(stall.position?.building), .optional(stall.position?.floor), .optional(stall.position?.east),
        .optional(stall.position?.north), .text(stall.counter), .integer(try writer.number(of: stall.hours)),
        .integer(stall.setupSeconds), .integer(stall.lineSeconds), .flag(stall.givesInvoice),
        .integer(stall.invoicePerMille), .integer(stall.riskPerMille), .integer(stall.shipping.microYuan),
        .integer(stall.shippingDays), .text(stall.source),
      ])
  }

  /// Throws `CatalogError.inconsistent` for an offer of a part or a stall that has not been written.
  func write(_ offer: Offer) throws {
    guard let part = writer.number(of: offer.part) else {
      throw CatalogError.inconsistent(detail: "offer `\(offer.id)` is of a part that the catalog lacks")
    }
    guard let stall = stallNumbers[offer.stall] else {
      throw CatalogError.inconsistent(detail: "offer `\(offer.id)` is of a stall that the market lacks")
    }
    if !offer.isSample {
      taken.insert(OfferKey(stall: offer.stall, part: offer.part, condition: offer.condition))
    }
    let usual = Offer.id(stall: offer.stall, part: offer.part, condition: offer.condition)
    try writer.row(
      offerTable,
      [
        .integer(market), .integer(part), .integer(stall), .integer(StoredValues.number(offer.condition)),
        .text(StoredValues.text(offer.breaks)), .integer(offer.minimum), .integer(offer.multiple),
        .integer(offer.stock), .flag(offer.taxIncluded), .integer(offer.runnerMinutes),
        .integer(try number(of: Origin(seen: offer.seen, source: offer.source), isSample: offer.isSample)),
        offer.id == usual ? .null : .text(offer.id.text),
      ])
    offers += 1
    if offer.isSample { sampleOffers += 1 }
  }

  private func number(of origin: Origin, isSample: Bool) throws -> Int64 {
    if let number = origins[origin] { return number }
    let number = Int64(origins.count + 1)
    origins[origin] = number
    try writer.row(
      originTable, [.integer(number), .text(origin.seen), .text(origin.source), .flag(isSample)])
    return number
  }
}
