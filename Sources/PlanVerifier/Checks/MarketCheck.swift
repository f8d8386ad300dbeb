internal import Market
internal import SourcingPlan

/// A plan over several markets names each of them, as the spec and its options do, with what is to be said of generated goods.
enum MarketCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    let profiles = facts.market.profiles
    guard let markets = plan.markets else {
      return profiles.count > 1 ? [.marketsMisstated([plan.market.id], profiles.map(\.id))] : []
    }
    var found: [Violation] = []
    if markets.map(\.id) != profiles.map(\.id) {
      found.append(.marketsMisstated(markets.map(\.id), profiles.map(\.id)))
      return found
    }
    for (index, (stated, profile)) in zip(markets, profiles).enumerated() {
      if stated.name != LocalizedText(english: profile.english, chinese: profile.chinese) {
        found.append(.marketMisnamed(stated, "markets[\(index)].name"))
      }
      if profile.sampleNotice != nil, stated.sampleNotice == nil {
        found.append(.noticeLeftOut(stated, "markets[\(index)].sampleNotice"))
      }
    }
    return found
  }
}

extension Violation {
  fileprivate static func marketsMisstated(_ stated: [String], _ right: [String]) -> Violation {
    let (stated, right) = (stated.joined(separator: ", "), right.joined(separator: ", "))
    return Violation(
      .marketsMisstated, at: "markets", english: "the plan names the markets \(stated); it buys in \(right)",
      chinese: "方案写的市场为 \(stated)，实际应为 \(right)")
  }

  fileprivate static func marketMisnamed(_ market: PlanMarket, _ path: String) -> Violation {
    Violation(
      .marketsMisstated, at: path, english: "market `\(market.id)` has another name in the catalog",
      chinese: "市场 `\(market.id)` 在物料库中的名称不同")
  }

  fileprivate static func noticeLeftOut(_ market: PlanMarket, _ path: String) -> Violation {
    Violation(
      .sampleUnlabelled, at: path, english: "the market `\(market.id)` is a generated sample and not labelled so",
      chinese: "市场 `\(market.id)` 为生成的样本，却没有标明")
  }
}
