/// Says whether a run, or a part of it, has gone on for long enough. Rules are values, and combine by `or`.
protocol StoppingRule: Sendable {
  func isMet(_ state: RunState) -> Bool
}

extension StoppingRule {
  /// Met where either rule is.
  func or<Other: StoppingRule>(_ other: Other) -> EitherRule<Self, Other> { EitherRule(first: self, second: other) }
}

struct EitherRule<First: StoppingRule, Second: StoppingRule>: StoppingRule {
  var first: First
  var second: Second

  func isMet(_ state: RunState) -> Bool { first.isMet(state) || second.isMet(state) }
}

/// A rule that was not asked for is never met.
extension Optional: StoppingRule where Wrapped: StoppingRule {
  func isMet(_ state: RunState) -> Bool { self?.isMet(state) ?? false }
}

/// What stopping rules look at.
struct RunState: Sendable {
  /// Rounds that have ended.
  private(set) var rounds = 0
  /// The round of the last gain.
  private(set) var gainedAt = 0
  /// Cost of the best solution; `Cost.max` before the first.
  var cost = Instance.Cost.max
  /// No solution costs less.
  var bound: Instance.Cost = 0

  init(cost: Instance.Cost = .max, bound: Instance.Cost = 0) {
    self.cost = cost
    self.bound = bound
  }

  /// Counts a round that ended with this cost.
  mutating func endRound(cost: Instance.Cost) {
    rounds += 1
    guard cost < self.cost else { return }
    self.cost = cost
    gainedAt = rounds
  }
}
