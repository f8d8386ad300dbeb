internal import Base

/// One lane of the primal search: ruin and recreate with threshold acceptance and restarts.
///
/// A step takes a few markets out, puts back what pays by net gain, drops what no longer pays, shortens the walks, and
/// keeps the result when it is not much worse than before (Schrimpf et al. 2000, doi:10.1006/jcph.1999.6413). After a
/// stretch without gain it starts afresh, some of the times from the best plan known.
struct Search: ~Copyable {
  typealias Cost = Instance.Cost

  private(set) var best: Solution?
  private(set) var bestCost: Cost = .max
  private(set) var moves = 0
  private(set) var restarts = 0
  private var state: SearchState
  private var pricer: WalkPricer
  private var run = Run()
  private var perturbation = Perturbation.none
  /// The tour of the relaxation that was followed last.
  private var followed: [Int32] = []
  private let plainProblem: PresolvedInstance
  private let evaluator: Evaluator
  private let parameters: SolverParameters
  private let acceptance: ThresholdAcceptance
  private let hasVisitCost: Bool
  private var handOver: HandOver
  private var sharing: Sharing

  /// The stretch between two starts.
  private struct Run {
    var isStarted = false
    var cost: Cost = .max
    var best: Cost = .max
    /// The lane's work at the last gain.
    var gainedAt = 0
  }

  /// When buyers' markets were shared out anew.
  private struct Sharing {
    /// Its numbers are its own, so that it leaves the steps of the search as they are.
    static let firstLane = 1_000
    var random: Generator
    var work = 0
  }

  init(_ problem: PresolvedInstance, seed: UInt64, lane: Int, parameters: SolverParameters = .init()) {
    plainProblem = problem
    self.parameters = parameters
    state = SearchState(problem, seed: seed, lane: lane)
    pricer = WalkPricer(problem)
    evaluator = Evaluator(problem.instance)
    acceptance = ThresholdAcceptance(
      divisor: problem.isTimed ? parameters.timedThresholdDivisor : parameters.thresholdDivisor)
    hasVisitCost = problem.instance.visitCost.contains { $0 > 0 }
    handOver = HandOver(problem)
    sharing = Sharing(random: Generator(seed: seed, lane: lane + Sharing.firstLane))
  }

  /// Goes on for about `amount` units of work (looks at an entry or a leg), or until `shouldStop`.
  mutating func run(work amount: Int, shouldStop: () -> Bool) {
    if shouldStop() { return }
    let end = state.work &+ amount
    repeat {
      if !run.isStarted { start() } else { step() }
    } while state.work < end && !shouldStop()
  }

  /// Goes on until there is a first solution, for about `amount` units of work at most, or until `shouldStop`.
  mutating func runToFirst(work amount: Int, shouldStop: () -> Bool = { false }) {
    let end = state.work &+ amount
    while best == nil && state.work < end && !shouldStop() {
      if !run.isStarted { start() } else { step() }
    }
  }

  /// Takes over a better solution from another lane; the next return to the best starts from it.
  mutating func adopt(_ solution: Solution) {
    guard solution.precedes(best) else { return }
    best = solution
    bestCost = solution.cost.total
  }

  /// Starts a run from a tour of the relaxation (`Instance.market(ofPlace:)`), unless it was followed before.
  mutating func follow(_ places: [Int32]) {
    guard places != followed else { return }
    followed = places
    state.clear()
    var seen: Set<Int32> = []
    let markets = places.compactMap { state.problem.instance.market(ofPlace: $0) }.filter { seen.insert($0).inserted }
    let isRemote = state.problem.instance.isRemote
    state.setRoute(0, markets.filter { !isRemote[Int($0)] })
    state.order(markets.filter { isRemote[Int($0)] })
    run.isStarted = true
    // As it is, before what does not pay is dropped.
    _ = assess()
    state.repair(noise: 0)
    finishStart()
  }

  // MARK: Runs

  private mutating func start() {
    run.isStarted = true
    state.clear()
    state.repair(noise: restarts == 0 ? 0 : parameters.constructionNoise)
    if state.improveOptions(slots: parameters.slotsPerStep) { state.repair(noise: 0) }
    finishStart()
  }

  private mutating func restart() {
    restarts += 1
    state.clear()
    changePerturbation()
    if restarts % parameters.restartsBetweenReturns == 0, let best {
      for slot in state.problem.choices.slots { state.goods.choose(slot, Int(best.selection[slot])) }
      var seen: Set<Int32> = []
      for (buyer, walk) in best.walks.enumerated() {
        // A market that two buyers visit is the first one's here.
        let stops = walk.visits.filter { $0.pickUps.isEmpty && seen.insert($0.market).inserted }
        state.setRoute(buyer, stops.map(\.market))
      }
      state.order(best.orders.map(\.market))
    } else {
      for _ in 0..<min(4, state.problem.choices.slots.count) { OptionSwitch().apply(to: &state) }
      if restarts % 2 == 1 { state.scatter() }
      state.repair(noise: parameters.constructionNoise)
    }
    finishStart()
  }

  /// Without any plan the next perturbation is tried; with one, runs under the perturbation that brought it and plain runs
  /// alternate. Of buyers with terms of their own one may have a plan while the better one's breaks a limit that is theirs alone:
  /// there every other run has the next perturbation, as where markets ask something of orders.
  private mutating func changePerturbation() {
    let before = state.problem
    var problem = before
    if best == nil {
      perturbation = perturbation.next(before.instance)
      problem = perturbed()
    } else if perturbation != .none || plainProblem.variesAlways {
      if before === plainProblem && plainProblem.variesAlways { perturbation = perturbation.next(before.instance) }
      let isNext = before === plainProblem && perturbation != .none
      problem = isNext ? perturbed() : plainProblem
    }
    guard problem !== before else { return }
    state.reset(to: problem)
    pricer = WalkPricer(problem)
  }

  /// The problem under the perturbation; the plain one where that leaves slots uncovered.
  private func perturbed() -> PresolvedInstance {
    if perturbation == .none { return plainProblem }
    let problem = PresolvedInstance(plainProblem.instance, strain: perturbation)
    return problem.demands.uncoveredSlots.isEmpty ? problem : plainProblem
  }

  private mutating func finishStart() {
    moves += state.shorten()
    let cost = assess()
    run.cost = cost
    run.best = cost
    run.gainedAt = state.work
  }

  /// Work without gain after which a run ends that follows a plan, and over which the threshold falls.
  private var runWork: Int {
    min(parameters.runWork, parameters.runWorkPerEntry * max(1, plainProblem.demands.entryMarket.count))
  }

  /// Work without gain after which the run ends.
  private var patience: Int {
    if best != nil { return runWork }
    return parameters.constructionWork
      + parameters.constructionWorkPerEntry * state.problem.demands.entryMarket.count
  }

  private mutating func step() {
    if state.work &- run.gainedAt > patience {
      restart()
      return
    }
    state.save()
    if state.problem.isTimed && state.random.below(parameters.stepsPerRelocation) == 0 {
      StopRelocation().apply(to: &state)
    } else {
      if !state.problem.choices.slots.isEmpty && state.random.below(parameters.stepsPerOptionSwitch) == 0 {
        OptionSwitch().apply(to: &state)
      }
      MarketRuins.applyOne(to: &state, parameters: parameters)
      state.repair(noise: parameters.repairNoise)
      if state.improveOptions(slots: parameters.slotsPerStep) { state.repair(noise: 0) }
      moves += state.shorten()
    }
    state.routeWork &+= 16 &* state.routes.marketCount &+ 64
    moves += 1
    decide(assess(), by: acceptance)
    #if CHECK_INVARIANTS
      if moves % SearchState.invariantInterval == 0 { state.checkInvariants() }
    #endif
  }

  private mutating func decide(_ cost: Cost, by rule: some AcceptanceRule) {
    let age = Double(state.work &- run.gainedAt) / Double(runWork)
    let floor = state.problem.goodsFloor
    guard rule.accepts(cost, from: run.cost, floor: floor, age: age, &state.random) else { return state.restore() }
    state.keep()
    run.cost = cost
    if cost < run.best {
      run.best = cost
      run.gainedAt = state.work
    }
  }

  // MARK: Solutions

  /// Cost of the state, penalties included; keeps it when it is the best solution so far.
  private mutating func assess() -> Cost {
    state.goods.refresh()
    let problem = state.problem
    if problem.isTimed || problem.instance.cashLimit < .max || problem.hasLoadLimit || problem.hasOrderTerms {
      let price = pricer.price(&state.goods, state.routes, below: bestCost)
      state.routeWork &+= 4 &* pricer.takeWork()
      let isCovered = state.goods.isCovered()
      if price.excess == 0 && isCovered && price.cost.total <= bestCost { offer(pricer.solution(price)) }
      if isCovered && state.routes.buyers > 1 { share(price) }
      let uncovered = isCovered ? 0 : state.goods.total
      return price.cost.total &+ price.excess &+ uncovered
    }
    let visits = hasVisitCost ? state.routes.visitCost() : 0
    let cost = state.goods.total + problem.demands.constant + state.routes.legCost() + visits
    if cost < bestCost && state.goods.isCovered() {
      let price = pricer.price(&state.goods, state.routes)
      offer(pricer.solution(price))
    }
    return cost
  }

  /// Looks whether buyers had better share markets: in plans close to the best, and in a few that are too heavy or too
  /// long while there is none. Once a plan is known, this takes a limited share of the lane's work.
  private mutating func share(_ price: WalkPricer.Price) {
    let isClose = best != nil && price.excess == 0 && price.cost.total - bestCost <= bestCost / 32
    let isSought = isClose || best == nil && state.problem.hasLoadLimit
    guard isSought, sharing.random.below(isClose ? 8 : 16) == 0 else { return }
    guard best == nil || sharing.work <= state.work / parameters.sharingWorkDivisor else { return }
    if let plan = pricer.solution(price) { offer(handOver.improved(plan)) }
    let work = 4 &* handOver.takeWork()
    sharing.work &+= work
    state.routeWork &+= work
  }

  /// Only what the plain evaluator accepts becomes the best.
  private mutating func offer(_ solution: Solution?) {
    guard var solution, let cost = try? evaluator.cost(of: solution) else { return }
    solution.cost = cost
    if solution.precedes(best) {
      best = solution
      bestCost = cost.total
    }
  }
}
