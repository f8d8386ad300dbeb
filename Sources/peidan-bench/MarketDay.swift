import Foundation
import Optimizer

/// A generated market day: stalls on a grid, price breaks, minimum quantities, opening hours, priced time.
struct MarketDay {
  var lines: Int
  var markets: Int

  /// A SplitMix64 sequence, so that a day of given size is always the same.
  private struct Sequence {
    var state: UInt64 = 0x5eed
    mutating func below(_ bound: Int) -> Int {
      state = state &+ 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }

  func instance() -> Instance {
    var random = Sequence()
    var builder = InstanceBuilder()
    var points: [(x: Int, y: Int)] = []
    for _ in 0..<markets {
      points.append((random.below(400), random.below(400)))
      let open = Int32(9 * 3600 + 1800 * random.below(3))
      builder.addMarket(
        windows: [.init(open: open, close: Int32(17 * 3600 + 1800 * random.below(4)))], setupSeconds: 60,
        lineSeconds: 45)
    }
    for _ in 0..<lines {
      let product = builder.addProduct(.init(attritionMinimum: Int32(random.below(4)), attritionPerMille: 20))
      let need = 5 + random.below(100)
      builder.addSlot([.init(product: Int32(product), amount: Int64(need))])
      let level = 10_000 * (1 + random.below(2_000))
      for market in 0..<markets where random.below(12) == 0 {
        let price = Int64(level * (80 + random.below(50)) / 100)
        let from = Int32(20 + random.below(100))
        builder.addOffer(
          of: product,
          .init(market: Int32(market), minimum: Int32(1 + random.below(10)), stock: Int32(20 + random.below(2_000))),
          breaks: [.init(from: 1, unitPrice: price), .init(from: from, unitPrice: price * 9 / 10)])
      }
    }
    builder.addBuyer(.init(ratePerHour: 60_000_000, earliest: 9 * 3600, latest: 19 * 3600))
    let places = points + [(0, 0), (0, 0)]
    var seconds: [Int32] = []
    seconds.reserveCapacity(places.count * places.count)
    for origin in places {
      for place in places { seconds.append(Int32(abs(origin.x - place.x) + abs(origin.y - place.y))) }
    }
    return builder.build(travelSeconds: seconds, rounding: 10_000).instance
  }

  func run(seconds: Double, threads: Int) {
    let options = SolverOptions(
      threads: threads, timeLimit: UInt64(seconds * 1e9), now: { DispatchTime.now().uptimeNanoseconds })
    let instance = instance()
    let outcome: Outcome = Solver(instance, options: options).run()
    let cost = outcome.solution?.cost.total ?? -1
    // Of what is left above the cheapest goods with no walking.
    let decidable = Double(cost - outcome.bound) / Double(max(1, cost - instance.cheapestGoods))
    print(
      "lines \(lines), markets \(markets): cost \(cost), bound \(outcome.bound),",
      "gap \(String(format: "%.3f", 100 * (outcome.gap ?? 1))) %,",
      "of the decidable part \(String(format: "%.2f", 100 * decidable)) %, \(outcome.status.rawValue),",
      "first \(outcome.statistics.secondsToFirst ?? -1) s, best \(outcome.statistics.secondsToBest ?? -1) s,",
      "visits \(outcome.solution?.walks.map(\.visits.count) ?? []), moves \(outcome.statistics.moves)")
  }
}
