internal import Base
internal import Market
internal import SourcingPlan

/// What lines that are asked for, or weighed against it, are expected to cost.
enum AskingFormula: TermFormula {
  static let key = "asking"
  static let name = LocalizedText(english: "asked for", chinese: "现场询价")
  static let code = Violation.Code.askingSumWrong

  static func value(in plan: PlanDocument, against facts: VerifierFacts) -> Money {
    Arithmetic.sum(
      (plan.asked ?? []).compactMap { line in
        line.estimate.map { facts.figures(of: line, in: plan)?.expected ?? $0.expected.money }
      })
  }

  static func cash(in plan: PlanDocument, against facts: VerifierFacts) -> Money {
    Arithmetic.sum(plan.walks.flatMap(\.visits).map { facts.asked(at: $0, in: plan) })
  }
}
