internal import Base
internal import Synchronization

/// What the workers of a run share: the best solution, the bound, and the word to stop.
final class SharedIncumbent: Sendable {
  typealias Cost = Instance.Cost

  private struct State {
    var best: Solution?
    var bound: Cost
    var proof = ProofStatistics()
    var tours: [[Int32]] = []
    var firstAt: UInt64?
    var bestAt: UInt64?
    var proofAt: UInt64?
    var reportedAt: UInt64 = 0
    var moves: [Int]
    var restarts: [Int]
  }

  private let state: Guarded<State>
  private let cost = Atomic<Int64>(.max)
  private let stopped = Atomic<Bool>(false)
  private let options: SolverOptions
  private let limits: EitherRule<Cancelled?, TimeLimit?>
  private let target: GapTarget
  private let start: UInt64
  private let observer: (@Sendable (Progress) -> Void)?
  /// Held from a change until its report is made, so that reports come in the order of changes.
  private let reporting = Guarded(())

  init(_ options: SolverOptions, bound: Cost, lanes: Int, observer: (@Sendable (Progress) -> Void)?) {
    self.options = options
    self.observer = observer
    start = options.now?() ?? 0
    limits = options.limits(from: start)
    target = GapTarget(gap: options.gapTarget)
    state = Guarded(
      State(bound: bound, moves: .init(repeating: 0, count: lanes), restarts: .init(repeating: 0, count: lanes)))
  }

  /// Cost of the best solution; `Cost.max` before the first.
  var cutoff: Cost { cost.load(ordering: .relaxed) }

  var best: Solution? { state.withLock { $0.best } }

  /// Markets of the best solution's orders and walks as places of the relaxation, in order.
  var tour: [Int32] { state.withLock { state in state.best.map(SharedIncumbent.places) ?? [] } }

  static func places(of solution: Solution) -> [Int32] {
    var seen: Set<Int32> = []
    let visited = solution.walks.flatMap { $0.visits.map { $0.market + 1 } }
    return (solution.orders.map { $0.market + 1 } + visited).filter { seen.insert($0).inserted }
  }

  /// Whether workers are to end: a limit is reached, the run is cancelled, or its gap is closed. Cheap enough for every step.
  func shouldStop() -> Bool {
    if stopped.load(ordering: .relaxed) { return true }
    return limits.isMet(RunState()) && stop()
  }

  @discardableResult
  func stop() -> Bool {
    stopped.store(true, ordering: .relaxed)
    return true
  }

  func offer(_ solution: Solution) {
    report { state in
      guard solution.precedes(state.best) else { return nil }
      state.best = solution
      cost.store(solution.cost.total, ordering: .relaxed)
      let now = options.now?()
      if state.firstAt == nil { state.firstAt = now }
      state.bestAt = now
      close(&state)
      return progress(.incumbent, &state)
    }
  }

  func raise(_ bound: Cost, _ statistics: ProofStatistics) {
    report { state in
      state.proof = statistics
      guard bound > state.bound else { return nil }
      state.bound = bound
      close(&state)
      return progress(.bound, &state)
    }
  }

  func count(_ lane: Int, moves: Int, restarts: Int) {
    report { state in
      state.moves[lane] = moves
      state.restarts[lane] = restarts
      return progress(.tick, &state)
    }
  }

  /// Changes the state and reports what came of it; reports follow one another as the changes did.
  private func report(_ change: (inout State) -> Progress?) {
    guard let observer else {
      _ = state.withLock { change(&$0) }
      return
    }
    reporting.withLock { _ in
      if let event = state.withLock({ change(&$0) }) { observer(event) }
    }
  }

  /// A tour that the proof came across, for the search to look at.
  func suggest(_ tour: ProofTour) {
    state.withLock { state in
      if state.tours.count < 16 { state.tours.append(tour.places) }
    }
  }

  func takeTours() -> [[Int32]] {
    state.withLock { state in
      defer { state.tours = [] }
      return state.tours
    }
  }

  func outcome(work: Int) -> Outcome {
    state.withLock { state in
      var statistics = Outcome.Statistics()
      statistics.nodes = state.proof.nodes
      statistics.cuts = state.proof.cuts
      statistics.moves = state.moves.reduce(0, +)
      statistics.restarts = state.restarts.reduce(0, +)
      statistics.work = work
      if options.workLimit == nil, let now = options.now?() {
        let seconds = { (time: UInt64) in Double(time &- self.start) / 1e9 }
        statistics.seconds = seconds(now)
        statistics.secondsToFirst = state.firstAt.map(seconds)
        statistics.secondsToBest = state.bestAt.map(seconds)
        statistics.secondsToProof = state.proofAt.map(seconds)
      }
      guard let best = state.best else {
        return Outcome(status: .unknown, solution: nil, bound: state.bound, statistics: statistics)
      }
      let bound = min(state.bound, best.cost.total)
      return Outcome(
        status: bound == best.cost.total ? .optimal : .feasible, solution: best, bound: bound, statistics: statistics)
    }
  }

  /// Stops the run when the gap is closed as far as was asked; under a work limit the rounds look for themselves.
  private func close(_ state: inout State) {
    guard let best = state.best?.cost.total else { return }
    if state.bound >= best && state.proofAt == nil { state.proofAt = options.now?() }
    if options.workLimit == nil && isClosed(state) { stop() }
  }

  private func isClosed(_ state: borrowing State) -> Bool {
    target.isMet(RunState(cost: state.best?.cost.total ?? .max, bound: state.bound))
  }

  var isClosed: Bool { state.withLock { isClosed($0) } }

  private func progress(_ kind: Progress.Kind, _ state: inout State) -> Progress? {
    guard observer != nil else { return nil }
    let now = options.now?() ?? start
    if kind == .tick && now &- state.reportedAt < options.progressInterval { return nil }
    state.reportedAt = now
    return Progress(
      kind: kind, seconds: Double(now &- start) / 1e9, cost: state.best?.cost.total,
      bound: min(state.bound, state.best?.cost.total ?? .max), nodes: state.proof.nodes, cuts: state.proof.cuts,
      moves: state.moves.reduce(0, +), restarts: state.restarts.reduce(0, +))
  }
}
