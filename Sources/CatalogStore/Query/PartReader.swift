internal import Electronics
internal import GRDB

/// Categories and their parameters by number; a table of some hundred rows, read whole.
struct CategoryTable: Sendable {
  private(set) var categories: [PartCategory] = []
  /// The parameter of a number: the index of its category and its definition.
  private(set) var parameters: [Int64: (category: Int, definition: ParameterDefinition)] = [:]
  private var numbers: [String: Int64] = [:]
  private var indexes: [Int64: Int] = [:]

  init(_ database: Database) throws {
    let sql = "SELECT number, id, english, chinese, handling, family, milligrams FROM category ORDER BY number"
    for row in try Row.fetchAll(database, sql: sql) {
      let number: Int64 = row[0]
      indexes[number] = categories.count
      numbers[row[1]] = number
      categories.append(
        PartCategory(
          id: row[1], english: row[2], chinese: row[3], handling: row[4], family: row[5], milligrams: row[6],
          parameters: []))
    }
    let parameterSQL = """
      SELECT number, category, name, kind, dimension, english, chinese FROM parameter ORDER BY category, number
      """
    for row in try Row.fetchAll(database, sql: parameterSQL) {
      let category: Int64 = row[1]
      guard let index = indexes[category] else { throw StoredValues.unreadable("category", "\(category)") }
      let dimension = try (row[4] as String?).map { raw in try StoredValues.known(raw) as Dimension }
      let definition = ParameterDefinition(
        name: row[2], kind: try StoredValues.known(row[3]), dimension: dimension, english: row[5], chinese: row[6])
      categories[index].parameters.append(definition)
      parameters[row[0]] = (index, definition)
    }
  }

  func number(_ id: String) -> Int64? { numbers[id] }

  /// The category of a number; nil for a number that the table lacks.
  func category(number: Int64) -> PartCategory? { indexes[number].map { categories[$0] } }

  /// Numbers and definitions of the parameters of that name, in `category` or, where it is nil, in any.
  func parameters(named name: String, category: String?) -> [(number: Int64, definition: ParameterDefinition)] {
    parameters.filter { _, entry in
      entry.definition.name == name && (category == nil || categories[entry.category].id == category)
    }.map { ($0.key, $0.value.definition) }.sorted { $0.number < $1.number }
  }
}

/// Reads parts with their parameters inside one transaction, by two statements whatever their number.
struct PartReader {
  let database: Database
  let categories: CategoryTable

  /// - Parameter table: the categories of that database.
  init(_ database: Database, _ table: CategoryTable) throws {
    self.database = database
    categories = table
  }

  /// The ids of the parts that a condition (SQL over `part`) selects.
  func ids(where condition: String, arguments: StatementArguments) throws -> [PartID] {
    try Row.fetchAll(database, sql: "SELECT maker, mpn FROM part WHERE \(condition)", arguments: arguments).map {
      PartID(maker: $0[0], mpn: $0[1])
    }
  }

  /// Parts that the condition (SQL over `part`) selects, with their numbers, in no stated order.
  func parts(where condition: String, arguments: StatementArguments) throws -> [(number: Int64, part: Part)] {
    let sql = """
      SELECT number, category, mpn, maker, package, english, chinese, source, price_first, price_best,
        price_best_from, price_currency, price_date, price_source
      FROM part WHERE \(condition)
      """
    let statement = try database.cachedStatement(sql: sql)
    var parts: [(Int64, Part)] = []
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() {
      let number: Int64 = row[0]
      guard let category = categories.category(number: row[1]) else {
        throw StoredValues.unreadable("category", "\(row[1] as Int64)")
      }
      var level: PriceLevel?
      if let first: Int64 = row[8] {
        level = PriceLevel(
          first: first, best: row[9], bestFrom: row[10], currency: row[11], date: row[12], source: row[13])
      }
      parts.append(
        (
          number,
          Part(
            id: PartID(maker: row[3], mpn: row[2]), category: category.id, package: row[4],
            parameters: [:], english: row[5], chinese: row[6], source: row[7],
            priceLevel: level)
        ))
    }
    let values = try parameters(of: parts.map(\.0))
    for index in parts.indices { parts[index].1.parameters = values[parts[index].0] ?? [:] }
    return parts
  }

  /// The parameters of those parts, by number of part: one statement for all of them.
  private func parameters(of parts: [Int64]) throws -> [Int64: [String: ParameterValue]] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT part, parameter, lower, upper, word FROM part_parameter
        WHERE part IN (SELECT value FROM json_each(?)) ORDER BY part, parameter, position
        """)
    var all: [Int64: [String: ParameterValue]] = [:]
    var parameters: [String: ParameterValue] = [:]
    var part: Int64?
    let numbers = "[\(parts.map(String.init).joined(separator: ","))]"
    let rows = try Row.fetchCursor(statement, arguments: [numbers])
    while let row = try rows.next() {
      let owner: Int64 = row[0]
      if owner != part {
        if let part { all[part] = parameters }
        parameters = [:]
        part = owner
      }
      try read(row, into: &parameters)
    }
    if let part { all[part] = parameters }
    return all
  }

  private func read(_ row: Row, into parameters: inout [String: ParameterValue]) throws {
    let number: Int64 = row[1]
    guard let definition = categories.parameters[number]?.definition else {
      throw StoredValues.unreadable("parameter", "\(number)")
    }
    switch definition.kind {
    case .quantity:
      parameters[definition.name] = .quantity(Quantity(try dimension(of: definition), stored: row[2]))
    case .range:
      let (lower, upper): (Int64, Int64) = (row[2], row[3])
      guard lower <= upper else { throw StoredValues.unreadable("range", "\(lower)..\(upper)") }
      parameters[definition.name] = .range(
        QuantityRange(try dimension(of: definition), lower: lower, upper: upper))
    case .text: parameters[definition.name] = .text(row[4])
    case .flag: parameters[definition.name] = .flag((row[2] as Int64) != 0)
    case .list:
      guard case .list(var words) = parameters[definition.name, default: .list([])] else { return }
      if let word: String = row[4] { words.append(word) }
      parameters[definition.name] = .list(words)
    }
  }

  private func dimension(of definition: ParameterDefinition) throws -> Dimension {
    guard let dimension = definition.dimension else { throw StoredValues.unreadable("parameter", definition.name) }
    return dimension
  }
}
