internal import BoardSpec
internal import Market
internal import Optimizer
internal import SourcingPlan

/// Says why a board cannot be sourced, slot by slot.
struct ConflictReporter {
  let problem: PlanningProblem
  let model: DayModel

  /// Slots for which no offer may be used at all.
  func unsourced() -> [Conflict] {
    model.unsourced.keys.sorted().map { slot in
      Conflict(slots: problem.slots[slot].slot.references, reason: reason(model.unsourced[slot] ?? [:], slot: slot))
    }
  }

  /// Requirements of each board's rules that exclude each other among what is sold that day.
  func rules() -> [Conflict] {
    zip(problem.orders, model.selections).flatMap { order, selection in
      (selection.conflict() ?? []).map { requirement in
        Conflict(
          slots: requirement.slots.flatMap { order.board.slots[$0].references },
          reason: LocalizedText(
            english: "the parts sold that day exclude each other: \(requirement.text)",
            chinese: "当天有售的物料互相冲突：\(requirement.text)"))
      }
    }
  }

  /// Slots that a partial plan left empty though each of them has offers: stock, hours, load or budget forbid them.
  ///
  /// - Parameter day: the model that `partial` solves; its slots are those of the whole.
  func leftOut(_ partial: Optimizer.Solution, of day: DayModel, uncovered: [Int]) -> [Conflict] {
    var conflicts: [Conflict] = []
    for (slot, choice) in partial.selection.enumerated()
    where model.unsourced[slot] == nil && !problem.slots[slot].isSettled {
      let option = day.instance.options[Int(day.instance.optionStart[slot]) + Int(choice)]
      guard option.product < 0 else { continue }
      conflicts.append(
        Conflict(
          slots: problem.slots[slot].slot.references,
          reason: uncovered.contains(slot) ? uncoverable(slot) : outOfDay))
    }
    return conflicts
  }

  private var outOfDay: LocalizedText {
    LocalizedText(
      english: "was not fitted into the day beside the other lines: hours, finish, load or budget prevent it",
      chinese: "没能与其他物料一起排进当天：受营业时间、收工时间、负重或预算限制")
  }

  /// Why a slot that has offers cannot be filled whatever else is bought.
  private func uncoverable(_ slot: Int) -> LocalizedText {
    let instance = model.instance
    let options = instance.optionRange(of: slot).map { instance.options[$0] }.filter { $0.product >= 0 }
    let most = options.map { option in
      let stock = instance.offerRange(of: Int(option.product)).reduce(0) { $0 + Int(instance.offers[$1].stock) }
      return (stock: stock, need: instance.need(of: Int(option.product), amount: option.amount))
    }.max { $0.stock - $0.need < $1.stock - $1.need }
    guard let most, most.stock < most.need else { return unreachable }
    return .tooFew(most.stock, need: most.need)
  }

  private var unreachable: LocalizedText {
    LocalizedText(
      english: "no purchase that suffices can be made and carried back within the day's start and finish",
      chinese: "在当天的开始与收工时间内，买不到足够数量并带回")
  }

  private func reason(_ refusals: [OfferFilter.Refusal: Int], slot: Int) -> LocalizedText {
    let parts = problem.slots[slot].candidates.count
    guard parts > 0 else {
      return LocalizedText(
        english: "no part of the catalog meets the slot's conditions", chinese: "目录中没有满足条件的物料")
    }
    guard !refusals.isEmpty else {
      return LocalizedText(
        english: "none of the \(parts) parts that fit is offered in "
          + problem.markets.map { "`\($0.id)`" }.joined(separator: ", "),
        chinese: "符合条件的 \(parts) 种物料在\(problem.markets.map(\.chinese).joined(separator: "、"))都没有报价")
    }
    let told = OfferFilter.Refusal.allCases.compactMap { refusal in refusals[refusal].map { (refusal, $0) } }
    return LocalizedText(
      english: "no offer can be used: " + told.map { "\($1) \($0.english)" }.joined(separator: ", "),
      chinese: "所有报价都不可用：" + told.map { "\($1) 个\($0.chinese)" }.joined(separator: "，"))
  }
}

extension LocalizedText {
  /// That all sellers of a part have fewer pieces than are needed.
  static func tooFew(_ pieces: Int, need: Int) -> Self {
    LocalizedText(
      english: "all sellers together have \(pieces) of \(need) pieces needed",
      chinese: "所有卖家合计只有 \(pieces) 件，需要 \(need) 件")
  }
}

extension OfferFilter.Refusal {
  var english: String {
    switch self {
    case .condition: "in a condition that the policy forbids"
    case .dateUnknown: "whose date code is not known"
    case .tooOld: "with a date code older than the rule"
    case .noInvoice: "at stalls that give no invoice"
    case .notPinned: "at stalls other than those asked for"
    case .banned: "at banned stalls"
    case .closed: "at stalls closed that day"
    case .noStock: "with too little stock for their minimum"
    case .tooFar: "beyond the radius"
    case .beyondLimits: "with prices or quantities that cannot be reckoned with"
    }
  }

  var chinese: String {
    switch self {
    case .condition: "成色不符合要求"
    case .dateUnknown: "批号不明"
    case .tooOld: "批号太旧"
    case .noInvoice: "档口不开发票"
    case .notPinned: "不在指定档口"
    case .banned: "在禁用档口"
    case .closed: "当天不营业"
    case .noStock: "库存不足起订量"
    case .tooFar: "超出范围"
    case .beyondLimits: "价格或数量超出可计算范围"
    }
  }
}
