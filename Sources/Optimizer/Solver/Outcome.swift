/// What a run ended with.
public struct Outcome: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable {
    /// The solution's cost equals the bound.
    case optimal
    /// A solution without proof that there is no cheaper one.
    case feasible
    /// Proven: no solution exists.
    case infeasible
    /// Neither a solution nor a proof that there is none.
    case unknown
  }

  public var status: Status
  public var solution: Solution?
  /// No solution costs less; never above `solution`'s cost.
  public var bound: Instance.Cost
  /// Slots none of whose options can be covered by all offers together; not empty only when `infeasible`. Empty when it is
  /// the constraints over choices that exclude one another.
  public var uncoveredSlots: [Int]
  public var statistics: Statistics

  /// `(cost − bound) / cost`, 0 for a cost of 0, nil without a solution.
  public var gap: Double? {
    guard let cost = solution?.cost.total else { return nil }
    return cost == 0 ? 0 : Double(cost - bound) / Double(cost)
  }

  public struct Statistics: Sendable, Hashable {
    public var nodes = 0
    public var cuts = 0
    public var moves = 0
    public var restarts = 0
    /// Units of work done under a work limit.
    public var work = 0
    /// By the injected clock; nil without one, or when it did not happen, and always nil under a work limit.
    public var secondsToFirst: Double?
    public var secondsToBest: Double?
    public var secondsToProof: Double?
    public var seconds: Double?

    public init() {}
  }

  public init(
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
public struct Progress: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case incumbent, bound, tick }

  public var kind: Kind
  /// Seconds since the start by the injected clock; 0 without one.
  public var seconds: Double
  /// Cost of the best solution so far; nil before the first.
  public var cost: Instance.Cost?
  public var bound: Instance.Cost
  public var nodes: Int
  public var cuts: Int
  public var moves: Int
  public var restarts: Int

  /// `(cost − bound) / cost`, nil before the first solution.
  public var gap: Double? {
    guard let cost else { return nil }
    return cost == 0 ? 0 : Double(cost - bound) / Double(cost)
  }
}
