extension ChoiceModel {
  /// Models side by side: the variables of each follow those of the one before, and no constraint ties two models.
  package init(joining models: [ChoiceModel]) {
    var counts: [Int] = []
    var constraints: [ChoiceConstraint] = []
    for model in models {
      constraints += model.constraints.map { $0.shifted(by: counts.count) }
      counts += model.optionCounts
    }
    self.init(optionCounts: counts, constraints: constraints)
  }
}

extension ChoiceConstraint {
  /// The same constraint over variables numbered so many higher.
  fileprivate func shifted(by offset: Int) -> ChoiceConstraint {
    guard offset > 0 else { return self }
    switch self {
    case .table(let table):
      return .table(
        ChoiceTable(
          scope: table.scope.map { $0 + offset }, classes: table.classes, classCounts: table.classCounts,
          allowed: table.allowed))
    case .rule(let rule):
      return .rule(
        ChoiceRule(
          scope: rule.scope.map { $0 + offset }, classes: rule.classes, classCounts: rule.classCounts,
          allows: rule.allows))
    case .sum(let sum):
      return .sum(
        ChoiceSum(
          terms: sum.terms.map { .init(variable: $0.variable + offset, weights: $0.weights) }, limit: sum.limit))
    }
  }
}
