internal import Base
internal import Market
internal import SourcingPlan

/// Each service at its formula; cash where its work starts on the day.
enum ServicesFormula: TermFormula {
  static let key = "services"
  static let name = LocalizedText(english: "services", chinese: "加工服务")
  static let code = Violation.Code.servicesWrong

  static func value(in plan: PlanDocument, against facts: VerifierFacts) -> Money {
    Arithmetic.sum(plan.services.map { facts.price(of: $0) })
  }

  static func cash(in plan: PlanDocument, against facts: VerifierFacts) -> Money {
    Arithmetic.sum(plan.services.filter(\.isPaidThatDay).map { facts.price(of: $0) })
  }
}
