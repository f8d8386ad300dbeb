internal import Electronics
internal import Market
internal import SourcingPlan

/// What the reader should know before spending money on the plan.
struct Warnings {
  let facts: SourcingFacts
  let lines: [PlanLine]
  let walks: [PlanWalk]

  func all() -> [PlanWarning] {
    [sample, oldOffers, weekend, overBuying].compactMap { $0 }
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

  /// Offers seen more than thirty days before the day of the plan.
  private var oldOffers: PlanWarning? {
    let old = lines.flatMap(\.buys).filter { buy in
      guard !buy.isSample, let seen = LocalDate(buy.seen) else { return false }
      return facts.day.date.dayNumber - seen.dayNumber > 30
    }
    guard !old.isEmpty else { return nil }
    return PlanWarning(
      code: "W002",
      message: LocalizedText(
        english: "\(old.count) purchases rest on prices older than 30 days",
        chinese: "\(old.count) 笔采购的报价已超过 30 天"))
  }

  private var weekend: PlanWarning? {
    guard facts.day.date.weekday == 6, facts.profile.kind == .walking else { return nil }
    return PlanWarning(
      code: "W003",
      message: LocalizedText(
        english: "the day is a Sunday: many stalls may stay shut, check first", chinese: "当天是星期日：不少档口可能不开，请先确认"))
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
        english: "\(over.count) lines buy a quarter or more above their need, for a price break or a minimum",
        chinese: "\(over.count) 行因阶梯价或起订量多买四分之一以上"))
  }
}
