import Base

@testable import Optimizer

extension Relaxation {
  /// A small random problem: up to `markets` markets on a grid with truncated distances, up to five demands.
  static func random(seed: UInt64, markets: Int = 7) -> Relaxation {
    var random = Generator(seed: seed, lane: 78)
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

extension ProofModel {
  /// Every tour of two markets or more that meets the demands, by places without the depot, each in both directions.
  func longTours() -> [[Int32]] {
    var tours: [[Int32]] = []
    func extend(_ tour: [Int32]) {
      if tour.count > 1 && objective(ofTour: tour) != nil { tours.append(tour) }
      for place in 1..<Int32(placeCount) where !tour.contains(place) { extend(tour + [place]) }
    }
    extend([])
    return tours
  }

  /// A point that few cuts hold at: loops laid over each other that need not meet the depot, and shortfalls that fall short.
  func randomPoint(_ random: inout Generator) -> FractionalPoint {
    var point = FractionalPoint(self)
    var edges: [[Int32]: Double] = [:]
    let loops = 2 + random.below(3)
    for loop in 0..<loops {
      var places = Array(0..<Int32(placeCount)).shuffled(using: &random)
      places.removeLast(random.below(placeCount - 1))
      if loop == 0 && !places.contains(0) { places.append(0) }
      let share = loop == 0 ? 1 : 1 / Double(loops + random.below(3))
      for (index, place) in places.enumerated() {
        if place != 0 { point.visit[Int(place)] += share }
        let next = places[(index + 1) % places.count]
        edges[[min(place, next), max(place, next)], default: 0] += share
      }
    }
    let most = max(1, point.visit.max() ?? 1)
    for place in 1..<placeCount { point.visit[place] /= most }
    for (ends, value) in edges.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) where ends[0] != ends[1] {
      point.addEdge(ends[0], ends[1], value / most)
    }
    for level in 0..<levelCount where levelStep[level] != .max {
      point.shortfall[level] = Double(levelNeed[level]) * random.unit() / 3
    }
    return point
  }
}
