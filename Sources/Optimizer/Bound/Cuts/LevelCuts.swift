/// The defining rows of levels, which the linear program starts without: `w + Σ supply_i y_i ≥ need`.
struct LevelCuts: CutFamily {
  let model: ProofModel
  /// Rows of one demand that a call returns at most, the most violated ones.
  let mostPerDemand: Int
  private var work: Int64 = 0

  init(_ model: ProofModel, mostPerDemand: Int) {
    self.model = model
    self.mostPerDemand = mostPerDemand
  }

  /// Work done since the last call.
  mutating func takeWork() -> Int64 {
    defer { work = 0 }
    return work
  }

  mutating func violated(at point: FractionalPoint, _ sets: inout VertexSetPool) -> [CutRow] {
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
        if short > cutTolerance { found.append((short, level)) }
      }
      work += Int64(model.offers(ofDemand: k).count)
      found.sort { ($1.0, $0.1) < ($0.0, $1.1) }
      for (_, level) in found.prefix(mostPerDemand) { cuts.append(row(level)) }
    }
    return cuts
  }

  func row(_ level: Int) -> CutRow {
    let need = model.levelNeed[level]
    var row = CutRow(right: need)
    if model.levelStep[level] != .max { row.levels = [.init(index: Int32(level), coefficient: 1)] }
    for offer in model.offers(upToLevel: level) {
      row.places.append(.init(index: model.offerPlace[offer], coefficient: min(need, model.offerSupply[offer])))
    }
    return row
  }
}
