internal import Base
internal import CatalogText
package import Electronics
internal import GRDB
package import Market

extension Catalog {
  /// Offers of `parts` in a market, by part; parts without an offer are absent. Each part's offers are in the order of
  /// its stalls' loading, then condition, prices of sheets at stalls without another offer of the part and of part lists last.
  /// Reads the pages that hold these offers and no other.
  package func offers(
    of parts: some Sequence<PartID> & Sendable, market: String
  ) throws(CatalogError) -> [PartID: [Offer]] {
    let wanted = Set(parts)
    return try offers(ownOffers(of: wanted, market: market), withImportedOf: wanted, market: market)
  }

  /// Offers of parts at some of a market's stalls, by their own numbers, and at all stalls of price sheets; ordered as
  /// `offers(of:market:)` orders them. An index search a pair.
  package func offers(
    at pairs: [PartID: Set<Int32>], market: String
  ) throws(CatalogError) -> [PartID: [Offer]] {
    let own = try read { database -> [PartID: [Offer]] in
      guard let marketNumber = try marketNumber(market, database) else { return [:] }
      let numbers = try database.cachedStatement(sql: "SELECT number FROM part WHERE mpn = ? AND maker = ?")
      let reader = try OfferReader(
        database, columns: "offer.market = ? AND offer.part = ? AND offer.stall = ?\(sampleCondition)")
      var offers: [PartID: [Offer]] = [:]
      for (id, stalls) in pairs {
        guard let number = try Int64.fetchOne(numbers, arguments: [id.mpn, id.maker]) else { continue }
        for stall in stalls.sorted() {
          let found = try reader.offers(of: id, [marketNumber, number, stall])
          if !found.isEmpty { offers[id, default: []] += found }
        }
      }
      return offers
    }
    return try offers(own, withImportedOf: Set(pairs.keys), market: market)
  }

  private func ownOffers(of wanted: Set<PartID>, market: String) throws(CatalogError) -> [PartID: [Offer]] {
    try read { database in
      guard let marketNumber = try marketNumber(market, database) else { return [:] }
      let numbers = try database.cachedStatement(sql: "SELECT number FROM part WHERE mpn = ? AND maker = ?")
      let reader = try OfferReader(database, columns: "offer.market = ? AND offer.part = ?\(sampleCondition)")
      var offers: [PartID: [Offer]] = [:]
      for id in wanted {
        guard let number = try Int64.fetchOne(numbers, arguments: [id.mpn, id.maker]) else { continue }
        let found = try reader.offers(of: id, [marketNumber, number])
        if !found.isEmpty { offers[id] = found }
      }
      return offers
    }
  }

  /// What policies ask of an offer.
  package struct Terms: Sendable {
    package var stall: PlaceID
    package var condition: Condition
    package var givesInvoice: Bool
    package var stock: Int
    /// In the seller's words; nil where nothing is said.
    package var dateCode: String?
    /// Whether a generator made the offer.
    package var isSample: Bool
  }

  /// What policies ask of the offers of a part in a market.
  package func terms(of part: PartID, market: String) throws(CatalogError) -> [Terms] {
    guard try !hasImportedOffers(market: market) else {
      let offers = try offers(of: [part], market: market)[part] ?? []
      let stalls = try stalls(offers.map(\.stall), market: market)
      return offers.map {
        Terms(
          stall: $0.stall, condition: $0.condition, givesInvoice: stalls[$0.stall]?.givesInvoice ?? false,
          stock: $0.stock, dateCode: $0.dateCode, isSample: $0.isSample)
      }
    }
    return try read { database in
      let sql = """
        SELECT stall.id, condition, invoice, stock, origin.sample FROM offer
          CROSS JOIN stall ON stall.number = offer.stall CROSS JOIN origin ON origin.number = offer.origin
        WHERE offer.market = (SELECT number FROM market WHERE id = ?)
          AND offer.part = (SELECT number FROM part WHERE mpn = ? AND maker = ?)\(sampleCondition)
        """
      let statement = try database.cachedStatement(sql: sql)
      try statement.setArguments([market, part.mpn, part.maker])
      var terms: [Terms] = []
      // A large market has thousands of offers of a part: read without a row's value for each column.
      try RawRows.forEach(statement, database) { row in
        terms.append(
          Terms(
            stall: PlaceID(row.text(0)), condition: try StoredValues.condition(Int(row.integer(1))),
            givesInvoice: row.integer(2) != 0, stock: Int(row.integer(3)), isSample: row.integer(4) != 0))
      }
      return terms
    }
  }

  /// The stalls of those ids in a market; ids that it lacks are absent.
  package func stalls(
    _ ids: some Sequence<PlaceID> & Sendable, market: String
  ) throws(CatalogError) -> [PlaceID: Stall] {
    let wanted = Set(ids)
    let own = try ownStalls(wanted, market: market)
    var found = try shops(wanted.subtracting(own.keys), market: market).merging(own) { _, own in own }
    for (id, shop) in try shopSettings(market: market) where wanted.contains(id) {
      if let stall = found[id] {
        // What was said with a sheet goes before; a counter does not ship.
        if stall.position == nil, !stall.isImportedWithTerms { found[id] = shop.applied(to: stall) }
      } else if shop.lists != nil {
        found[id] = shop.applied(to: Stall(shop: id, source: "setting shop.\(id)"))
      }
    }
    for entry in closed.stalls where entry.market == market {
      found[entry.stall]?.closedDays = entry.seen...entry.until
    }
    return found
  }

  /// Offers with the prices of sheets, then of lists, then those that are stated, in them.
  private func offers(
    _ own: [PartID: [Offer]], withImportedOf parts: Set<PartID>, market: String
  ) throws(CatalogError) -> [PartID: [Offer]] {
    stated(try offers(offers(own, withSheetsOf: parts, market: market), withListsOf: parts, market: market))
  }

  /// Stalls without the shops of price sheets.
  func ownStalls(_ wanted: Set<PlaceID>, market: String) throws(CatalogError) -> [PlaceID: Stall] {
    try read { database in
      guard let marketNumber = try marketNumber(market, database) else { return [:] }
      var reader = try StallReader(database, condition: "stall.market = ? AND stall.id = ?")
      var stalls: [PlaceID: Stall] = [:]
      for id in wanted {
        if let stall = try reader.stalls([marketNumber, id]).first { stalls[id] = stall }
      }
      return stalls
    }
  }

  /// All stalls of a market, in the order of loading.
  package func stalls(market: String) throws(CatalogError) -> [Stall] {
    var stalls = try read { database -> [Stall] in
      guard let marketNumber = try marketNumber(market, database) else { return [] }
      var reader = try StallReader(database, condition: "stall.market = ? ORDER BY stall.number")
      return try reader.stalls([marketNumber])
    }
    for place in stalls.indices { stalls[place].closedDays = closed.days(of: stalls[place].id, market: market) }
    return stalls
  }

  /// Stall ids of a market and of shops that lists and sheets bring to it, ordered, for "did you mean": all of a small market, otherwise those that share the first
  /// three characters of `id`; at most `limit`.
  package func stallIDs(like id: PlaceID, market: String, limit: Int = 5_000) throws(CatalogError) -> [PlaceID] {
    let shops = try importedShops(market: market)
    return try read { database in
      guard let marketNumber = try marketNumber(market, database) else { return [] }
      let all = try PlaceID.fetchAll(
        database, sql: "SELECT id FROM stall WHERE market = ? ORDER BY id LIMIT ?",
        arguments: [marketNumber, limit + 1])
      if all.count <= limit { return Set(all + shops).sorted() }
      let start = String(id.text.prefix(3))
      let sql = "SELECT id FROM stall WHERE market = ?1 AND id >= ?2 AND id < ?2 || char(0x10FFFF) ORDER BY id LIMIT ?3"
      return Set(try PlaceID.fetchAll(database, sql: sql, arguments: [marketNumber, start, limit]) + shops).sorted()
    }
  }
}

func marketNumber(_ id: String, _ database: Database) throws -> Int64? {
  try Int64.fetchOne(database, sql: "SELECT number FROM market WHERE id = ?", arguments: [id])
}

/// Reads offers with one prepared statement.
private struct OfferReader {
  private let statement: Statement

  /// `columns` is the condition in SQL that the arguments of each call fill.
  init(_ database: Database, columns condition: String) throws {
    statement = try database.cachedStatement(
      sql: """
        SELECT offer.id, stall.id, condition, breaks, minimum, multiple, stock, tax_included, runner_minutes,
          origin.seen, origin.source
        FROM offer CROSS JOIN stall ON stall.number = offer.stall CROSS JOIN origin ON origin.number = offer.origin
        WHERE \(condition)
        """)
  }

  func offers(of part: PartID, _ arguments: StatementArguments) throws -> [Offer] {
    var offers: [Offer] = []
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() { offers.append(try offer(row, part)) }
    return offers
  }

  private func offer(_ row: Row, _ part: PartID) throws -> Offer {
    let stall: PlaceID = row[1]
    let condition = try StoredValues.condition(row[2])
    return Offer(
      id: row[0] ?? Offer.id(stall: stall, part: part, condition: condition), stall: stall, part: part,
      condition: condition, breaks: try StoredValues.breaks(row[3]), minimum: row[4], multiple: row[5], stock: row[6],
      taxIncluded: row[7], runnerMinutes: row[8], seen: row[9], source: row[10])
  }
}

/// Reads stalls with one prepared statement; the few different weeks of hours are decoded once.
private struct StallReader {
  private let statement: Statement
  private var weeks: [Int64: [[OpeningHours]]] = [:]

  init(_ database: Database, condition: String) throws {
    statement = try database.cachedStatement(
      sql: """
        SELECT stall.id, english, chinese, building, floor, east, north, counter, opening.number, week, setup_seconds,
          line_seconds, invoice, invoice_per_mille, risk_per_mille, shipping, shipping_days, source
        FROM stall CROSS JOIN opening ON opening.number = stall.opening
        WHERE \(condition)
        """)
  }

  mutating func stalls(_ arguments: StatementArguments) throws -> [Stall] {
    var stalls: [Stall] = []
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() {
      let opening: Int64 = row[8]
      let week = try weeks[opening] ?? StoredValues.week(row[9])
      weeks[opening] = week
      stalls.append(
        Stall(
          id: row[0], english: row[1], chinese: row[2], position: Position(row: row, from: 3), counter: row[7],
          hours: week, setupSeconds: row[10], lineSeconds: row[11], givesInvoice: row[12], invoicePerMille: row[13],
          riskPerMille: row[14], shipping: Money(microYuan: row[15]), shippingDays: row[16], source: row[17]))
    }
    return stalls
  }
}
