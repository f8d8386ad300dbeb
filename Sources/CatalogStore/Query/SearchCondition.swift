internal import Electronics
internal import GRDB

/// What a query asks of rows of `part`, as SQL that grows.
struct SearchCondition {
  private(set) var sql = "1"
  private(set) var arguments: StatementArguments = []
  /// The category that the query names; its parameters then mean this category's.
  private(set) var category: String?

  /// Starts with the query's predicates about the category. Throws where there is none of the name, or where it is compared
  /// by order.
  init(_ query: PartQuery, _ table: CategoryTable) throws(PartQueryError) {
    for predicate in query.predicates where predicate.name == "category" {
      guard let number = table.number(predicate.value) else {
        throw .unknownCategory(predicate.value, known: table.categories.map(\.id))
      }
      switch predicate.comparison {
      case .equals:
        category = predicate.value
        add("part.category = ?", [number])
      case .differs: add("part.category <> ?", [number])
      default: throw .notOrdered(name: "category")
      }
    }
  }

  /// Whether anything is asked of the rows.
  var isOpen: Bool { sql == "1" }

  /// Adds a condition that must hold too.
  mutating func add(_ condition: String, _ values: StatementArguments) {
    sql += " AND (\(condition))"
    arguments += values
  }
}
