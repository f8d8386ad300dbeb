import Base
import Selection
import TestSupport

/// A small random model, with every selection within reach of enumeration.
struct RandomChoices {
  let model: ChoiceModel

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let counts = (0..<Int.random(in: 1...5, using: &random)).map { _ in Int.random(in: 1...4, using: &random) }
    let constraints = (0..<Int.random(in: 0...6, using: &random)).map { _ -> ChoiceConstraint in
      let scope = Array(counts.indices.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)))
      return Bool.random(using: &random)
        ? Self.written(Self.table(scope, counts, &random), asRule: Bool.random(using: &random))
        : .sum(Self.sum(scope, counts, &random))
    }
    model = ChoiceModel(optionCounts: counts, constraints: constraints)
  }

  private static func table(_ scope: [Int], _ counts: [Int], _ random: inout SeededGenerator) -> ChoiceTable {
    let classCounts = scope.map { Int.random(in: 1...counts[$0], using: &random) }
    let classes = zip(scope, classCounts).map { variable, classCount in
      (0..<counts[variable]).map { Int32($0 < classCount ? $0 : Int.random(in: 0..<classCount, using: &random)) }
    }
    let share = Double.random(in: 0.1...0.9, using: &random)
    let allowed = (0..<classCounts.reduce(1, *)).map { _ in Double.random(in: 0..<1, using: &random) < share }
    return ChoiceTable(scope: scope, classes: classes, classCounts: classCounts, allowed: allowed)
  }

  /// A table, or a rule that judges by it, as relations too large for a table are kept.
  private static func written(_ table: ChoiceTable, asRule: Bool) -> ChoiceConstraint {
    guard asRule else { return .table(table) }
    return .rule(
      ChoiceRule(
        scope: table.scope, classes: table.classes, classCounts: table.classCounts,
        allows: { digits in table.allowed[digits.indices.reduce(0) { $0 + digits[$1] * table.strides[$1] }] }))
  }

  private static func sum(_ scope: [Int], _ counts: [Int], _ random: inout SeededGenerator) -> ChoiceSum {
    let terms = scope.map { variable in
      ChoiceSum.Term(
        variable: variable, weights: (0..<counts[variable]).map { _ in Int64.random(in: -5...9, using: &random) })
    }
    return ChoiceSum(terms: terms, limit: Int64.random(in: -4...15, using: &random))
  }

  /// Every selection, in order.
  static func all(_ counts: [Int]) -> [[Int]] {
    counts.reduce([[]]) { found, count in found.flatMap { front in (0..<count).map { front + [$0] } } }
  }
}
