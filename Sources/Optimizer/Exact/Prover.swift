/// Proves lower bounds on a relaxation, up to its optimum, one step at a time.
///
/// Two ways to use it: `run(_:)` goes on until the proof is done or the context asks it to stop, reading the shared incumbent
/// as it goes; `advance(work:cutoff:tour:)` does a stated amount of work and sees only what it is given, so that its
/// results depend on nothing but its arguments.
public struct Prover: ~Copyable {
  /// No answer of the relaxation costs less, or less than the cutoff that was given.
  public private(set) var bound: Int64
  /// Whether `bound` is final: it equals the relaxation's optimum, or the cutoff that was given.
  public private(set) var isFinished = false
  public private(set) var statistics = ProofStatistics()
  /// The best tour of the relaxation that the proof itself has found.
  public private(set) var bestTour: ProofTour?

  private let relaxation: Relaxation
  private let ascent: DualAscent
  private var model: ProofModel?
  private var search: ProofSearch?

  /// Computes the combinatorial bound at once. Complexity: O(places² + passes × offers).
  public init(_ relaxation: Relaxation) {
    self.relaxation = relaxation
    ascent = DualAscent(relaxation)
    bound = ascent.bound
    statistics.work = Int64(relaxation.placeCount * relaxation.placeCount + 20 * relaxation.offers.count) / 400
  }

  /// Goes on for about `work` units.
  ///
  /// - Parameters:
  ///   - cutoff: objective of the best answer known, `Int64.max` without one.
  ///   - tour: places of a good tour, without the depot; may be empty.
  public mutating func advance(work: Int64, cutoff: Int64, tour: [Int32]) {
    let end = statistics.work + work
    prepare(cutoff, tour)
    while !isFinished && statistics.work < end { step(cutoff, tour) }
  }

  /// Goes on until the proof is done or the context says stop, reporting as it goes.
  public mutating func run(_ context: ProofContext) {
    var reported = bound
    context.reportBound(bound)
    var told: ProofTour?
    prepare(context.cutoff(), context.incumbentTour())
    while true {
      if bound > reported {
        reported = bound
        context.reportBound(bound)
      }
      if let tour = bestTour, tour != told {
        told = tour
        context.reportTour(tour)
      }
      if isFinished || context.shouldStop() { return }
      step(context.cutoff(), context.incumbentTour())
    }
  }

  /// One linear program at most.
  private mutating func step(_ cutoff: Int64, _ tour: [Int32]) {
    guard search != nil else { return }
    tighten(cutoff, tour)
    let size = relaxation.placeCount
    search?.step(iterations: max(200, 400_000 / max(1, size)))
    collect(cutoff)
  }

  private mutating func collect(_ cutoff: Int64) {
    for (tour, objective) in search?.tours ?? [] {
      offer(tour.compactMap { model?.original[Int($0)] }, objective)
    }
    search?.tours = []
    if let counted = search?.statistics { statistics = counted }
    statistics.openNodes = search?.open.count ?? 0
    let best = min(cutoff, bestTour?.objective ?? .max)
    bound = max(bound, min(best, search?.bound ?? best))
    if bound >= best {
      bound = min(bound, best)
      isFinished = true
    }
    if search?.isDone ?? true { isFinished = true }
  }

  private mutating func offer(_ places: [Int32], _ objective: Int64) {
    if objective < bestTour?.objective ?? .max { bestTour = ProofTour(places: places, objective: objective) }
  }

  private mutating func tighten(_ cutoff: Int64, _ tour: [Int32]) {
    let best = min(cutoff, bestTour?.objective ?? .max)
    guard best != .max, let most = search?.most, best - 1 < most || search?.inner == nil else { return }
    search?.most = min(most, best - 1)
    steer(tour.isEmpty ? bestTour?.places ?? [] : tour)
  }

  /// Gives the search a tour to separate towards.
  private mutating func steer(_ tour: [Int32]) {
    guard let model, !tour.isEmpty else { return }
    var number: [Int32: Int32] = [:]
    for (i, place) in model.original.enumerated() { number[place] = Int32(i) }
    let places = tour.compactMap { number[$0] }
    if places.count == tour.count, places.count > 1, model.objective(ofTour: places) != nil {
      search?.inner = FractionalPoint(model, tour: places)
      search?.addTour(places)
    }
  }

  /// Looks at the tours of no and of one market, drops markets that the combinatorial bound rules out, and lays down the
  /// first linear program.
  private mutating func prepare(_ cutoff: Int64, _ tour: [Int32]) {
    if search != nil || isFinished { return }
    var best = cutoff
    let whole = ProofModel(relaxation, keep: [Bool](repeating: true, count: relaxation.placeCount))
    for tour in ShortTours(whole).tours {
      offer(tour.map { whole.original[Int($0)] }, whole.objective(ofTour: tour) ?? .max)
    }
    best = min(best, bestTour?.objective ?? .max)
    // Markets without offers stay: where distances break the triangle inequality, passing through one can save.
    var keep = [Bool](repeating: true, count: relaxation.placeCount)
    if best != .max {
      let slack = 2 * (best - 1) - 2 * ascent.bound
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
      model, magnitude: best == .max ? max(bound, 1) : best, most: best == .max ? .max : best - 1)
    search.start(values: ascent.doubledValue, firstPrices: firstPrices())
    search.statistics.work += statistics.work
    self.search = consume search
    self.model = model
    steer(tour.isEmpty ? bestTour?.places ?? [] : tour)
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
