internal import Base
internal import Market
internal import SourcingPlan

/// All amounts, by the catalog.
enum GoodsFormula: TermFormula {
  static let key = "goods"
  static let name = LocalizedText(english: "goods", chinese: "货款")
  static let code = Violation.Code.goodsWrong

  static func value(in plan: PlanDocument, against facts: VerifierFacts) -> Money {
    Arithmetic.sum(plan.lines.flatMap { line in line.buys.map { facts.amount(of: $0, for: line.order) } })
  }

  static func cash(in plan: PlanDocument, against facts: VerifierFacts) -> Money { value(in: plan, against: facts) }
}
