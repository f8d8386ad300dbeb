internal import Base
internal import Market
internal import SourcingPlan

/// All expected losses, by the catalog.
enum RiskFormula: TermFormula {
  static let key = "risk"
  static let name = LocalizedText(english: "risk", chinese: "风险")
  static let code = Violation.Code.riskSumWrong

  static func value(in plan: PlanDocument, against facts: VerifierFacts) -> Money {
    Arithmetic.sum(
      plan.lines.flatMap { line in
        let own = LineFacts(line, of: plan, facts: facts)
        return line.buys.map { facts.risk(of: $0, for: own) ?? $0.risk.money }
      })
  }
}
