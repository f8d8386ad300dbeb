internal import Base
internal import Market
internal import SourcingPlan

/// Each buyer's `rate × seconds / 3600`, half up to the fen, from leaving to being back.
enum TimeFormula: TermFormula {
  static let key = "time"
  static let name = LocalizedText(english: "time", chinese: "时间成本")
  static let code = Violation.Code.timeWrong

  static func value(in plan: PlanDocument, against facts: VerifierFacts) -> Money {
    Arithmetic.sum(
      plan.walks.map { walk in
        guard let buyer = facts.agent(walk.agent) else { return .zero }
        return Arithmetic.timeCost(buyer.ratePerHour, seconds: walk.finish.seconds(since: walk.start))
      })
  }
}
