internal import Base
internal import BoardSpec
internal import CatalogStore
internal import Electronics
internal import Market
internal import Optimizer

/// The stalls of a large market that a plan looks into, and what is proven about all others.
struct MarketReduction {
  /// Own numbers of the stalls that are kept.
  var kept: Set<Int32>
  /// Stalls that sell anything of use, and their offers.
  var stallsInAll: Int
  var offersInAll: Int
  /// No plan of the day that visits a stall left out costs less, services aside; micro-yuan. Nil where none is left out.
  var floorOutside: Int64?
  /// The sum over slots of the least goods, risk and time at the counter that the whole market asks.
  var cheapest: Int64

  /// Markets with more offers of a board's candidates are cut to an excerpt.
  static let offerLimit = 60_000
  /// Stalls of an excerpt, beside those that keep every part on sale.
  private static let stallLimit = 600

  /// - Parameters:
  ///   - secondsFromStart: from the nearest agent's start to a stall's building, by stall number; for shops that ship, 0.
  init(_ slots: ReductionSlots, stalls: StallColumns, secondsFromStart: [Int32], rate: Int64, buyers: Int) {
    let costs = slots.costs
    let fixed = stalls.setupSeconds.indices.map {
      rate * Int64(stalls.setupSeconds[$0]) / 3_600 + stalls.shipping[$0]
    }
    let dual = MarketDual(costs, fixed: fixed)
    let selling = Set(costs.market)
    stallsInAll = selling.count
    offersInAll = slots.usable
    cheapest = (0..<costs.slotCount).reduce(0) { sum, slot in
      sum + (costs.entries(of: slot).first.map { max(0, costs.cost[$0]) } ?? 0)
    }
    // What every slot would buy if stalls were free to reach: the baseline that planning is held against needs it.
    kept = Set((0..<costs.slotCount).compactMap { costs.entries(of: $0).first.map { costs.market[$0] } })
    let near = Self.nearBuildings(costs, stalls, dual, secondsFromStart, rate)
    let ranked = selling.sorted { (dual.slack[Int($0)], $0) < (dual.slack[Int($1)], $1) }
    // Two thirds wherever they are, the rest where most can be had in one place.
    Self.fill(&kept, from: ranked, upTo: Self.stallLimit * 2 / 3)
    Self.fill(&kept, from: ranked.filter { near.contains(stalls.building[Int($0)]) }, upTo: Self.stallLimit)
    for stalls in slots.cheapestStalls where !stalls.isEmpty && kept.isDisjoint(with: stalls) { kept.insert(stalls[0]) }
    // Each buyer's time is rounded to the fen, and so is what any plan costs.
    let fen = Money.fen.microYuan
    floorOutside = dual.floor(outside: kept, costs).map { max(0, $0 - fen / 2 * Int64(buyers) + fen - 1) / fen * fen }
  }

  private static func fill(_ kept: inout Set<Int32>, from ranked: [Int32], upTo limit: Int) {
    for stall in ranked {
      if kept.count >= limit { return }
      kept.insert(stall)
    }
  }

  /// The two buildings in which the slots cost least together, a way there and back counted; what a building lacks counts
  /// at its price and a stop elsewhere.
  private static func nearBuildings(
    _ costs: MarketCosts, _ stalls: StallColumns, _ dual: MarketDual, _ secondsFromStart: [Int32], _ rate: Int64
  ) -> Set<String> {
    var total: [String: Int64] = [:]
    var way: [String: Int64] = [:]
    for place in stalls.building.indices where stalls.isPlaced[place] {
      let building = stalls.building[place]
      let cost = rate * 2 * Int64(secondsFromStart[place]) / 3_600
      way[building] = min(way[building] ?? .max, cost)
    }
    for slot in 0..<costs.slotCount {
      var least: [String: Int64] = [:]
      for entry in costs.entries(of: slot) {
        let building = stalls.building[Int(costs.market[entry])]
        if least[building] == nil { least[building] = costs.cost[entry] }
        if least.count == way.count { break }
      }
      let elsewhere = dual.price[slot] + rate * 300 / 3_600
      for building in way.keys { total[building, default: 0] += min(least[building] ?? elsewhere, elsewhere) }
    }
    let ranked = total.map { (cost: $0.value + (way[$0.key] ?? 0), building: $0.key) }.sorted { $0 < $1 }
    return Set(ranked.prefix(2).map(\.building))
  }
}

extension Outcome {
  /// The outcome of a search in an excerpt, of which no more is claimed than holds for the whole market.
  func held(to excerpt: MarketReduction?) -> Outcome {
    guard let floor = excerpt?.floorOutside, floor < bound else { return self }
    var held = self
    held.bound = floor
    if held.status == .optimal { held.status = .feasible }
    return held
  }
}
