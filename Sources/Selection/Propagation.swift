/// Closes options that no allowed selection takes, to a fixpoint.
///
/// Tables become generalised arc consistent where few combinations are left, sums bounds consistent. Source: C. Bessière,
/// "Constraint propagation", Handbook of Constraint Programming, 2006, ch. 3.
extension ChoiceModel {
  /// Combinations of a table that are looked through at most; larger tables wait until choices make them small.
  private static let tableWork = 4096

  /// Propagates from the constraints in `queue`; the constraint that failed, or nil.
  func propagate(_ domains: inout Domains, from start: [Int]) -> Int? {
    var queue = start
    var isQueued = [Bool](repeating: false, count: constraints.count)
    for index in start { isQueued[index] = true }
    var next = 0
    while next < queue.count {
      let index = queue[next]
      next += 1
      isQueued[index] = false
      var changed: [Int] = []
      let isSound =
        switch constraints[index] {
        case .table(let table): Self.filter(table, &domains, &changed)
        case .rule(let rule): Self.filter(rule, &domains, &changed)
        case .sum(let sum): Self.filter(sum, &domains, &changed)
        }
      if !isSound { return index }
      for variable in changed {
        for other in touching[variable] where other != index && !isQueued[other] {
          isQueued[other] = true
          queue.append(other)
        }
      }
    }
    return nil
  }

  private static func filter(_ table: ChoiceTable, _ domains: inout Domains, _ changed: inout [Int]) -> Bool {
    var live: [[Int]] = []
    var product = 1
    for position in table.scope.indices {
      var isLive = [Bool](repeating: false, count: table.classCounts[position])
      let open = domains.isOpen[table.scope[position]]
      for option in open.indices where open[option] { isLive[Int(table.classes[position][option])] = true }
      live.append(isLive.indices.filter { isLive[$0] })
      product = product.multipliedReportingOverflow(by: live[position].count).partialValue
      if product > tableWork { return true }
    }
    var supported = table.classCounts.map { [Bool](repeating: false, count: $0) }
    var digits = [Int](repeating: 0, count: live.count)
    for _ in 0..<product {
      var cell = 0
      for position in live.indices { cell += live[position][digits[position]] * table.strides[position] }
      if table.allowed[cell] {
        for position in live.indices { supported[position][live[position][digits[position]]] = true }
      }
      for position in stride(from: live.count - 1, through: 0, by: -1) {
        digits[position] += 1
        if digits[position] < live[position].count { break }
        digits[position] = 0
      }
    }
    for position in table.scope.indices {
      let variable = table.scope[position]
      var isChanged = false
      for option in domains.options(of: variable) where !supported[position][Int(table.classes[position][option])] {
        isChanged = true
        if !domains.close(variable, option) { return false }
      }
      if isChanged { changed.append(variable) }
    }
    return true
  }

  /// Combinations of a rule that are judged at most; each is a call, where a table has a cell.
  private static let ruleWork = 256

  private static func filter(_ rule: ChoiceRule, _ domains: inout Domains, _ changed: inout [Int]) -> Bool {
    var live: [[Int]] = []
    var product = 1
    for position in rule.scope.indices {
      live.append(Set(domains.options(of: rule.scope[position]).map { Int(rule.classes[position][$0]) }).sorted())
      product = product.multipliedReportingOverflow(by: live[position].count).partialValue
      if product > ruleWork { return true }
    }
    var supported = rule.scope.map { _ in Set<Int>() }
    forEachCombination(of: live) { digits in
      if digits.indices.allSatisfy({ supported[$0].contains(digits[$0]) }) || !rule.allows(digits) { return }
      for position in digits.indices { supported[position].insert(digits[position]) }
    }
    for position in rule.scope.indices {
      let variable = rule.scope[position]
      var isChanged = false
      for option in domains.options(of: variable)
      where !supported[position].contains(Int(rule.classes[position][option])) {
        isChanged = true
        if !domains.close(variable, option) { return false }
      }
      if isChanged { changed.append(variable) }
    }
    return true
  }

  private static func filter(_ sum: ChoiceSum, _ domains: inout Domains, _ changed: inout [Int]) -> Bool {
    let least = sum.terms.map { term in
      domains.options(of: term.variable).reduce(Int64.max) { min($0, term.weights[$1]) }
    }
    let slack = sum.limit - least.reduce(0, +)
    if slack < 0 { return false }
    for (term, least) in zip(sum.terms, least) {
      var isChanged = false
      for option in domains.options(of: term.variable) where term.weights[option] - least > slack {
        isChanged = true
        if !domains.close(term.variable, option) { return false }
      }
      if isChanged { changed.append(term.variable) }
    }
    return true
  }
}
