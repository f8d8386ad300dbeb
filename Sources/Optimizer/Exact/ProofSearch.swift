internal import Base
import LinearProgramming

/// Branch and cut over one `ProofModel`, a linear program at a time.
///
/// Nodes fix visits, and edges once all visits are whole. The open node of least bound is taken next, then its subtree is
/// dived into. Bounds are exact (`ExactDual`) in units of 1 / `fixedPoint`.
struct ProofSearch: ~Copyable {
  var master: LPRelaxation
  var cuts: CutFamilies
  var statistics = ProofStatistics()
  let pool: NodeQueue
  let worker: NodeQueue.WorkerID
  let parameters: SolverParameters
  var current: ProofNode?
  /// An answer is sought that costs at most this.
  var most: Int64
  var rounds = 0
  var stalls = 0
  var roundBound: Int64 = .min
  /// The point that cuts are sought towards.
  var inner: FractionalPoint?
  var isRoot = true
  var nextDemand = 0
  /// Number of rounds to skip before product flows are run again, and how many runs in a row found nothing.
  var productPause = 0
  var barren = 0
  var fixedAtBound: Int64 = .min
  var stopped = 0

  /// The first worker of a proof, which puts the root into the pool.
  init(_ model: ProofModel, pool: NodeQueue, magnitude: Int64, most: Int64) {
    master = LPRelaxation(model, magnitude: magnitude)
    cuts = CutFamilies(model, levelCutsPerDemand: pool.parameters.levelCutsPerDemand)
    parameters = pool.parameters
    self.pool = pool
    worker = NodeQueue.firstWorker
    self.most = most
    pool.push(ProofNode(bound: .min, fixings: []))
  }

  /// A further worker.
  init(_ start: RootState, pool: NodeQueue, worker: NodeQueue.WorkerID, most: Int64) {
    master = LPRelaxation(start)
    cuts = CutFamilies(start.model, levelCutsPerDemand: pool.parameters.levelCutsPerDemand)
    parameters = pool.parameters
    self.pool = pool
    self.worker = worker
    self.most = most
  }

  /// The least bound of a node of any worker, rounded up to what an answer can cost; nil when all were ruled out.
  var bound: Int64? {
    let least = pool.bound
    if least == .max { return nil }
    if least == .min { return .min }
    let (whole, rest) = least.quotientAndRemainder(dividingBy: master.fixedPoint)
    return master.model.lattice.least(from: rest > 0 ? whole + 1 : whole)
  }

  // MARK: A step

  /// Simplex iterations that a step may take, so that it is short beside a time limit.
  static func iterations(_ placeCount: Int) -> Int { max(200, 400_000 / max(1, placeCount)) }

  /// One linear program and what follows from it, of at most about `iterations` simplex iterations; `false` when there is
  /// no node to be had.
  mutating func step(iterations: Int) -> Bool {
    guard takeNode() else { return false }
    follow(solve(iterations))
    return true
  }

  private mutating func follow(_ status: LinearProgram.Status) {
    if status == .infeasible {
      settleInfeasible()
      return
    }
    var dual = master.evaluate(master.duals)
    raise(to: dual.bound)
    if isPruned { return closeNode() }
    if isRoot { fixByReducedCosts(dual) }
    if status == .stopped || status == .failed {
      stopped += 1
      if status == .failed || stopped > 40 { branchBlindly() }
      return
    }
    stopped = 0
    let entering = Array(dual.entering.prefix(max(50, master.model.placeCount)))
    dual.entering = []
    master.addEdges(entering)
    if entering.count > master.model.placeCount / 2 { return }
    let point = master.point()
    let added = separate(point)
    if !entering.isEmpty || (added > 0 && !isTailing(added)) { return }
    if added == 0, let tour = Self.tour(of: point) {
      take(tour)
      return
    }
    branch(at: point)
  }

  private mutating func takeNode() -> Bool {
    while current == nil {
      guard let node = pool.take(worker) else { return false }
      enter(node)
      if isPruned { closeNode() }
    }
    return true
  }

  mutating func enter(_ node: ProofNode) {
    master.apply(node.fixings)
    current = node
    isRoot = node.fixings.isEmpty
    rounds = 0
    stalls = 0
    stopped = 0
    roundBound = node.bound
    statistics.nodes += 1
  }

  private mutating func solve(_ iterations: Int) -> LinearProgram.Status {
    let status = master.solve(iterations: iterations)
    statistics.linearPrograms += 1
    let done = master.program.iterationCount
    statistics.iterations += done
    let size = master.program.rowCount + master.program.columnCount
    statistics.work += Int64(done * size / 25 + size)
    rounds += 1
    return status
  }

  private mutating func raise(to bound: Int64) {
    if let node = current, bound > node.bound {
      current?.bound = bound
      pool.raise(worker, to: bound)
    }
  }

  var isPruned: Bool {
    guard let node = current else { return false }
    let (limit, overflow) = most.multipliedReportingOverflow(by: master.fixedPoint)
    return !overflow && node.bound > limit
  }

  mutating func closeNode() {
    current = nil
    pool.close(worker)
  }

  /// Proves the node empty by a ray, or adds the edges that the ray says are missing.
  private mutating func settleInfeasible() {
    var ray: [Double] = []
    guard master.program.copyInfeasibilityRay(into: &ray) else { return branchBlindly() }
    let size = ray.reduce(0) { max($0, abs($1)) }
    if size == 0 { return branchBlindly() }
    // Duals of `≥` rows are at least zero, which gives the ray's sign.
    let cuts = ray.dropFirst(master.model.placeCount).reduce(0, +)
    let signs = cuts > 0 ? [1.0] : cuts < 0 ? [-1.0] : [1.0, -1.0]
    for sign in signs {
      let dual = master.evaluate(ray.map { sign * $0 / size * master.rayScale }, costs: false)
      if dual.bound > 0 { return closeNode() }
      if !dual.entering.isEmpty {
        master.addEdges(Array(dual.entering.prefix(max(50, master.model.placeCount))))
        return
      }
    }
    branchBlindly()
  }

  private mutating func fixByReducedCosts(_ dual: ExactDual) {
    if most == .max { return }
    let gain = max(1, (most - (fixedAtBound == .min ? 0 : fixedAtBound / master.fixedPoint)) / 50)
    if fixedAtBound != .min && dual.bound - fixedAtBound < gain.multipliedSaturating(by: master.fixedPoint) { return }
    fixedAtBound = dual.bound
    _ = master.fix(by: dual, most: most)
    statistics.work += Int64(master.model.placeCount * master.model.placeCount / 200)
  }

  /// Whether rounds have stopped paying, so that the node had better be split.
  private mutating func isTailing(_ added: Int) -> Bool {
    guard let node = current else { return false }
    let gap = most == .max ? node.bound / 100 : most.multipliedSaturating(by: master.fixedPoint) - node.bound
    if roundBound == .min || node.bound - roundBound > gap / (isRoot ? 100 : 20) {
      roundBound = node.bound
      stalls = 0
      return false
    }
    stalls += 1
    // Splitting a wide gap multiplies it: as long as cuts are found, they are the better way.
    let isWide = Double(gap) > 0.02 * Double(abs(node.bound))
    return stalls > (isRoot ? (isWide ? 60 : 8) : (isWide ? 12 : 4))
  }

  // MARK: Answers

  /// The tour that a whole point is; nil when it is fractional or in pieces.
  static func tour(of point: FractionalPoint) -> [Int32]? {
    for value in point.visit where value > 1e-5 && value < 1 - 1e-5 { return nil }
    for value in point.edgeValue where value < 1 - 1e-5 { return nil }
    var neighbours: [Int32: [Int32]] = [:]
    for e in point.edgeValue.indices {
      neighbours[point.edgeFrom[e], default: []].append(point.edgeTo[e])
      neighbours[point.edgeTo[e], default: []].append(point.edgeFrom[e])
    }
    var tour: [Int32] = []
    var previous: Int32 = -1
    var place: Int32 = 0
    repeat {
      guard let ends = neighbours[place], ends.count == 2 else { return nil }
      let next = ends[0] == previous ? ends[1] : ends[0]
      previous = place
      place = next
      if place != 0 { tour.append(place) }
    } while place != 0 && tour.count <= point.visit.count
    return tour.count == point.visit.count(where: { $0 > 0.5 }) - 1 ? tour : nil
  }

  private mutating func take(_ tour: [Int32]) {
    guard let objective = master.model.objective(ofTour: tour) else { return branchBlindly() }
    offer(tour, objective)
    most = min(most, master.model.lattice.greatest(below: objective))
    guard let node = current, !isPruned else { return closeNode() }
    // The tour is the node's optimum but for rounding; the bound that the integers vouch for is what counts.
    let exact = objective.multipliedSaturating(by: master.fixedPoint)
    if node.bound >= exact - (exact >> 20) {
      pool.settle(node.bound)
      closeNode()
    } else {
      branchBlindly()
    }
  }
}

/// An open node: what is fixed on the way to it, and its bound in units of 1 / `fixedPoint`.
struct ProofNode: Sendable {
  var bound: Int64
  var fixings: [Fixing]

  struct Fixing: Sendable, Hashable {
    /// Place i ≥ 1, or −1 − (edge `i × placeCount + j`).
    var variable: Int32
    var value: Bool
  }
}

extension LPRelaxation {
  /// A ray is scaled so that its largest entry has this size before it is rounded.
  var rayScale: Double { 1_048_576 * costScale / Double(fixedPoint) }

  /// Makes the node's bounds stand: those fixed for good and these, no others.
  mutating func apply(_ fixings: [ProofNode.Fixing]) {
    for fixing in applied {
      if fixing.variable > 0 {
        let place = Int(fixing.variable)
        setVisit(place, lower: rootLower[place], upper: rootUpper[place])
      } else {
        setEdge(-1 - fixing.variable, fixed: nil)
      }
    }
    applied = fixings
    for fixing in fixings {
      if fixing.variable > 0 {
        setVisit(Int(fixing.variable), lower: fixing.value, upper: fixing.value)
      } else {
        setEdge(-1 - fixing.variable, fixed: fixing.value)
      }
    }
  }
}
