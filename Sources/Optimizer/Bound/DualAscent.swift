/// A lower bound in a few passes over the offers, without a linear program.
///
/// Each market is charged `f_i = visitCost_i + ½ (its two shortest legs)`, which never exceeds its share of any tour, so that
/// what is left is a capacitated facility location problem. Its dual
///
///     max Σ_k demand_k u_k   s.t.  Σ_k supply_ki max(0, u_k − price_ki) ≤ f_i  for every market i
///
/// is climbed greedily, price by price (Erlenkotter 1978, doi:10.1287/opre.26.6.992). Every number here is doubled, so that
/// half legs stay integers.
///
/// Complexity: O(places²) for the legs, then O(passes × offers).
struct DualAscent {
  /// The bound, rounded up to whole units of cost (every cost is an integer).
  private(set) var bound: Int64
  /// Twice the price `u_k` at which a unit of each demand is valued.
  private(set) var doubledValue: [Int64]
  /// What is left of each place's doubled charge: a market whose slack exceeds twice the gap is in no better answer.
  private(set) var doubledSlack: [Int64]

  init(_ relaxation: Relaxation) {
    var ascent = Ascent(relaxation)
    ascent.climb()
    bound = ascent.total <= 0 ? relaxation.constant : relaxation.constant + (ascent.total + 1) / 2
    doubledValue = ascent.value
    doubledSlack = ascent.slack
  }
}

private struct Ascent {
  let relaxation: Relaxation
  var value: [Int64]
  var slack: [Int64]
  var total: Int64 = 0

  init(_ relaxation: Relaxation) {
    self.relaxation = relaxation
    slack = Ascent.charges(relaxation)
    value = (0..<relaxation.demandCount).map { k in
      let range = relaxation.offerRange(k)
      return range.isEmpty ? 0 : 2 * relaxation.offers[range.lowerBound].price
    }
    for k in 0..<relaxation.demandCount { total += Int64(relaxation.demand[k]) * value[k] }
    if Ascent.mustWalk(relaxation) { total += 2 * Ascent.shortestLegs(relaxation, 0).0 }
  }

  /// Whether some demand cannot be met at the depot alone.
  static func mustWalk(_ relaxation: Relaxation) -> Bool {
    for k in 0..<relaxation.demandCount {
      var atDepot: Int32 = 0
      for offer in relaxation.offers[relaxation.offerRange(k)] where offer.place == 0 { atDepot += offer.supply }
      if atDepot < relaxation.demand[k] { return true }
    }
    return false
  }

  static func shortestLegs(_ relaxation: Relaxation, _ place: Int) -> (Int64, Int64) {
    let count = relaxation.placeCount
    let row = relaxation.distance.span
    var first = Int64.max / 4
    var second = Int64.max / 4
    for other in 0..<count where other != place {
      let leg = row[place * count + other]
      if leg < first {
        second = first
        first = leg
      } else if leg < second {
        second = leg
      }
    }
    if count < 2 { return (0, 0) }
    return (first, count < 3 ? first : second)
  }

  /// Twice `f_i`; a walk to one market alone uses the leg to the depot twice.
  static func charges(_ relaxation: Relaxation) -> [Int64] {
    (0..<relaxation.placeCount).map { place in
      if place == 0 { return 0 }
      let (first, second) = shortestLegs(relaxation, place)
      return 2 * relaxation.visitCost[place] + min(first + second, 2 * relaxation.distance[place])
    }
  }

  mutating func climb() {
    let order = (0..<relaxation.demandCount).sorted {
      (relaxation.offerRange($0).count, $0) < (relaxation.offerRange($1).count, $1)
    }
    var rising = true
    while rising {
      rising = false
      for k in order where raise(k) { rising = true }
    }
  }

  /// Raises the value of demand `k` to the next price, or as far as its markets' slack allows.
  mutating func raise(_ k: Int) -> Bool {
    let range = relaxation.offerRange(k)
    var limit = Int64.max
    var open = 0
    var rate = Int64(relaxation.demand[k])
    for o in range {
      let offer = relaxation.offers[o]
      if 2 * offer.price > value[k] { break }
      open += 1
      if offer.place == 0 { rate -= Int64(offer.supply) }
      if offer.place != 0, offer.supply > 0 { limit = min(limit, slack[Int(offer.place)] / Int64(offer.supply)) }
    }
    if rate <= 0 || open == 0 { return false }
    if open < range.count { limit = min(limit, 2 * relaxation.offers[range.lowerBound + open].price - value[k]) }
    if limit <= 0 || limit > Int64.max / 8 { return false }
    for offer in relaxation.offers[range.lowerBound..<(range.lowerBound + open)] where offer.place != 0 {
      slack[Int(offer.place)] -= limit * Int64(offer.supply)
    }
    value[k] += limit
    total += limit * rate
    return true
  }
}
