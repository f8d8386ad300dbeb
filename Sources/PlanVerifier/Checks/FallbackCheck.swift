internal import Base
internal import Electronics
internal import Market
internal import SourcingPlan

/// Each line's fallback is what it says, can be reached in the day, and no other stall costs less; a line without one has
/// nowhere else to go.
///
/// O(offers of the line's part × stops² of its walk) a line.
enum FallbackCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var detours = Detours(plan, facts)
    return plan.lines.indices.flatMap { index -> [Violation] in
      let line = plan.lines[index]
      // Of purchases with as many pieces the first is meant.
      guard let most = line.buys.map(\.quantity).max(), let own = line.buys.first(where: { $0.quantity == most }),
        facts.terms(of: own, for: line.order) != nil
      else { return [] }
      return violations(of: index, own, plan, facts, &detours)
    }
  }

  private static func violations(
    of index: Int, _ own: PlanBuy, _ plan: PlanDocument, _ facts: VerifierFacts, _ detours: inout Detours
  ) -> [Violation] {
    let line = plan.lines[index]
    let path = "lines[\(index)].fallback"
    let options = FallbackOption.all(for: index, insteadOf: own, plan, facts, &detours)
    guard let stated = line.fallback else {
      guard plan.looksEverywhere, let best = options.min() else { return [] }
      return [.fallbackBeaten(line, path, by: best)]
    }
    let same = options.filter { $0.offer.id == stated.offer && $0.change.detourAfter == stated.detourAfter }
    guard let right = same.min() else {
      return [.fallbackMisstated(stated, path, "the day does not allow it", "当天无法做到")]
    }
    var found: [Violation] = []
    for (name, says, truth) in right.differences(from: stated, insteadOf: own) {
      found.append(
        .fallbackMisstated(
          stated, "\(path).\(name)", "it is \(truth), not \(says)", "应为 \(truth)，而不是 \(says)"))
    }
    if plan.looksEverywhere, let best = options.min(), best.extra < right.extra {
      found.append(.fallbackBeaten(line, path, by: best))
    }
    return found
  }
}

extension PlanDocument {
  /// Whether every stall was looked into: neither a radius, which only the plan's maker measures, nor the cut of a large market
  /// kept any out.
  fileprivate var looksEverywhere: Bool { inputs.radius == nil && excerpt == nil }
}

/// One way to do without a purchase.
struct FallbackOption: Comparable {
  var offer: Offer
  var quantity: Int
  var unitPrice: Money
  var amount: Money
  var extra: Money
  var change: Detours.Change

  static func < (left: FallbackOption, right: FallbackOption) -> Bool {
    (left.extra, left.change.seconds, left.offer.stall, left.offer.id)
      < (right.extra, right.change.seconds, right.offer.stall, right.offer.id)
  }

  static func == (left: FallbackOption, right: FallbackOption) -> Bool { !(left < right) && !(right < left) }

  /// All ways that rules, stock, load, budget and the day allow.
  static func all(
    for index: Int, insteadOf own: PlanBuy, _ plan: PlanDocument, _ facts: VerifierFacts, _ detours: inout Detours
  ) -> [FallbackOption] {
    let line = plan.lines[index]
    let lineFacts = LineFacts(line, of: plan, facts: facts)
    guard
      let number = plan.walks.indices.first(where: {
        detours.visits[$0].contains { $0.stall == own.stall && $0.purchases.contains(own.id) }
      }),
      let stop = detours.visits[number].firstIndex(where: { $0.stall == own.stall && $0.purchases.contains(own.id) }),
      let part = lineFacts.part, let before = facts.terms(of: own, for: line.order),
      let risk = facts.risk(of: own, for: lineFacts), let need = facts.need(of: lineFacts)
    else { return [] }
    let missing = max(1, need - line.buys.reduce(0) { $0 + ($1.offer == own.offer ? 0 : $1.quantity) })
    let room = Room(of: number, detours.visits, plan, facts)
    // What the order that is left pays more for its delivery.
    guard let left = facts.chargeWithout(own, before.amount, at: detours.visits[number][stop], in: plan) else {
      return []
    }
    var options: [FallbackOption] = []
    for offer in detours.offers(of: line.part) where offer.stall != own.stall && offer.isFor(line) {
      guard facts.mayUse(offer, for: lineFacts), !line.buys.contains(where: { $0.offer == offer.id }),
        let deal = facts.cheapest(offer, covering: missing, for: lineFacts, line.order, in: plan)
      else { continue }
      guard room.holds(offer, deal.quantity, insteadOf: own, part: part, facts) else { continue }
      for change in detours.changes(buying: offer, for: deal.amount, on: number, from: stop) {
        let goods = deal.amount - before.amount + left
        if let cash = room.cash, goods + change.fares > cash { continue }
        options.append(
          FallbackOption(
            offer: offer, quantity: deal.quantity, unitPrice: deal.unitPrice, amount: deal.amount,
            extra: goods + (deal.risk - risk) + change.time + change.fares, change: change))
      }
    }
    return options
  }

  /// What a fallback says wrong of this option: key, what it says, what is right.
  func differences(from stated: Fallback, insteadOf own: PlanBuy) -> [(String, String, String)] {
    let pairs = [
      ("insteadOf", stated.insteadOf.text, own.offer.text), ("quantity", "\(stated.quantity)", "\(quantity)"),
      ("unitPrice", "\(stated.unitPrice)", "\(Amount(unitPrice))"), ("amount", "\(stated.amount)", "\(Amount(amount))"),
      ("condition", stated.condition.rawValue, offer.condition.rawValue),
      ("dateCode", stated.dateCode ?? "", offer.dateCode ?? ""),
      ("extraCost", "\(stated.extraCost)", "\(Amount(extra))"),
      ("extraMinutes", "\(stated.extraMinutes)", "\(minutes)"),
    ]
    return pairs.filter { $0.1 != $0.2 }
  }

  /// Rounded up.
  private var minutes: Int { (change.seconds + 59) / 60 }
}

/// What a walk can still take.
private struct Room {
  /// Milligrams; nil for no limit.
  var load: Int128?
  /// Nil for no limit.
  var cash: Money?

  init(of walk: Int, _ visits: [[PlanVisit]], _ plan: PlanDocument, _ facts: VerifierFacts) {
    if let limit = facts.agent(plan.walks[walk].agent)?.load {
      let purchases = plan.purchases
      load = visits[walk].reduce(Int128(limit)) { left, visit in
        purchases.bought(at: visit).reduce(left) {
          $0 - facts.carried($1.buy.quantity, $1.line, visit.stall, plan)
        }
      }
    }
    if let budget = facts.day.budget {
      let fares = visits.joined().map { facts.charge(at: $0.stall, goods: facts.goods(at: [$0], in: plan)) }
      cash = budget - Arithmetic.sum(plan.lines.flatMap(\.buys).map(\.amount.money)) - Arithmetic.sum(fares)
    }
  }

  func holds(_ offer: Offer, _ quantity: Int, insteadOf own: PlanBuy, part: Part, _ facts: VerifierFacts) -> Bool {
    guard let load else { return true }
    let more = facts.carried(quantity, part, offer.stall) - facts.carried(own.quantity, part, own.stall)
    return more <= load
  }
}

extension VerifierFacts {
  fileprivate func carried(_ quantity: Int, _ line: Int, _ stall: PlaceID, _ plan: PlanDocument) -> Int128 {
    market.part(of: plan.lines[line]).map { carried(quantity, $0, stall) } ?? 0
  }

  /// What the other goods of an order pay more for their delivery when one purchase is not in it; nothing where it was all that was
  /// ordered, or at a counter. Nil where the shop would not take what is left.
  fileprivate func chargeWithout(
    _ own: PlanBuy, _ amount: Money, at stop: PlanVisit, in plan: PlanDocument
  ) -> Money? {
    guard let shop = market.stalls[stop.stall], shop.position == nil, stop.purchases.count > 1 else { return .zero }
    let all = goods(at: [stop], in: plan)
    let rest = all - amount
    if let least = shop.minimumOrder, rest < least { return nil }
    return charge(at: stop.stall, goods: rest) - charge(at: stop.stall, goods: all)
  }

  /// Milligrams; what is shipped is not carried.
  fileprivate func carried(_ quantity: Int, _ part: Part, _ stall: PlaceID) -> Int128 {
    guard market.stalls[stall]?.position != nil else { return 0 }
    return Int128(quantity) * Int128(market.categories[part.category]?.milligrams ?? 0)
  }

  /// Whether the line's rules let it buy from an offer at all.
  fileprivate func mayUse(_ offer: Offer, for line: LineFacts) -> Bool {
    guard let stall = market.stalls[offer.stall], line.board?.invoice != true || stall.givesInvoice else {
      return false
    }
    if let building = stall.position?.building, market.buildings[building]?.closed != nil { return false }
    return line.slots.allSatisfy { slot in
      slot.policy.conditions.contains(offer.condition) && !slot.policy.banned.contains(offer.stall)
        && keepsDateCode(offer, slot.policy)
        && (slot.policy.pinned.isEmpty || slot.policy.pinned.contains(offer.stall))
    }
  }

  /// The quantity of an offer that costs least with its risk, the smaller of equal ones, out of the stock that the plan
  /// leaves.
  fileprivate func cheapest(
    _ offer: Offer, covering need: Int, for line: LineFacts, _ order: OrderID, in plan: PlanDocument
  ) -> (quantity: Int, unitPrice: Money, amount: Money, risk: Money)? {
    let drawn = plan.lines.reduce(0) { sum, line in
      line.buys.reduce(sum) { $0 + ($1.offer == offer.id ? $1.quantity : 0) }
    }
    let step = max(1, offer.multiple)
    let floors = [need] + offer.breaks.map(\.from).filter { $0 > need }
    let deals = floors.compactMap { floor -> (quantity: Int, unitPrice: Money, amount: Money, risk: Money)? in
      let quantity = (max(floor, offer.minimum, 1) + step - 1) / step * step
      guard quantity <= offer.stock - drawn, let terms = terms(of: offer, quantity: quantity, for: order),
        let risk = risk(of: offer, quantity: quantity, for: line)
      else { return nil }
      return (quantity, terms.unitPrice, terms.amount, risk)
    }
    return deals.min { ($0.amount + $0.risk, $0.quantity) < ($1.amount + $1.risk, $1.quantity) }
  }
}

extension Violation {
  fileprivate static func fallbackMisstated(
    _ fallback: Fallback, _ path: String, _ english: String, _ chinese: String
  ) -> Violation {
    Violation(
      .fallbackMisstated, at: path, english: "the fallback at stall `\(fallback.stall)` is misstated: \(english)",
      chinese: "档口 `\(fallback.stall)` 的备选信息有误：\(chinese)")
  }

  fileprivate static func fallbackBeaten(_ line: PlanLine, _ path: String, by best: FallbackOption) -> Violation {
    Violation(
      .fallbackBeaten, at: path,
      english: "`\(line.mpn)` has a better fallback: stall `\(best.offer.stall)` for \(Amount(best.extra)) CNY more",
      chinese: "`\(line.mpn)` 有更好的备选：档口 `\(best.offer.stall)`，多花 \(Amount(best.extra)) 元")
  }
}
