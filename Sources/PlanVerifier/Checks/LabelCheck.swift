internal import Base
internal import Market
internal import SourcingPlan

/// Generated sample data is labelled as such; an offer's age and origin, its goods' date code and the rule on it are stated
/// correctly.
enum LabelCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    if facts.market.profile.sampleNotice != nil, plan.market.sampleNotice == nil {
      found.append(.sampleUnlabelled("the market `\(plan.market.id)`", "市场 `\(plan.market.id)`", "market.sampleNotice"))
    }
    for (index, line) in plan.lines.enumerated() {
      let years = LineFacts(line, of: plan, facts: facts).slots.first?.policy.dateCodeYears
      if !DateCodes.isStated(line.dateCodeRule, years, on: facts.day.date) {
        found.append(.dateCodeRuleMisstated(line.slots, "lines[\(index)].dateCodeRule"))
      }
      for (position, buy) in line.buys.enumerated() {
        guard let offer = facts.market.offers[buy.offer] else { continue }
        let path = "lines[\(index)].buys[\(position)]"
        if offer.isSample, !buy.isSample {
          found.append(.sampleUnlabelled("offer `\(buy.offer)`", "报价 `\(buy.offer)`", "\(path).isSample"))
        }
        if offer.origin != buy.price { found.append(.originMisstated(buy, "\(path).price")) }
        let isStale = offer.isStale(
          on: facts.day.date, olderThan: plan.inputs.priceAge ?? Offer.usualPriceAge)
        if isStale != (buy.isStale ?? false) {
          found.append(.staleMisstated(buy, "\(path).isStale", right: isStale))
        }
        if offer.dateCode != buy.dateCode {
          found.append(.dateCodeMisstated(buy, "\(path).dateCode", right: offer.dateCode))
        }
        if offer.seen != buy.seen { found.append(.seenMisstated(buy, "\(path).seen", right: offer.seen)) }
      }
    }
    for (index, line) in (plan.asked ?? []).enumerated() {
      let slot = facts.order(line.order)?.slots.first { $0.references == line.slots }
      if let slot, !DateCodes.isStated(line.dateCodeRule, slot.policy.dateCodeYears, on: facts.day.date) {
        found.append(.dateCodeRuleMisstated(line.slots, "asked[\(index)].dateCodeRule"))
      }
    }
    for number in plan.walks.indices {
      for stop in plan.checkedStops(of: number) where !stop.visit.isSample {
        let id = stop.visit.stall
        guard let stall = facts.market.stalls[id], stall.isSample else { continue }
        found.append(.sampleUnlabelled("stall `\(id)`", "档口 `\(id)`", "\(stop.path).isSample"))
      }
    }
    return found + answer(in: plan)
  }

  /// The answer that is said to be worth most is about lines of the plan, and worth 15 % of what is paid for them, or all of the list
  /// price of what is asked for: 5 yuan where nobody knows one. Of lines asked for without an estimate the plan has no figures.
  private static func answer(in plan: PlanDocument) -> [Violation] {
    guard let answer = plan.answer else { return [] }
    let bought = plan.lines.filter { $0.mpn == answer.mpn && $0.maker == answer.maker && !$0.buys.isEmpty }
    let asked = (plan.asked ?? []).filter {
      ($0.mpn ?? $0.wanted) == answer.mpn && ($0.maker ?? "") == (answer.maker ?? "")
    }
    if asked.contains(where: { $0.estimate == nil }) { return [] }
    var right = bought.reduce(Int128(0)) { sum, line in
      sum + line.buys.reduce(Int128(0)) { $0 + Int128($1.amount.money.microYuan) } * 15 / 100
    }
    for line in asked where line.need > 0 {
      right += line.estimate?.listPrice.map { Int128($0.money.microYuan) * Int128(line.need) } ?? 5_000_000
    }
    let isOfThePlan = !bought.isEmpty || !asked.isEmpty
    return isOfThePlan && Arithmetic.fen(right) == answer.worth.money ? [] : [.answerMisstated(answer)]
  }
}

extension Violation {
  fileprivate static func sampleUnlabelled(_ english: String, _ chinese: String, _ path: String) -> Violation {
    Violation(
      .sampleUnlabelled, at: path, english: "\(english) is generated sample data, but is not labelled as such",
      chinese: "\(chinese) 是生成的样例数据，但未标注")
  }

  fileprivate static func originMisstated(_ buy: PlanBuy, _ path: String) -> Violation {
    Violation(
      .originMisstated, at: path, english: "the price of offer `\(buy.offer)` has another origin than the plan states",
      chinese: "报价 `\(buy.offer)` 的价格来源与方案所写不符")
  }

  fileprivate static func staleMisstated(_ buy: PlanBuy, _ path: String, right: Bool) -> Violation {
    Violation(
      .staleMisstated, at: path,
      english:
        "the price of offer `\(buy.offer)` is \(right ? "stale, but not flagged" : "fresh, but flagged as stale")",
      chinese: "报价 `\(buy.offer)` 的价格\(right ? "已过期，但未标注" : "并未过期，却标注为过期")")
  }

  fileprivate static func answerMisstated(_ answer: PlanAnswer) -> Violation {
    Violation(
      .answerMisstated, at: "answer", english: "an answer about `\(answer.mpn)` is not worth \(answer.worth) CNY",
      chinese: "`\(answer.mpn)` 的一个回复并不值 \(answer.worth) 元")
  }

  fileprivate static func dateCodeMisstated(_ buy: PlanBuy, _ path: String, right: String?) -> Violation {
    Violation(
      .dateCodeMisstated, at: path,
      english: "offer `\(buy.offer)` states "
        + (right.map { "date code `\($0)`" } ?? "no date code") + (buy.dateCode.map { ", not `\($0)`" } ?? ""),
      chinese: right.map { "报价 `\(buy.offer)` 的批号应为 `\($0)`" } ?? "报价 `\(buy.offer)` 没有批号")
  }

  fileprivate static func dateCodeRuleMisstated(_ slots: [String], _ path: String) -> Violation {
    let names = slots.joined(separator: ", ")
    return Violation(
      .dateCodeMisstated, at: path, english: "the rule on date codes of `\(names)` is not what the spec says",
      chinese: "`\(names)` 的批号要求与板子文件不符")
  }

  fileprivate static func seenMisstated(_ buy: PlanBuy, _ path: String, right: String) -> Violation {
    Violation(
      .seenMisstated, at: path, english: "offer `\(buy.offer)` was seen on \(right), not \(buy.seen)",
      chinese: "报价 `\(buy.offer)` 的日期是 \(right)，而不是 \(buy.seen)")
  }
}
