extension ChoiceModel {
  /// An allowed selection of the least total cost, or the cheapest that was found within the limit on nodes; nil where none
  /// was.
  ///
  /// Depth-first branch and bound with propagation; the bound is the sum of the cheapest open options.
  package func cheapestSelection(costs: [[Int64]], nodeLimit: Int = 20_000) -> [Int]? {
    if optionCounts.contains(0) { return nil }
    var domains = Domains(optionCounts)
    if propagate(&domains, from: Array(constraints.indices)) != nil { return nil }
    var descent = Descent(costs: costs, nodesLeft: nodeLimit)
    descend(&domains, &descent)
    return descent.best
  }

  private struct Descent {
    let costs: [[Int64]]
    var nodesLeft: Int
    var best: [Int]?
    var bestCost = Int64.max
  }

  private func descend(_ domains: inout Domains, _ descent: inout Descent) {
    descent.nodesLeft -= 1
    if descent.nodesLeft < 0 { return }
    var bound: Int64 = 0
    var cheapest: [Int] = []
    for variable in optionCounts.indices {
      let open = domains.options(of: variable)
      let least = open.min { descent.costs[variable][$0] < descent.costs[variable][$1] } ?? 0
      cheapest.append(least)
      bound += descent.costs[variable][least]
    }
    if bound >= descent.bestCost { return }
    guard let broken = constraints.indices.first(where: { !constraints[$0].holds(for: cheapest) }) else {
      descent.best = cheapest
      descent.bestCost = bound
      return
    }
    let scope = constraints[broken].scope.filter { domains.counts[$0] > 1 }
    guard let variable = scope.min(by: { domains.counts[$0] < domains.counts[$1] }) else { return }
    let ordered = domains.options(of: variable).sorted { descent.costs[variable][$0] < descent.costs[variable][$1] }
    for option in ordered {
      let mark = domains.mark
      for other in domains.options(of: variable) where other != option { _ = domains.close(variable, other) }
      if propagate(&domains, from: touching[variable]) == nil { descend(&domains, &descent) }
      domains.undo(to: mark)
    }
  }
}
