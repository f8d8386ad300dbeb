internal import Base
package import Electronics
internal import GRDB
package import Market

/// Offers of some parts in a market as columns, without what only people read: a tenth of the time and room of `Offer`.
package struct OfferColumns: Sendable {
  /// Places in the list of parts that was asked for.
  package var part: [Int32] = []
  /// The market's own numbers of stalls; see `StallColumns`.
  package var stall: [Int32] = []
  package var condition: [Condition] = []
  package var minimum: [Int64] = []
  package var multiple: [Int64] = []
  package var stock: [Int64] = []
  package var taxIncluded: [Bool] = []
  /// In the sellers' words; nil where nothing is said.
  package var dateCode: [String?] = []
  /// Breaks of offer `o`: `breakStart[o]..<breakStart[o + 1]`.
  package var breakStart: [Int32] = [0]
  package var breakFrom: [Int64] = []
  /// Micro-yuan a piece.
  package var breakPrice: [Int64] = []

  package init() {}

  package var count: Int { part.count }

  /// Adds an offer that does not stand in the columns' table.
  package mutating func append(_ offer: Offer, part place: Int32, stall number: Int32) {
    part.append(place)
    stall.append(number)
    condition.append(offer.condition)
    minimum.append(Int64(offer.minimum))
    multiple.append(Int64(offer.multiple))
    stock.append(Int64(offer.stock))
    taxIncluded.append(offer.taxIncluded)
    dateCode.append(offer.dateCode)
    for entry in offer.breaks {
      breakFrom.append(Int64(entry.from))
      breakPrice.append(entry.unitPrice.microYuan)
    }
    breakStart.append(Int32(breakFrom.count))
  }
}

/// What deciding between a market's stalls needs of them, by the market's own number; zero where no stall has it.
package struct StallColumns: Sendable {
  package var building: [String] = []
  /// Weekly hours by the catalog's number of them, and each stall's number.
  package var weeks: [Int64: [[OpeningHours]]] = [:]
  package var week: [Int64] = []
  package var setupSeconds: [Int32] = []
  package var lineSeconds: [Int32] = []
  package var givesInvoice: [Bool] = []
  package var invoicePerMille: [Int32] = []
  package var riskPerMille: [Int32] = []
  /// Micro-yuan.
  package var shipping: [Int64] = []
  package var isPlaced: [Bool] = []

  /// Adds a shop of another market, which ships, and returns its number here. A delivery that may cost nothing counts as none.
  package mutating func append(_ shop: Stall) -> Int32 {
    building.append("")
    week.append(0)
    setupSeconds.append(Int32(shop.setupSeconds))
    lineSeconds.append(Int32(shop.lineSeconds))
    givesInvoice.append(shop.givesInvoice)
    invoicePerMille.append(Int32(shop.invoicePerMille))
    riskPerMille.append(Int32(shop.riskPerMille))
    shipping.append(shop.freeFrom == nil ? shop.shipping.microYuan : 0)
    isPlaced.append(false)
    return Int32(building.count - 1)
  }
}

extension Catalog {
  /// How many offers of these parts the market has, price sheets aside. An index range a part.
  package func offerCount(
    of parts: some Sequence<PartID> & Sendable, market: String
  ) throws(CatalogError) -> Int {
    let wanted = Set(parts)
    return try read { database in
      guard let market = try marketNumber(market, database) else { return 0 }
      let statement = try database.cachedStatement(
        sql: """
          SELECT COUNT(*) FROM offer
          WHERE market = ? AND part = (SELECT number FROM part WHERE mpn = ? AND maker = ?)\(sampleCondition)
          """)
      return try wanted.reduce(0) {
        try $0 + (Int.fetchOne(statement, arguments: [market, $1.mpn, $1.maker]) ?? 0)
      }
    }
  }

  /// The market's own offers of `parts`, part by part, price sheets aside.
  package func offerColumns(of parts: [PartID], market: String) throws(CatalogError) -> OfferColumns {
    try read { database in
      var columns = OfferColumns()
      guard let market = try marketNumber(market, database) else { return columns }
      let numbers = try database.cachedStatement(sql: "SELECT number FROM part WHERE mpn = ? AND maker = ?")
      let statement = try database.cachedStatement(
        sql: """
          SELECT stall, condition, minimum, multiple, stock, tax_included, breaks FROM offer
          WHERE market = ? AND part = ?\(sampleCondition)
          """)
      let conditions = try (0...Condition.allCases.count).map { try $0 == 0 ? .original : StoredValues.condition($0) }
      for (place, id) in parts.enumerated() {
        guard let number = try Int64.fetchOne(numbers, arguments: [id.mpn, id.maker]) else { continue }
        try statement.setArguments([market, number])
        try RawRows.forEach(statement, database) { row in
          columns.part.append(Int32(place))
          columns.stall.append(Int32(truncatingIfNeeded: row.integer(0)))
          let condition = Int(row.integer(1))
          guard conditions.indices.contains(condition), condition > 0 else {
            throw StoredValues.unreadable("condition", "\(condition)")
          }
          columns.condition.append(conditions[condition])
          columns.minimum.append(row.integer(2))
          columns.multiple.append(row.integer(3))
          columns.stock.append(row.integer(4))
          columns.taxIncluded.append(row.integer(5) != 0)
          columns.dateCode.append(nil)
          try columns.appendBreaks(row.bytes(6))
        }
      }
      return columns
    }
  }

  /// All stalls of a market.
  package func stallColumns(market: String) throws(CatalogError) -> StallColumns {
    try read { database in
      var columns = StallColumns()
      guard let market = try marketNumber(market, database) else { return columns }
      let most =
        try Int.fetchOne(
          database, sql: "SELECT MAX(number) FROM stall WHERE market = ?", arguments: [market]) ?? 0
      columns.makeRoom(most + 1)
      for row in try Row.fetchAll(database, sql: "SELECT number, week FROM opening") {
        columns.weeks[row[0]] = try StoredValues.week(row[1])
      }
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT number, building, opening, setup_seconds, line_seconds, invoice, invoice_per_mille, risk_per_mille,
            shipping FROM stall WHERE market = ?
          """, arguments: [market])
      while let row = try cursor.next() {
        let number: Int = row[0]
        let building: String? = row[1]
        columns.building[number] = building ?? ""
        columns.isPlaced[number] = building != nil
        columns.week[number] = row[2]
        columns.setupSeconds[number] = row[3]
        columns.lineSeconds[number] = row[4]
        columns.givesInvoice[number] = row[5]
        columns.invoicePerMille[number] = row[6]
        columns.riskPerMille[number] = row[7]
        columns.shipping[number] = row[8]
      }
      return columns
    }
  }

  /// The ids of a market's stalls by their own numbers.
  package func stallIDs(_ numbers: some Sequence<Int32> & Sendable) throws(CatalogError) -> [Int32: String] {
    let wanted = Array(numbers)
    return try read { database in
      let statement = try database.cachedStatement(sql: "SELECT id FROM stall WHERE number = ?")
      var ids: [Int32: String] = [:]
      for number in wanted { ids[number] = try String.fetchOne(statement, arguments: [number]) }
      return ids
    }
  }

  /// The number of a market's stall; nil where it has none of that id.
  package func stallNumber(_ id: PlaceID, market: String) throws(CatalogError) -> Int32? {
    try read { database in
      guard let market = try marketNumber(market, database) else { return nil }
      return try Int32.fetchOne(
        database, sql: "SELECT number FROM stall WHERE market = ? AND id = ?", arguments: [market, id])
    }
  }
}

extension StallColumns {
  fileprivate mutating func makeRoom(_ count: Int) {
    building = Array(repeating: "", count: count)
    week = Array(repeating: 0, count: count)
    setupSeconds = Array(repeating: 0, count: count)
    lineSeconds = Array(repeating: 0, count: count)
    givesInvoice = Array(repeating: false, count: count)
    invoicePerMille = Array(repeating: 0, count: count)
    riskPerMille = Array(repeating: 0, count: count)
    shipping = Array(repeating: 0, count: count)
    isPlaced = Array(repeating: false, count: count)
  }
}

extension OfferColumns {
  /// `1:350000 100:210000`, as `StoredValues` writes it.
  fileprivate mutating func appendBreaks(_ text: UnsafeBufferPointer<UInt8>) throws {
    try StoredValues.readBreaks(text) { from, price in
      breakFrom.append(from)
      breakPrice.append(price)
    }
    breakStart.append(Int32(breakFrom.count))
  }
}
