internal import Base
internal import Market
internal import SourcingPlan

/// What the variant costs once.
enum OneTimeFormula: TermFormula {
  static let key = "nre"
  static let name = LocalizedText(english: "nre", chinese: "一次性费用")
  static let code = Violation.Code.oneTimeCostWrong

  static func value(in plan: PlanDocument, against facts: VerifierFacts) -> Money {
    Arithmetic.sum(facts.orders.flatMap(\.variant.oneTimeCosts))
  }
}
