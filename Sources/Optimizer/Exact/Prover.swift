internal import Base

/// Proves lower bounds on a relaxation, up to its optimum, one step at a time.
///
/// `advance(work:cutoff:tour:)` does a stated amount of work and sees only what it is given, so that its results depend on
/// nothing but its arguments, unless the proof is shared: then also on what helpers find.
package struct Prover: ~Copyable {
  /// No answer of the relaxation costs less, or less than the cutoff that was given.
  package private(set) var bound: Int64
  /// Whether `bound` is final: it equals the relaxation's optimum, or the cutoff that was given.
  package private(set) var isFinished = false
  /// What this prover has done, without its helpers.
  package private(set) var statistics = ProofStatistics()
  /// Whether the last stretch ended for want of nodes: helpers have them all.
  private(set) var isIdle = false
  /// The best tour of the relaxation that the proof itself has found.
  package var bestTour: ProofTour? { pool.bestTour }
  /// What this prover and its helpers have done.
  var allStatistics: ProofStatistics { search == nil ? statistics : pool.statistics }

  private let relaxation: Relaxation
  private let ascent: DualAscent
  private let lattice: CostLattice
  private let pool: NodeQueue
  private var search: ProofSearch?

  /// Computes the combinatorial bound at once. Complexity: O(places² + passes × offers).
  package init(_ relaxation: Relaxation, parameters: SolverParameters = .init()) {
    self.init(relaxation, pool: NodeQueue(parameters: parameters))
  }

  /// A proof whose nodes are kept in `pool`, where helpers can take part.
  init(_ relaxation: Relaxation, pool: NodeQueue) {
    self.relaxation = relaxation
    self.pool = pool
    ascent = DualAscent(relaxation)
    lattice = CostLattice(relaxation)
    bound = lattice.least(from: ascent.bound)
    statistics.work = Int64(relaxation.placeCount * relaxation.placeCount + 20 * relaxation.offers.count) / 400
  }

  /// Goes on for about `work` units.
  ///
  /// - Parameters:
  ///   - cutoff: objective of the best answer known, `Int64.max` without one.
  ///   - tour: places of a good tour, without the depot; may be empty.
  package mutating func advance(work: Int64, cutoff: Int64, tour: [Int32]) {
    let end = statistics.work + work
    prepare(cutoff, tour)
    isIdle = false
    while !isFinished && !isIdle && statistics.work < end { step(cutoff, tour) }
  }

  /// One linear program at most.
  private mutating func step(_ cutoff: Int64, _ tour: [Int32]) {
    guard search != nil else { return }
    tighten(cutoff, tour)
    isIdle = !(search?.step(iterations: ProofSearch.iterations(relaxation.placeCount)) ?? false)
    collect(cutoff)
  }

  private mutating func collect(_ cutoff: Int64) {
    if let counted = search?.statistics {
      statistics = counted
      pool.record(counted, of: NodeQueue.firstWorker)
    }
    statistics.openNodes = pool.openCount
    // Helpers report a tour before they close nodes because of it: the bound is read first, the tour after it.
    let isDone = pool.isDone
    let least = search?.bound
    let best = min(cutoff, bestTour?.objective ?? .max)
    bound = max(bound, min(best, least ?? best))
    if bound >= best {
      bound = min(bound, best)
      isFinished = true
    }
    if isDone { isFinished = true }
  }

  private mutating func tighten(_ cutoff: Int64, _ tour: [Int32]) {
    let best = min(cutoff, bestTour?.objective ?? .max)
    let less = lattice.greatest(below: best)
    guard best != .max, let most = search?.most, less < most || search?.inner == nil else { return }
    search?.most = min(most, less)
    let guide = tour.isEmpty ? bestTour?.places ?? [] : tour
    search?.steer(towards: guide)
  }

  /// Looks at the tours of no and of one market, drops markets that the combinatorial bound rules out, and lays down the
  /// first linear program.
  private mutating func prepare(_ cutoff: Int64, _ tour: [Int32]) {
    if search != nil || isFinished { return }
    var best = cutoff
    let whole = ProofModel(relaxation, keep: [Bool](repeating: true, count: relaxation.placeCount))
    for tour in ShortTours(whole).tours {
      let places = tour.map { whole.original[Int($0)] }
      pool.offer(ProofTour(places: places, objective: whole.objective(ofTour: tour) ?? .max))
    }
    best = min(best, bestTour?.objective ?? .max)
    // Markets without offers stay: where distances break the triangle inequality, passing through one can save.
    var keep = [Bool](repeating: true, count: relaxation.placeCount)
    if best != .max {
      let slack = 2 * lattice.greatest(below: best) - 2 * ascent.bound
      for place in 1..<max(1, keep.count) where ascent.doubledSlack[place] > slack + 2 { keep[place] = false }
    }
    let model = ProofModel(relaxation, keep: keep)
    if model.placeCount < 3 {
      search = nil
      bound = max(bound, min(cutoff, bestTour?.objective ?? .max))
      isFinished = true
      return
    }
    var search = ProofSearch(
      model, pool: pool, magnitude: best == .max ? max(bound, 1) : best, most: lattice.greatest(below: best))
    search.start(values: ascent.doubledValue, firstPrices: firstPrices())
    search.statistics.work += statistics.work
    search.steer(towards: tour.isEmpty ? bestTour?.places ?? [] : tour)
    self.search = consume search
    collect(cutoff)
  }

  private func firstPrices() -> [Int64] {
    (0..<relaxation.demandCount).map {
      let range = relaxation.offerRange($0)
      return range.isEmpty ? 0 : relaxation.offers[range.lowerBound].price
    }
  }
}

/// The tours of no market and of one market that meet all demands, which the linear program leaves out.
private struct ShortTours {
  var tours: [[Int32]] = []

  init(_ model: ProofModel) {
    var supplied = [Int](repeating: 0, count: model.placeCount)
    var hard = 0
    for l in 0..<model.levelCount where model.levelStep[l] == .max {
      hard += 1
      for offer in model.offers(upToLevel: l) where model.offerSupply[offer] >= model.levelNeed[l] {
        supplied[Int(model.offerPlace[offer])] += 1
      }
    }
    if hard == 0 { tours.append([]) }
    for place in 1..<max(1, model.placeCount) where supplied[place] == hard { tours.append([Int32(place)]) }
  }
}
