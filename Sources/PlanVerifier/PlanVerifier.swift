package import SourcingPlan

/// Recomputes a plan from spec and catalog, and says everything that is wrong with it.
///
/// It has its own arithmetic, its own shortest paths and its own clock: nothing of it is shared with the optimizer or with
/// the code that writes plans, so that neither can excuse the other.
package struct PlanVerifier: Sendable {
  package let facts: VerifierFacts

  package init(_ facts: VerifierFacts) { self.facts = facts }

  /// All violations, in the document's order; none means that the plan holds.
  ///
  /// A plan that was made from another spec or catalog is refused for that alone: its other figures mean nothing here.
  /// O(lines + visits × (nodes² + links)).
  package func violations(in plan: PlanDocument) -> [Violation] {
    let foreign = InputCheck.violations(in: plan, against: facts)
    guard foreign.isEmpty else { return foreign }
    let checks: [any PlanCheck.Type] = [
      IDCheck.self, BillCheck.self, StateCheck.self, LineCheck.self, RuleCheck.self, PurchaseCheck.self,
      PolicyCheck.self,
      LabelCheck.self, SampleCheck.self, MarketCheck.self, PlaceCheck.self, AgentCheck.self, DeliveryCheck.self,
      WalkCheck.self,
      VisitCheck.self, AskCheck.self,
      RunnerCheck.self, ServiceCheck.self, ScheduleCheck.self, VariantCheck.self, CostCheck.self, ProofCheck.self,
    ]
    let found = checks.flatMap { $0.violations(in: plan, against: facts) }
    // Words follow from ids, fallbacks from purchases and times: where those are wrong, one cause would be reported twice.
    guard found.isEmpty else { return found }
    let derived: [any PlanCheck.Type] = [
      WordsCheck.self, LatenessCheck.self, DecidableGapCheck.self, FallbackCheck.self,
    ]
    return derived.flatMap { $0.violations(in: plan, against: facts) }
  }
}
