package import Base
package import BoardSpec
package import CatalogStore
internal import Electronics
internal import Market
package import Optimizer
internal import Selection
package import SourcingPlan

/// Plans one board's day: gathers what the catalog offers, searches, and writes the answer down.
///
/// Nothing is printed and no clock is read here; the caller hands in a clock and hears of progress.
package struct Planner: Sendable {
  /// What the search says of itself while it runs, with the services in cost and bound, in micro-yuan.
  package typealias Progress = Optimizer.Progress

  /// Checks a plan without any code of the optimizer; returns why it is wrong, empty when it is right.
  package typealias Verification = @Sendable (PlanDocument) -> [String]

  private let verify: Verification
  private let now: @Sendable () -> UInt64
  private let cancellation: Cancellation

  /// - Parameters:
  ///   - now: nanoseconds since the process started; `secondsToFirst` counts from there.
  ///   - verify: called on every plan before it is returned.
  package init(
    now: @escaping @Sendable () -> UInt64, cancellation: Cancellation, verify: @escaping Verification
  ) {
    self.now = now
    self.cancellation = cancellation
    self.verify = verify
  }

  /// Plans the board.
  ///
  /// - Parameter start: a plan of the board on this or another day; where it is one of this day too, the search sets out from it and its answer
  ///   costs no more.
  /// - Throws: `PlanningError` when the search could not be started or its answer was refused by the verifier. A board that
  ///   cannot be sourced, or a limit that cannot be met, is no error: the plan's status, conflict and lines say so.
  package func plan(
    _ board: Board, from catalog: Catalog, request: PlanRequest, inputs: PlanInputs, start: PlanDocument? = nil,
    progress: @escaping @Sendable (Progress) -> Void
  ) throws -> PlanDocument {
    let (variants, unserved) = try PreparedVariant.all(of: board, catalog: catalog, request: request, inputs: inputs)
    return try plan(variants, unserved: unserved, limits: request.search, start: start, progress: progress)
  }

  /// Plans the cheapest of several variants of one board.
  ///
  /// - Parameters:
  ///   - unserved: variants that no service takes, for the comparison.
  ///   - start: a plan to set out from, where it is one of a variant's day.
  func plan(
    _ variants: [PreparedVariant], unserved: [PlanVariant] = [], limits: SearchLimits, start: PlanDocument? = nil,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws -> PlanDocument {
    let options = options(limits)
    let open = variants.filter(\.isOpen)
    guard !open.isEmpty else { return try finish(NoPlanReport(variants, [], options, verify)) }
    let search = VariantSearch(
      open.map { ($0.run.model.instance, $0.run.fixedCost.microYuan) },
      starts: start.map { plan in open.map { $0.solution(of: plan) } } ?? [], options: options,
      isComplete: limits.comparesVariants)
    let fixed = search.variants.map(\.fixed)
    let firstAt = try zip(search.variants, open).filter { $0.0.start != nil }
      .min { ($0.0.startTotal ?? .max) < ($1.0.startTotal ?? .max) }
      .flatMap { variant, prepared in try variant.start.flatMap { try secondsToVerify($0, prepared.run) } }
    let outcomes = zip(completed(self.search(search, progress: progress), of: open, options), open)
      .map { $0.held(to: $1.run.problem.excerpt) }
    guard let best = outcomes.cheapest(fixed), let solution = outcomes[best].solution else {
      return try finish(NoPlanReport(open, outcomes, options, verify))
    }
    let run = open[best].run
    var outcome = outcomes[best]
    let floor = open.map(\.run.floor).min() ?? .zero
    outcome.bound = min(max(outcomes.bound(fixed), floor.microYuan) - fixed[best], solution.cost.total)
    if outcomes.count > 1 {
      let done = outcomes.statistics
      outcome.statistics.nodes = done.nodes
      outcome.statistics.cuts = done.cuts
      outcome.statistics.moves = done.moves
      outcome.statistics.seconds = done.seconds
    }
    outcome.statistics.secondsToFirst = limits.workLimit == nil ? firstAt : nil
    let baselines =
      limits.computesBaselines
      ? BaselineCalculator(instance: run.model.instance, fixed: run.fixedCost, options: options).all() : []
    var plan = try run.document(
      solution, outcome: outcome, status: outcome.bound >= solution.cost.total ? .optimal : .feasible,
      baselines: baselines, conflict: [], floor: floor)
    if variants.count + unserved.count > 1 { plan.ways = try compared(variants, outcomes) + unserved }
    return try finish(plan)
  }

  /// What each variant of the board would cost, by a verified plan of its own, or why it has none.
  private func compared(_ variants: [PreparedVariant], _ outcomes: [Outcome]) throws -> [PlanVariant] {
    var left = outcomes[...]
    return try variants.map { variant in
      guard variant.isOpen else { return variant.excluded }
      guard let outcome = left.popFirst(), let solution = outcome.solution else { return variant.withoutPlan }
      let plan = try finish(
        try variant.run.document(
          solution, outcome: outcome, status: outcome.status == .optimal ? .optimal : .feasible, baselines: [],
          conflict: []))
      return PlanVariant(plan)
    }
  }

  /// When the first plan stands, written down and verified, in seconds since the process started; nil if it does not.
  private func secondsToVerify(_ solution: Optimizer.Solution, _ run: PlanAssembler) throws -> Double? {
    let outcome = Outcome(status: .feasible, solution: solution, bound: 0)
    let plan = try run.document(solution, outcome: outcome, status: .feasible, baselines: [], conflict: [])
    guard verify(plan).isEmpty else { return nil }
    return Double(now()) / 1e9
  }

  /// Searches every variant. Of several, progress reports the best cost over all and the bound of the one at hand.
  private func search(_ variants: VariantSearch, progress: @escaping @Sendable (Progress) -> Void) -> [Outcome] {
    variants.run { fixed, event, others in
      var event = event
      event.cost = [event.cost.map { $0 + fixed }, others].compactMap(\.self).min()
      event.bound = min(event.bound + fixed, event.cost ?? .max)
      progress(event)
    }
  }

  /// The outcomes of a search; where it found no plan of any variant, with the plan that a remedy would name.
  private func completed(
    _ outcomes: [Outcome], of variants: [PreparedVariant], _ options: SolverOptions
  ) -> [Outcome] {
    guard outcomes.allSatisfy({ $0.solution == nil }) else { return outcomes }
    let search = FirstPlan(options)
    return zip(outcomes, variants).map { outcome, variant in
      guard outcome.status != .infeasible, !variant.isAboveBudget, !search.isCancelled,
        let solution = search.plan(variant)
      else { return outcome }
      var found = outcome
      found.status = .feasible
      found.solution = search.improved(solution, variant.run.model.instance)
      return found
    }
  }

  private func finish(_ report: NoPlanReport) throws -> PlanDocument { try finish(try report.document()) }

  private func finish(_ plan: PlanDocument) throws -> PlanDocument {
    // The verifier lets a partial plan leave slots out; what it does buy must hold like any other.
    let violations = verify(plan)
    guard violations.isEmpty else { throw PlanningError.refused(violations) }
    return plan
  }

  private func options(_ limits: SearchLimits) -> SolverOptions {
    let clock = now
    return SolverOptions(
      threads: limits.threads, seed: limits.seed,
      timeLimit: limits.workLimit == nil ? limits.timeLimit.map { UInt64($0 * 1e9) } : nil,
      workLimit: limits.workLimit, gapTarget: limits.gap, cancellation: cancellation, now: clock)
  }
}
