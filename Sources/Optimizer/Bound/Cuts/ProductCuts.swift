/// Product cuts: what is bought inside a set S needs the set to be entered.
///
///     2 w + Σ_{i ∈ M \ S} 2 supply_i y_i + min(need, supply(M ∩ S)) x(δ(S)) ≥ 2 need
///
/// with M the level's sellers. Laporte, Riera-Ledesma, Salazar-González 2003 (doi:10.1287/opre.51.6.940.24921).
struct ProductCuts: CutFamily, ~Copyable {
  let model: ProofModel
  private var support: SupportGraph
  private var inSet: [Bool]
  private var work: Int64 = 0

  init(_ model: ProofModel) {
    self.model = model
    support = SupportGraph(model)
    inSet = [Bool](repeating: false, count: model.placeCount)
  }

  /// Work done since the last call.
  mutating func takeWork() -> Int64 {
    defer { work = 0 }
    return work
  }

  /// The violated cuts of every set that stands, and of those that flows find.
  mutating func violated(at point: FractionalPoint, _ sets: inout VertexSetPool) -> [CutRow] {
    for (_, members) in self.sets(point, demands: 0..<model.demandCount) { _ = sets.insert(members) }
    var found: [Candidate] = []
    for set in 0..<sets.count { candidates(point, set, sets, into: &found) }
    return found.map { row(Int($0.level), Int($0.set), sets) }
  }

  /// The cut of a level and a set.
  func row(_ level: Int, _ set: Int, _ sets: VertexSetPool) -> CutRow {
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
  struct Candidate {
    var level: Int32
    var set: Int32
    /// Violation as a share of the level's need.
    var depth: Double
  }

  /// For one set, the demands' most violated product cuts, added to `cuts`.
  mutating func candidates(
    _ point: FractionalPoint, _ set: Int, _ sets: VertexSetPool, into cuts: inout [Candidate]
  ) {
    let half = point.crossing(set, sets) / 2
    work += Int64(point.edgeValue.count)
    if half >= 1 { return }
    for place in 0..<model.placeCount { inSet[place] = sets.contains(set, place) }
    for k in 0..<model.demandCount {
      var worst = cutTolerance
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
      if chosen >= 0 { cuts.append(Candidate(level: Int32(chosen), set: Int32(set), depth: worst)) }
    }
  }

  /// Candidate sets for product cuts, found by a flow from the depot to the sellers of each level: exact where every seller can
  /// supply the whole need, a good guess elsewhere.
  mutating func sets(_ point: FractionalPoint, demands: Range<Int>) -> [(level: Int, set: [Int32])] {
    var flow = support.graph(point, sellers: true)
    let sink = support.places.count
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
        for offer in fresh..<Int(model.levelEnd[level]) where support.node(model.offerPlace[offer]) > 0 {
          let place = Int(model.offerPlace[offer])
          let most = 2 * point.visit[place] * SupportGraph.unit
          var wider = share(offer, of: need, most)
          if offer < last.offer { wider -= share(offer, of: last.need, most) }
          flow.widen(firstSellerArc + 2 * (support.node(Int32(place)) - 1), by: wider)
          last.total += wider
        }
        last = (need, Int(model.levelEnd[level]), last.total)
        let enough = Int64((wanted - 0.01) * SupportGraph.unit)
        if last.total < enough { continue }
        let value = flow.augment(from: 0, to: sink, enough: enough)
        if value >= enough {
          if point.shortfall[level] <= 0 { break }
          continue
        }
        flow.markSinkSide(of: sink, in: &support.side)
        let set = support.marked()
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
}
