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
  /// What search and proof are tuned by.
  package var parameters = SolverParameters()

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
  /// When a search gives its time to the proof.
  var patience: NoImprovement {
    NoImprovement(rounds: parameters.roundsWithoutGain, share: parameters.roundsShareWithoutGain)
  }

  /// The time limit of a run that started at `start`.
  func deadline(from start: UInt64) -> TimeLimit? {
    guard let timeLimit, let now else { return nil }
    return TimeLimit(limit: timeLimit, start: start, now: now)
  }

  /// Met once a run that started at `start` is cancelled or out of time.
  func limits(from start: UInt64) -> EitherRule<Cancelled?, TimeLimit?> {
    cancellation.map(Cancelled.init).or(deadline(from: start))
  }
}
