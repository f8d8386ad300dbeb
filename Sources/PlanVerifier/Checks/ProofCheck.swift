internal import Base
internal import Market
internal import SourcingPlan

/// The bound is no higher than the total (or than any baseline that keeps the day's limits), the gap follows from both,
/// and the status says no more than they do.
enum ProofCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    let total = plan.cost.total.money
    if let bound = plan.bound?.money {
      if bound > total { return [.boundAboveTotal(plan)] }
      let expected = gap(of: total, over: bound)
      if let expected, plan.gap?.millionths != expected { found.append(.gapWrong(plan, right: expected)) }
    } else if plan.gap != nil {
      found.append(.gapWrong(plan, right: nil))
    }
    if let gap = plan.gap, let decidable = plan.decidableGap, decidable < gap {
      found.append(.gapWrong(plan, right: nil))
    }
    if plan.status == .optimal, plan.bound?.money != total { found.append(.statusWrong(plan)) }
    if plan.status == .infeasible || plan.status == .unknown, plan.conflict.isEmpty { found.append(.statusWrong(plan)) }
    for (index, baseline) in plan.baselines.enumerated() where !isSound(baseline, plan) {
      found.append(.baselineWrong(baseline, "baselines[\(index)]"))
    }
    return found
  }

  /// `(total − bound) / total` in millionths, rounded up; nil where the total is nothing.
  static func gap(of total: Money, over bound: Money) -> Int? {
    guard total > .zero else { return nil }
    let missing = Int128(total.microYuan) - Int128(bound.microYuan)
    return Int(clamping: Arithmetic.roundedUp(missing * 1_000_000, over: Int128(total.microYuan)))
  }

  /// A baseline with a note breaks a limit of the day, and the bound says nothing of it.
  private static func isSound(_ baseline: Baseline, _ plan: PlanDocument) -> Bool {
    guard let total = baseline.total?.money else { return baseline.note != nil }
    guard let goods = baseline.goods?.money, let minutes = baseline.minutes, minutes >= 0, goods <= total else {
      return false
    }
    guard baseline.note == nil, plan.status != .infeasible, let bound = plan.bound?.money else { return true }
    return bound <= total
  }
}

/// The decidable gap lies where any floor would put it.
enum DecidableGapCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    guard let decidable = plan.decidableGap, !possible(plan).contains(decidable.millionths) else { return [] }
    return [.gapWrong(plan, right: nil)]
  }

  /// What the decidable gap can be, in millionths: its floor is at least what services and one-time costs come to, and at most the bound.
  private static func possible(_ plan: PlanDocument) -> ClosedRange<Int> {
    guard let bound = plan.bound?.money else { return 0...0 }
    let total = plan.cost.total.money
    let terms = [plan.cost[ServicesFormula.self], plan.cost[OneTimeFormula.self]].compactMap { $0?.money }
    let fixed = Arithmetic.sum(terms)
    let missing = Int128(total.microYuan) - Int128(bound.microYuan)
    let base = Int128(total.microYuan) - Int128(min(fixed, bound).microYuan)
    guard missing > 0, base > 0 else { return 0...0 }
    // `Share` may round either way.
    return max(0, Int(missing * 1_000_000 / base) - 1)...1_000_000
  }
}

extension Violation {
  fileprivate static func boundAboveTotal(_ plan: PlanDocument) -> Violation {
    Violation(
      .boundAboveTotal, at: "bound",
      english:
        "the plan states that every plan costs at least \(plan.bound?.description ?? "?") CNY, but it costs only \(plan.cost.total)",
      chinese: "下界 \(plan.bound?.description ?? "?") 元高于本方案总成本 \(plan.cost.total) 元")
  }

  fileprivate static func gapWrong(_ plan: PlanDocument, right: Int?) -> Violation {
    let stated = plan.gap?.description ?? "null"
    let expected = right.map { Share(millionths: $0).description }
    return Violation(
      .gapWrong, at: "gap",
      english: expected.map { "the gap of this bound is \($0), not \(stated)" }
        ?? "the gaps do not follow from the bound",
      chinese: expected.map { "该下界对应的差距为 \($0)，而不是 \(stated)" } ?? "差距与下界不符")
  }

  fileprivate static func statusWrong(_ plan: PlanDocument) -> Violation {
    Violation(
      .statusWrong, at: "status", english: "the plan's figures do not support its status `\(plan.status.rawValue)`",
      chinese: "方案内容不支持状态 `\(plan.status.rawValue)`")
  }

  fileprivate static func baselineWrong(_ baseline: Baseline, _ path: String) -> Violation {
    Violation(
      .baselineWrong, at: path,
      english: "the figures of baseline `\(baseline.name.rawValue)` do not fit each other or the bound",
      chinese: "基线 `\(baseline.name.rawValue)` 的数字互相矛盾或与下界矛盾")
  }
}
