/// Which choices go together: variables with options, and constraints over them. Knows neither parts nor boards.
///
/// A selection gives each variable `v` one of its options `0..<optionCounts[v]`; it is allowed when every constraint holds.
package struct ChoiceModel: Sendable {
  package let optionCounts: [Int]
  package let constraints: [ChoiceConstraint]
  /// Constraints that each variable occurs in, ascending.
  let touching: [[Int]]

  /// O(size of the scopes).
  package init(optionCounts: [Int], constraints: [ChoiceConstraint]) {
    self.optionCounts = optionCounts
    self.constraints = constraints
    var touching = [[Int]](repeating: [], count: optionCounts.count)
    for (index, constraint) in constraints.enumerated() {
      for variable in Set(constraint.scope) { touching[variable].append(index) }
    }
    self.touching = touching
  }

  /// Whether a whole selection breaks no constraint. O(size of the scopes).
  package func allows(_ selection: [Int]) -> Bool { constraints.allSatisfy { $0.holds(for: selection) } }

  /// Whether a whole selection breaks no constraint that `variable` occurs in. O(size of their scopes).
  package func allows(_ selection: [Int], at variable: Int) -> Bool {
    touching[variable].allSatisfy { constraints[$0].holds(for: selection) }
  }

  /// Whether some constraint speaks of `variable`.
  package func isConstrained(_ variable: Int) -> Bool { !touching[variable].isEmpty }

  /// The same constraints where each variable has only some of its options left, renumbered in the order given.
  package func keeping(_ options: [[Int]]) -> ChoiceModel {
    ChoiceModel(
      optionCounts: options.map(\.count),
      constraints: constraints.map { constraint in
        switch constraint {
        case .table(let table):
          .table(
            ChoiceTable(
              scope: table.scope,
              classes: zip(table.scope, table.classes).map { variable, classes in options[variable].map { classes[$0] }
              },
              classCounts: table.classCounts, allowed: table.allowed))
        case .rule(let rule): .rule(rule.keeping(options))
        case .sum(let sum):
          .sum(
            ChoiceSum(
              terms: sum.terms.map { term in
                .init(variable: term.variable, weights: options[term.variable].map { term.weights[$0] })
              }, limit: sum.limit))
        }
      })
  }

  /// The same variables under some of the constraints.
  func keeping(_ kept: [Int]) -> ChoiceModel {
    ChoiceModel(optionCounts: optionCounts, constraints: kept.map { constraints[$0] })
  }
}

/// A relation between the options of a few variables, or a bound on a sum over many.
package enum ChoiceConstraint: Sendable {
  case table(ChoiceTable)
  case rule(ChoiceRule)
  case sum(ChoiceSum)

  package var scope: [Int] {
    switch self {
    case .table(let table): table.scope
    case .rule(let rule): rule.scope
    case .sum(let sum): sum.terms.map(\.variable)
    }
  }

  package func holds(for selection: [Int]) -> Bool {
    switch self {
    case .table(let table): table.holds(for: selection)
    case .rule(let rule): rule.holds(for: selection)
    case .sum(let sum): sum.holds(for: selection)
    }
  }
}

/// Allowed combinations, stated over classes of options that the relation cannot tell apart.
package struct ChoiceTable: Sendable {
  /// Distinct variables.
  package let scope: [Int]
  /// The class of each option, by position in the scope.
  package let classes: [[Int32]]
  package let classCounts: [Int]
  /// Whether a combination of classes is allowed: index `Σ class × stride`, the last position fastest.
  package let allowed: [Bool]
  package let strides: [Int]

  package init(scope: [Int], classes: [[Int32]], classCounts: [Int], allowed: [Bool]) {
    precondition(scope.count == classes.count && scope.count == classCounts.count, "columns of different length")
    var strides = [Int](repeating: 1, count: scope.count)
    for position in stride(from: scope.count - 2, through: 0, by: -1) {
      strides[position] = strides[position + 1] * classCounts[position + 1]
    }
    precondition(allowed.count == classCounts.reduce(1, *), "\(allowed.count) cells for classes \(classCounts)")
    self.scope = scope
    self.classes = classes
    self.classCounts = classCounts
    self.allowed = allowed
    self.strides = strides
  }

  package func holds(for selection: [Int]) -> Bool {
    var cell = 0
    for position in scope.indices {
      cell += Int(classes[position][selection[scope[position]]]) * strides[position]
    }
    return allowed[cell]
  }
}

/// `Σ weight of each variable's option ≤ limit`. Weights may be negative: what a source gives.
package struct ChoiceSum: Sendable {
  package struct Term: Sendable {
    package var variable: Int
    /// By option.
    package var weights: [Int64]

    package init(variable: Int, weights: [Int64]) {
      self.variable = variable
      self.weights = weights
    }
  }

  /// Distinct variables. Sums of magnitudes stay within 62 bits.
  package let terms: [Term]
  package let limit: Int64

  package init(terms: [Term], limit: Int64) {
    self.terms = terms
    self.limit = limit
  }

  package func holds(for selection: [Int]) -> Bool {
    terms.reduce(0) { $0 + $1.weights[selection[$1.variable]] } <= limit
  }
}

extension ChoiceConstraint {
  /// The constraint when some variables have one more option, the last, that satisfies it whatever the others take.
  package func allowing(emptyOptionOf variables: Set<Int>) -> ChoiceConstraint {
    switch self {
    case .rule(let rule): return .rule(rule.allowing(emptyOptionOf: variables))
    case .sum(let sum):
      let terms = sum.terms.map { term in
        variables.contains(term.variable)
          ? ChoiceSum.Term(variable: term.variable, weights: term.weights + [min(0, term.weights.min() ?? 0)]) : term
      }
      return .sum(ChoiceSum(terms: terms, limit: sum.limit))
    case .table(let table):
      let isWider = table.scope.map(variables.contains)
      let counts = zip(table.classCounts, isWider).map { $1 ? $0 + 1 : $0 }
      let classes = table.scope.indices.map { position in
        isWider[position] ? table.classes[position] + [Int32(table.classCounts[position])] : table.classes[position]
      }
      var allowed: [Bool] = []
      var digits = [Int](repeating: 0, count: counts.count)
      for _ in 0..<counts.reduce(1, *) {
        let isEmpty = digits.indices.contains { digits[$0] == table.classCounts[$0] }
        allowed.append(isEmpty || table.allowed[digits.indices.reduce(0) { $0 + digits[$1] * table.strides[$1] }])
        for position in stride(from: digits.count - 1, through: 0, by: -1) {
          digits[position] += 1
          if digits[position] < counts[position] { break }
          digits[position] = 0
        }
      }
      return .table(ChoiceTable(scope: table.scope, classes: classes, classCounts: counts, allowed: allowed))
    }
  }
}
