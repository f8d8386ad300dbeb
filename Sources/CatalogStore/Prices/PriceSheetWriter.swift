internal import Base
internal import Electronics
internal import GRDB
internal import Market
internal import Platform
internal import PriceSheets

/// Writes the rows of a sheet, each held against the catalog first, inside the caller's transaction.
final class PriceSheetWriter {
  private(set) var oddities: [SheetOddity: Int] = [:]
  private(set) var faultCount = 0
  /// The first faults, at most twenty.
  private(set) var faults: [RowFault] = []
  /// Shops that no market has yet.
  private(set) var newShops: [PlaceID] = []
  private var hash = ContentHash()
  private let database: Database
  private let market: String
  private let rates: [ExchangeRate]
  private var resolver: PartResolver
  private let places: StallPlaces
  /// What prices are turned into yuan by, to hold them against the limits; a sheet's own rates first.
  private let knownRates: [String: ExchangeRate]
  private let staged: TableWriter
  private let termsTable: TableWriter
  private let shopTable: TableWriter
  private var terms: [Terms: Int64] = [:]
  /// Of each number of `terms`, from 1.
  private var money: [PriceMoney] = []
  private var lastTerms: (terms: Terms, number: Int64)?
  private var shops: Set<[String]> = []
  private var prices = 0

  private struct Terms: Hashable {
    var market: String
    var stall: String
    var currency: String
    var taxIncluded: Bool
    var seen: String
    var basis: PriceBasis
    var expires: String?
    var source: String
  }

  init(_ database: Database, market: String, rates: [ExchangeRate], catalog: Catalog, sellers: Set<PlaceID>) throws {
    self.database = database
    self.market = market
    self.rates = rates
    resolver = try PartResolver(catalog)
    places = try StallPlaces(catalog, sellers: sellers)
    knownRates = try catalog.rates().merging(
      rates.map { ($0.currency, $0) } + [("CNY", ExchangeRate.yuan)], uniquingKeysWith: { $1 })
    staged = try TableWriter(
      database, "temp.row",
      """
      mpn, maker, market, stall, condition, date_code, seen, line, one_break, breaks, minimum, multiple, packing, stock,
      runner_minutes, terms
      """)
    termsTable = try TableWriter(
      database, "terms", "number, market, stall, currency, tax_included, seen, basis, expires, source")
    shopTable = try TableWriter(database, "shop", "market, id")
    let rateTable = try TableWriter(database, "rate", "currency, micro_yuan, date, source")
    for rate in rates {
      try rateTable.insert(
        [.text(rate.currency), .integer(rate.microYuan), .text(rate.date), .text(rate.source)], into: &hash)
    }
  }

  var digest: String { hash.hexadecimal }

  /// Stock where a sheet does not say.
  static let enough = 1_000_000_000

  func write(_ row: SheetRow) throws {
    guard let place = try place(of: row), let part = try part(of: row) else { return }
    guard let rate = knownRates[row.currency] else {
      refuse(
        row, "currency", row.currency, "a currency with a rate in Catalog/rates.csv, or `--rate \(row.currency)=…`")
      return
    }
    // Of prices above nothing only the dearest can be out of range.
    if let dearest = row.breaks.map(\.price).max(), case let price = rate.yuan(ofMillionths: dearest),
      !Limits.unitPrice.contains(price)
    {
      refuse(row, "price", "\(price)", "a price \(Limits.unitPrice.words)")
      return
    }
    try staged.insert([
      .text(part.mpn), .text(part.maker), .text(place), .text(row.stall),
      .integer(StoredValues.number(row.condition)), .text(row.dateCode ?? ""), .text(row.seen), .integer(row.line),
      .flag(row.isOneBreak),
      .text(StoredValues.text(row.breaks.map { .init(from: $0.from, unitPrice: Money(microYuan: $0.price)) })),
      .integer(row.minimum), .integer(row.multiple), .text(row.packing?.rawValue ?? ""),
      .integer(row.stock ?? Self.enough), .integer(row.runnerMinutes), .integer(try number(of: row, market: place)),
    ])
  }

  private func refuse(_ row: SheetRow, _ column: String, _ value: String, _ expected: String) {
    faultCount += 1
    if faults.count < 20 {
      faults.append(RowFault(line: row.line, column: column, value: value, expected: expected))
    }
  }

  /// The market of a row whose stall may stand there; nil, and a fault, where it may not.
  private func place(of row: SheetRow) throws -> String? {
    let market = row.market.isEmpty ? self.market : row.market
    switch try places.stall(PlaceID(row.stall), market: market) {
    case .known: break
    case .newShop:
      if shops.insert([market, row.stall]).inserted {
        newShops.append(PlaceID(row.stall))
        try shopTable.insert([.text(market), .text(row.stall)], into: &hash)
      }
    case .noMarket(let markets):
      refuse(row, "market", market, "one of " + markets.map { "`\($0)`" }.joined(separator: ", "))
      return nil
    case .unknown(let near):
      let advice = near.map { "a stall of `\(market)`, perhaps `\($0)`" } ?? "a stall of `\(market)`"
      refuse(row, "stall", row.stall, "\(advice); a new one stands in Catalog/markets/\(market)/stalls.csv first")
      return nil
    }
    return market
  }

  private func part(of row: SheetRow) throws -> PartID? {
    switch try resolver.part(maker: row.maker, mpn: row.mpn, orderNumber: row.orderNumber) {
    case .known(let id, let isRenamed):
      if isRenamed { oddities[.foundByOrderNumber, default: 0] += 1 }
      if row.maker.isEmpty, !isRenamed { oddities[.noMaker, default: 0] += 1 }
      return id
    case .unknown(let id):
      if try !resolver.isListed(id) { oddities[.unknownPart, default: 0] += 1 }
      return id
    case .ambiguous(let makers):
      refuse(row, "maker", row.maker, "one of " + makers.map { "`\($0)`" }.joined(separator: ", "))
      return nil
    case .nothing:
      refuse(row, "lcsc", row.orderNumber, "an order number of the catalog or an imported list, or `mpn` beside it")
      return nil
    }
  }

  private func number(of row: SheetRow, market: String) throws -> Int64 {
    let key = Terms(
      market: market, stall: row.stall, currency: row.currency, taxIncluded: row.taxIncluded, seen: row.seen,
      basis: row.basis, expires: row.expires, source: row.source)
    if let lastTerms, lastTerms.terms == key { return lastTerms.number }
    if let number = terms[key] {
      lastTerms = (key, number)
      return number
    }
    let number = Int64(terms.count + 1)
    terms[key] = number
    money.append(PriceMoney(currency: key.currency, taxIncluded: key.taxIncluded))
    try termsTable.insert(
      [
        .integer(number), .text(key.market), .text(key.stall), .text(key.currency), .flag(key.taxIncluded),
        .text(key.seen), .text(key.basis.rawValue), .optional(key.expires), .text(key.source),
      ], into: &hash)
    return number
  }

  /// Keeps the newest prices of each stall, part, condition, packing and date code; see `PriceGroup`.
  func finish(_ onProgress: (Double) throws -> Void) throws {
    let table = try TableWriter(
      database, "price",
      "mpn, maker, market, stall, condition, date_code, breaks, minimum, multiple, packing, stock, runner_minutes, terms"
    )
    let total = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM temp.row") ?? 0
    let statement = try database.makeStatement(
      sql: """
        SELECT mpn, maker, market, stall, condition, breaks, minimum, multiple, packing, stock, runner_minutes, terms, seen,
          one_break, date_code
        FROM temp.row ORDER BY mpn, maker, market, stall, condition, multiple, packing, date_code, seen, line
        """)
    var group = PriceGroup()
    // Whether another packing of the same stall, part and condition was before the group.
    var followsPacking = false
    var count = 0
    func flush() throws {
      guard let merged = try group.merged() else { return }
      for oddity in merged.oddities { oddities[oddity, default: 0] += 1 }
      if merged.passedOver > 0 { oddities[.repeatedOffer, default: 0] += merged.passedOver }
      let others = merged.prices.count - (followsPacking ? 0 : 1)
      if others > 0 { oddities[.secondPacking, default: 0] += others }
      for fields in merged.prices { try table.insert(fields, into: &hash) }
      prices += merged.prices.count
    }
    try RawRows.forEach(statement, database) { raw in
      let row = StagedPrice(raw, money: money)
      if !group.takes(row) {
        try flush()
        followsPacking = group.isOfferBeside(row)
        group = PriceGroup()
      }
      try group.add(row)
      count += 1
      if count & 0xFFF == 0 { try onProgress(Double(count) / Double(max(1, total))) }
    }
    try flush()
  }

  /// The sheet's facts with what its rows tell.
  func filled(_ facts: PriceSheet.Facts, rows: Int) -> PriceSheet.Facts {
    var facts = facts
    let seen = terms.keys.map(\.seen).sorted()
    let expiries = terms.keys.compactMap(\.expires).sorted()
    facts.rows = rows
    facts.prices = prices
    (facts.oldest, facts.newest) = (seen.first ?? "", seen.last ?? "")
    (facts.firstExpiry, facts.lastExpiry) = (expiries.first, expiries.last)
    facts.currencies = Set(terms.keys.map(\.currency)).sorted()
    facts.stalls = Set(terms.keys.map(\.stall)).sorted().prefix(100).map(PlaceID.init(_:))
    return facts
  }
}
