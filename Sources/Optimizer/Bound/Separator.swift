/// Looks for cuts that a fractional point violates: generalised subtour and product cuts by maximum flow.
///
/// The support graph is built once a point; flows from every visited place, and to the sellers of every level, run on it.
/// Cuts are described in Laporte, Riera-Ledesma, Salazar-González 2003 (doi:10.1287/opre.51.6.940.24921).
struct Separator: ~Copyable {
  let model: ProofModel
  /// Capacity that stands for 1.
  static let unit = 1_048_576.0
  /// What a cut must be violated by, as a share of its right-hand side.
  var tolerance = 1e-3
  private(set) var work: Int64 = 0

  private var node: [Int32]
  private var places: [Int32] = []
  private var side: [Bool]
  private var inSet: [Bool]

  init(_ model: ProofModel) {
    self.model = model
    node = [Int32](repeating: -1, count: model.placeCount)
    side = [Bool](repeating: false, count: model.placeCount + 1)
    inSet = [Bool](repeating: false, count: model.placeCount)
  }

  /// Work done since the last call.
  mutating func takeWork() -> Int64 {
    let done = work
    work = 0
    return done
  }

  // MARK: Level rows

  /// The defining rows of levels that the point violates: `w + Σ supply_i y_i ≥ need`.
  mutating func levelRows(_ point: FractionalPoint, mostPerDemand: Int) -> [CutRow] {
    var cuts: [CutRow] = []
    for k in 0..<model.demandCount {
      var found: [(Double, Int)] = []
      var supply = 0.0
      var offer = Int(model.offerStart[k])
      for level in model.levels(ofDemand: k) {
        while offer < Int(model.levelEnd[level]) {
          supply += Double(model.offerSupply[offer]) * point.visit[Int(model.offerPlace[offer])]
          offer += 1
        }
        let need = Double(model.levelNeed[level])
        let short = (need - supply - point.shortfall[level]) / need
        if short > tolerance { found.append((short, level)) }
      }
      work += Int64(model.offers(ofDemand: k).count)
      found.sort { ($1.0, $0.1) < ($0.0, $1.1) }
      for (_, level) in found.prefix(mostPerDemand) { cuts.append(levelRow(level)) }
    }
    return cuts
  }

  func levelRow(_ level: Int) -> CutRow {
    let need = model.levelNeed[level]
    var row = CutRow(right: need)
    if model.levelStep[level] != .max { row.levels = [.init(index: Int32(level), coefficient: 1)] }
    for offer in model.offers(upToLevel: level) {
      row.places.append(.init(index: model.offerPlace[offer], coefficient: min(need, model.offerSupply[offer])))
    }
    return row
  }

  // MARK: Subtour cuts

  /// Sets S, as ascending places, with `x(δ(S)) < 2 y_i` for some i in S.
  mutating func subtours(_ point: FractionalPoint) -> [[Int32]] {
    var flow = graph(point, sellers: false)
    var found: [[Int32]] = []
    var covered = [Bool](repeating: false, count: model.placeCount)
    let order = places.dropFirst().sorted {
      (point.visit[Int($1)], $0) < (point.visit[Int($0)], $1)
    }
    for place in order where !covered[Int(place)] {
      let wanted = 2 * point.visit[Int(place)]
      if wanted < 0.02 { break }
      let enough = Int64((wanted - 0.01) * Separator.unit)
      let value = flow.maximise(from: Int(node[Int(place)]), to: 0, enough: enough)
      if value >= enough { continue }
      flow.markSourceSide(of: Int(node[Int(place)]), in: &side)
      let set = collect(true)
      for member in set { covered[Int(member)] = true }
      found.append(set)
    }
    work += flow.scanned
    return found
  }

  /// The subtour cut of a set, made with its most visited place.
  func subtourRow(_ set: Int, _ members: ArraySlice<Int32>, _ point: FractionalPoint) -> CutRow {
    var best = members.first ?? 0
    for place in members where point.visit[Int(place)] > point.visit[Int(best)] { best = place }
    return CutRow(
      sets: [.init(index: Int32(set), coefficient: 1)], places: [.init(index: best, coefficient: -2)], right: 0)
  }

  /// Rows `x_0i ≤ y_i`, and sets {i, j} with `x_ij > y_i`.
  func edgeViolations(_ point: FractionalPoint) -> (rows: [CutRow], sets: [[Int32]]) {
    var rows: [CutRow] = []
    var sets: [[Int32]] = []
    for e in point.edgeValue.indices {
      let (i, j) = (point.edgeFrom[e], point.edgeTo[e])
      if i == 0 {
        if point.edgeValue[e] > point.visit[Int(j)] + tolerance {
          rows.append(
            CutRow(
              places: [.init(index: j, coefficient: 1)], edges: [.init(index: j, coefficient: -1)], right: 0))
        }
      } else if point.edgeValue[e] > min(point.visit[Int(i)], point.visit[Int(j)]) + tolerance {
        sets.append([i, j])
      }
    }
    return (rows, sets)
  }

  // MARK: Product cuts

  /// `2 w + Σ_{i ∈ M \ S} 2 supply_i y_i + min(need, supply(M ∩ S)) x(δ(S)) ≥ 2 need`, with M the level's sellers.
  func productRow(_ level: Int, _ set: Int, _ sets: VertexSetPool) -> CutRow {
    let need = model.levelNeed[level]
    var row = CutRow(right: 2 * need)
    if model.levelStep[level] != .max { row.levels = [.init(index: Int32(level), coefficient: 2)] }
    var inside: Int64 = 0
    for offer in model.offers(upToLevel: level) {
      let supply = min(need, model.offerSupply[offer])
      if sets.contains(set, Int(model.offerPlace[offer])) {
        inside += supply
      } else {
        row.places.append(.init(index: model.offerPlace[offer], coefficient: 2 * supply))
      }
    }
    row.sets = [.init(index: Int32(set), coefficient: min(need, inside))]
    return row
  }

  /// A product cut that is violated, before its row is written down: most are not among the deepest of a round.
  struct ProductCut {
    var level: Int32
    var set: Int32
    /// Violation as a share of the level's need.
    var depth: Double
  }

  /// For one set, the demands' most violated product cuts, added to `cuts`.
  mutating func productCuts(_ point: FractionalPoint, _ set: Int, _ sets: VertexSetPool, into cuts: inout [ProductCut])
  {
    let half = point.crossing(set, sets) / 2
    work += Int64(point.edgeValue.count)
    if half >= 1 { return }
    for place in 0..<model.placeCount { inSet[place] = sets.contains(set, place) }
    for k in 0..<model.demandCount {
      var worst = tolerance
      var chosen = -1
      var outside = 0.0
      var inside: Int64 = 0
      var offer = Int(model.offerStart[k])
      for level in model.levels(ofDemand: k) {
        while offer < Int(model.levelEnd[level]) {
          let place = Int(model.offerPlace[offer])
          if inSet[place] {
            inside += model.offerSupply[offer]
          } else {
            outside += Double(model.offerSupply[offer]) * point.visit[place]
          }
          offer += 1
        }
        let need = model.levelNeed[level]
        let left = point.shortfall[level] + outside + Double(min(need, inside)) * half
        let short = 1 - left / Double(need)
        if inside > 0 && short > worst {
          worst = short
          chosen = level
        }
        if outside >= Double(need) { break }
      }
      work += Int64(offer - Int(model.offerStart[k]))
      if chosen >= 0 { cuts.append(ProductCut(level: Int32(chosen), set: Int32(set), depth: worst)) }
    }
  }

  /// Sets that product cuts want, found by a flow from the depot to the sellers of each level: exact where every seller can
  /// supply the whole need, a good guess elsewhere.
  mutating func productSets(_ point: FractionalPoint, demands: Range<Int>) -> [(level: Int, set: [Int32])] {
    var flow = graph(point, sellers: true)
    let sink = places.count
    let firstSellerArc = 2 * point.edgeValue.count
    var found: [(Int, [Int32])] = []
    for k in demands {
      // Sellers only join from level to level, so one flow grows through them all.
      flow.reset()
      var last = (need: Int64.max, offer: Int(model.offerStart[k]), total: Int64(0))
      for level in model.levels(ofDemand: k) {
        let need = model.levelNeed[level]
        let wanted = 2 * (1 - point.shortfall[level] / Double(need))
        if wanted < 0.02 { continue }
        let fresh = last.need == need ? last.offer : Int(model.offerStart[k])
        for offer in fresh..<Int(model.levelEnd[level]) where node[Int(model.offerPlace[offer])] > 0 {
          let place = Int(model.offerPlace[offer])
          let most = 2 * point.visit[place] * Separator.unit
          var wider = share(offer, of: need, most)
          if offer < last.offer { wider -= share(offer, of: last.need, most) }
          flow.widen(firstSellerArc + 2 * (Int(node[place]) - 1), by: wider)
          last.total += wider
        }
        last = (need, Int(model.levelEnd[level]), last.total)
        let enough = Int64((wanted - 0.01) * Separator.unit)
        if last.total < enough { continue }
        let value = flow.augment(from: 0, to: sink, enough: enough)
        if value >= enough {
          if point.shortfall[level] <= 0 { break }
          continue
        }
        flow.markSinkSide(of: sink, in: &side)
        let set = collect(true)
        if !set.isEmpty { found.append((level, set)) }
      }
    }
    work += flow.scanned
    return found
  }

  /// What a seller of the whole `need` can pass on is `most`; of less, its part.
  private func share(_ offer: Int, of need: Int64, _ most: Double) -> Int64 {
    Int64(min(1, Double(model.offerSupply[offer]) / Double(need)) * most)
  }

  // MARK: The support graph

  /// Nodes are the places with something on them, the depot first; with `sellers`, one more node that each place can reach.
  private mutating func graph(_ point: FractionalPoint, sellers: Bool) -> MaxFlow {
    for place in places { node[Int(place)] = -1 }
    places.removeAll(keepingCapacity: true)
    for i in 0..<model.placeCount where i == 0 || point.visit[i] > 1e-6 {
      node[i] = Int32(places.count)
      places.append(Int32(i))
    }
    for e in point.edgeValue.indices {
      for end in [point.edgeFrom[e], point.edgeTo[e]] where node[Int(end)] < 0 {
        node[Int(end)] = Int32(places.count)
        places.append(end)
      }
    }
    var flow = MaxFlow(nodeCount: places.count + (sellers ? 1 : 0))
    for e in point.edgeValue.indices {
      let capacity = Int64(point.edgeValue[e] * Separator.unit)
      flow.join(
        Int(node[Int(point.edgeFrom[e])]), Int(node[Int(point.edgeTo[e])]), capacity: capacity, back: capacity)
    }
    if sellers {
      for position in 1..<max(1, places.count) { flow.join(position, places.count, capacity: 0, back: 0) }
    }
    return flow
  }

  private func collect(_ wanted: Bool) -> [Int32] {
    var set: [Int32] = []
    for position in 1..<max(1, places.count) where side[position] == wanted { set.append(places[position]) }
    return set.sorted()
  }
}
