internal import Base
internal import Electronics
internal import GRDB
internal import Market
internal import PriceSheets

/// An imported part list, open for reading. It stands in a file of its own, `NAME.sqlite` in the folder
/// `PartList.folder(beside:)` of the catalog.
package final class PartList: Sendable {
  /// The name under which it was imported.
  package let name: String
  package let path: String
  /// A digest of the whole content: equal content, equal digest.
  package let digest: String
  /// What the list is: the name of the file that it was read from.
  package let origin: String
  /// ISO 8601 date of its prices.
  package let date: String
  /// ISO 4217.
  package let currency: String
  /// Order numbers, and parts of one maker, number and package.
  package let listings: Int
  package let parts: Int

  private let database: ReadOnlyDatabase
  private let categories: CategoryTable

  /// Opens the list at `path` read-only.
  package init(path: String) throws(CatalogError) {
    database = try ReadOnlyDatabase(
      path: path, applicationID: PartListSchema.applicationID, version: PartListSchema.version
    )
    self.path = path
    name = FileFamily.name(ofFileAt: path)
    let facts = database.facts
    digest = facts["digest"] ?? ""
    origin = facts["origin"] ?? ""
    date = facts["date"] ?? ""
    currency = facts["currency"] ?? ""
    listings = facts["listings"].flatMap { Int($0) } ?? 0
    parts = facts["parts"].flatMap { Int($0) } ?? 0
    categories = try database.read { try CategoryTable($0) }
  }

  /// The folder of the lists of the catalog at `catalog`: `catalog.sqlite` has `catalog.lists`.
  package static func folder(beside catalog: String) -> String {
    FileFamily.partLists.folder(beside: catalog)
  }

  /// Where the list of a name stands beside the catalog at `catalog`.
  package static func path(of name: String, beside catalog: String) -> String {
    FileFamily.partLists.path(of: name, beside: catalog)
  }

  /// Goes through the whole file and makes sure that it can be read. O(size).
  func checkIntegrity() throws(CatalogError) { try database.checkIntegrity() }

  func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(CatalogError) -> Value {
    try database.read(body)
  }

  /// Like `read`, for a body that goes through the whole list once; see `ReadOnlyDatabase.scan`.
  func scan<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    try database.scan(body)
  }
}

extension PartList {
  /// The part of an order number, letters' case aside; nil where the list has none. One index search.
  package func part(orderNumber: String) throws(CatalogError) -> ListedPart? {
    try read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT part FROM listing WHERE order_number = ?", arguments: [orderNumber.uppercased()])
      guard let number: Int64 = row?[0] else { return nil }
      return try listed(reader(database), where: "number = ?", [number]).first {
        $0.orderNumber.uppercased() == orderNumber.uppercased()
      }
    }
  }

  /// Every listing of a maker's number, letters' case aside; of one maker where that is given, else of all. Ordered by
  /// maker, then order number.
  package func parts(mpn: String, maker: String? = nil) throws(CatalogError) -> [ListedPart] {
    try read { database in
      try listed(reader(database), where: "mpn = ? COLLATE NOCASE", [mpn]).filter {
        maker == nil || $0.part.id.maker.lowercased() == maker?.lowercased()
      }
    }
  }

  /// Listings of a category whose typed parameters pass every test, in the order of the list; at most `limit`.
  ///
  /// `package`, `maker` and `mpn` may be tested like parameters. Quick where one of the tests is an equality.
  package func parts(
    category: String, where predicates: [PartQuery.Predicate], limit: Int = 1_000
  ) throws(PartQueryError) -> [ListedPart] {
    try answer { (reader) throws(PartQueryError) in
      let query = PartQuery(predicates: [.init("category", .equals, category)] + predicates)
      return try ListSearch(query, reader, path: path).listings(self, limit: limit)
    }
  }

  /// Finds parts by words and typed parameters; see `Catalog.search`. Words are found as a whole or by their beginning,
  /// and in part numbers also from a place on where letters and digits meet. Counting stops at `ListSearch.countLimit`.
  func search(_ query: PartQuery, limit: Int) throws(PartQueryError) -> PartHits {
    try answer { (reader) throws(PartQueryError) in try ListSearch(query, reader, path: path).run(limit: limit) }
  }

  /// The parts that `search` counts.
  func ids(_ query: PartQuery) throws(PartQueryError) -> [PartID] {
    try answer { (reader) throws(PartQueryError) in try ListSearch(query, reader, path: path).ids() }
  }

  private func answer<Value: Sendable>(
    _ body: @Sendable (PartReader) throws(PartQueryError) -> Value
  ) throws(PartQueryError) -> Value {
    let outcome: Result<Value, PartQueryError>
    do throws(CatalogError) {
      outcome = try read { database in
        let reader = try reader(database)
        do throws(PartQueryError) { return .success(try body(reader)) } catch { return .failure(error) }
      }
    } catch {
      throw .catalog(error)
    }
    return try outcome.get()
  }

  func reader(_ database: Database) throws -> PartReader { try PartReader(database, categories) }

  /// The listings of parts that a condition (SQL over `part`) selects.
  func listed(
    _ reader: PartReader, where condition: String, _ arguments: StatementArguments
  ) throws -> [ListedPart] {
    let statement = try reader.database.cachedStatement(
      sql: """
        SELECT order_number, words, library, stock, breaks, datasheet
        FROM listing JOIN listed_kind ON listed_kind.number = listing.kind WHERE part = ? ORDER BY order_number
        """)
    var found: [ListedPart] = []
    for (number, part) in try reader.parts(where: condition, arguments: arguments).sorted(by: {
      $0.part.id < $1.part.id
    }) {
      for row in try Row.fetchAll(statement, arguments: [number]) {
        found.append(
          ListedPart(
            part: part, orderNumber: row[0], list: name, kind: row[1], library: row[2], stock: row[3],
            breaks: try StoredValues.breaks(row[4]).map { ListedBreak(from: $0.from, price: $0.unitPrice.microYuan) },
            currency: currency, date: date, datasheet: row[5]))
      }
    }
    return found
  }

  /// The part of one maker, the first listed of those in several packages; nil where the list has none.
  func part(_ id: PartID) throws(CatalogError) -> Part? {
    try read { database in
      try reader(database).parts(
        where: "mpn = ? COLLATE NOCASE AND mpn = ? AND maker = ?", arguments: [id.mpn, id.mpn, id.maker]
      ).first?.part
    }
  }
}
