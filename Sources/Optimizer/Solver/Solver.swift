internal import Base

/// The optimizer's front: searches and proves side by side until a limit, a proof or a cancellation ends the run.
///
/// With a work limit the outcome depends on the instance, the seed and the limit alone: three fixed lanes (two of search,
/// one of proof) do a fixed amount of work in each round and exchange what they found only between rounds, whatever the
/// number of threads. Otherwise lanes run freely and share as they go.
///
/// `infeasible` is said only of slots that all offers together cannot cover, on the premise that going straight to a
/// market is never slower than a detour, and of choices that exclude one another.
package struct Solver: Sendable {
  package typealias Cost = Instance.Cost

  package let instance: Instance
  package var options: SolverOptions
  private let problem: PresolvedInstance
  /// Between a plan's cost and the bounds of the relaxation.
  private let grid: CostGrid

  package init(_ instance: Instance, options: SolverOptions = .init()) {
    self.instance = instance
    self.options = options
    problem = PresolvedInstance(instance)
    grid = CostGrid(instance)
    options.parameters.validate()
  }

  /// The first plan that the search comes to, by construction mostly; nil when there is none within a round's work, the time
  /// limit, or before the run is cancelled.
  ///
  /// Without a time limit it depends on the instance and the seed alone. Handing it to `run` as `start` spares finding it again.
  package func construct() -> Solution? {
    guard problem.demands.uncoveredSlots.isEmpty, problem.choices.start == .found else { return nil }
    let limits = options.limits(from: options.now?() ?? 0)
    guard !limits.isMet(RunState()) else { return nil }
    var search = Search(problem, seed: options.seed, lane: 0, parameters: options.parameters)
    search.runToFirst(work: options.parameters.roundWork) { limits.isMet(RunState()) }
    return search.best
  }

  /// Runs on threads of its own and waits for them; without any limit, until optimality is proven or the run is cancelled.
  ///
  /// The observer is called from the workers' threads, one call at a time and in the order of what happened: for every incumbent, every bound, and
  /// between them at the rate of `progressInterval`.
  ///
  /// - Parameter start: a solution of the instance to set out from.
  package func run(from start: Solution? = nil, observer: (@Sendable (Progress) -> Void)? = nil) -> Outcome {
    guard problem.demands.uncoveredSlots.isEmpty else {
      return Outcome(
        status: .infeasible, solution: nil, bound: .max, uncoveredSlots: problem.demands.uncoveredSlots.sorted())
    }
    if problem.choices.start != .found {
      let isImpossible = problem.choices.start == .impossible
      return Outcome(status: isImpossible ? .infeasible : .unknown, solution: nil, bound: isImpossible ? .max : 0)
    }
    return options.workLimit == nil ? runFreely(start, observer) : runRounds(start, observer)
  }

  // MARK: Freely

  private func runFreely(_ start: Solution?, _ observer: (@Sendable (Progress) -> Void)?) -> Outcome {
    let board = SharedIncumbent(options, bound: 0, lanes: max(1, options.threads), observer: observer)
    if let start { board.offer(start) }
    if options.threads == 1 && options.proves {
      alternate(board)
    } else {
      let searches = options.proves ? options.threads - 1 : options.threads
      let pool = NodeQueue(isShared: true, parameters: options.parameters)
      WorkerPool.run(options.threads) { index in
        if index == searches { prove(board, pool) }
        // A proof that ends with a gap left, for want of a tighter relaxation, leaves its thread to the search.
        search(board, lane: index, helping: pool)
      }
    }
    return board.outcome(work: 0)
  }

  /// Searches, and once that has found nothing for long, takes part in the proof in turns.
  private func search(_ board: SharedIncumbent, lane: Int, helping pool: NodeQueue) {
    var search = Search(problem, seed: options.seed, lane: lane, parameters: options.parameters)
    if let start = board.best {
      search.adopt(start)
    } else {
      search.runToFirst(work: options.parameters.roundWork) { board.shouldStop() }
      if let first = search.best { board.offer(first) }
    }
    var helper: TreeWorker?
    let patience = options.patience
    var state = RunState()
    while !board.shouldStop() {
      exchange(&search, board, lane: lane, work: options.parameters.roundWork)
      state.endRound(cost: board.cutoff)
      guard patience.isMet(state) else { continue }
      if helper == nil { helper = TreeWorker(joining: pool, cutoff: cutoff(board), tour: board.tour) }
      _ = helper?.advance(work: options.parameters.roundProof, cutoff: cutoff(board))
    }
  }

  /// One stretch of search between two looks at what others found.
  private func exchange(_ search: inout Search, _ board: SharedIncumbent, lane: Int, work: Int) {
    search.run(work: work) { board.shouldStop() }
    for tour in board.takeTours() { search.follow(tour) }
    if let best = search.best, best.cost.total <= board.cutoff { board.offer(best) }
    if board.cutoff < search.bestCost, let best = board.best { search.adopt(best) }
    board.count(lane, moves: search.moves, restarts: search.restarts)
  }

  /// The relaxation's bound from which on no plan is cheaper than the best.
  private func cutoff(_ board: SharedIncumbent) -> Int64 { grid.bound(reaching: board.cutoff) }

  private func prove(_ board: SharedIncumbent, _ pool: NodeQueue) {
    var prover = Prover(Relaxation(instance), pool: pool)
    board.raise(grid.cost(ofBound: prover.bound), prover.statistics)
    while !prover.isFinished && !board.shouldStop() {
      step(&prover, board)
      if prover.isIdle { WorkerPool.pause() }
    }
  }

  private func step(_ prover: inout Prover, _ board: SharedIncumbent) {
    let known = prover.bestTour
    prover.advance(work: options.parameters.roundProof, cutoff: cutoff(board), tour: board.tour)
    if let tour = prover.bestTour, tour != known { board.suggest(tour) }
    board.raise(grid.cost(ofBound: prover.bound), prover.allStatistics)
  }

  /// One thread: a good start first, then search and proof in turn; when one has finished, the other uses all the time.
  private func alternate(_ board: SharedIncumbent) {
    var search = Search(problem, seed: options.seed, lane: 0, parameters: options.parameters)
    if let start = board.best { search.adopt(start) }
    exchange(&search, board, lane: 0, work: options.parameters.roundWork)
    var prover = Prover(Relaxation(instance), parameters: options.parameters)
    board.raise(grid.cost(ofBound: prover.bound), prover.statistics)
    let patience = options.patience
    var state = RunState()
    // One linear program can take as long as hundreds of steps of search, so turns are measured by the clock.
    while !board.shouldStop() {
      let before = options.now?() ?? 0
      if !prover.isFinished { step(&prover, board) }
      let middle = options.now?() ?? 0
      var slices = 0
      var isDue = true
      repeat {
        exchange(&search, board, lane: 0, work: options.parameters.roundWork)
        slices += 1
        // Twice the proof's time; once that has found nothing for long, half of it.
        state.endRound(cost: board.cutoff)
        let share: UInt64 = patience.isMet(state) ? 1 : 4
        isDue = options.now.map { 2 * ($0() &- middle) < share * (middle &- before) } ?? (slices < 5 * share)
      } while !board.shouldStop() && (isDue || prover.isFinished)
    }
  }

  // MARK: In rounds

  /// The lanes of a deterministic run.
  private final class Lanes: Sendable {
    let searches: [Lane]
    let prover: Guarded<Prover?>

    init(_ problem: PresolvedInstance, _ options: SolverOptions) {
      searches = (0..<2).map { lane in
        Lane(Search(problem, seed: options.seed, lane: lane, parameters: options.parameters))
      }
      prover = Guarded(options.proves ? Prover(Relaxation(problem.instance), parameters: options.parameters) : nil)
    }
  }

  private final class Lane: Sendable {
    let search: Guarded<Search>

    init(_ search: consuming sending Search) { self.search = Guarded(search) }
  }

  private func runRounds(_ start: Solution?, _ observer: (@Sendable (Progress) -> Void)?) -> Outcome {
    let board = SharedIncumbent(options, bound: 0, lanes: 2, observer: observer)
    let lanes = Lanes(problem, options)
    if let start {
      board.offer(start)
      for lane in lanes.searches { lane.search.withLock { $0.adopt(start) } }
    }
    let limit = WorkLimit(rounds: options.workLimit ?? 0)
    var state = RunState()
    while !limit.isMet(state) && !board.shouldStop() && !board.isClosed {
      let cutoff = cutoff(board)
      let tour = board.tour
      let workers = min(3, options.threads)
      WorkerPool.run(workers) { worker in
        for lane in stride(from: worker, to: 3, by: workers) {
          if lane < 2 {
            lanes.searches[lane].search.withLock { $0.run(work: options.parameters.roundWork) { false } }
          } else {
            lanes.prover.withLock { prover in
              if prover?.isFinished == false {
                prover?.advance(work: options.parameters.roundProof, cutoff: cutoff, tour: tour)
              }
            }
          }
        }
      }
      meet(lanes, board)
      state.endRound(cost: board.cutoff)
    }
    return board.outcome(work: state.rounds)
  }

  /// The barrier: all lanes learn the best solution, in the order of the lanes.
  private func meet(_ lanes: Lanes, _ board: SharedIncumbent) {
    let proof = lanes.prover.withLock { ($0?.bound, $0?.statistics, $0?.bestTour) }
    let tour = proof.2
    for (index, lane) in lanes.searches.enumerated() {
      lane.search.withLock { search in
        if index == 0, let tour { search.follow(tour.places) }
        if let best = search.best { board.offer(best) }
        board.count(index, moves: search.moves, restarts: search.restarts)
      }
    }
    if let best = board.best {
      for lane in lanes.searches { lane.search.withLock { $0.adopt(best) } }
    }
    if let bound = proof.0, let statistics = proof.1 { board.raise(grid.cost(ofBound: bound), statistics) }
  }
}
