internal import Market
internal import SourcingPlan

/// Generated sample data is labelled as such, and an offer's age is told as it is.
enum LabelCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    if facts.market.profile.sampleNotice != nil, plan.market.sampleNotice == nil {
      found.append(.sampleUnlabelled("the market `\(plan.market.id)`", "市场 `\(plan.market.id)`", "market.sampleNotice"))
    }
    for (index, line) in plan.lines.enumerated() {
      for (position, buy) in line.buys.enumerated() {
        guard let offer = facts.market.offers[buy.offer] else { continue }
        let path = "lines[\(index)].buys[\(position)]"
        if offer.isSample, !buy.isSample {
          found.append(.sampleUnlabelled("offer `\(buy.offer)`", "报价 `\(buy.offer)`", "\(path).isSample"))
        }
        if offer.seen != buy.seen { found.append(.seenMisstated(buy, "\(path).seen", right: offer.seen)) }
      }
    }
    for (number, walk) in plan.walks.enumerated() {
      for (position, visit) in walk.visits.enumerated() where !visit.isSample {
        guard let stall = facts.market.stalls[visit.stall], stall.isSample else { continue }
        found.append(
          .sampleUnlabelled(
            "stall `\(visit.stall)`", "档口 `\(visit.stall)`", "walks[\(number)].visits[\(position)].isSample"))
      }
    }
    return found
  }
}

extension Violation {
  fileprivate static func sampleUnlabelled(_ english: String, _ chinese: String, _ path: String) -> Violation {
    Violation(
      .sampleUnlabelled, at: path, english: "\(english) is generated sample data and is not labelled so",
      chinese: "\(chinese) 是生成的样例数据，但未标注")
  }

  fileprivate static func seenMisstated(_ buy: PlanBuy, _ path: String, right: String) -> Violation {
    Violation(
      .seenMisstated, at: path, english: "offer `\(buy.offer)` was seen on \(right), not \(buy.seen)",
      chinese: "报价 `\(buy.offer)` 的日期是 \(right)，而不是 \(buy.seen)")
  }
}
