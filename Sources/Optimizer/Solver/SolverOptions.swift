package import Base

/// How a run is limited, seeded and stopped.
package struct SolverOptions: Sendable {
  /// Worker threads; at least 1.
  package var threads: Int
  package var seed: UInt64
  /// Nanoseconds from the start of the run, by `now`; nil for no limit.
  package var timeLimit: UInt64?
  /// Units of work after which the run ends; the answer then depends on the instance, the seed and this number alone,
  /// for any number of threads. A unit is one round of every lane: tens of milliseconds of search each.
  package var workLimit: Int?
  /// Whether a bound is proven beside the search; without, it stays at 0 and all work goes into the search.
  package var proves: Bool
  /// Stops once `(cost − bound) / cost` is at most this.
  package var gapTarget: Double
  package var cancellation: Cancellation?
  /// A monotonic clock in nanoseconds; libraries do not read one themselves. Without it a time limit cannot be kept.
  package var now: (@Sendable () -> UInt64)?
  /// Nanoseconds between two progress events at least, where neither incumbent nor bound is new.
  package var progressInterval: UInt64

  package init(
    threads: Int = 1, seed: UInt64 = 1, timeLimit: UInt64? = nil, workLimit: Int? = nil, proves: Bool = true,
    gapTarget: Double = 0, cancellation: Cancellation? = nil, now: (@Sendable () -> UInt64)? = nil,
    progressInterval: UInt64 = 100_000_000
  ) {
    precondition(threads >= 1, "threads \(threads)")
    precondition(timeLimit == nil || now != nil, "a time limit needs a clock")
    self.threads = threads
    self.seed = seed
    self.timeLimit = timeLimit
    self.workLimit = workLimit
    self.proves = proves
    self.gapTarget = gapTarget
    self.cancellation = cancellation
    self.now = now
    self.progressInterval = progressInterval
  }
}

extension SolverOptions {
  /// Whether a run that began at `start`, by `now`, is to end: it is cancelled, or its time limit is reached.
  func isOver(since start: UInt64) -> Bool {
    if cancellation?.isCancelled ?? false { return true }
    guard let timeLimit, let now else { return false }
    return now() &- start >= timeLimit
  }
}
