internal import Base
internal import Optimizer

/// The same day for each variant of a board, of which the cheapest is wanted.
///
/// The optimum over all variants is `min over variants (fixed + optimum of the variant's day)`, and `min over variants (fixed +
/// bound)` is a bound on it. Branching on the variant before anything else keeps what is spent once out of the relaxations, where
/// a fraction of each variant would cost less than any whole one.
struct VariantSearch: Sendable {
  /// One variant: its day, and what it costs whatever the day brings, in micro-yuan.
  struct Variant: Sendable {
    var solver: Solver
    var fixed: Int64
    /// A plan to set out from.
    var start: Solution?

    fileprivate init(_ instance: Instance, fixed: Int64, start: Solution?, options: SolverOptions) {
      solver = Solver(instance, options: options)
      self.fixed = fixed
      self.start = start ?? solver.construct()
    }

    var startTotal: Int64? { start.map { $0.cost.total + fixed } }
  }

  /// Hears what a variant costs whatever its day brings, what its search says, and the cheapest plan known of the other variants.
  typealias Observer = @Sendable (_ fixed: Int64, Progress, _ others: Int64?) -> Void

  let variants: [Variant]
  let options: SolverOptions
  /// Whether every variant is searched to the end of its share, although it is proven to cost more than another.
  let isComplete: Bool
  /// When the search began, by the options' clock: the time limit covers the first plans too.
  private let begun: UInt64

  /// Looks for a first plan of each variant, within an equal share of the time that is left.
  ///
  /// - Parameter starts: plans of the variants that are known, in their order; empty for none.
  init(_ days: [(instance: Instance, fixed: Int64)], starts: [Solution?] = [], options: SolverOptions, isComplete: Bool)
  {
    let begun = options.now?() ?? 0
    variants = days.enumerated().map { position, day in
      Variant(
        day.instance, fixed: day.fixed, start: starts.isEmpty ? nil : starts[position],
        options: options.sharingTime(since: begun, among: days.count - position))
    }
    self.options = options
    self.isComplete = isComplete
    self.begun = begun
  }

  /// How each variant ended, in order.
  ///
  /// Time is shared: the variants that look dearest go first, each with an equal share of what is left, and leave the rest of
  /// theirs once their bound reaches another's plan. Work is shared equally, so that the answer does not depend on the clock.
  func run(observer: @escaping Observer) -> [Outcome] {
    if let only = variants.first, variants.count == 1 {
      var solver = only.solver
      solver.options = options.sharingTime(since: begun, among: 1)
      return [solver.run(from: only.start) { observer(only.fixed, $0, nil) }]
    }
    var outcomes = [Outcome?](repeating: nil, count: variants.count)
    var totals = variants.map(\.startTotal)
    let order = variants.indices.sorted { (totals[$1] ?? .max, $0) < (totals[$0] ?? .max, $1) }
    for (position, index) in order.enumerated() {
      let others = totals.indices.filter { $0 != index }.compactMap { totals[$0] }.min()
      var limited = options.sharingTime(since: begun, among: order.count - position)
      limited.workLimit = options.workLimit.map { max(1, $0 / variants.count) }
      let outcome = search(variants[index], limited, others: others, observer)
      outcomes[index] = outcome
      if let total = outcome.solution?.cost.total {
        totals[index] = min(totals[index] ?? .max, total + variants[index].fixed)
      }
    }
    return outcomes.compactMap(\.self)
  }

  private func search(
    _ variant: Variant, _ options: SolverOptions, others: Int64?,
    _ observer: @escaping Observer
  ) -> Outcome {
    var options = options
    let own = Cancellation(within: options.cancellation)
    options.cancellation = own
    let mayLeave = options.workLimit == nil && !isComplete
    let fixed = variant.fixed
    var solver = variant.solver
    solver.options = options
    return solver.run(from: variant.start) { progress in
      if mayLeave, let others, progress.bound + fixed >= others { own.cancel() }
      observer(fixed, progress, others)
    }
  }
}

extension SolverOptions {
  /// The same limits with an equal share of the time that is left, of a run that began at `start`.
  fileprivate func sharingTime(since start: UInt64, among shares: Int) -> SolverOptions {
    var limited = self
    limited.timeLimit = timeLimit.map { limit in
      let spent = (now?() ?? 0) &- start
      return max(1_000_000, (limit > spent ? limit - spent : 0) / UInt64(max(1, shares)))
    }
    return limited
  }
}

extension [Outcome] {
  /// The variant that costs least, the first of equal ones; nil where none has a plan.
  func cheapest(_ fixed: [Int64]) -> Int? {
    indices.filter { self[$0].solution != nil }.min {
      ((self[$0].solution?.cost.total ?? 0) + fixed[$0], $0) < ((self[$1].solution?.cost.total ?? 0) + fixed[$1], $1)
    }
  }

  /// No plan of any variant costs less than this, in micro-yuan.
  func bound(_ fixed: [Int64]) -> Int64 {
    zip(self, fixed).map { outcome, fixed in outcome.bound == .max ? .max : outcome.bound + fixed }.min() ?? 0
  }

  /// What was done for all of them.
  var statistics: Outcome.Statistics {
    var sum = Outcome.Statistics()
    for outcome in self {
      sum.nodes += outcome.statistics.nodes
      sum.cuts += outcome.statistics.cuts
      sum.moves += outcome.statistics.moves
      sum.seconds = outcome.statistics.seconds.map { $0 + (sum.seconds ?? 0) } ?? sum.seconds
    }
    return sum
  }
}
