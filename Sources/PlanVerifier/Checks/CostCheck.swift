internal import Base
internal import Market
internal import SourcingPlan

/// `total` is the sum of the terms, each of them summed again from purchases, walks and services (`CostTerms`); `cash` is what of
/// them is carried; goods, what is asked for and fares keep to the budget.
enum CostCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    let cost = plan.cost
    var found: [Violation] = []
    func compare(_ stated: Amount, _ right: Money, _ code: Violation.Code, _ key: String, _ name: LocalizedText) {
      guard stated.money != right else { return }
      found.append(.sumWrong(code, "cost.\(key)", name, right: Amount(right), stated: stated))
    }
    for formula in TermFormulas.all {
      let right = formula.value(in: plan, against: facts)
      compare(cost[formula] ?? Amount(.zero), right, formula.code, formula.key, formula.name)
    }
    let cash = Arithmetic.sum(TermFormulas.all.map { $0.cash(in: plan, against: facts) })
    compare(cost.cash, cash, .cashWrong, "cash", LocalizedText(english: "cash", chinese: "现金"))
    let stated = TermFormulas.all.compactMap { cost[$0]?.money }
    compare(
      cost.total, Arithmetic.sum(stated), .totalWrong, "total", LocalizedText(english: "total", chinese: "总成本"))
    let charges = facts.used(in: plan).map { TermFormulas.charge(forUsing: $0.stall, goods: $0.goods) }
    let spent = Arithmetic.sum(
      [GoodsFormula.value(in: plan, against: facts), AskingFormula.cash(in: plan, against: facts)] + charges)
    if let budget = facts.day.budget, spent > budget {
      found.append(.overBudget(spent: Amount(spent), budget: Amount(budget)))
    }
    for (index, walk) in plan.walks.enumerated() {
      let stops = plan.checkedStops(of: index).map(\.visit)
      let wallet = Arithmetic.sum(
        stops.flatMap { stop in
          let goods = facts.goods(at: [stop], in: plan)
          return [goods, facts.charge(at: stop.stall, goods: goods), facts.asked(at: stop, in: plan)]
        })
      if walk.cash.money != wallet {
        found.append(.walletWrong(walk, "walks[\(index)].cash", right: Amount(wallet)))
      }
    }
    return found
  }
}

extension VerifierFacts {
  /// By the catalog where it knows the offer, else as stated: an unknown offer is another check's business.
  func amount(of buy: PlanBuy, for order: OrderID) -> Money { terms(of: buy, for: order)?.amount ?? buy.amount.money }

  /// The stall of each visit and order that is known, and the goods of an order.
  func used(in plan: PlanDocument) -> [(stall: Stall, goods: Money)] {
    plan.walks.flatMap(\.visits).compactMap { visit in market.stalls[visit.stall].map { ($0, Money.zero) } }
      + plan.deliveries.compactMap { order in market.stalls[order.stall].map { ($0, goods(of: order, in: plan)) } }
  }

  /// What a visit, or an order of so much goods, costs at a stall beside its goods.
  func charge(at stall: PlaceID, goods: Money) -> Money {
    market.stalls[stall].map { TermFormulas.charge(forUsing: $0, goods: goods) } ?? .zero
  }

  /// What the goods of an order come to.
  func goods(of order: PlanDelivery, in plan: PlanDocument) -> Money {
    let purchases = plan.purchases
    return Arithmetic.sum(
      order.purchases.compactMap { purchases[$0] }.filter { $0.buy.stall == order.stall }
        .map { amount(of: $0.buy, for: plan.lines[$0.line].order) })
  }

  func goods(at stops: [PlanVisit], in plan: PlanDocument) -> Money {
    let purchases = plan.purchases
    return Arithmetic.sum(
      stops.flatMap { stop in
        purchases.bought(at: stop).filter { $0.buy.stall == stop.stall }
          .map { amount(of: $0.buy, for: plan.lines[$0.line].order) }
      })
  }

  /// The board that a service is for; a plan of one order need not say it.
  func order(of service: PlanService) -> BoardFacts? {
    service.order.map { order($0) } ?? (orders.count == 1 ? orders[0] : nil)
  }

  func price(of service: PlanService) -> Money {
    guard let known = market.services.first(where: { $0.id == service.id }) else { return service.amount.money }
    guard let board = order(of: service) else { return service.amount.money }
    return Arithmetic.fen(Arithmetic.value(of: known.price, boards: board.boards, work: board.work))
  }
}

extension Violation {
  fileprivate static func sumWrong(
    _ code: Code, _ path: String, _ name: LocalizedText, right: Amount, stated: Amount
  ) -> Violation {
    Violation(
      code, at: path, english: "\(name.english): the sum is \(right) CNY, not \(stated)",
      chinese: "\(name.chinese)应为 \(right) 元，而不是 \(stated) 元")
  }

  fileprivate static func overBudget(spent: Amount, budget: Amount) -> Violation {
    Violation(
      .overBudget, at: "cost.cash", english: "goods and fares come to \(spent) CNY, but the budget is \(budget)",
      chinese: "货款与运费共 \(spent) 元，预算为 \(budget) 元")
  }

  fileprivate static func walletWrong(_ walk: PlanWalk, _ path: String, right: Amount) -> Violation {
    Violation(
      .walletWrong, at: path, english: "buyer `\(walk.agent)` pays \(right) CNY, not \(walk.cash)",
      chinese: "采购员 `\(walk.agent)` 应付 \(right) 元，而不是 \(walk.cash) 元")
  }
}
