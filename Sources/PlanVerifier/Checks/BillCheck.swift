internal import Market
internal import SourcingPlan

/// What the spec's bill of materials asks for and the plan does not buy stands in the plan, line by line, and the plan is
/// marked complete only where nothing is missing.
enum BillCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    var stated = plan.missing ?? []
    for order in facts.orders {
      for line in order.missing {
        if let index = stated.firstIndex(where: { $0.order == order.id && line.isStated(by: $0) }) {
          stated.remove(at: index)
        } else {
          found.append(.hidden(line))
        }
      }
      let own = plan.orders.first { $0.id == order.id }?.bomLines
      if own != order.bomLines { found.append(.bomLines(stated: own, right: order.bomLines)) }
    }
    for line in stated { found.append(.invented(line)) }
    let isComplete =
      (plan.status == .optimal || plan.status == .feasible) && facts.orders.allSatisfy(\.missing.isEmpty)
      && (plan.asked ?? []).isEmpty
    if let claim = plan.complete, claim != isComplete { found.append(.completeness(claim)) }
    return found
  }
}

extension MissingFacts {
  fileprivate func isStated(by line: MissingLine) -> Bool {
    line.slots == references && line.row == row && line.says == says && line.grade == grade
  }
}

extension Violation {
  fileprivate static func hidden(_ line: MissingFacts) -> Violation {
    let names = line.references.joined(separator: ", ")
    return Violation(
      .missingMisstated, at: "missing",
      english: "the BOM's `\(names)` has no slot in the spec, and the plan does not say that it is missing",
      chinese: "料单中的 `\(names)` 在板子文件里没有位号，方案却没有列为缺料")
  }

  fileprivate static func invented(_ line: MissingLine) -> Violation {
    let names = line.slots.joined(separator: ", ")
    return Violation(
      .missingMisstated, at: "missing", english: "`\(names)` is not missing as the plan says it is",
      chinese: "`\(names)` 并不像方案所写的那样缺料")
  }

  fileprivate static func bomLines(stated: Int?, right: Int?) -> Violation {
    let (stated, right) = (stated.map(String.init) ?? "none", right.map(String.init) ?? "none")
    return Violation(
      .missingMisstated, at: "orders", english: "the spec records \(right) fitted lines of a BOM, the plan \(stated)",
      chinese: "板子文件记录的料单贴装行数为 \(right)，方案写的是 \(stated)")
  }

  fileprivate static func completeness(_ claim: Bool) -> Violation {
    Violation(
      .completenessMisstated, at: "complete",
      english: claim
        ? "the plan states that it is complete, but something is missing"
        : "the plan is complete, but states that it is not",
      chinese: claim ? "方案标注为齐套，但仍有缺料" : "方案已齐套，却标注为未齐套")
  }
}
