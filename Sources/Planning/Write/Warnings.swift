internal import Base
internal import Electronics
internal import Market
internal import SourcingPlan

/// What the reader should know before spending money on the plan.
struct Warnings {
  let problem: PlanningProblem
  let model: DayModel
  let network: MarketNetwork
  let lines: [PlanLine]
  let walks: [PlanWalk]

  func all() -> [PlanWarning] {
    [sample, nothingReal, stalePrices, weekend, overBuying].compactMap { $0 } + handingOver
  }

  private var sample: PlanWarning? {
    let buys = lines.flatMap(\.buys)
    let count = buys.count { $0.isSample }
    guard count > 0 else { return nil }
    return PlanWarning(
      code: "W001",
      message: LocalizedText(
        english:
          "\(count) of \(buys.count) purchases rest on sample offers that a generator made: prices and stalls are "
          + "not real; put your own quotes into the market's offers.csv",
        chinese: "\(buys.count) 笔采购中有 \(count) 笔依据生成的样例报价：价格与档口并非真实；请把自己的报价写入该市场的 offers.csv"))
  }

  /// What to do where the plan does not rest on the sample, and nobody real is known to sell any of it.
  private var nothingReal: PlanWarning? {
    guard problem.leavesOutSample, lines.allSatisfy(\.buys.isEmpty), problem.slots.contains(where: { $0.amount > 0 })
    else { return nil }
    return PlanWarning(
      code: "W005",
      message: LocalizedText(
        english: "nothing is bought, as no price list, quote or stall of your own has any of it: import a price list "
          + "(`peidan prices import FILE` or `peidan catalog import FILE`), ask your sellers (`peidan ask PLAN`) and add their "
          + "answers (`peidan quotes add FILE`); `--sample` plans a trial day in the generated market",
        chinese: "没有采购任何物料：价目表、报价和自己的档口里都没有。请导入价目表（`peidan prices import FILE` 或 `peidan catalog import FILE`），"
          + "向卖家询价（`peidan ask PLAN`）并录入回复（`peidan quotes add FILE`）；`--sample` 可在生成的样例市场里试排一天"))
  }

  /// Purchases whose saving rests on a stale price.
  private var stalePrices: PlanWarning? {
    let stale = StalePrices(lines, problem: problem, model: model)
    guard stale.purchases > 0 else { return nil }
    let (days, more) = (problem.priceAge, Amount(Money(microYuan: stale.more)))
    let lone = stale.withoutFresh
    let references = lone.prefix(8).joined(separator: ", ") + (lone.count > 8 ? ", …" : "")
    return PlanWarning(
      code: "W002",
      message: LocalizedText(
        english: "\(stale.purchases) purchases rest on prices that have expired or are older than \(days) days"
          + (stale.more > 0 ? "; at fresh prices the same goods cost ¥\(more) more" : "")
          + (lone.isEmpty ? "" : "; nobody has a fresh price for \(references)"),
        chinese: "\(stale.purchases) 笔采购的报价已过期或超过 \(days) 天"
          + (stale.more > 0 ? "；按新报价同样的货要多花 ¥\(more)" : "")
          + (lone.isEmpty ? "" : "；\(references) 没有新报价")))
  }

  private var weekend: PlanWarning? {
    guard problem.date.weekday == 6, problem.isWalked else { return nil }
    return PlanWarning(
      code: "W003",
      message: LocalizedText(
        english: "the day is a Sunday: many stalls may stay closed, check first", chinese: "当天是星期日：不少档口可能不开，请先确认"))
  }

  /// Buyers who end elsewhere than where the kit comes together: the way there is in the schedule alone.
  private var handingOver: [PlanWarning] {
    let place = network.name(of: problem.kitPlace)
    return walks.compactMap { walk in
      guard let seconds = network.secondsToKit[walk.to] else { return nil }
      let (end, minutes) = (network.name(of: walk.to), (seconds + 59) / 60)
      return PlanWarning(
        code: "W006",
        message: LocalizedText(
          english:
            "\(walk.agent) ends at \(end.english), and the kit comes together at \(place.english): the schedule counts "
            + "\(minutes) min on foot to there, which cost nothing and are in nobody's hours",
          chinese: "\(walk.agent) 的终点是\(end.chinese)，齐套地点是\(place.chinese)：日程计入步行 \(minutes) 分钟，"
            + "但不计时间成本，也不占采购员的时间"))
    }
  }

  /// Lines of which at least a quarter more is bought than needed, to reach a break or a minimum.
  private var overBuying: PlanWarning? {
    let over = lines.filter { line in
      let bought = line.buys.reduce(0) { $0 + $1.quantity }
      return line.need > 0 && bought * 4 >= line.need * 5
    }
    guard !over.isEmpty else { return nil }
    return PlanWarning(
      code: "W004",
      message: LocalizedText(
        english: (over.count == 1
          ? "1 line buys a quarter or more above its need"
          : "\(over.count) lines buy a quarter or more above their need")
          + ", for a price break or a minimum",
        chinese: "\(over.count) 行因阶梯价或起订量多买四分之一以上"))
  }
}
