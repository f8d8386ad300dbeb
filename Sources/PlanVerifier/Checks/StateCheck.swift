internal import Base
internal import Electronics
internal import SourcingPlan

/// Every line is in exactly one state, and in the right one: what is bought has a purchase, what is asked for has no offer, what
/// is at hand is in the user's stock, which is used up once.
///
/// Plans of versions that wrote no states have nothing to check.
enum StateCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    facts.orders.flatMap { order in
      hand(plan, order, facts) + asked(plan, order, facts) + lines(plan, order)
    } + foreign(plan, facts)
  }

  // MARK: Stock

  private static func hand(_ plan: PlanDocument, _ order: BoardFacts, _ facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    var left = order.stock.map { Int128($0.pieces) }
    var served: Set<[String]> = []
    for (index, line) in (plan.onHand ?? []).enumerated() where line.order == order.id {
      let path = "onHand[\(index)]"
      guard let slot = order.slots.first(where: { $0.references == line.slots }),
        served.insert(line.slots).inserted, left.indices.contains(line.item), line.pieces > 0,
        order.stock[line.item].name == line.name, let parts = slot.supply.items[line.item], !parts.isEmpty
      else {
        found.append(.handInvented(line, path))
        continue
      }
      left[line.item] -= Int128(line.pieces)
      if left[line.item] < 0 { found.append(.stockOverdrawn(line, path, has: order.stock[line.item].pieces)) }
      let needs = parts.map { part in
        Arithmetic.need(
          of: [slot.withoutStock], boards: order.boards, attrition: part.flatMap { facts.attrition(of: $0) })
      }
      let isRight =
        if let need = line.need {
          needs.contains(need) && line.pieces == need && line.state == .onHand
        } else {
          // Of a slot that is served in part, at least one piece is left to buy.
          line.state == nil && line.pieces < (needs.max() ?? 0)
        }
      if !isRight { found.append(.handInvented(line, path)) }
      if line.need != nil, plan.buys(line.slots, of: order.id) || plan.asks(line.slots, of: order.id) {
        found.append(.stateWrong(line.slots, path, right: nil))
      }
    }
    return found
  }

  // MARK: On the spot

  private static func asked(_ plan: PlanDocument, _ order: BoardFacts, _ facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    var named: Set<[String]> = []
    for (index, line) in (plan.asked ?? []).enumerated() where line.order == order.id {
      let path = "asked[\(index)]"
      guard let slot = order.slots.first(where: { $0.references == line.slots }), named.insert(line.slots).inserted,
        slot.supply.canBeAsked, line.state == .askedFor, !plan.buys(line.slots, of: order.id),
        slot.supply.offered.allSatisfy({ offer in
          offer.pieces
            < Arithmetic.need(
              of: [slot.served(by: plan, order.id)], boards: order.boards, attrition: facts.attrition(of: offer.part))
        })
      else {
        found.append(.askedInVain(line, path))
        continue
      }
      let least = Arithmetic.need(of: [slot.served(by: plan, order.id)], boards: order.boards, attrition: nil)
      if line.need < least { found.append(.askedTooFew(line, path, need: least)) }
    }
    return found
  }

  // MARK: Lines

  private static func lines(_ plan: PlanDocument, _ order: BoardFacts) -> [Violation] {
    guard let bom = plan.bom else {
      let isBare = (plan.asked ?? []).isEmpty && (plan.onHand ?? []).isEmpty
      return isBare ? [] : [.lineUncounted([], right: nil)]
    }
    var found: [Violation] = []
    var stated = bom.enumerated().filter { $0.element.order == order.id }
    for line in expected(plan, order) {
      guard let place = stated.firstIndex(where: { $0.element.slots == line.slots && $0.element.row == line.row })
      else {
        found.append(.lineUncounted(line.slots, right: line.state))
        continue
      }
      let entry = stated.remove(at: place)
      if entry.element.state != line.state || entry.element.says != line.says {
        found.append(.stateWrong(line.slots, "bom[\(entry.offset)]", right: line.state))
      }
    }
    return found + stated.map { .stateWrong($0.element.slots, "bom[\($0.offset)]", right: nil) }
  }

  /// The lines of the bill and the slots beside it, each in the state in which the plan leaves it.
  private static func expected(_ plan: PlanDocument, _ order: BoardFacts) -> [BillLine] {
    let present = Set(order.slots.flatMap(\.references))
    let lacking = Set(order.missing.flatMap(\.references))
    func state(_ reference: String) -> LineState {
      if lacking.contains(reference) { return .toBeFoundOut }
      if !present.contains(reference) { return .leftOut }
      let hand = (plan.onHand ?? []).contains {
        $0.order == order.id && $0.need != nil && $0.slots.contains(reference)
      }
      if hand { return .onHand }
      if plan.asks([reference], of: order.id) { return .askedFor }
      return plan.buys([reference], of: order.id) ? .bought : .toBeFoundOut
    }
    func line(_ references: [String], _ row: String?, _ says: String?, _ isFitted: Bool) -> BillLine {
      let states = isFitted ? references.map(state) : []
      let rank: [LineState] = [.leftOut, .onHand, .bought, .askedFor, .toBeFoundOut]
      return BillLine(
        order: order.id, slots: references, row: row, says: says, state: rank.last(where: states.contains) ?? .leftOut)
    }
    let bill = order.bill ?? []
    let listed = Set(bill.filter(\.isFitted).flatMap(\.references))
    return bill.map { line($0.references, $0.row, $0.says, $0.isFitted) }
      + order.slots.filter { $0.references.allSatisfy { !listed.contains($0) } }
      .map { line($0.references, nil, nil, true) }
  }

  /// Lines of orders that nobody knows.
  private static func foreign(_ plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    let known = Set(facts.orders.map(\.id))
    let all =
      (plan.bom ?? []).map { ($0.order, $0.slots) } + (plan.asked ?? []).map { ($0.order, $0.slots) }
      + (plan.onHand ?? []).map { ($0.order, $0.slots) }
    return all.filter { !known.contains($0.0) }.map { .stateWrong($0.1, "bom", right: nil) }
  }
}

extension PlanDocument {
  /// Whether a line of the order buys any of these references.
  fileprivate func buys(_ references: [String], of order: OrderID) -> Bool {
    lines.contains { $0.order == order && !Set($0.slots).isDisjoint(with: references) }
  }

  fileprivate func asks(_ references: [String], of order: OrderID) -> Bool {
    (asked ?? []).contains { $0.order == order && !Set($0.slots).isDisjoint(with: references) }
  }
}

extension SlotFacts {
  /// The slot as if nothing were at hand.
  fileprivate var withoutStock: SlotFacts {
    var slot = self
    slot.piecesOnHand = 0
    return slot
  }
}

extension Violation {
  fileprivate static func handInvented(_ line: HandLine, _ path: String) -> Violation {
    Violation(
      .stockMisstated, at: path,
      english: "`\(line.name)` from stock does not serve `\(line.slots.joined(separator: ", "))` as the plan says",
      chinese: "库存 `\(line.name)` 并不能如方案所写用于 `\(line.slots.joined(separator: ", "))`")
  }

  fileprivate static func stockOverdrawn(_ line: HandLine, _ path: String, has: Int) -> Violation {
    Violation(
      .stockMisstated, at: path, english: "more of `\(line.name)` is taken than the \(has) at hand",
      chinese: "`\(line.name)` 的用量超过现有的 \(has) 个")
  }

  fileprivate static func askedInVain(_ line: AskedLine, _ path: String) -> Violation {
    let names = line.slots.joined(separator: ", ")
    return Violation(
      .stateMisstated, at: path,
      english:
        "`\(names)` is asked for, but is bought, is offered in the market, or is not clear enough to be asked for",
      chinese: "`\(names)` 列为现场询价，但已采购、市场有报价，或需求不明确")
  }

  fileprivate static func askedTooFew(_ line: AskedLine, _ path: String, need: Int) -> Violation {
    let names = line.slots.joined(separator: ", ")
    return Violation(
      .needWrong, at: "\(path).need", english: "the build needs at least \(need) for `\(names)`, not \(line.need)",
      chinese: "`\(names)` 至少需要 \(need) 个，而不是 \(line.need) 个")
  }

  fileprivate static func lineUncounted(_ slots: [String], right: LineState?) -> Violation {
    let names = slots.joined(separator: ", ")
    return Violation(
      .stateMisstated, at: "bom", english: "the plan does not say what becomes of `\(names)`",
      chinese: "方案没有写明 `\(names)` 的去向")
  }

  fileprivate static func stateWrong(_ slots: [String], _ path: String, right: LineState?) -> Violation {
    let names = slots.joined(separator: ", ")
    let (english, chinese) = right.map { (", but is `\($0.rawValue)`", "，应为 `\($0.rawValue)`") } ?? ("", "")
    return Violation(
      .stateMisstated, at: path, english: "`\(names)` is not in the state that the plan says it is in\(english)",
      chinese: "`\(names)` 的状态与方案所写不符\(chinese)")
  }
}
