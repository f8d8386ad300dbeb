@testable import Optimizer

/// A plain generator for seeded cases (splitmix64, Steele, Lea, Flood 2014).
struct TestGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}

extension Relaxation {
  /// A small random problem: up to `markets` markets on a grid with truncated distances, up to five demands.
  static func random(seed: UInt64, markets: Int = 7) -> Relaxation {
    var random = TestGenerator(seed: seed)
    let count = 2 + random.below(markets)
    let unlimited = random.below(2) == 0
    let walking = [3, 20, 100][random.below(3)]
    let points = (0..<count).map { _ in (random.below(walking), random.below(walking)) }
    var distance = [Int64](repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0..<count {
        let (dx, dy) = (points[i].0 - points[j].0, points[i].1 - points[j].1)
        distance[i * count + j] = Int64(Double(dx * dx + dy * dy).squareRoot())
      }
    }
    let visits = (0..<count).map { $0 == 0 ? 0 : Int64(random.below(4)) }
    var demand: [Int32] = []
    var starts: [Int32] = [0]
    var offers: [Offer] = []
    for _ in 0..<(1 + random.below(5)) {
      let need = unlimited ? 1 : 1 + random.below(12)
      var found: [Offer] = []
      for place in 0..<count where place == 0 ? random.below(8) == 0 : random.below(2) == 0 {
        found.append(
          Offer(
            place: Int32(place), price: Int64(random.below(11)),
            supply: Int32(unlimited ? need : min(need, 1 + random.below(7)))))
      }
      offers += found.sorted { ($0.price, $0.place) < ($1.price, $1.place) }
      starts.append(Int32(offers.count))
      demand.append(Int32(need))
    }
    return Relaxation(
      placeCount: count, distance: distance, visitCost: visits, demand: demand, offerStart: starts, offers: offers,
      constant: Int64(random.below(3)))
  }

  /// The optimum over every set of places and every order, or nil when the demands cannot be met: the oracle.
  func optimum() -> Int64? {
    let markets = placeCount - 1
    var path = [[Int64]](repeating: [Int64](repeating: .max / 4, count: markets), count: 1 << markets)
    for i in 0..<markets { path[1 << i][i] = distance[i + 1] }
    var best: Int64?
    for set in 0..<(1 << markets) {
      var walk: Int64 = set == 0 ? 0 : .max / 4
      for last in 0..<markets where set >> last & 1 == 1 {
        walk = min(walk, path[set][last] + distance[(last + 1) * placeCount])
        for next in 0..<markets where set >> next & 1 == 0 {
          let longer = path[set][last] + distance[(last + 1) * placeCount + next + 1]
          path[set | 1 << next][next] = min(path[set | 1 << next][next], longer)
        }
      }
      guard let goods = goodsCost(set) else { continue }
      var visits: Int64 = 0
      for market in 0..<markets where set >> market & 1 == 1 { visits += visitCost[market + 1] }
      best = min(best ?? .max, constant + walk + visits + goods)
    }
    return best
  }

  private func goodsCost(_ set: Int) -> Int64? {
    var total: Int64 = 0
    for k in 0..<demandCount {
      var left = demand[k]
      for offer in offers[offerRange(k)] where offer.place == 0 || set >> (Int(offer.place) - 1) & 1 == 1 {
        let bought = min(left, offer.supply)
        total += Int64(bought) * offer.price
        left -= bought
      }
      if left > 0 { return nil }
    }
    return total
  }
}
