internal import Base
internal import CatalogText
internal import Electronics
internal import GRDB
internal import Market
internal import Platform

/// Writes the content of a catalog into empty tables, inside the caller's transaction.
final class CatalogWriter {
  private(set) var hash = ContentHash()
  private(set) var summary = BuildSummary()
  let database: Database
  private let onRow: (Int) throws -> Void
  /// Rows of content so far.
  private(set) var rows = 0
  private var parts: [PartID: Int64] = [:]
  private var openings: [[[OpeningHours]]: Int64] = [:]
  private let openingTable: TableWriter
  private var stallCount: Int64 = 0

  /// `onRow` is told from time to time how many rows are in, and may throw to stop.
  init(_ database: Database, onRow: @escaping (Int) throws -> Void) throws {
    self.database = database
    self.onRow = onRow
    openingTable = try TableWriter(database, "opening", "number, week")
  }

  func row(_ table: TableWriter, _ fields: [StoredField]) throws {
    try table.insert(fields, into: &hash)
    rows += 1
    if rows & 0xFF == 0 { try onRow(rows) }
  }

  func write(partsOf content: CatalogContent) throws {
    let source = try TableWriter(database, "source", "id, title, publisher, date, grade, address, position")
    for (position, entry) in content.sources.enumerated() {
      try row(
        source,
        [
          .text(entry.id), .text(entry.title), .text(entry.publisher), .text(entry.date), .text(entry.grade),
          .text(entry.address), .integer(position),
        ])
    }
    let attrition = try TableWriter(database, "attrition", "handling, minimum, per_mille, source, position")
    for (position, entry) in content.attrition.enumerated() {
      try row(
        attrition,
        [
          .text(entry.handling), .integer(entry.minimum), .integer(entry.perMille), .text(entry.source),
          .integer(position),
        ])
    }
    let rate = try TableWriter(database, "rate", "currency, micro_yuan, date, source")
    for entry in content.rates {
      try row(
        rate, [.text(entry.currency), .integer(entry.microYuan), .text(entry.date), .text(entry.source)])
    }
    let design = try TableWriter(database, "design", "id, english, chinese, chipset, file, content, position")
    for (position, entry) in content.designs.enumerated() {
      try row(
        design,
        [
          .text(entry.id), .text(entry.name.english), .text(entry.name.chinese),
          .text(StoredValues.text(words: entry.chipset)), .text(entry.file), .text(entry.text), .integer(position),
        ])
    }
    summary.designs = content.designs.count
    let numbers = try CategoryNumbers.write(content.categories, database, into: &hash)
    try write(content.parts, numbers)
    summary.parts = content.parts.count
  }

  private func write(_ list: [Part], _ categories: [String: CategoryNumbers]) throws {
    let table = try TableWriter(
      database, "part",
      """
      number, category, mpn, maker, package, english, chinese, source, price_first, price_best, price_best_from,
      price_currency, price_date, price_source
      """)
    let values = try TableWriter(database, "part_parameter", "part, parameter, position, lower, upper, word")
    let text = try TableWriter(database, "part_text", "rowid, mpn, maker, description")
    let han = try TableWriter(database, "part_han", "rowid, grams")
    for (index, part) in list.enumerated() {
      guard let category = categories[part.category] else {
        throw CatalogError.inconsistent(detail: "part `\(part.id.mpn)` has the unknown category `\(part.category)`")
      }
      let number = Int64(index + 1)
      guard parts.updateValue(number, forKey: part.id) == nil else {
        throw CatalogError.inconsistent(detail: "part `\(part.id.mpn)` of `\(part.id.maker)` is given twice")
      }
      let level = part.priceLevel
      try row(
        table,
        [
          .integer(number), .integer(category.number), .text(part.id.mpn), .text(part.id.maker), .text(part.package),
          .text(part.english), .text(part.chinese), .text(part.source), .optional(level?.first),
          .optional(level?.best), .optional(level?.bestFrom), .optional(level?.currency), .optional(level?.date),
          .optional(level?.source),
        ])
      for (name, value) in part.parameters.sorted(by: { $0.key < $1.key }) {
        guard let parameter = category.parameters[name] else {
          throw CatalogError.inconsistent(detail: "part `\(part.id.mpn)` has the unknown parameter `\(name)`")
        }
        for fields in value.rows { try row(values, [.integer(number), .integer(parameter)] + fields) }
      }
      let words = "\(part.english) \(category.category.english) \(part.package)"
      let chinese = "\(part.chinese) \(category.category.chinese)"
      try text.insert([.integer(number), .text(part.id.mpn), .text(part.id.maker), .text("\(words) \(chinese)")])
      let grams = SearchGrams.text("\(part.id.maker) \(chinese)")
      if !grams.isEmpty { try han.insert([.integer(number), .text(grams)]) }
    }
  }

  /// The number of a part that has been written.
  func number(of part: PartID) -> Int64? { parts[part] }

  /// The number under which weekly hours are kept.
  func number(of week: [[OpeningHours]]) throws -> Int64 {
    if let number = openings[week] { return number }
    let number = Int64(openings.count + 1)
    openings[week] = number
    try row(openingTable, [.integer(number), .text(StoredValues.text(week))])
    return number
  }

  func nextStallNumber() -> Int64 {
    stallCount += 1
    return stallCount
  }

  func count(stalls: Int, offers: Int, sampleOffers: Int) {
    summary.markets += 1
    summary.stalls += stalls
    summary.offers += offers
    summary.sampleOffers += sampleOffers
  }
}
