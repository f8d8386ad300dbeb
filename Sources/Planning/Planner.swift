public import BoardSpec
public import CatalogStore
internal import Electronics
internal import Market
public import Optimizer
internal import Selection
public import SourcingPlan

/// Plans one board's day: gathers what the catalog offers, searches, and writes the answer down.
///
/// Nothing is printed and no clock is read here; the caller hands in a clock and hears of progress.
public struct Planner: Sendable {
  /// What the search says of itself while it runs, with the services in cost and bound, in micro-yuan.
  public typealias Progress = Optimizer.Progress

  /// Checks a plan without any code of the optimizer; returns why it is wrong, empty when it is right.
  public typealias Verification = @Sendable (PlanDocument) -> [String]

  private let verify: Verification
  private let now: @Sendable () -> UInt64
  private let cancellation: Cancellation

  /// - Parameters:
  ///   - now: nanoseconds since the process started; `secondsToFirst` counts from there.
  ///   - verify: called on every plan before it is returned.
  public init(
    now: @escaping @Sendable () -> UInt64, cancellation: Cancellation, verify: @escaping Verification
  ) {
    self.now = now
    self.cancellation = cancellation
    self.verify = verify
  }

  /// Plans the board.
  ///
  /// - Throws: `PlanningError` when the search could not be started or its answer was refused by the verifier. A board that
  ///   cannot be sourced is no error: the plan's status, conflict and lines tell.
  public func plan(
    _ board: Board, from catalog: Catalog, request: PlanRequest, inputs: PlanInputs,
    progress: @escaping @Sendable (Progress) -> Void
  ) throws -> PlanDocument {
    let facts = try SourcingFacts(board, catalog: catalog, request: request, inputs: inputs)
    let services = try ServicePlan(facts)
    let network = try MarketNetwork(facts, catalog: catalog)
    let filter = try network.filter(facts)
    let model = try DayModel(facts, filter: filter, travel: network.travelSeconds, allowsEmptySlots: false)
    let run = Run(facts: facts, services: services, model: model, network: network, request: request)

    guard model.unsourced.isEmpty, model.choices.search() != .impossible else {
      return try finish(try partial(run, filter: filter, network: network, uncovered: []))
    }
    let solver = Solver(model.instance, options: options(request.search))
    let start = solver.construct()
    let first = try start.flatMap { try secondsToVerify($0, run) }
    let outcome = search(run, solver, from: start, progress: progress)
    guard let solution = outcome.solution else {
      if outcome.status == .infeasible || !cancellation.isCancelled {
        return try finish(
          try partial(run, filter: filter, network: network, uncovered: outcome.uncoveredSlots))
      }
      return try finish(try run.document(nil, outcome: outcome, status: .unknown, baselines: [], conflict: []))
    }
    let baselines = BaselineCalculator(
      instance: model.instance, services: services.total, options: options(run.request.search)
    ).all()
    var outcomeSinceStart = outcome
    outcomeSinceStart.statistics.secondsToFirst = run.request.search.workLimit == nil ? first : nil
    return try finish(
      try run.document(
        solution, outcome: outcomeSinceStart, status: outcome.status == .optimal ? .optimal : .feasible,
        baselines: baselines, conflict: []))
  }

  /// When the first plan stands, written down and verified, in seconds since the process started; nil if it does not.
  private func secondsToVerify(_ solution: Optimizer.Solution, _ run: Run) throws -> Double? {
    let outcome = Outcome(status: .feasible, solution: solution, bound: 0)
    let plan = try run.document(solution, outcome: outcome, status: .feasible, baselines: [], conflict: [])
    guard verify(plan).isEmpty else { return nil }
    return Double(now()) / 1e9
  }

  private func search(
    _ run: Run, _ solver: Solver, from start: Optimizer.Solution?, progress: @escaping @Sendable (Progress) -> Void
  ) -> Outcome {
    let services = run.services.total.microYuan
    return solver.run(from: start) { event in
      var event = event
      event.cost = event.cost.map { $0 + services }
      event.bound += services
      progress(event)
    }
  }

  /// The best plan that leaves out what cannot be had, with the reason for each slot left out.
  private func partial(_ run: Run, filter: OfferFilter, network: MarketNetwork, uncovered: [Int]) throws
    -> PlanDocument
  {
    let conflict = ConflictReporter(facts: run.facts, model: run.model).rules()
    let model = try DayModel(run.facts, filter: filter, travel: network.travelSeconds, allowsEmptySlots: true)
    let run = Run(facts: run.facts, services: run.services, model: model, network: network, request: run.request)
    let solver = Solver(model.instance, options: options(run.request.search))
    let outcome = search(run, solver, from: nil) { _ in }
    let reporter = ConflictReporter(facts: run.facts, model: model)
    guard let solution = outcome.solution else {
      return try run.document(
        nil, outcome: outcome, status: .infeasible, baselines: [], conflict: reporter.unsourced() + conflict)
    }
    return try run.document(
      solution, outcome: outcome, status: .infeasible, baselines: [],
      conflict: reporter.unsourced() + conflict + reporter.leftOut(solution, uncovered: uncovered))
  }

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
