/// A bound that holds whatever the floating-point simplex did.
///
/// Duals are rounded to integers (units of 1 / `fixedPoint`), those of `≥` rows clipped at zero, and
///
///     bound = Σ right_r ρ_r + Σ_j min(reducedCost_j lower_j, reducedCost_j upper_j)
///
/// is summed in integers over all columns, also the edges that the linear program has not priced in. Weak duality makes it
/// valid for any ρ ≥ 0 (Neumaier, Shcherbina 2004, doi:10.1007/s10107-003-0433-3).
struct ExactDual: Sendable {
  /// In units of 1 / `fixedPoint`.
  var bound: Int64
  /// Reduced costs of the visits, one a place.
  var visit: [Int64]
  /// Edges (`i × placeCount + j`) outside the linear program with negative reduced cost, most negative first.
  var entering: [Int32]
  /// Place potentials and set duals, to price single edges with.
  fileprivate(set) var potential: [Int64]
  fileprivate var membership: [UInt64]
  fileprivate var words: Int
  fileprivate var setDual: [Int64]
  fileprivate var extra: [Int32: Int64]
}

extension LPRelaxation {
  /// Evaluates the duals of the last solve; with `costs` false, of the feasibility problem (all costs zero).
  ///
  /// Complexity: O(nonzeros of the rows + places² + negative edges × active sets / 64).
  func evaluate(_ duals: [Double], costs: Bool = true) -> ExactDual {
    let count = model.placeCount
    let unit = Double(fixedPoint) / costScale
    let factor: Int64 = costs ? fixedPoint : 0
    // A failed simplex leaves duals of any size: clipped like this, no sum of them leaves 62 bits.
    let limit = largestDual(duals, unit)
    func fixed(_ value: Double, _ scale: Double) -> Int64 {
      let limit = limit / scale
      let rounded = (value * unit / scale).rounded()
      return rounded.isNaN ? 0 : Int64(min(limit, max(-limit, rounded)))
    }
    var potential = (0..<count).map { fixed(duals[$0], 1) }
    var bound = Int128(factor * model.constant + 2 * potential[0])
    var visit = (0..<count).map { factor * model.visitCost[$0] }
    var level = model.levelStep.map { $0 == .max ? 0 : factor * $0 }
    var weight = [Int64](repeating: 0, count: sets.count)
    var extra: [Int32: Int64] = [:]
    for r in rows.indices {
      let dual = fixed(max(0, duals[count + r]), rowScale[r])
      if dual == 0 { continue }
      let row = rows[r]
      bound += Int128(dual) * Int128(row.right)
      for term in row.places { visit[Int(term.index)] -= dual * term.coefficient }
      for term in row.levels { level[Int(term.index)] -= dual * term.coefficient }
      for term in row.edges { extra[term.index, default: 0] += dual * term.coefficient }
      for (position, term) in row.sets.enumerated() {
        weight[Int(term.index)] += dual * term.coefficient
        // The row was written as cut − c Σ degree rows of its places.
        if innerForm[r][position] {
          for place in sets.members(of: Int(term.index)) { potential[Int(place)] -= dual * term.coefficient }
        }
      }
    }
    for i in 1..<max(1, count) {
      visit[i] += 2 * potential[i]
      if visitLower[i] || (visitUpper[i] && visit[i] < 0) { bound += Int128(visit[i]) }
    }
    for l in level.indices where level[l] < 0 { bound += Int128(level[l]) * Int128(model.levelNeed[l]) }
    var result = ExactDual(
      bound: 0, visit: visit, entering: [], potential: potential, membership: [], words: 0, setDual: [],
      extra: extra)
    result.gather(weight, sets, count)
    bound += priceEdges(&result, factor)
    result.bound = Int64(clamping: max(Int128(Int64.min / 4), min(bound, Int128(Int64.max / 4))))
    return result
  }

  /// What a dual may be at most, in units of 1 / `fixedPoint`, so that all of them together stay below 2⁵⁸: nothing is
  /// clipped in a solve that went well, where they are of the size of the objective.
  private func largestDual(_ duals: [Double], _ unit: Double) -> Double {
    let total = duals.reduce(0) { $0 + abs($1) } * unit
    return total < 0x1p58 ? 0x1p58 : 0x1p58 / Double(max(1, duals.count))
  }

  /// Edge terms of rows are never positive and sets weigh at least zero, so that `quick` is never above the reduced cost.
  private func priceEdges(_ dual: inout ExactDual, _ factor: Int64) -> Int128 {
    var sum: Int128 = 0
    let count = model.placeCount
    var negative: [(Int64, Int32)] = []
    let distance = model.distance.span
    let alive = edgeAlive.span
    for i in 0..<count {
      let own = dual.potential[i]
      for j in (i + 1)..<max(count, i + 1) {
        let quick = factor * distance[i * count + j] - own - dual.potential[j]
        if quick >= 0 || !alive[i * count + j] { continue }
        let exact = quick + dual.correction(i, j, count)
        if exact < 0 { negative.append((exact, Int32(i * count + j))) }
      }
    }
    for (cost, edge) in negative where fixedEdges[edge] == nil {
      sum += Int128(cost)
      if edgeColumn[Int(edge)] < 0 { dual.entering.append(edge) }
    }
    for (edge, fixed) in fixedEdges where fixed {
      let (i, j) = Int(edge).quotientAndRemainder(dividingBy: count)
      sum += Int128(
        factor * distance[Int(edge)] - dual.potential[i] - dual.potential[j] + dual.correction(i, j, count))
    }
    if dual.entering.count > 1 {
      let cost = Dictionary(uniqueKeysWithValues: negative.map { ($0.1, $0.0) })
      dual.entering.sort { (cost[$0, default: 0], $0) < (cost[$1, default: 0], $1) }
    }
    return sum
  }

  /// Reduced cost of an edge in units of 1 / `fixedPoint`.
  func reducedCost(ofEdge edge: Int, _ dual: ExactDual) -> Int64 {
    let (i, j) = edge.quotientAndRemainder(dividingBy: model.placeCount)
    return fixedPoint * model.distance[edge] - dual.potential[i] - dual.potential[j]
      + dual.correction(i, j, model.placeCount)
  }

  /// Fixes for good what no answer of at most `most` can have; to be called at the root, where no branch narrows the bound.
  /// Returns the number of edges and visits fixed.
  ///
  /// A visit brings the two edges of least reduced cost at its place, and an edge brings the visits of its ends and one further edge at
  /// each. Complexity: O(places² × active sets / 64).
  mutating func fix(by dual: ExactDual, most: Int64) -> (edges: Int, visits: Int) {
    let (limit, overflow) = most.multipliedReportingOverflow(by: fixedPoint)
    if overflow || dual.bound > limit { return (0, 0) }
    let gap = limit - dual.bound
    let count = model.placeCount
    let near = NearestEdges(self, dual)
    var edges = 0
    var visits = 0
    for i in 1..<max(1, count) where visitUpper[i] && !visitLower[i] {
      if max(0, dual.visit[i]) + near.least[i].first + near.least[i].second > gap {
        setVisit(i, lower: false, upper: false)
        rootUpper[i] = false
        visits += 1
      } else if -dual.visit[i] > gap {
        setVisit(i, lower: true, upper: true)
        rootLower[i] = true
        visits += 1
      }
    }
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) where edgeAlive[i * count + j] {
        let cost = max(0, reducedCost(ofEdge: i * count + j, dual))
        if !visitUpper[i] || !visitUpper[j]
          || cost + near.added(at: i, besides: cost) + near.added(at: j, besides: cost) > gap
        {
          edgeAlive[i * count + j] = false
          edges += 1
        }
      }
    }
    if edges > 0 { dropDeadEdges() }
    return (edges, visits)
  }
}

/// The two least reduced costs of edges at each place, none below 0: what is below stands in the bound already.
private struct NearestEdges {
  /// No sum of a few of these leaves 62 bits.
  private static let none: Int64 = 1 << 58

  private(set) var least: [(first: Int64, second: Int64)]
  /// What a visit adds to the bound, by place: nothing where it stands in the bound already.
  private let visit: [Int64]

  init(_ program: borrowing LPRelaxation, _ dual: ExactDual) {
    let count = program.model.placeCount
    visit = dual.visit.indices.map { $0 == 0 || program.visitLower[$0] ? 0 : max(0, dual.visit[$0]) }
    least = .init(repeating: (Self.none, Self.none), count: count)
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) where program.edgeAlive[i * count + j] {
        let cost = min(Self.none, max(0, program.reducedCost(ofEdge: i * count + j, dual)))
        note(cost, at: i)
        note(cost, at: j)
      }
    }
  }

  private mutating func note(_ cost: Int64, at place: Int) {
    if cost < least[place].first {
      least[place] = (cost, least[place].first)
    } else if cost < least[place].second {
      least[place].second = cost
    }
  }

  /// What an edge of reduced cost `edge` brings at one of its ends beside itself.
  func added(at place: Int, besides edge: Int64) -> Int64 {
    visit[place] + (edge <= least[place].first ? least[place].second : least[place].first)
  }
}

extension ExactDual {
  /// Turns set duals into one potential a place and rows of bits that tell which places share a set.
  fileprivate mutating func gather(_ weight: [Int64], _ sets: VertexSetPool, _ count: Int) {
    let active = weight.indices.filter { weight[$0] != 0 }
    words = (active.count + 63) / 64
    setDual = active.map { weight[$0] }
    membership = [UInt64](repeating: 0, count: words * count)
    for (number, set) in active.enumerated() {
      for place in sets.members(of: set) {
        potential[Int(place)] += weight[set]
        membership[Int(place) * words + number >> 6] |= 1 << UInt64(number & 63)
      }
    }
  }

  /// What the sum of potentials takes too much: sets that hold both ends do not separate them.
  fileprivate func correction(_ i: Int, _ j: Int, _ count: Int) -> Int64 {
    var value: Int64 = 0
    for word in 0..<words {
      var both = membership[i * words + word] & membership[j * words + word]
      while both != 0 {
        value += 2 * setDual[word << 6 + both.trailingZeroBitCount]
        both &= both - 1
      }
    }
    if !extra.isEmpty { value -= extra[Int32(i * count + j), default: 0] }
    return value
  }
}
