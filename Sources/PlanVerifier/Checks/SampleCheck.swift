internal import Market
internal import SourcingPlan

/// A plan that was not asked to rest on the generated sample neither buys from it nor falls back on it.
enum SampleCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    if facts.market.usesSample { return [] }
    var found: [Violation] = []
    for (index, line) in plan.lines.enumerated() {
      var named = line.buys.enumerated().map { ("lines[\(index)].buys[\($0)].offer", $1.offer) }
      if let fallback = line.fallback { named.append(("lines[\(index)].fallback.offer", fallback.offer)) }
      for (path, id) in named where facts.market.offers[id]?.isSample == true {
        found.append(.sampleUnasked(id, path))
      }
    }
    return found
  }
}

extension Violation {
  fileprivate static func sampleUnasked(_ offer: SupplyID, _ path: String) -> Violation {
    Violation(
      .sampleUnasked, at: path,
      english: "offer `\(offer)` is of the generated sample, which neither the spec nor the plan's options ask for",
      chinese: "报价 `\(offer)` 是生成的样例，而板子文件与选项都没有要求使用样例")
  }
}
