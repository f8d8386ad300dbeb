/// What a search over selections found.
package enum ChoiceAnswer: Sendable, Equatable {
  /// A selection that breaks nothing.
  case found([Int])
  case impossible
  /// The limit on nodes was reached.
  case unknown
}

extension ChoiceModel {
  /// Options that some allowed selection may take as far as propagation tells, by variable; nil when there is none at all.
  package func reachableOptions() -> [[Int]]? {
    var domains = Domains(optionCounts)
    if optionCounts.contains(0) || propagate(&domains, from: Array(constraints.indices)) != nil { return nil }
    return optionCounts.indices.map { domains.options(of: $0) }
  }

  /// Looks for a selection that is allowed: depth first, propagation at each node, the variable with the fewest options for
  /// the failures of its constraints first (F. Boussemart et al., "Boosting systematic search by weighting constraints",
  /// ECAI 2004), options in the order of `ranking` or, without it, in their own.
  ///
  /// - Parameters:
  ///   - fixed: options that variables must take.
  ///   - ranking: for a variable, all its options in the order in which they are tried.
  package func search(
    nodeLimit: Int = 100_000, fixing fixed: [(variable: Int, option: Int)] = [], ranking: ((Int) -> [Int])? = nil
  ) -> ChoiceAnswer {
    if optionCounts.contains(0) { return .impossible }
    var domains = Domains(optionCounts)
    for choice in fixed {
      for other in domains.options(of: choice.variable) where other != choice.option {
        _ = domains.close(choice.variable, other)
      }
    }
    var state = SearchState(
      failures: .init(repeating: 1, count: constraints.count), nodesLeft: nodeLimit, ranking: ranking)
    if propagate(&domains, from: Array(constraints.indices)) != nil { return .impossible }
    if ranking == nil {
      let guess = lightestSelection(domains)
      if allows(guess) { return .found(guess) }
    }
    return descend(&domains, &state)
  }

  /// The open option of each variable that weighs least over all sums: where sums alone decide, no other does better.
  private func lightestSelection(_ domains: Domains) -> [Int] {
    var weights = optionCounts.map { [Int64](repeating: 0, count: $0) }
    for case .sum(let sum) in constraints {
      for term in sum.terms {
        for option in term.weights.indices { weights[term.variable][option] += term.weights[option] >> 8 }
      }
    }
    return optionCounts.indices.map { variable in
      domains.options(of: variable).min { weights[variable][$0] < weights[variable][$1] } ?? 0
    }
  }

  private struct SearchState {
    var failures: [Int]
    var nodesLeft: Int
    let ranking: ((Int) -> [Int])?

    /// Open options of `variable` in the order in which they are tried.
    func options(of variable: Int, _ domains: Domains) -> [Int] {
      guard let ranking else { return domains.options(of: variable) }
      return ranking(variable).filter { domains.isOpen[variable][$0] }
    }
  }

  private func descend(_ domains: inout Domains, _ state: inout SearchState) -> ChoiceAnswer {
    guard let variable = nextVariable(domains, state) else {
      return .found(optionCounts.indices.map { state.options(of: $0, domains)[0] })
    }
    for option in state.options(of: variable, domains) {
      state.nodesLeft -= 1
      if state.nodesLeft < 0 { return .unknown }
      let mark = domains.mark
      for other in domains.options(of: variable) where other != option { _ = domains.close(variable, other) }
      if let failed = propagate(&domains, from: touching[variable]) {
        state.failures[failed] += 1
      } else {
        let answer = descend(&domains, &state)
        if answer != .impossible { return answer }
      }
      domains.undo(to: mark)
    }
    return .impossible
  }

  private func nextVariable(_ domains: Domains, _ state: SearchState) -> Int? {
    var best: (variable: Int, score: Double)?
    for variable in optionCounts.indices where domains.counts[variable] > 1 && !touching[variable].isEmpty {
      let weight = touching[variable].reduce(0) { $0 + state.failures[$1] }
      let score = Double(domains.counts[variable]) / Double(weight)
      if best.map({ score < $0.score }) ?? true { best = (variable, score) }
    }
    return best?.variable
  }
}
