/// Proves lower bounds on a relaxation, up to its optimum, one step at a time.
///
/// Two ways to use it: `run(_:)` goes on until the proof is done or the context asks it to stop, reading the shared incumbent
/// as it goes; `advance(work:cutoff:tour:)` does a stated amount of work and sees only what it is given, so that its
/// results depend on nothing but its arguments.
public struct Prover: ~Copyable {
  /// No answer of the relaxation costs less.
  public private(set) var bound: Int64
  /// Whether `bound` is final: it equals the relaxation's optimum, or the cutoff that was given.
  public private(set) var isFinished = false
  public private(set) var statistics = ProofStatistics()
  /// The best tour of the relaxation that the proof itself has found.
  public private(set) var bestTour: ProofTour?

  private let relaxation: Relaxation

  /// Computes the combinatorial bound at once. Complexity: O(places² + passes × offers).
  public init(_ relaxation: Relaxation) {
    self.relaxation = relaxation
    bound = DualAscent(relaxation).bound
  }

  /// Goes on for about `work` units.
  ///
  /// - Parameters:
  ///   - cutoff: objective of the best answer known, `Int64.max` without one.
  ///   - tour: places of a good tour, without the depot; may be empty.
  public mutating func advance(work: Int64, cutoff: Int64, tour: [Int32]) {
    bound = min(bound, cutoff)
    if bound == cutoff { isFinished = true }
  }

  /// Goes on until the proof is done or the context says stop, reporting as it goes.
  public mutating func run(_ context: ProofContext) {
    context.reportBound(bound)
    advance(work: 0, cutoff: context.cutoff(), tour: context.incumbentTour())
  }
}
