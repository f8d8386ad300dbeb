internal import Market
internal import SourcingPlan

/// Every purchase, and every fallback, keeps to what its slots allow: conditions, date codes, stalls, invoice, one lot.
enum PolicyCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    for (index, line) in plan.lines.enumerated() {
      let own = LineFacts(line, of: plan, facts: facts)
      let path = "lines[\(index)]"
      for (position, buy) in line.buys.enumerated() {
        guard let offer = facts.market.offers[buy.offer] else { continue }
        if buy.condition != offer.condition {
          found.append(.conditionMisstated(buy, "\(path).buys[\(position)].condition", right: offer.condition))
        }
        found += broken(by: offer, own, facts, "\(path).buys[\(position)]")
      }
      if own.slots.contains(where: \.policy.singleLot), line.buys.count > 1 {
        found.append(.lotDivided(line, "\(path).buys"))
      }
      if let fallback = line.fallback { found += unfit(fallback, for: line, own, facts, "\(path).fallback") }
    }
    return found
  }

  private static func broken(
    by offer: Offer, _ line: LineFacts, _ facts: VerifierFacts, _ path: String
  ) -> [Violation] {
    let slots = line.slots
    var found: [Violation] = []
    if slots.contains(where: { !$0.policy.conditions.contains(offer.condition) }) {
      found.append(.conditionForbidden(offer, "\(path).condition"))
    }
    if let slot = slots.first(where: { !facts.keepsDateCode(offer, $0.policy) }) {
      found.append(.dateCodeForbidden(offer, years: slot.policy.dateCodeYears ?? 0, "\(path).dateCode"))
    }
    if slots.contains(where: { $0.policy.banned.contains(offer.stall) }) {
      found.append(.stallBanned(offer, "\(path).stall"))
    }
    if slots.contains(where: { !$0.policy.pinned.isEmpty && !$0.policy.pinned.contains(offer.stall) }) {
      found.append(.stallNotPinned(offer, "\(path).stall"))
    }
    if line.board?.invoice == true, let stall = facts.market.stalls[offer.stall], !stall.givesInvoice {
      found.append(.noInvoice(offer, "\(path).stall"))
    }
    return found
  }

  private static func unfit(
    _ fallback: Fallback, for line: PlanLine, _ own: LineFacts, _ facts: VerifierFacts, _ path: String
  ) -> [Violation] {
    guard let offer = facts.market.offers[fallback.offer], offer.part == line.part, offer.stall == fallback.stall,
      !line.buys.contains(where: { $0.offer == fallback.offer })
    else { return [.fallbackUnfit(fallback, path)] }
    return broken(by: offer, own, facts, path)
  }
}

extension VerifierFacts {
  /// Whether the offer's goods are as young as the rules ask for, by the date code that its seller states.
  func keepsDateCode(_ offer: Offer, _ policy: SlotPolicyFacts) -> Bool {
    DateCodes.keeps(offer.dateCode, to: policy.dateCodeYears, on: day.date)
  }
}

extension Violation {
  fileprivate static func dateCodeForbidden(_ offer: Offer, years: Int, _ path: String) -> Violation {
    Violation(
      .dateCodeForbidden, at: path,
      english: "offer `\(offer.id)` "
        + (offer.dateCode.map { "has date code `\($0)`" } ?? "states no date code")
        + ", which is not known to be at most \(years) year\(years == 1 ? "" : "s") old",
      chinese: "报价 `\(offer.id)` "
        + (offer.dateCode.map { "的批号为 `\($0)`" } ?? "没有批号") + "，不能确定在 \(years) 年以内")
  }

  fileprivate static func conditionForbidden(_ offer: Offer, _ path: String) -> Violation {
    Violation(
      .conditionForbidden, at: path,
      english: "offer `\(offer.id)` is `\(offer.condition.rawValue)`, which the slot does not allow",
      chinese: "报价 `\(offer.id)` 的成色为 `\(offer.condition.rawValue)`，位号不允许")
  }

  fileprivate static func conditionMisstated(_ buy: PlanBuy, _ path: String, right: Condition) -> Violation {
    Violation(
      .conditionMisstated, at: path,
      english: "offer `\(buy.offer)` is `\(right.rawValue)`, not `\(buy.condition.rawValue)`",
      chinese: "报价 `\(buy.offer)` 的成色为 `\(right.rawValue)`，而不是 `\(buy.condition.rawValue)`")
  }

  fileprivate static func stallBanned(_ offer: Offer, _ path: String) -> Violation {
    Violation(
      .stallBanned, at: path, english: "the spec bans stall `\(offer.stall)`", chinese: "板子文件禁用档口 `\(offer.stall)`")
  }

  fileprivate static func stallNotPinned(_ offer: Offer, _ path: String) -> Violation {
    Violation(
      .stallNotPinned, at: path, english: "stall `\(offer.stall)` is not among those that the spec pins",
      chinese: "档口 `\(offer.stall)` 不在板子文件指定之列")
  }

  fileprivate static func noInvoice(_ offer: Offer, _ path: String) -> Violation {
    Violation(
      .noInvoice, at: path, english: "the board asks for invoices, but stall `\(offer.stall)` does not give invoices",
      chinese: "板子要求发票，档口 `\(offer.stall)` 不开票")
  }

  fileprivate static func lotDivided(_ line: PlanLine, _ path: String) -> Violation {
    Violation(
      .lotDivided, at: path,
      english: "`\(line.mpn)` must come from one lot, but is bought from \(line.buys.count) offers",
      chinese: "`\(line.mpn)` 须同批次，方案分 \(line.buys.count) 个报价购买")
  }

  fileprivate static func fallbackUnfit(_ fallback: Fallback, _ path: String) -> Violation {
    Violation(
      .fallbackUnfit, at: path,
      english: "offer `\(fallback.offer)` at stall `\(fallback.stall)` cannot be the fallback for this line",
      chinese: "档口 `\(fallback.stall)` 的报价 `\(fallback.offer)` 不能作为该行的后备")
  }
}
