extension ChoiceModel {
  /// Constraints that cannot hold together, none of which can be left out: the indices, ascending. Nil when the model has a
  /// selection, or when the limit on nodes does not tell.
  ///
  /// Deletion filter (J. Chinneck, "Feasibility and infeasibility in optimization", 2008, ch. 6) over the connected component
  /// that fails: one search for each of its constraints.
  package func conflict(nodeLimit: Int = 100_000) -> [Int]? {
    for component in components() where keeping(component).search(nodeLimit: nodeLimit) == .impossible {
      var kept = component
      for candidate in component {
        let rest = kept.filter { $0 != candidate }
        if keeping(rest).search(nodeLimit: nodeLimit) == .impossible { kept = rest }
      }
      return kept
    }
    return nil
  }

  /// Constraints grouped so that no two groups share a variable; groups in the order of their first constraint.
  private func components() -> [[Int]] {
    var group = [Int](repeating: -1, count: constraints.count)
    var groups: [[Int]] = []
    for first in constraints.indices where group[first] < 0 {
      var members = [first]
      group[first] = groups.count
      var next = 0
      while next < members.count {
        for variable in constraints[members[next]].scope {
          for other in touching[variable] where group[other] < 0 {
            group[other] = groups.count
            members.append(other)
          }
        }
        next += 1
      }
      groups.append(members.sorted())
    }
    return groups
  }
}
