/// A relaxation as the proof sees it: dense places that can matter, and price levels in place of purchases.
///
/// Demand `k` with prices b₁ < b₂ < … and need d costs `b₁ d + Σ_l (b_{l+1} − b_l) w_l`, where `w_l`, what is bought above
/// price `b_l`, is at least `need_l − Σ_{offers up to b_l} supply_i y_i`. `need_l` is d less what the depot sells up to `b_l`. The
/// last level has no step: nothing may be left above it.
struct ProofModel: Sendable {
  /// Places of the model, the depot (0) included; `original[i]` is place `i`'s number in the relaxation.
  let placeCount: Int
  let original: [Int32]
  /// `placeCount × placeCount`, row-major, symmetric.
  let distance: [Int64]
  let visitCost: [Int64]
  /// Σ b₁ d and the relaxation's constant.
  let constant: Int64
  /// The objectives that an answer can have.
  let lattice: CostLattice

  let demandCount: Int
  /// Offers of demand `k` away from the depot, ascending in price: `offerStart[k]..<offerStart[k + 1]`.
  let offerStart: [Int32]
  let offerPlace: [Int32]
  /// Clipped to the demand.
  let offerSupply: [Int64]
  /// Levels of demand `k`: `levelStart[k]..<levelStart[k + 1]`.
  let levelStart: [Int32]
  let levelDemand: [Int32]
  /// Level `l` sells the offers `offerStart[k]..<levelEnd[l]`.
  let levelEnd: [Int32]
  let levelNeed: [Int64]
  /// Price difference to the next level; `Int64.max` at the last, above which nothing may be left.
  let levelStep: [Int64]

  var levelCount: Int { levelEnd.count }

  func offers(ofDemand k: Int) -> Range<Int> { Int(offerStart[k])..<Int(offerStart[k + 1]) }
  func levels(ofDemand k: Int) -> Range<Int> { Int(levelStart[k])..<Int(levelStart[k + 1]) }
  /// Offers sold up to level `l`.
  func offers(upToLevel l: Int) -> Range<Int> { Int(offerStart[Int(levelDemand[l])])..<Int(levelEnd[l]) }

  /// Keeps the markets for which `keep` is true (indexed by the relaxation's places); others are never visited.
  init(_ relaxation: Relaxation, keep: [Bool]) {
    let count = relaxation.placeCount
    var number = [Int32](repeating: -1, count: count)
    var original: [Int32] = []
    for place in 0..<count where place == 0 || keep[place] {
      number[place] = Int32(original.count)
      original.append(Int32(place))
    }
    var columns = LevelColumns()
    for k in 0..<relaxation.demandCount {
      columns.add(
        demand: Int64(relaxation.demand[k]), offers: relaxation.offers[relaxation.offerRange(k)], number: number)
    }
    self.original = original
    placeCount = original.count
    distance = original.flatMap { i in original.map { j in relaxation.distance[Int(i) * count + Int(j)] } }
    visitCost = original.map { relaxation.visitCost[Int($0)] }
    constant = relaxation.constant + columns.constant
    lattice = CostLattice(relaxation)
    demandCount = relaxation.demandCount
    offerStart = columns.offerStart
    offerPlace = columns.offerPlace
    offerSupply = columns.offerSupply
    levelStart = columns.levelStart
    levelDemand = columns.levelDemand
    levelEnd = columns.levelEnd
    levelNeed = columns.levelNeed
    levelStep = columns.levelStep
  }

  /// What the demands cost when exactly the places with `open[i]` are visited, without `constant`; nil when they do not
  /// suffice.
  func levelCost(open: [Bool]) -> Int64? {
    var total: Int64 = 0
    for k in 0..<demandCount {
      var supply: Int64 = 0
      var offer = Int(offerStart[k])
      for level in levels(ofDemand: k) {
        while offer < Int(levelEnd[level]) {
          if open[Int(offerPlace[offer])] { supply += offerSupply[offer] }
          offer += 1
        }
        let short = levelNeed[level] - supply
        if short <= 0 { break }
        if levelStep[level] == .max { return nil }
        total += short.multipliedSaturating(by: levelStep[level])
        if total > .max / 4 { return nil }
      }
    }
    return total
  }

  /// Objective of a tour given by the model's places without the depot; nil when it cannot meet the demands.
  func objective(ofTour tour: [Int32]) -> Int64? {
    var open = [Bool](repeating: false, count: placeCount)
    var total = constant
    var previous = 0
    for place in tour {
      open[Int(place)] = true
      total += distance[previous * placeCount + Int(place)] + visitCost[Int(place)]
      previous = Int(place)
    }
    total += distance[previous * placeCount]
    guard let levels = levelCost(open: open) else { return nil }
    return total + levels
  }
}

/// Offers and levels while they are gathered.
private struct LevelColumns {
  var constant: Int64 = 0
  var offerStart: [Int32] = [0]
  var offerPlace: [Int32] = []
  var offerSupply: [Int64] = []
  var levelStart: [Int32] = [0]
  var levelDemand: [Int32] = []
  var levelEnd: [Int32] = []
  var levelNeed: [Int64] = []
  var levelStep: [Int64] = []

  mutating func add(demand: Int64, offers: ArraySlice<Relaxation.Offer>, number: [Int32]) {
    let k = Int32(offerStart.count - 1)
    let kept = offers.filter { number[Int($0.place)] >= 0 && $0.supply > 0 }
    var need = demand
    constant += (kept.first?.price ?? 0) * demand
    var position = 0
    while position < kept.count, need > 0 {
      let price = kept[position].price
      while position < kept.count, kept[position].price == price {
        let supply = min(Int64(kept[position].supply), demand)
        if kept[position].place == 0 {
          need -= supply
        } else {
          offerPlace.append(number[Int(kept[position].place)])
          offerSupply.append(supply)
        }
        position += 1
      }
      if need <= 0 { break }
      close(k, need, step: position < kept.count ? kept[position].price - price : .max)
    }
    if kept.isEmpty, need > 0 { close(k, need, step: .max) }
    offerStart.append(Int32(offerPlace.count))
    levelStart.append(Int32(levelEnd.count))
  }

  private mutating func close(_ k: Int32, _ need: Int64, step: Int64) {
    levelDemand.append(k)
    levelEnd.append(Int32(offerPlace.count))
    levelNeed.append(need)
    levelStep.append(step)
  }
}
