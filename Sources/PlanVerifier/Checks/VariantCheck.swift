internal import Base
internal import Market
internal import SourcingPlan

/// The plan builds a variant that the spec has, states what that costs once, and compares every variant: none of them has
/// a plan that costs less, or a bound below the plan's own.
enum VariantCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    for (order, board) in zip(plan.orders, facts.orders) {
      let fillings = order.fillings ?? []
      let named = VariantFacts.designs(of: fillings)
      guard named == board.variant.designs, fillings.count == named.count else {
        found.append(.variantUnknown(fillings))
        continue
      }
      if (order.oneTimeCosts ?? []).map(\.amount.money) != board.variant.oneTimeCosts {
        found.append(.oneTimeCosts(board.variant.oneTimeCosts))
      }
    }
    if found.contains(where: { $0.code == .variantUnknown }) { return found }
    guard plan.status == .optimal || plan.status == .feasible else { return found }
    return found + comparison(of: plan, facts)
  }

  private static func comparison(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    // A plan that compares nothing says nothing of other variants.
    guard let variants = plan.ways else { return [] }
    guard facts.board.variants.count > 1 else {
      return [
        .variantMisstated("ways", LocalizedText(english: "the board has only one variant", chinese: "板子只有一个变体"))
      ]
    }
    var left = facts.board.variants
    var found: [Violation] = []
    for (index, variant) in variants.enumerated() {
      let path = "ways[\(index)]"
      guard let known = left.firstIndex(where: { $0.designs == VariantFacts.designs(of: variant.fillings) }) else {
        found.append(
          .variantMisstated(
            path,
            LocalizedText(
              english: "the board has no such variant, or the variant is listed twice", chinese: "没有这个变体，或重复列出")))
        continue
      }
      let spec = left.remove(at: known)
      if let fault = fault(of: variant, spec, in: plan, facts) { found.append(.variantMisstated(path, fault)) }
      if let cost = variant.cost, cost.total < plan.cost.total {
        found.append(.variantBeaten("\(path).cost.total", cost.total))
      }
      if let bound = variant.bound, let own = plan.bound, bound < own {
        found.append(.variantBeaten("\(path).bound", bound))
      }
    }
    if !left.isEmpty {
      found.append(
        .variantMisstated(
          "ways",
          LocalizedText(
            english: "\(left.count) of the board's variants are left out", chinese: "漏列了 \(left.count) 个变体")))
    }
    return found
  }

  /// What is wrong with the figures of one variant.
  private static func fault(
    of variant: PlanVariant, _ spec: VariantFacts, in plan: PlanDocument, _ facts: VerifierFacts
  ) -> LocalizedText? {
    let isOwn = spec.designs == facts.board.variant.designs
    guard let cost = variant.cost else {
      return isOwn || variant.reason == nil
        ? LocalizedText(english: "a variant has neither a cost nor a reason", chinese: "既无费用也无原因") : nil
    }
    if isOwn, cost != plan.cost { return LocalizedText(english: "its cost is not the plan's", chinese: "费用与方案不符") }
    if cost.total.money != Arithmetic.sum(TermFormulas.all.compactMap { cost[$0]?.money }) {
      return LocalizedText(english: "the total is not the sum of its terms", chinese: "合计不等于各项之和")
    }
    if (cost[OneTimeFormula.self]?.money ?? .zero) != Arithmetic.sum(spec.oneTimeCosts) {
      return LocalizedText(english: "`nre` is not the spec's", chinese: "`nre` 与板子文件不符")
    }
    guard let bound = variant.bound else {
      return variant.gap == nil ? nil : LocalizedText(english: "a variant has a gap but no bound", chinese: "有差距而无下界")
    }
    if bound > cost.total { return LocalizedText(english: "the bound is above the total", chinese: "下界高于合计") }
    let gap = ProofCheck.gap(of: cost.total.money, over: bound.money)
    return gap == variant.gap?.millionths
      ? nil : LocalizedText(english: "the gap does not follow from the bound", chinese: "差距与下界不符")
  }
}

extension Violation {
  fileprivate static func variantUnknown(_ fillings: [PlanFilling]) -> Violation {
    let named = fillings.map { "\($0.group) = \($0.design ?? "discrete")" }.joined(separator: ", ")
    return Violation(
      .variantUnknown, at: "fillings", english: "the spec does not allow the board to be built with `\(named)`",
      chinese: "板子文件没有 `\(named)` 这个变体")
  }

  fileprivate static func oneTimeCosts(_ right: [Money]) -> Violation {
    let amounts = right.map { Amount($0).description }.joined(separator: ", ")
    return Violation(
      .oneTimeCostWrong, at: "oneTimeCosts", english: "the one-time costs are [\(amounts)] CNY in the spec",
      chinese: "板子文件中的一次性费用为 [\(amounts)] 元")
  }

  fileprivate static func variantMisstated(_ path: String, _ fault: LocalizedText) -> Violation {
    Violation(
      .variantMisstated, at: path, english: "the comparison of variants is wrong: \(fault.english)",
      chinese: "各变体的比较有误：\(fault.chinese)")
  }

  fileprivate static func variantBeaten(_ path: String, _ amount: Amount) -> Violation {
    Violation(
      .variantBeaten, at: path, english: "another variant costs \(amount) CNY, less than the plan states for the best",
      chinese: "另一个变体为 \(amount) 元，低于本方案所述")
  }
}
