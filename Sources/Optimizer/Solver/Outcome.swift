/// What a run ended with.
package struct Outcome: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable {
    /// The solution's cost equals the bound.
    case optimal
    /// A solution without proof that there is no cheaper one.
    case feasible
    /// Proven: no solution exists.
    case infeasible
    /// Neither a solution nor a proof that there is none.
    case unknown
  }

  package var status: Status
  package var solution: Solution?
  /// No solution costs less; never above `solution`'s cost.
  package var bound: Instance.Cost
  /// Slots none of whose options can be covered by all offers together; not empty only when `infeasible`. Empty when it is
  /// the constraints over choices that exclude one another.
  package var uncoveredSlots: [Int]
  package var statistics: Statistics

  /// `(cost − bound) / cost`, 0 for a cost of 0, nil without a solution.
  package var gap: Double? {
    guard let cost = solution?.cost.total else { return nil }
    return cost == 0 ? 0 : Double(cost - bound) / Double(cost)
  }

  package struct Statistics: Sendable, Hashable {
    package var nodes = 0
    package var cuts = 0
    package var moves = 0
    package var restarts = 0
    /// Units of work done under a work limit.
    package var work = 0
    /// By the injected clock; nil without one, or when it did not happen, and always nil under a work limit.
    package var secondsToFirst: Double?
    package var secondsToBest: Double?
    package var secondsToProof: Double?
    package var seconds: Double?

    package init() {}
  }

  package init(
    status: Status, solution: Solution?, bound: Instance.Cost, uncoveredSlots: [Int] = [],
    statistics: Statistics = .init()
  ) {
    self.status = status
    self.solution = solution
    self.bound = bound
    self.uncoveredSlots = uncoveredSlots
    self.statistics = statistics
  }
}

/// A moment of a run, as the observer sees it.
package struct Progress: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case incumbent, bound, tick }

  package var kind: Kind
  /// Seconds since the start by the injected clock; 0 without one.
  package var seconds: Double
  /// Cost of the best solution so far; nil before the first.
  package var cost: Instance.Cost?
  package var bound: Instance.Cost
  package var nodes: Int
  package var cuts: Int
  package var moves: Int
  package var restarts: Int

  /// `(cost − bound) / cost`, nil before the first solution.
  package var gap: Double? {
    guard let cost else { return nil }
    return cost == 0 ? 0 : Double(cost - bound) / Double(cost)
  }
}
