internal import Base
internal import Electronics
internal import GRDB
internal import Market
internal import Platform
internal import PriceSheets

/// Writes the rows of a part list into empty tables, inside the caller's transaction.
final class PartListWriter {
  private(set) var parts = 0
  private(set) var typedParts = 0
  private(set) var repeatedParts = 0
  private let database: Database
  private let origin: PartListBuilder.Origin
  private var hash = ContentHash()
  private let partTable: TableWriter
  private let valueTable: TableWriter
  private let listingTable: TableWriter
  private let kindTable: TableWriter
  private let wordTable: TableWriter
  private var categories: [String: CategoryNumbers] = [:]
  private var kinds: [String: Int64] = [:]
  private var listings: Int64 = 0
  /// Part numbers by a hash of maker, number and package, which takes a tenth of the memory of the texts; a hit is looked up.
  private var known: [Int: Int32] = [:]
  private let idOfPart: Statement

  init(_ database: Database, origin: PartListBuilder.Origin, categories list: [PartCategory]) throws {
    self.database = database
    self.origin = origin
    partTable = try TableWriter(
      database, "part",
      """
      number, category, mpn, maker, package, english, chinese, source, price_first, price_best, price_best_from,
      price_currency, price_date, price_source
      """)
    valueTable = try TableWriter(database, "part_parameter", "part, parameter, position, lower, upper, word")
    listingTable = try TableWriter(
      database, "listing", "number, order_number, part, kind, library, stock, breaks, datasheet")
    kindTable = try TableWriter(database, "listed_kind", "number, words")
    wordTable = try TableWriter(database, "part_words", "rowid, words")
    idOfPart = try database.makeStatement(sql: "SELECT mpn, maker, package FROM part WHERE number = ?")
    categories = try CategoryNumbers.write(list, database, into: &hash)
  }

  var digest: String { hash.hexadecimal }

  /// A row and what is worked out of it before it is written, which a thread that reads does for the one that writes.
  struct Prepared: Sendable {
    fileprivate var row: ListedRow
    fileprivate var key: Int
    fileprivate var orderNumber: String
    fileprivate var breaks: String
    fileprivate var words: String

    init(_ row: ListedRow) {
      self.row = row
      key = PartListWriter.key(of: row)
      orderNumber = row.orderNumber.uppercased()
      breaks = StoredValues.text(
        row.breaks.map { PriceBreak(from: $0.from, unitPrice: Money(microYuan: $0.price)) })
      words =
        "\(ListWords.numberWords(of: row.id.mpn)) \(row.id.maker) \(row.package) \(row.listCategory) \(row.description)"
    }
  }

  func write(_ prepared: Prepared) throws {
    let row = prepared.row
    let part = try partNumber(of: prepared)
    listings += 1
    try listingTable.insert(
      [
        .integer(listings), .text(prepared.orderNumber), .integer(part),
        .integer(try kindNumber(row.listCategory)), .text(row.library), .integer(row.stock),
        .text(prepared.breaks), .text(row.datasheet),
      ], into: &hash)
  }

  private func partNumber(of prepared: Prepared) throws -> Int64 {
    let (row, key) = (prepared.row, prepared.key)
    if let number = known[key], try isPart(number, row) {
      repeatedParts += 1
      return Int64(number)
    }
    parts += 1
    let number = Int64(parts)
    known[key] = Int32(parts)
    guard let category = categories[row.category] else {
      throw CatalogError.inconsistent(detail: "`\(row.orderNumber)` has the unknown category `\(row.category)`")
    }
    let (first, best) = (row.breaks.first, row.breaks.last)
    let source = "lcsc:\(row.orderNumber)"
    try partTable.insert(
      [
        .integer(number), .integer(category.number), .text(row.id.mpn), .text(row.id.maker), .text(row.package),
        .text(row.description), .text(""), .text(source), .optional(first?.price), .optional(best?.price),
        .optional(best?.from), first == nil ? .null : .text(origin.currency),
        first == nil ? .null : .text(origin.date), first == nil ? .null : .text(source),
      ], into: &hash)
    if !row.parameters.isEmpty { typedParts += 1 }
    for (name, value) in row.parameters.sorted(by: { $0.key < $1.key }) {
      guard let parameter = category.parameters[name] else { continue }
      for fields in value.rows {
        try valueTable.insert([.integer(number), .integer(parameter)] + fields, into: &hash)
      }
    }
    try wordTable.insert([.integer(number), .text(prepared.words)])
    return number
  }

  /// Whether the part of a number is that of a row. One maker sells a number in several packages (`SS210` in SMA and SMB):
  /// each is a part by itself, so that an order number leads to its own.
  private func isPart(_ number: Int32, _ listed: ListedRow) throws -> Bool {
    guard let row = try Row.fetchOne(idOfPart, arguments: [number]) else { return false }
    return row[0] == listed.id.mpn && row[1] == listed.id.maker && row[2] == listed.package
  }

  private func kindNumber(_ words: String) throws -> Int64 {
    if let number = kinds[words] { return number }
    let number = Int64(kinds.count + 1)
    kinds[words] = number
    try kindTable.insert([.integer(number), .text(words)], into: &hash)
    return number
  }

  /// Merges the pieces of the index of words into one, so that a search looks into one.
  func finishWords() throws {
    try database.execute(sql: "INSERT INTO part_words (part_words) VALUES ('optimize')")
  }

  func writeFacts(listings: Int) throws {
    let fact = try TableWriter(database, "fact", "name, value")
    let facts = [
      ("digest", digest), ("origin", origin.file), ("date", origin.date), ("currency", origin.currency),
      ("listings", "\(listings)"), ("parts", "\(parts)"),
    ]
    for (name, value) in facts { try fact.insert([.text(name), .text(value)]) }
  }
  /// A hash of maker, number and package for this run only: two parts of one hash are told apart by `isPart`.
  private static func key(of row: ListedRow) -> Int {
    var hasher = Hasher()
    for var text in [row.id.maker, row.id.mpn, row.package] {
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(0 as UInt8)
    }
    return hasher.finalize()
  }
}
