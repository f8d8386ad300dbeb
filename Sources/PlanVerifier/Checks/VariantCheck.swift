internal import Base
internal import Market
internal import SourcingPlan

/// The plan builds the board in a way that the spec leaves, states what that costs once, and compares every way: none of them has
/// a plan that costs less, or a bound below the plan's own.
enum VariantCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    let named = VariantFacts.designs(of: plan.fillings ?? [])
    guard named == facts.board.way.designs, (plan.fillings ?? []).count == named.count else {
      return [.wayUnknown(plan.fillings ?? [])]
    }
    var found: [Violation] = []
    if (plan.oneTimeCosts ?? []).map(\.amount.money) != facts.board.way.oneTimeCosts {
      found.append(.oneTimeCosts(facts.board.way.oneTimeCosts))
    }
    guard plan.status == .optimal || plan.status == .feasible else { return found }
    return found + comparison(of: plan, facts)
  }

  private static func comparison(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    // A plan that compares nothing says nothing of other ways.
    guard let ways = plan.ways else { return [] }
    guard facts.board.ways.count > 1 else { return [.wayMisstated("ways", "the board has one way")] }
    var left = facts.board.ways
    var found: [Violation] = []
    for (index, way) in ways.enumerated() {
      let path = "ways[\(index)]"
      guard let known = left.firstIndex(where: { $0.designs == VariantFacts.designs(of: way.fillings) }) else {
        found.append(.wayMisstated(path, "no such way, or twice the same"))
        continue
      }
      let spec = left.remove(at: known)
      if let fault = fault(of: way, spec, in: plan, facts) { found.append(.wayMisstated(path, fault)) }
      if let cost = way.cost, cost.total < plan.cost.total {
        found.append(.wayBeaten("\(path).cost.total", cost.total))
      }
      if let bound = way.bound, let own = plan.bound, bound < own { found.append(.wayBeaten("\(path).bound", bound)) }
    }
    if !left.isEmpty { found.append(.wayMisstated("ways", "\(left.count) of the board's ways are left out")) }
    return found
  }

  /// What is wrong with the figures of one way.
  private static func fault(
    of way: PlanVariant, _ spec: VariantFacts, in plan: PlanDocument, _ facts: VerifierFacts
  ) -> String? {
    let isOwn = spec.designs == facts.board.way.designs
    guard let cost = way.cost else { return isOwn || way.reason == nil ? "neither a cost nor a reason" : nil }
    if isOwn, cost != plan.cost { return "its cost is not the plan's" }
    if cost.total.money != Arithmetic.sum(TermFormulas.all.compactMap { cost[$0]?.money }) {
      return "the total is not the sum of its terms"
    }
    if (cost[OneTimeFormula.self]?.money ?? .zero) != Arithmetic.sum(spec.oneTimeCosts) {
      return "`nre` is not the spec's"
    }
    guard let bound = way.bound else { return way.gap == nil ? nil : "a gap without a bound" }
    if bound > cost.total { return "the bound is above the total" }
    let gap = ProofCheck.gap(of: cost.total.money, over: bound.money)
    return gap == way.gap?.millionths ? nil : "the gap does not follow from the bound"
  }
}

extension Violation {
  fileprivate static func wayUnknown(_ fillings: [PlanFilling]) -> Violation {
    let named = fillings.map { "\($0.group) = \($0.design ?? "discrete")" }.joined(separator: ", ")
    return Violation(
      .wayUnknown, at: "fillings", english: "the spec leaves no way to build the board with `\(named)`",
      chinese: "板子文件没有 `\(named)` 这种做法")
  }

  fileprivate static func oneTimeCosts(_ right: [Money]) -> Violation {
    let amounts = right.map { Amount($0).description }.joined(separator: ", ")
    return Violation(
      .oneTimeCostWrong, at: "oneTimeCosts", english: "what is spent once is [\(amounts)] CNY in the spec",
      chinese: "板子文件中的一次性费用为 [\(amounts)] 元")
  }

  fileprivate static func wayMisstated(_ path: String, _ fault: String) -> Violation {
    Violation(
      .wayMisstated, at: path, english: "the ways to build the board are misstated: \(fault)",
      chinese: "各种做法的数字有误：\(fault)")
  }

  fileprivate static func wayBeaten(_ path: String, _ amount: Amount) -> Violation {
    Violation(
      .wayBeaten, at: path, english: "another way comes to \(amount) CNY, below what the plan says",
      chinese: "另一种做法为 \(amount) 元，低于本方案所述")
  }
}
