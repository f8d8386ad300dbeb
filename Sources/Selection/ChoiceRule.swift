/// Allowed combinations that are too many to be written out: a rule judges each when it is asked for.
///
/// Combinations are stated over classes of options that the rule cannot tell apart, as in `ChoiceTable`.
package struct ChoiceRule: Sendable {
  /// Distinct variables.
  package let scope: [Int]
  /// The class of each option, by position in the scope.
  package let classes: [[Int32]]
  package let classCounts: [Int]
  /// Whether a combination of classes, by position, is allowed.
  package let allows: @Sendable ([Int]) -> Bool

  package init(
    scope: [Int], classes: [[Int32]], classCounts: [Int], allows: @escaping @Sendable ([Int]) -> Bool
  ) {
    precondition(scope.count == classes.count && scope.count == classCounts.count, "columns of different length")
    self.scope = scope
    self.classes = classes
    self.classCounts = classCounts
    self.allows = allows
  }

  package func holds(for selection: [Int]) -> Bool {
    allows(scope.indices.map { Int(classes[$0][selection[scope[$0]]]) })
  }
}

extension ChoiceRule {
  /// The same rule where each variable has only some of its options left, in the order given.
  func keeping(_ options: [[Int]]) -> ChoiceRule {
    ChoiceRule(
      scope: scope, classes: zip(scope, classes).map { variable, classes in options[variable].map { classes[$0] } },
      classCounts: classCounts, allows: allows)
  }

  /// The same rule where some variables have one more option, the last, that satisfies it whatever the others take.
  func allowing(emptyOptionOf variables: Set<Int>) -> ChoiceRule {
    let counts = classCounts
    let allows = allows
    let isWider = scope.map(variables.contains)
    return ChoiceRule(
      scope: scope,
      classes: scope.indices.map { isWider[$0] ? classes[$0] + [Int32(counts[$0])] : classes[$0] },
      classCounts: zip(counts, isWider).map { $1 ? $0 + 1 : $0 },
      allows: { digits in digits.indices.contains { digits[$0] == counts[$0] } || allows(digits) })
  }

  /// Combinations that a table written out may have.
  static let tableLimit = 1 << 18

  /// The constraint over what is left of each variable: a table where that is small enough, nil where nothing left breaks it.
  func restricted(to open: [[Int]]) -> ChoiceConstraint? {
    let kept = keeping(open)
    let live = kept.classes.map { Set($0).sorted().map(Int.init) }
    let cells = live.reduce(1) { min(Self.tableLimit + 1, $0 * $1.count) }
    guard cells <= Self.tableLimit else { return .rule(kept) }
    var allowed: [Bool] = []
    allowed.reserveCapacity(cells)
    forEachCombination(of: live) { allowed.append(allows($0)) }
    if allowed.allSatisfy(\.self) { return nil }
    let numbered = zip(kept.classes, live).map { classes, live in
      let number = Dictionary(uniqueKeysWithValues: live.enumerated().map { ($1, Int32($0)) })
      return classes.map { number[Int($0)] ?? 0 }
    }
    return .table(ChoiceTable(scope: scope, classes: numbered, classCounts: live.map(\.count), allowed: allowed))
  }
}

/// Every combination of one value a position, the last position fastest.
func forEachCombination(of values: [[Int]], _ body: ([Int]) -> Void) {
  if values.contains(where: \.isEmpty) { return }
  var digits = [Int](repeating: 0, count: values.count)
  while true {
    body(digits.indices.map { values[$0][digits[$0]] })
    var position = digits.count - 1
    while position >= 0 {
      digits[position] += 1
      if digits[position] < values[position].count { break }
      digits[position] = 0
      position -= 1
    }
    if position < 0 { return }
  }
}
