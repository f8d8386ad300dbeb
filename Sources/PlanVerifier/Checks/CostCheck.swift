internal import Base
internal import Market
internal import SourcingPlan

/// `total` is the sum of the terms, each of them summed again from purchases, walks and services (`CostTerms`); `cash` is what of
/// them is carried; goods and fares keep to the budget.
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
    let (goods, fares) = (GoodsFormula.value(in: plan, against: facts), FaresFormula.value(in: plan, against: facts))
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
  func amount(of buy: PlanBuy) -> Money { terms(of: buy)?.amount ?? buy.amount.money }

  /// The delivery that each visited shop charges.
  func fares(of walk: PlanWalk) -> Money {
    Arithmetic.sum(walk.visits.map { market.stalls[$0.stall]?.shipping ?? .zero })
  }

  fileprivate func goods(of walk: PlanWalk, in plan: PlanDocument) -> Money {
    Arithmetic.sum(
      walk.visits.flatMap { visit in
        visit.lines.flatMap { plan.buys(of: $0, at: visit.stall) }.map { amount(of: $0) }
      })
  }

  func price(of service: PlanService) -> Money {
    guard let known = market.services.first(where: { $0.id == service.id }) else { return service.amount.money }
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
      .overBudget, at: "cost.cash", english: "goods and fares come to \(spent) CNY, and the budget is \(budget)",
      chinese: "货款与运费共 \(spent) 元，预算为 \(budget) 元")
  }

  fileprivate static func walletWrong(_ walk: PlanWalk, _ path: String, right: Amount) -> Violation {
    Violation(
      .walletWrong, at: path, english: "buyer `\(walk.buyer)` pays \(right) CNY, not \(walk.cash)",
      chinese: "采购员 `\(walk.buyer)` 应付 \(right) 元，而不是 \(walk.cash) 元")
  }
}
