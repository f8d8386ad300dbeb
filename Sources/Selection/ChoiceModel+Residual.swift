/// A model after propagation: the options that are left, and the constraints that still decide something.
package struct ResidualChoices: Sendable {
  /// Options of each variable that are left, ascending; never empty.
  package let open: [[Int]]
  /// Over positions in `open`; without constraints, every combination of what is left is allowed.
  package let model: ChoiceModel
}

extension ChoiceModel {
  /// Propagates to a fixpoint and drops constraints that every combination of what is left satisfies; nil when nothing is
  /// left of some variable.
  ///
  /// - Parameter within: options to start from; all where nil.
  /// - Complexity: that of propagation, and once the size of the tables.
  package func residual(within: [[Int]]? = nil) -> ResidualChoices? {
    if optionCounts.contains(0) { return nil }
    var domains = Domains(optionCounts)
    if let within {
      for variable in within.indices {
        let kept = Set(within[variable])
        for option in 0..<optionCounts[variable] where !kept.contains(option) {
          if !domains.close(variable, option) { return nil }
        }
      }
    }
    if propagate(&domains, from: Array(constraints.indices)) != nil { return nil }
    let open = optionCounts.indices.map { domains.options(of: $0) }
    let left = constraints.compactMap { $0.restricted(to: open) }
    return ResidualChoices(open: open, model: ChoiceModel(optionCounts: open.map(\.count), constraints: left))
  }
}

extension ChoiceConstraint {
  /// The constraint over positions in `open`; nil where nothing left breaks it.
  fileprivate func restricted(to open: [[Int]]) -> ChoiceConstraint? {
    switch self {
    case .rule(let rule): return rule.restricted(to: open)
    case .table(let table):
      let classes = zip(table.scope, table.classes).map { variable, classes in open[variable].map { classes[$0] } }
      let live = classes.map { Set($0).sorted() }
      let cells = live.enumerated().reduce([0]) { cells, entry in
        cells.flatMap { cell in entry.element.map { cell + Int($0) * table.strides[entry.offset] } }
      }
      if cells.allSatisfy({ table.allowed[$0] }) { return nil }
      let numbered = zip(classes, live).map { classes, live in
        let number = Dictionary(uniqueKeysWithValues: live.enumerated().map { ($1, Int32($0)) })
        return classes.map { number[$0] ?? 0 }
      }
      return .table(
        ChoiceTable(
          scope: table.scope, classes: numbered, classCounts: live.map(\.count),
          allowed: cells.map { table.allowed[$0] }))
    case .sum(let sum):
      let terms = sum.terms.map { term in
        ChoiceSum.Term(variable: term.variable, weights: open[term.variable].map { term.weights[$0] })
      }
      let most = terms.reduce(0) { $0 + ($1.weights.max() ?? 0) }
      return most <= sum.limit ? nil : .sum(ChoiceSum(terms: terms, limit: sum.limit))
    }
  }
}
