internal import Electronics
internal import GRDB
internal import Platform

/// The numbers under which a category and its parameters are stored.
struct CategoryNumbers {
  var number: Int64
  var category: PartCategory
  var parameters: [String: Int64] = [:]

  /// Writes categories with their parameters into empty tables, numbered in their order, and gives their numbers by id.
  static func write(
    _ categories: [PartCategory], _ database: Database, into hash: inout ContentHash
  ) throws -> [String: CategoryNumbers] {
    let table = try TableWriter(
      database, "category", "number, id, english, chinese, handling, family, milligrams")
    let parameters = try TableWriter(
      database, "parameter", "number, category, name, kind, dimension, english, chinese")
    var numbers: [String: CategoryNumbers] = [:]
    var parameterCount: Int64 = 0
    for (index, category) in categories.enumerated() {
      var entry = CategoryNumbers(number: Int64(index + 1), category: category)
      try table.insert(
        [
          .integer(entry.number), .text(category.id), .text(category.english), .text(category.chinese),
          .text(category.handling), .text(category.family), .integer(category.milligrams),
        ], into: &hash)
      for definition in category.parameters {
        parameterCount += 1
        entry.parameters[definition.name] = parameterCount
        try parameters.insert(
          [
            .integer(parameterCount), .integer(entry.number), .text(definition.name), .text(definition.kind.rawValue),
            .optional(definition.dimension?.rawValue), .text(definition.english), .text(definition.chinese),
          ], into: &hash)
      }
      numbers[category.id] = entry
    }
    return numbers
  }
}

extension ParameterValue {
  /// The columns `position`, `lower`, `upper` and `word` of the value's rows.
  var rows: [[StoredField]] {
    switch self {
    case .quantity(let quantity): [[.integer(0), .integer(quantity.stored), .integer(quantity.stored), .null]]
    case .range(let range): [[.integer(0), .integer(range.lower), .integer(range.upper), .null]]
    case .flag(let flag): [[.integer(0), .flag(flag), .flag(flag), .null]]
    case .text(let word): [[.integer(0), .null, .null, .text(word)]]
    // An empty list is one row without a word; no row would say that nothing is known.
    case .list(let words) where words.isEmpty: [[.integer(0), .null, .null, .null]]
    case .list(let words): words.enumerated().map { [.integer($0), .null, .null, .text($1)] }
    }
  }
}
