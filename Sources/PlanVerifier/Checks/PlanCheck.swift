internal import SourcingPlan

/// One concern of the verification. A check recomputes what it checks from the facts and trusts no other check.
protocol PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation]
}
