internal import Base
package import Diagnostics
internal import Market

/// Where a bad piece is dear, risky goods are not allowed.
package struct RiskSuitsTheLoss: SelectionRule {
  package static let family = RuleFamily.sourcing
  package static let code = DiagnosticCode(
    "B602", "risky goods where a bad piece is expensive",
    page: """
      One bad piece in this slot costs 20 CNY or more (`loss`), and pulled, refurbished or clone goods are allowed, several in
      a hundred of which are bad. It is a warning: the plan counts the expected loss, and may still find such goods cheapest.
      Narrow the slot's `conditions`.
      """)

  private static let dear = Money(microYuan: 20_000_000)

  package func relations(on board: RuledBoard) -> [Relation] {
    board.candidates.indices.compactMap { slot in
      let policy = board.board.slots[slot].policy
      let conditions = policy.conditions ?? board.board.policy.conditions
      let risky = [Condition.pulled, .refurbished, .clone].filter(conditions.contains)
      guard !risky.isEmpty, policy.loss ?? board.board.policy.loss >= Self.dear else { return nil }
      let named = risky.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      return broken(
        "`\(board.name(slot))` allows \(named) goods, and one bad piece costs \(policy.loss ?? board.board.policy.loss)",
        at: board.span(slot), about: board.names(slot), severity: .warning)
    }
  }
}
