internal import Base
internal import Electronics
internal import Market
internal import SourcingPlan

/// Quantities obey minimum, multiple and stock, meet the need, and cost what the offer says to the fen.
enum PurchaseCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    var drawn: [SupplyID: Int] = [:]
    for (index, line) in plan.lines.enumerated() {
      let own = LineFacts(line, of: plan, facts: facts)
      var offers: Set<SupplyID> = []
      for (position, buy) in line.buys.enumerated() {
        let path = "lines[\(index)].buys[\(position)]"
        if !offers.insert(buy.offer).inserted { found.append(.offerRepeated(buy, path)) }
        found += purchase(buy, of: line, own, path, facts, drawn: &drawn)
      }
      let bought = line.buys.reduce(Int128(0)) { $0 + Int128($1.quantity) }
      if let need = facts.need(of: own), bought < Int128(need) {
        found.append(.needUnmet(line, "lines[\(index)].buys", bought: Int(clamping: bought), need: need))
      }
    }
    return found
  }

  private static func purchase(
    _ buy: PlanBuy, of line: PlanLine, _ own: LineFacts, _ path: String, _ facts: VerifierFacts,
    drawn: inout [SupplyID: Int]
  ) -> [Violation] {
    guard let offer = facts.market.offers[buy.offer] else { return [.offerUnknown(buy, path)] }
    guard offer.isFor(line), offer.stall == buy.stall else { return [.offerForeign(buy, path, offer: offer)] }
    var found: [Violation] = []
    if let number = buy.orderNumber, number != offer.orderNumber {
      found.append(.orderNumberMisstated(buy, path, right: offer.orderNumber))
    }
    if buy.orderNumber == nil, let number = offer.orderNumber {
      found.append(.orderNumberMisstated(buy, path, right: number))
    }
    if buy.packing != offer.packing { found.append(.packingMisstated(buy, path, right: offer.packing)) }
    if buy.quantity < max(1, offer.minimum) { found.append(.belowMinimum(buy, path, offer: offer)) }
    if buy.quantity % max(1, offer.multiple) != 0 { found.append(.offMultiple(buy, path, offer: offer)) }
    let (total, overflow) = drawn[buy.offer, default: 0].addingReportingOverflow(max(0, buy.quantity))
    drawn[buy.offer] = overflow ? Int.max : total
    if overflow || total > offer.stock {
      found.append(.stockExceeded(buy, path, drawn: overflow ? Int.max : total, offer: offer))
    }
    let reached = offer.breaks.map(\.from).filter { $0 <= buy.quantity }.max()
    if let stated = buy.breakFrom, let reached, stated != reached {
      found.append(.breakMisstated(buy, "\(path).breakFrom", right: reached))
    }
    if let next = buy.nextBreak, !facts.isReached(next, above: buy, for: line.order) {
      found.append(.breakMisstated(buy, "\(path).nextBreak", right: reached ?? offer.minimum))
    }
    if let terms = facts.terms(of: buy, for: line.order) {
      if buy.unitPrice.money != terms.unitPrice {
        found.append(.unitPriceWrong(buy, path, right: Amount(terms.unitPrice)))
      }
      if buy.amount.money != terms.amount { found.append(.amountWrong(buy, path, right: Amount(terms.amount))) }
    }
    if let risk = facts.risk(of: buy, for: own), buy.risk.money != risk {
      found.append(.riskWrong(buy, path, right: Amount(risk)))
    }
    return found
  }
}

extension VerifierFacts {
  /// Whether the offer's first break above the purchase is bought at that quantity, and at that price.
  fileprivate func isReached(_ next: NextBreak, above buy: PlanBuy, for order: OrderID) -> Bool {
    guard let offer = market.offers[buy.offer],
      let from = offer.breaks.map(\.from).filter({ $0 > buy.quantity }).min(),
      let terms = terms(of: offer, quantity: next.quantity, for: order)
    else { return false }
    return next.quantity >= from && next.quantity - from < max(1, offer.multiple)
      && next.quantity % max(1, offer.multiple) == 0 && next.quantity <= offer.stock
      && next.unitPrice.money == terms.unitPrice && next.amount.money == terms.amount
  }
}

extension Violation {
  fileprivate static func offerUnknown(_ buy: PlanBuy, _ path: String) -> Violation {
    Violation(
      .offerUnknown, at: "\(path).offer", english: "the catalog has no offer `\(buy.offer)`",
      chinese: "物料库中没有报价 `\(buy.offer)`")
  }

  fileprivate static func orderNumberMisstated(_ buy: PlanBuy, _ path: String, right: String?) -> Violation {
    Violation(
      .orderNumberMisstated, at: "\(path).orderNumber",
      english: "offer `\(buy.offer)` is ordered by "
        + (right.map { "number `\($0)`" } ?? "no number") + (buy.orderNumber.map { ", not by `\($0)`" } ?? ""),
      chinese: right.map { "报价 `\(buy.offer)` 的商品编号应为 `\($0)`" } ?? "报价 `\(buy.offer)` 没有商品编号")
  }

  fileprivate static func packingMisstated(_ buy: PlanBuy, _ path: String, right: Packing?) -> Violation {
    let stated = buy.packing.map { "`\($0.rawValue)`" }
    return Violation(
      .packingMisstated, at: "\(path).packing",
      english: "offer `\(buy.offer)` "
        + (right.map { "is packed as `\($0.rawValue)`" } ?? "does not say how it is packed")
        + (stated.map { ", not \($0)" } ?? ""),
      chinese: right.map { "报价 `\(buy.offer)` 的包装应为 `\($0.rawValue)`" } ?? "报价 `\(buy.offer)` 没有注明包装")
  }

  fileprivate static func offerForeign(_ buy: PlanBuy, _ path: String, offer: Offer) -> Violation {
    Violation(
      .offerForeign, at: "\(path).offer",
      english: "offer `\(buy.offer)` is for `\(offer.part.mpn)` of `\(offer.part.maker)` at stall `\(offer.stall)`",
      chinese: "报价 `\(buy.offer)` 属于档口 `\(offer.stall)` 的 `\(offer.part.maker)` `\(offer.part.mpn)`")
  }

  fileprivate static func offerRepeated(_ buy: PlanBuy, _ path: String) -> Violation {
    Violation(
      .offerRepeated, at: "\(path).offer", english: "the line buys from offer `\(buy.offer)` twice",
      chinese: "该行两次使用同一报价 `\(buy.offer)`")
  }

  fileprivate static func belowMinimum(_ buy: PlanBuy, _ path: String, offer: Offer) -> Violation {
    Violation(
      .belowMinimum, at: "\(path).quantity",
      english: "offer `\(buy.offer)` is sold from \(offer.minimum) pieces on; the plan buys \(buy.quantity)",
      chinese: "报价 `\(buy.offer)` 起订 \(offer.minimum) 个，方案只买 \(buy.quantity) 个")
  }

  fileprivate static func offMultiple(_ buy: PlanBuy, _ path: String, offer: Offer) -> Violation {
    Violation(
      .offMultiple, at: "\(path).quantity",
      english: "offer `\(buy.offer)` is sold in multiples of \(offer.multiple); \(buy.quantity) is not one",
      chinese: "报价 `\(buy.offer)` 按 \(offer.multiple) 的倍数出售，\(buy.quantity) 不是其倍数")
  }

  fileprivate static func stockExceeded(_ buy: PlanBuy, _ path: String, drawn: Int, offer: Offer) -> Violation {
    Violation(
      .stockExceeded, at: "\(path).quantity",
      english: "the plan takes \(drawn) pieces from offer `\(buy.offer)`, but its stock is \(offer.stock)",
      chinese: "方案从报价 `\(buy.offer)` 取 \(drawn) 个，库存只有 \(offer.stock) 个")
  }

  fileprivate static func breakMisstated(_ buy: PlanBuy, _ path: String, right: Int) -> Violation {
    Violation(
      .breakMisstated, at: path,
      english: "\(buy.quantity) pieces of offer `\(buy.offer)` reach the price from \(right) on",
      chinese: "报价 `\(buy.offer)` 买 \(buy.quantity) 个时适用 \(right) 个起的价")
  }

  fileprivate static func unitPriceWrong(_ buy: PlanBuy, _ path: String, right: Amount) -> Violation {
    Violation(
      .unitPriceWrong, at: "\(path).unitPrice",
      english: "\(buy.quantity) pieces of offer `\(buy.offer)` cost \(right) CNY each, not \(buy.unitPrice)",
      chinese: "报价 `\(buy.offer)` 买 \(buy.quantity) 个时单价为 \(right) 元，而不是 \(buy.unitPrice) 元")
  }

  fileprivate static func amountWrong(_ buy: PlanBuy, _ path: String, right: Amount) -> Violation {
    Violation(
      .amountWrong, at: "\(path).amount",
      english: "\(buy.quantity) pieces of offer `\(buy.offer)` come to \(right) CNY, not \(buy.amount)",
      chinese: "报价 `\(buy.offer)` 买 \(buy.quantity) 个应付 \(right) 元，而不是 \(buy.amount) 元")
  }

  fileprivate static func riskWrong(_ buy: PlanBuy, _ path: String, right: Amount) -> Violation {
    Violation(
      .riskWrong, at: "\(path).risk",
      english: "the expected loss on offer `\(buy.offer)` is \(right) CNY, not \(buy.risk)",
      chinese: "报价 `\(buy.offer)` 的预期损失为 \(right) 元，而不是 \(buy.risk) 元")
  }

  fileprivate static func needUnmet(_ line: PlanLine, _ path: String, bought: Int, need: Int) -> Violation {
    Violation(
      .needUnmet, at: path, english: "\(bought) of `\(line.mpn)` are bought, but \(need) are needed",
      chinese: "`\(line.mpn)` 只买 \(bought) 个，需要 \(need) 个")
  }
}
