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

/// Reads parts with their parameters inside one transaction: two statements, prepared once.
struct PartReader {
  let database: Database
  let categories: CategoryTable
  private let values: Statement

  /// - Parameter table: the categories of that database.
  init(_ database: Database, _ table: CategoryTable) throws {
    self.database = database
    categories = table
    values = try database.cachedStatement(
      sql: "SELECT parameter, lower, upper, word FROM part_parameter WHERE part = ? ORDER BY parameter, position")
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
            parameters: try parameters(of: number), english: row[5], chinese: row[6], source: row[7],
            priceLevel: level)
        ))
    }
    return parts
  }

  private func parameters(of part: Int64) throws -> [String: ParameterValue] {
    var parameters: [String: ParameterValue] = [:]
    let rows = try Row.fetchCursor(values, arguments: [part])
    while let row = try rows.next() {
      let number: Int64 = row[0]
      guard let definition = categories.parameters[number]?.definition else {
        throw StoredValues.unreadable("parameter", "\(number)")
      }
      switch definition.kind {
      case .quantity:
        parameters[definition.name] = .quantity(Quantity(try dimension(of: definition), stored: row[1]))
      case .range:
        let (lower, upper): (Int64, Int64) = (row[1], row[2])
        guard lower <= upper else { throw StoredValues.unreadable("range", "\(lower)..\(upper)") }
        parameters[definition.name] = .range(
          QuantityRange(try dimension(of: definition), lower: lower, upper: upper))
      case .text: parameters[definition.name] = .text(row[3])
      case .flag: parameters[definition.name] = .flag((row[1] as Int64) != 0)
      case .list:
        guard case .list(var words) = parameters[definition.name, default: .list([])] else { continue }
        if let word: String = row[3] { words.append(word) }
        parameters[definition.name] = .list(words)
      }
    }
    return parameters
  }

  private func dimension(of definition: ParameterDefinition) throws -> Dimension {
    guard let dimension = definition.dimension else { throw StoredValues.unreadable("parameter", definition.name) }
    return dimension
  }
}
