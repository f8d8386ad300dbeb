internal import Base
internal import Market
internal import SourcingPlan

/// What is asked for on a floor is asked for once, where such goods are sold and as the settings of the market have it, and no line is
/// left without an estimate where one can be made.
enum AskCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    var made: [LineID: [PlaceID]] = [:]
    for (walk, visits) in plan.walks.map(\.visits).enumerated() {
      for (index, visit) in visits.enumerated() {
        for line in visit.asks ?? [] {
          made[line, default: []].append(visit.stall)
          if plan.estimates[line]?.estimate?.place != visit.stall {
            found.append(.notAsked(line, "walks[\(walk)].visits[\(index)].asks", at: visit.stall))
          }
        }
      }
    }
    for (index, line) in (plan.asked ?? []).enumerated() {
      let path = "asked[\(index)].estimate"
      guard let estimate = line.estimate else {
        if canBeAsked(line, in: plan, facts) { found.append(.estimateWrong(line, path)) }
        continue
      }
      guard let right = facts.figures(of: line, in: plan), let known = facts.slot(of: line, in: plan)?.supply.asking
      else {
        found.append(.estimateWrong(line, path))
        continue
      }
      found += wrongKeys(of: estimate, of: line, right, known, facts).map { .estimateWrong(line, "\(path).\($0)") }
      if !known.numbers.isSuperset(of: estimate.alternates) {
        found.append(.estimateWrong(line, "\(path).alternates"))
      }
      if let wrong = order(estimate.elsewhere, of: line, known, right, plan, facts) {
        found.append(.estimateWrong(line, "\(path).\(wrong)"))
      }
      let needs = known.attrition.map { attrition in
        facts.slot(of: line, in: plan).map {
          Arithmetic.need(of: [$0], boards: facts.order(line.order)?.boards ?? 0, attrition: attrition)
        } ?? 0
      }
      if let most = needs.max(), line.need != most { found.append(.estimateWrong(line, "asked[\(index)].need")) }
      let floors = [estimate.place].compactMap(\.self) + estimate.next
      if Set(floors).count != floors.count || floors.contains(where: { !sells($0, known, facts) }) {
        found.append(.estimateWrong(line, "\(path).place"))
      }
      let places = made[estimate.line] ?? []
      if let place = estimate.place, places != [place] { found.append(.notAsked(estimate.line, path, at: place)) }
      if estimate.place == nil, !estimate.next.isEmpty { found.append(.estimateWrong(line, "\(path).next")) }
    }
    return found
  }

  /// Keys that say another thing than follows.
  private static func wrongKeys(
    of estimate: PlanEstimate, of line: AskedLine, _ right: AskFigures, _ known: AskFacts, _ facts: VerifierFacts
  ) -> [String] {
    var wrong: [String] = []
    func compare(_ isRight: Bool, _ key: String) { if !isRight { wrong.append(key) } }
    compare(estimate.line == LineID(line.order, line.slots), "line")
    compare(estimate.condition == right.condition, "condition")
    compare(estimate.listPrice?.money == right.list?.price, "listPrice")
    compare(estimate.listSource == right.list?.source, "listSource")
    compare(estimate.factor.millionths == right.factorPerMille * 1_000, "factor")
    compare(estimate.unitPrice?.money == right.unitPrice, "unitPrice")
    compare(estimate.amount?.money == right.unitPrice.map { _ in right.paid }, "amount")
    compare(estimate.chance?.millionths == right.chance, "chance")
    compare(estimate.minutes == (estimate.place.map { facts.market.minutes(on: $0) } ?? 0), "minutes")
    compare(estimate.kind == nil || estimate.kind == known.kind, "kind")
    compare(estimate.learned == estimate.place.flatMap { facts.market.asks(for: known.kind, on: $0) }, "learned")
    compare(estimate.most?.money == right.most, "most")
    compare(estimate.otherwise.money == right.otherwise, "otherwise")
    compare(estimate.expected.money == right.expected, "expected")
    return wrong
  }

  /// The key of an order elsewhere that is not one of the cheapest.
  private static func order(
    _ order: PlanEstimate.Elsewhere?, of line: AskedLine, _ known: AskFacts, _ right: AskFigures, _ plan: PlanDocument,
    _ facts: VerifierFacts
  ) -> String? {
    guard let order else { return right.elsewhere == nil ? nil : "elsewhere" }
    guard let slot = facts.slot(of: line, in: plan), let board = facts.order(line.order),
      let offer = known.elsewhere.first(where: {
        $0.market == order.market && $0.offer.id == order.offer && $0.shop.id == order.stall
      }), let cost = facts.cost(of: line.need, offer.offer, at: offer.shop, slot.policy, board)
    else { return "elsewhere" }
    let isRight =
      order.goods.money == cost.goods && order.charge.money == cost.charge && order.quantity == cost.quantity
      && order.days == offer.shop.shippingDays && Arithmetic.sum([cost.goods, cost.charge]) == right.elsewhere
    return isRight ? nil : "elsewhere"
  }

  private static func sells(_ place: PlaceID, _ known: AskFacts, _ facts: VerifierFacts) -> Bool {
    facts.market.stalls[place] != nil && !known.families.isDisjoint(with: facts.market.floorFamilies[place] ?? [])
  }

  /// Whether some floor that is open that day sells such goods, so that the line must be weighed. Under a radius, and where nobody's
  /// day was planned, nothing is asked.
  private static func canBeAsked(_ line: AskedLine, in plan: PlanDocument, _ facts: VerifierFacts) -> Bool {
    guard plan.inputs.radius == nil, !(plan.agents ?? []).isEmpty, facts.market.asking != nil, facts.day.isWalked,
      let slot = facts.slot(of: line, in: plan), let known = slot.supply.asking, slot.policy.pinned.isEmpty
    else { return false }
    let agents = facts.day.buyers.map { AgentFacts($0, on: facts.day) }
    guard let first = agents.map(\.start).min(), let last = agents.map(\.finish).max(), let from = agents.first?.from
    else { return false }
    let graph = ShortestWalk(facts.market)
    return facts.market.floorFamilies.contains { place, families in
      guard !known.families.isDisjoint(with: families), let stall = facts.market.stalls[place],
        let position = stall.position
      else { return false }
      let isOpen = facts.market.calendar.hours(of: stall, on: facts.day.date).contains {
        max($0.open, first) < min($0.close, last)
      }
      return isOpen && graph.seconds(from: .node(from), to: .counter(position)) != nil
    }
  }
}

extension Violation {
  fileprivate static func estimateWrong(_ line: AskedLine, _ path: String) -> Violation {
    let names = line.slots.joined(separator: ", ")
    return Violation(
      .askMisstated, at: path,
      english: "what asking for `\(names)` brings does not follow from lists, shops and the market's settings",
      chinese: "`\(names)` 的现场询价内容与价表、网店和市场设置不符")
  }

  fileprivate static func notAsked(_ line: LineID, _ path: String, at place: PlaceID) -> Violation {
    Violation(
      .askNotMade, at: path, english: "`\(line)` is not asked for once, at `\(place)`",
      chinese: "`\(line)` 并非在 `\(place)` 恰好询问一次")
  }
}
