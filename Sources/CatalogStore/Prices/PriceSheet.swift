package import Base
internal import CatalogText
internal import Electronics
internal import Foundation
internal import GRDB
package import Market
internal import PriceSheets

/// An imported price sheet, open for reading. It stands in a file of its own, `NAME.sqlite` in the folder
/// `PriceSheet.folder(beside:)` of the catalog.
package final class PriceSheet: Sendable {
  /// The facts of a sheet as a whole.
  package struct Facts: Sendable, Hashable, Codable {
    /// What it was read from: a file's name, or an address.
    package var origin: String
    /// `SheetFormat`'s word.
    package var format: String
    /// When it was imported, ISO 8601 with seconds, UTC.
    package var imported: String
    package var rows = 0
    package var prices = 0
    /// Oldest and newest date of a price.
    package var oldest = ""
    package var newest = ""
    /// The first day on which a price expires; nil where none does.
    package var firstExpiry: String?
    package var lastExpiry: String?
    package var currencies: [String] = []
    package var stalls: [PlaceID] = []
    /// What a delivery from the sheet's own shops costs in micro-yuan, and how many days it takes.
    package var shipping: Int64
    package var shippingDays: Int
    /// Surcharge of the sheet's own shops for an invoice, per mille; nil where they give none.
    package var invoicePerMille: Int?
    /// What the sheet's own shops are called; nil for their ids.
    package var shopName: String?
    /// Goods of an order from which on its delivery costs nothing, and the least goods of one, in micro-yuan; nil where nobody said.
    package var freeFrom: Int64?
    package var minimumOrder: Int64?
    /// The counter at which the sheet's own shops stand; nil where they deliver.
    package var counter: CounterPlace?

    package init(
      origin: String, format: String, imported: String, shipping: Money = .zero, shippingDays: Int = 0,
      invoicePerMille: Int? = nil, shopName: String? = nil, freeFrom: Money? = nil, minimumOrder: Money? = nil,
      counter: CounterPlace? = nil
    ) {
      self.counter = counter
      self.shopName = shopName
      self.origin = origin
      self.format = format
      self.imported = imported
      self.shipping = shipping.microYuan
      self.shippingDays = shippingDays
      self.invoicePerMille = invoicePerMille
      self.freeFrom = freeFrom?.microYuan
      self.minimumOrder = minimumOrder?.microYuan
    }
  }

  /// The name under which it was imported.
  package let name: String
  package let path: String
  /// A digest of the whole content: equal content, equal digest.
  package let digest: String
  package let facts: Facts

  private let database: ReadOnlyDatabase

  /// Opens the sheet at `path` read-only.
  package init(path: String) throws(CatalogError) {
    database = try ReadOnlyDatabase(
      path: path, applicationID: PriceSheetSchema.applicationID, oldest: PriceSheetSchema.oldest,
      version: PriceSheetSchema.version)
    self.path = path
    name = FileFamily.name(ofFileAt: path)
    digest = database.facts["digest"] ?? ""
    guard let text = database.facts["facts"],
      var facts = try? JSONDecoder().decode(Facts.self, from: Data(text.utf8))
    else { throw .damaged(path: path, detail: "the sheet's facts are missing") }
    // Sheets of earlier versions name the whole address that they came from.
    facts.origin = WebAddress.redacted(facts.origin)
    self.facts = facts
  }

  /// The folder of the sheets of the catalog at `catalog`: `catalog.sqlite` has `catalog.prices`.
  package static func folder(beside catalog: String) -> String {
    FileFamily.priceSheets.folder(beside: catalog)
  }

  /// The names of all sheets beside a catalog, whole or not, ordered.
  package static func names(beside catalog: String) throws(CatalogError) -> [String] {
    try FileFamily.priceSheets.paths(beside: catalog).map { FileFamily.name(ofFileAt: $0) }
  }

  /// Where the sheet of a name stands beside the catalog at `catalog`.
  package static func path(of name: String, beside catalog: String) -> String {
    FileFamily.priceSheets.path(of: name, beside: catalog)
  }

  /// Goes through the whole file and makes sure that it can be read. O(size).
  func checkIntegrity() throws(CatalogError) { try database.checkIntegrity() }

  /// Rates that came with the sheet, by currency; they go before the catalog's.
  package func rates() throws(CatalogError) -> [String: ExchangeRate] {
    try database.read { try ExchangeRate.all(in: $0) }
  }

  /// The sheet's prices of some parts in a market as offers in yuan, in the order of stall, condition, packing and date code.
  func offers(
    of parts: Set<PartID>, market: String, rates: [String: ExchangeRate]
  ) throws(CatalogError) -> [PartID: [Offer]] {
    let name = name
    let own = try self.rates()
    let packing = database.version < 2 ? "''" : "packing"
    let dateCode = database.version < 3 ? "''" : "date_code"
    return try database.read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT price.stall, condition, breaks, minimum, multiple, stock, runner_minutes, currency, tax_included, seen,
            basis, expires, source, \(packing), \(dateCode)
          FROM price JOIN terms ON terms.number = price.terms
          WHERE mpn = ? AND maker = ? AND price.market = ? ORDER BY price.stall, condition, multiple, \(packing),
            \(dateCode), minimum
          """)
      var found: [PartID: [Offer]] = [:]
      for part in parts {
        for row in try Row.fetchAll(statement, arguments: [part.mpn, part.maker, market]) {
          let currency: String = row[7]
          guard let rate = currency == "CNY" ? .yuan : own[currency] ?? rates[currency] else {
            throw CatalogError.inconsistent(
              detail: "price sheet `\(name)` is in \(currency), which has no rate in Catalog/rates.csv")
          }
          let stall: PlaceID = row[0]
          let condition = try StoredValues.condition(row[1])
          let (minimum, multiple): (Int, Int) = (row[3], row[4])
          let word: String = row[13]
          let packing = word.isEmpty ? nil : Packing(rawValue: word)
          let said: String = row[14]
          let dateCode = said.isEmpty ? nil : said
          let origin = PriceOrigin(
            sheet: name, basis: try StoredValues.known(row[10]), expires: row[11],
            rate: currency == "CNY" ? nil : rate)
          found[part, default: []].append(
            Offer(
              id: Offer.id(
                stall: stall, part: part, condition: condition, minimum: minimum, multiple: multiple, packing: packing,
                dateCode: dateCode),
              stall: stall, part: part, condition: condition,
              breaks: try StoredValues.breaks(row[2]).map {
                PriceBreak(from: $0.from, unitPrice: rate.yuan(ofMillionths: $0.unitPrice.microYuan))
              },
              minimum: minimum, multiple: multiple, stock: row[5], taxIncluded: row[8], runnerMinutes: row[6],
              seen: row[9], source: WebAddress.redacted(row[12]), origin: origin, packing: packing, dateCode: dateCode))
        }
      }
      return found
    }
  }

  /// The parts that the sheet has prices of under a number, as it stands or in capitals. An index search.
  func partIDs(mpn: String) throws(CatalogError) -> [PartID] {
    try database.read { database in
      let sql = "SELECT DISTINCT mpn, maker FROM price WHERE mpn IN (?1, upper(?1)) ORDER BY mpn, maker"
      return try Row.fetchAll(database, sql: sql, arguments: [mpn]).map { PartID(maker: $0[1], mpn: $0[0]) }
    }
  }

  /// Whether the sheet has a price of a part.
  func sells(_ part: PartID) throws(CatalogError) -> Bool {
    try database.read { database in
      let sql = "SELECT EXISTS (SELECT 1 FROM price WHERE mpn = ? AND maker = ?)"
      return try Bool.fetchOne(database, sql: sql, arguments: [part.mpn, part.maker]) ?? false
    }
  }

  /// Ids of the shops that the sheet brings to a market, ordered.
  func shops(market: String) throws(CatalogError) -> [PlaceID] {
    try database.read {
      try PlaceID.fetchAll($0, sql: "SELECT id FROM shop WHERE market = ? ORDER BY id", arguments: [market])
    }
  }

  /// A shop of the sheet as a stall: it takes orders at any hour, and ships.
  func shop(_ id: PlaceID) -> Stall {
    var shop = Stall(shop: id, source: Self.source(of: name))
    if let shopName = facts.shopName { (shop.english, shop.chinese) = (shopName, shopName) }
    shop.givesInvoice = facts.invoicePerMille != nil
    shop.invoicePerMille = facts.invoicePerMille ?? 0
    shop.shipping = Money(microYuan: facts.shipping)
    shop.shippingDays = facts.shippingDays
    shop.freeFrom = facts.freeFrom.map { Money(microYuan: $0) }
    shop.minimumOrder = facts.minimumOrder.map { Money(microYuan: $0) }
    return shop
  }

  /// What a shop that a sheet brings has as its source.
  fileprivate static func source(of sheet: String) -> String { "\(sourceStart)\(sheet)" }
  fileprivate static let sourceStart = "price sheet "
}

extension Stall {
  /// Whether an imported sheet brought the shop.
  package var isImported: Bool { source.hasPrefix(PriceSheet.sourceStart) }

  /// Whether an imported sheet brought the shop and said what its deliveries cost.
  var isImportedWithTerms: Bool {
    isImported
      && (shipping > .zero || shippingDays > 0 || givesInvoice || freeFrom != nil || minimumOrder != nil)
  }
}

extension ExchangeRate {
  /// The table `rate` of a catalog or a sheet, by currency.
  static func all(in database: Database) throws -> [String: ExchangeRate] {
    let rows = try Row.fetchAll(database, sql: "SELECT currency, micro_yuan, date, source FROM rate")
    return Dictionary(
      uniqueKeysWithValues: rows.map {
        ($0[0], ExchangeRate(currency: $0[0], microYuan: $0[1], date: $0[2], source: $0[3]))
      })
  }
}
