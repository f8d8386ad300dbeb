internal import CatalogText
internal import Electronics
internal import GRDB
internal import Market

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
    let numbers = try write(content.categories)
    try write(content.parts, numbers)
    summary.parts = content.parts.count
  }

  private struct CategoryNumbers {
    var number: Int64
    var category: PartCategory
    var parameters: [String: Int64] = [:]
  }

  private func write(_ categories: [PartCategory]) throws -> [String: CategoryNumbers] {
    let table = try TableWriter(
      database, "category", "number, id, english, chinese, handling, family, milligrams")
    let parameters = try TableWriter(
      database, "parameter", "number, category, name, kind, dimension, english, chinese")
    var numbers: [String: CategoryNumbers] = [:]
    var parameterCount: Int64 = 0
    for (index, category) in categories.enumerated() {
      var entry = CategoryNumbers(number: Int64(index + 1), category: category)
      try row(
        table,
        [
          .integer(entry.number), .text(category.id), .text(category.english), .text(category.chinese),
          .text(category.handling), .text(category.family), .integer(category.milligrams),
        ])
      for definition in category.parameters {
        parameterCount += 1
        entry.parameters[definition.name] = parameterCount
        try row(
          parameters,
          [
            .integer(parameterCount), .integer(entry.number), .text(definition.name), .text(definition.kind.rawValue),
            .optional(definition.dimension?.rawValue), .text(definition.english), .text(definition.chinese),
          ])
      }
      numbers[category.id] = entry
    }
    return numbers
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
        throw CatalogError.inconsistent(detail: "part `\(part.id.mpn)` of `\(part.id.maker)` stands twice")
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
        try write(value, [.integer(number), .integer(parameter)], values)
      }
      let words = "\(part.english) \(category.category.english) \(part.package)"
      let chinese = "\(part.chinese) \(category.category.chinese)"
      try text.insert([.integer(number), .text(part.id.mpn), .text(part.id.maker), .text("\(words) \(chinese)")])
      let grams = SearchGrams.text("\(part.id.maker) \(chinese)")
      if !grams.isEmpty { try han.insert([.integer(number), .text(grams)]) }
    }
  }

  private func write(_ value: ParameterValue, _ key: [StoredField], _ table: TableWriter) throws {
    switch value {
    case .quantity(let quantity):
      try row(table, key + [.integer(0), .integer(quantity.stored), .integer(quantity.stored), .null])
    case .range(let range): try row(table, key + [.integer(0), .integer(range.lower), .integer(range.upper), .null])
    case .flag(let flag): try row(table, key + [.integer(0), .flag(flag), .flag(flag), .null])
    case .text(let word): try row(table, key + [.integer(0), .null, .null, .text(word)])
    case .list(let words):
      // An empty list is one row without a word; no row would say that nothing is known.
      if words.isEmpty { try row(table, key + [.integer(0), .null, .null, .null]) }
      for (position, word) in words.enumerated() {
        try row(table, key + [.integer(position), .null, .null, .text(word)])
      }
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
