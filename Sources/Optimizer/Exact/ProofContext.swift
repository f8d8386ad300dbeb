/// What a proof that runs freely asks of, and tells, the solver around it. Every closure may be called from the prover's
/// thread at any time.
public struct ProofContext: Sendable {
  /// Objective of the best answer known; `Int64.max` without one. Only answers below it are sought.
  public var cutoff: @Sendable () -> Int64
  /// Places (without the depot) of a good tour, in order; empty without one. It steers the cuts and need not be exact.
  public var incumbentTour: @Sendable () -> [Int32]
  /// A new lower bound on the optimum of the relaxation. Bounds come in ascending order.
  public var reportBound: @Sendable (Int64) -> Void
  /// A tour that is feasible for the relaxation, with its objective there.
  public var reportTour: @Sendable (ProofTour) -> Void
  /// Looked at between linear programs, and within long ones.
  public var shouldStop: @Sendable () -> Bool

  public init(
    cutoff: @escaping @Sendable () -> Int64, incumbentTour: @escaping @Sendable () -> [Int32],
    reportBound: @escaping @Sendable (Int64) -> Void, reportTour: @escaping @Sendable (ProofTour) -> Void,
    shouldStop: @escaping @Sendable () -> Bool
  ) {
    self.cutoff = cutoff
    self.incumbentTour = incumbentTour
    self.reportBound = reportBound
    self.reportTour = reportTour
    self.shouldStop = shouldStop
  }
}

/// A walk that the proof came across: its places in order, without the depot, and the relaxation's cost of it.
public struct ProofTour: Sendable, Hashable {
  public var places: [Int32]
  public var objective: Int64

  public init(places: [Int32], objective: Int64) {
    self.places = places
    self.objective = objective
  }
}

/// What a proof has done so far.
public struct ProofStatistics: Sendable, Hashable {
  public var nodes = 0
  public var openNodes = 0
  public var cuts = 0
  public var linearPrograms = 0
  public var iterations = 0
  /// Deterministic count of elementary steps, roughly microseconds of one core.
  public var work: Int64 = 0

  public init() {}
}
