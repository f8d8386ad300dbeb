internal import Base
internal import Market
internal import SourcingPlan

/// The plan builds the board in a way that the spec leaves, states what that costs once, and compares every way: none of them has
/// a plan that costs less, or a bound below the plan's own.
enum VariantCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    for (order, board) in zip(plan.orders, facts.orders) {
      let fillings = order.fillings ?? []
      let named = VariantFacts.designs(of: fillings)
      guard named == board.way.designs, fillings.count == named.count else {
        found.append(.wayUnknown(fillings))
        continue
      }
      if (order.oneTimeCosts ?? []).map(\.amount.money) != board.way.oneTimeCosts {
        found.append(.oneTimeCosts(board.way.oneTimeCosts))
      }
    }
    if found.contains(where: { $0.code == .wayUnknown }) { return found }
    guard plan.status == .optimal || plan.status == .feasible else { return found }
    return found + comparison(of: plan, facts)
  }

  private static func comparison(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    // A plan that compares nothing says nothing of other ways.
    guard let ways = plan.ways else { return [] }
    guard facts.board.ways.count > 1 else {
      return [
        .wayMisstated("ways", LocalizedText(english: "the board can be built in only one way", chinese: "板子只有一种做法"))
      ]
    }
    var left = facts.board.ways
    var found: [Violation] = []
    for (index, way) in ways.enumerated() {
      let path = "ways[\(index)]"
      guard let known = left.firstIndex(where: { $0.designs == VariantFacts.designs(of: way.fillings) }) else {
        found.append(
          .wayMisstated(
            path,
            LocalizedText(
              english: "the board cannot be built in this way, or the way is listed twice", chinese: "没有这种做法，或重复列出")))
        continue
      }
      let spec = left.remove(at: known)
      if let fault = fault(of: way, spec, in: plan, facts) { found.append(.wayMisstated(path, fault)) }
      if let cost = way.cost, cost.total < plan.cost.total {
        found.append(.wayBeaten("\(path).cost.total", cost.total))
      }
      if let bound = way.bound, let own = plan.bound, bound < own { found.append(.wayBeaten("\(path).bound", bound)) }
    }
    if !left.isEmpty {
      found.append(
        .wayMisstated(
          "ways",
          LocalizedText(
            english: "\(left.count) of the board's ways are left out", chinese: "漏列了 \(left.count) 种做法")))
    }
    return found
  }

  /// What is wrong with the figures of one way.
  private static func fault(
    of way: PlanVariant, _ spec: VariantFacts, in plan: PlanDocument, _ facts: VerifierFacts
  ) -> LocalizedText? {
    let isOwn = spec.designs == facts.board.way.designs
    guard let cost = way.cost else {
      return isOwn || way.reason == nil
        ? LocalizedText(english: "a way has neither a cost nor a reason", chinese: "既无费用也无原因") : nil
    }
    if isOwn, cost != plan.cost { return LocalizedText(english: "its cost is not the plan's", chinese: "费用与方案不符") }
    if cost.total.money != Arithmetic.sum(TermFormulas.all.compactMap { cost[$0]?.money }) {
      return LocalizedText(english: "the total is not the sum of its terms", chinese: "合计不等于各项之和")
    }
    if (cost[OneTimeFormula.self]?.money ?? .zero) != Arithmetic.sum(spec.oneTimeCosts) {
      return LocalizedText(english: "`nre` is not the spec's", chinese: "`nre` 与板子文件不符")
    }
    guard let bound = way.bound else {
      return way.gap == nil ? nil : LocalizedText(english: "a way has a gap but no bound", chinese: "有差距而无下界")
    }
    if bound > cost.total { return LocalizedText(english: "the bound is above the total", chinese: "下界高于合计") }
    let gap = ProofCheck.gap(of: cost.total.money, over: bound.money)
    return gap == way.gap?.millionths
      ? nil : LocalizedText(english: "the gap does not follow from the bound", chinese: "差距与下界不符")
  }
}

extension Violation {
  fileprivate static func wayUnknown(_ fillings: [PlanFilling]) -> Violation {
    let named = fillings.map { "\($0.group) = \($0.design ?? "discrete")" }.joined(separator: ", ")
    return Violation(
      .wayUnknown, at: "fillings", english: "the spec does not allow the board to be built with `\(named)`",
      chinese: "板子文件没有 `\(named)` 这种做法")
  }

  fileprivate static func oneTimeCosts(_ right: [Money]) -> Violation {
    let amounts = right.map { Amount($0).description }.joined(separator: ", ")
    return Violation(
      .oneTimeCostWrong, at: "oneTimeCosts", english: "the one-time costs are [\(amounts)] CNY in the spec",
      chinese: "板子文件中的一次性费用为 [\(amounts)] 元")
  }

  fileprivate static func wayMisstated(_ path: String, _ fault: LocalizedText) -> Violation {
    Violation(
      .wayMisstated, at: path, english: "the ways to build the board are misstated: \(fault.english)",
      chinese: "各种做法的数字有误：\(fault.chinese)")
  }

  fileprivate static func wayBeaten(_ path: String, _ amount: Amount) -> Violation {
    Violation(
      .wayBeaten, at: path, english: "another way costs \(amount) CNY, less than the plan states for the best",
      chinese: "另一种做法为 \(amount) 元，低于本方案所述")
  }
}
