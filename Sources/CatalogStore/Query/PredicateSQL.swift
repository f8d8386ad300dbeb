internal import Electronics
internal import GRDB

/// One predicate as a condition in SQL over `part`.
struct PredicateSQL {
  var condition: String
  var arguments: StatementArguments

  /// The columns that every part has, as far as predicates may name them.
  static let columns = ["package", "maker", "mpn"]

  /// - Parameters:
  ///   - category: the one that the query asks for, to which parameters belong then.
  ///   - isDriven: whether something else of the query finds few parts by an index, so that this test is better put to each
  ///     of them than answered for all parts first.
  init(
    _ predicate: PartQuery.Predicate, category: String?, _ table: CategoryTable, isDriven: Bool = false
  ) throws(PartQueryError) {
    if PredicateSQL.columns.contains(predicate.name) {
      let sign = try PredicateSQL.sign(predicate)
      condition = "part.\(predicate.name) \(sign) ? COLLATE NOCASE"
      arguments = [predicate.value]
      return
    }
    let parameters = table.parameters(named: predicate.name, category: category)
    guard !parameters.isEmpty else {
      let known = Set(
        table.categories.filter { category == nil || $0.id == category }.flatMap { $0.parameters.map(\.name) })
      throw .unknownParameter(predicate.name, known: known.union(PredicateSQL.columns).sorted())
    }
    var conditions: [String] = []
    arguments = []
    var failure: PartQueryError?
    for (number, definition) in parameters {
      do throws(PartQueryError) {
        let (test, values) = try PredicateSQL.test(predicate, definition)
        conditions.append("parameter = \(number) AND \(test)")
        arguments += values
      } catch {
        failure = error
      }
    }
    // The same name may mean a word in one category and a quantity in another: those that fit the value count.
    if conditions.isEmpty, let failure { throw failure }
    let negation = predicate.comparison == .differs
    let matching = conditions.map { "(\($0))" }.joined(separator: " OR ")
    if negation {
      let numbers = parameters.map { "\($0.number)" }.joined(separator: ", ")
      condition = """
        part.number IN (SELECT part FROM part_parameter WHERE parameter IN (\(numbers))) AND \
        part.number NOT IN (SELECT part FROM part_parameter WHERE \(matching))
        """
    } else if isDriven {
      condition = "EXISTS (SELECT 1 FROM part_parameter WHERE part = part.number AND (\(matching)))"
    } else {
      condition = "part.number IN (SELECT part FROM part_parameter WHERE \(matching))"
    }
  }

  /// Whether the predicate names one value of a parameter, which few parts have.
  static func isSelective(_ predicate: PartQuery.Predicate) -> Bool {
    predicate.comparison == .equals && predicate.name != "category" && predicate.name != "package"
      && !predicate.value.contains("..")
  }

  private static func sign(_ predicate: PartQuery.Predicate) throws(PartQueryError) -> String {
    switch predicate.comparison {
    case .equals: return "="
    case .differs: return "<>"
    default: throw .notOrdered(name: predicate.name)
    }
  }

  /// The test of a value row; of `differs` it is the test that must not hold.
  private static func test(
    _ predicate: PartQuery.Predicate, _ definition: ParameterDefinition
  ) throws(PartQueryError) -> (String, StatementArguments) {
    switch definition.kind {
    case .text, .list:
      _ = try sign(predicate)
      return ("word = ? COLLATE NOCASE", [predicate.value])
    case .flag:
      _ = try sign(predicate)
      guard let flag = Bool(predicate.value) else {
        throw .unreadable(name: predicate.name, .notAFlag(predicate.value))
      }
      return ("lower = ?", [flag ? 1 : 0])
    case .quantity, .range:
      do {
        return try numberTest(predicate, definition)
      } catch {
        throw .unreadable(name: predicate.name, error)
      }
    }
  }

  /// A quantity equals a value; a range covers it. Asked for a range, a quantity lies within, and a range covers it.
  private static func numberTest(
    _ predicate: PartQuery.Predicate, _ definition: ParameterDefinition
  ) throws(QuantityError) -> (String, StatementArguments) {
    let dimension = definition.dimension ?? .number
    switch predicate.comparison {
    case .equals, .differs:
      if predicate.value.contains("..") {
        let range = try QuantityRange(parsing: predicate.value, as: dimension)
        let test = definition.kind == .range ? "lower <= ? AND upper >= ?" : "lower >= ? AND upper <= ?"
        return (test, [range.lower, range.upper])
      }
      let value = try Quantity(parsing: predicate.value, as: dimension).stored
      // Both ends of a quantity are one: the index finds it.
      return definition.kind == .quantity ? ("lower = ?", [value]) : ("lower <= ? AND upper >= ?", [value, value])
    case .atLeast: return ("lower >= ?", [try Quantity(parsing: predicate.value, as: dimension).stored])
    case .more: return ("lower > ?", [try Quantity(parsing: predicate.value, as: dimension).stored])
    case .atMost: return ("upper <= ?", [try Quantity(parsing: predicate.value, as: dimension).stored])
    case .less: return ("upper < ?", [try Quantity(parsing: predicate.value, as: dimension).stored])
    }
  }
}
