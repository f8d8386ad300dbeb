internal import Base
internal import Market
internal import SourcingPlan

/// `total = goods + time + fares + risk + services + nre`, each term summed again from purchases, walks and services;
/// `cash = goods + fares + services paid that day`; goods and fares keep to the budget.
enum CostCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    let cost = plan.cost
    let goods = Arithmetic.sum(plan.lines.flatMap(\.buys).map { facts.amount(of: $0) })
    let risk = Arithmetic.sum(
      plan.lines.flatMap { line in
        let own = LineFacts(line, facts: facts)
        return line.buys.map { facts.risk(of: $0, for: own) ?? $0.risk.money }
      })
    let time = Arithmetic.sum(plan.walks.map { facts.timeCost(of: $0) })
    let fares = Arithmetic.sum(plan.walks.map { facts.fares(of: $0) })
    let services = Arithmetic.sum(plan.services.map { facts.price(of: $0) })
    let cash = Arithmetic.sum([goods, fares] + plan.services.filter(\.isPaidThatDay).map { facts.price(of: $0) })
    let stated = [cost.goods, cost.time, cost.fares, cost.risk, cost.services, cost.nre].compactMap(\.self)
    let oneTime = Arithmetic.sum(facts.board.way.oneTimeCosts)

    var found: [Violation] = []
    func compare(_ stated: Amount, _ right: Money, _ code: Violation.Code, _ name: String, _ chinese: String) {
      guard stated.money != right else { return }
      found.append(.sumWrong(code, "cost.\(name)", name, chinese, right: Amount(right), stated: stated))
    }
    compare(cost.goods, goods, .goodsWrong, "goods", "货款")
    compare(cost.time, time, .timeWrong, "time", "时间成本")
    compare(cost.fares, fares, .faresWrong, "fares", "路费与运费")
    compare(cost.risk, risk, .riskSumWrong, "risk", "风险")
    compare(cost.services, services, .servicesWrong, "services", "加工服务")
    compare(cost.nre ?? Amount(.zero), oneTime, .oneTimeCostWrong, "nre", "一次性费用")
    compare(cost.cash, cash, .cashWrong, "cash", "现金")
    compare(cost.total, Arithmetic.sum(stated.map(\.money)), .totalWrong, "total", "总成本")
    let spent = Arithmetic.sum([goods, fares])
    if let budget = facts.day.budget, spent > budget {
      found.append(.overBudget(spent: Amount(spent), budget: Amount(budget)))
    }
    for (index, walk) in plan.walks.enumerated() {
      let wallet = Arithmetic.sum([facts.goods(of: walk, in: plan), facts.fares(of: walk)])
      if walk.cash.money != wallet {
        found.append(.walletWrong(walk, "walks[\(index)].cash", right: Amount(wallet)))
      }
    }
    return found
  }
}

extension VerifierFacts {
  /// By the catalog where it knows the offer, else as stated: an unknown offer is another check's business.
  fileprivate func amount(of buy: PlanBuy) -> Money { terms(of: buy)?.amount ?? buy.amount.money }

  fileprivate func timeCost(of walk: PlanWalk) -> Money {
    guard let buyer = day.buyers.first(where: { $0.name == walk.buyer }) else { return .zero }
    return Arithmetic.timeCost(buyer.ratePerHour, seconds: walk.finish.seconds(since: walk.start))
  }

  /// The delivery that each visited shop charges.
  fileprivate func fares(of walk: PlanWalk) -> Money {
    Arithmetic.sum(walk.visits.map { market.stalls[$0.stall]?.shipping ?? .zero })
  }

  fileprivate func goods(of walk: PlanWalk, in plan: PlanDocument) -> Money {
    Arithmetic.sum(
      walk.visits.flatMap { visit in
        visit.lines.flatMap { plan.buys(of: $0, at: visit.stall) }.map { amount(of: $0) }
      })
  }

  fileprivate func price(of service: PlanService) -> Money {
    guard let known = market.services.first(where: { $0.id == service.id }) else { return service.amount.money }
    return Arithmetic.fen(Arithmetic.value(of: known.price, boards: board.boards, work: board.work))
  }
}

extension Violation {
  fileprivate static func sumWrong(
    _ code: Code, _ path: String, _ name: String, _ chinese: String, right: Amount, stated: Amount
  ) -> Violation {
    Violation(
      code, at: path, english: "\(name) come to \(right) CNY, not \(stated)",
      chinese: "\(chinese)应为 \(right) 元，而不是 \(stated) 元")
  }

  fileprivate static func overBudget(spent: Amount, budget: Amount) -> Violation {
    Violation(
      .overBudget, at: "cost.cash", english: "goods and fares come to \(spent) CNY, and the budget is \(budget)",
      chinese: "货款与运费共 \(spent) 元，预算为 \(budget) 元")
  }

  fileprivate static func walletWrong(_ walk: PlanWalk, _ path: String, right: Amount) -> Violation {
    Violation(
      .walletWrong, at: path, english: "buyer `\(walk.buyer)` pays \(right) CNY, not \(walk.cash)",
      chinese: "采购员 `\(walk.buyer)` 应付 \(right) 元，而不是 \(walk.cash) 元")
  }
}
