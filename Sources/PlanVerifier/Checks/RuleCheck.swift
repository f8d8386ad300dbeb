internal import Electronics
internal import SourcingPlan

/// The parts that a plan chose break no rule of the board.
///
/// The rules are those of the validator: a plan that it would refuse with these parts pinned is no plan.
enum RuleCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    facts.orders.flatMap { order in
      var chosen: [String: Part] = [:]
      for line in plan.lines where line.order == order.id {
        guard let part = facts.market.part(of: line) else { continue }
        for reference in line.slots { chosen[reference] = part }
      }
      let parts = order.slots.map { slot in slot.references.lazy.compactMap { chosen[$0] }.first }
      return order.breaches(parts).map { breach in
        Violation(
          .ruleBroken, at: "lines", english: "\(breach.text) [\(breach.code)]",
          chinese: "违反规则 \(breach.code)：\(breach.text)")
      }
    }
  }
}
