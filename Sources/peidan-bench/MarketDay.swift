import Base
import Foundation
import Optimizer
import Planning

/// A generated market day: stalls on a grid, price breaks, minimum quantities, opening hours, priced time.
///
/// A day of more than `wholeLimit` markets is searched as `peidan plan` searches a large market: in an excerpt, under a bound
/// that holds for every stall.
struct MarketDay {
  var lines: Int
  var markets: Int
  /// Stalls of an excerpt.
  var excerptStalls = 600

  init(lines: Int, markets: Int) {
    self.lines = lines
    self.markets = markets
  }

  private static let wholeLimit = 5_000
  private static let setupSeconds: Int64 = 60
  private static let lineSeconds: Int64 = 45
  private static let ratePerHour: Int64 = 60_000_000
  private static let rounding: Int64 = 10_000

  /// A SplitMix64 sequence, so that a day of given size is always the same.
  private struct Sequence {
    var source = SplitMix64(seed: 0x5eed)
    mutating func below(_ bound: Int) -> Int { Int(source.next() % UInt64(bound)) }
  }

  private struct Stall {
    var x: Int
    var y: Int
    var window: Instance.Window
  }

  private struct Offer {
    var stall: Int32
    var minimum: Int32
    var stock: Int32
    var breaks: [Instance.PriceBreak]

    /// The least that a piece costs, of `most` needed at most, whatever is bought: stock divides a line in shares.
    func least(most: Int) -> Int64? {
      breaks.compactMap { step -> Int64? in
        let from = max(step.from, minimum)
        guard from <= stock else { return nil }
        return Int(from) <= most ? step.unitPrice : step.unitPrice * Int64(from) / Int64(most)
      }.min()
    }

    /// What `need` pieces from here alone cost.
    func alone(need: Int) -> Int64? {
      breaks.compactMap { step -> Int64? in
        let quantity = max(need, Int(max(step.from, minimum)))
        return quantity <= stock ? step.unitPrice * Int64(quantity) : nil
      }.min()
    }
  }

  private struct Line {
    var rule: Instance.NeedRule
    var amount: Int
    var offers: [Offer]

    var need: Int { rule.pieces(for: Int64(amount)) }
  }

  private func generate() -> (stalls: [Stall], lines: [Line]) {
    var random = Sequence()
    let stalls = (0..<markets).map { _ -> Stall in
      let (x, y) = (random.below(400), random.below(400))
      let open = Int32(9 * 3600 + 1800 * random.below(3))
      return Stall(x: x, y: y, window: .init(open: open, close: Int32(17 * 3600 + 1800 * random.below(4))))
    }
    let wanted = (0..<lines).map { _ -> Line in
      var line = Line(
        rule: .init(attritionMinimum: Int32(random.below(4)), attritionPerMille: 20), amount: 5 + random.below(100),
        offers: [])
      let level = 10_000 * (1 + random.below(2_000))
      for stall in 0..<markets where random.below(12) == 0 {
        let price = Int64(level * (80 + random.below(50)) / 100)
        let from = Int32(20 + random.below(100))
        line.offers.append(
          Offer(
            stall: Int32(stall), minimum: Int32(1 + random.below(10)), stock: Int32(20 + random.below(2_000)),
            breaks: [.init(from: 1, unitPrice: price), .init(from: from, unitPrice: price * 9 / 10)]))
      }
      return line
    }
    return (stalls, wanted)
  }

  /// The day in the stalls of `kept`, which ascend.
  private func instance(_ stalls: [Stall], _ wanted: [Line], kept: [Int]) -> Instance {
    var builder = InstanceBuilder()
    var number = [Int32](repeating: -1, count: stalls.count)
    for (index, stall) in kept.enumerated() {
      number[stall] = Int32(index)
      builder.addMarket(
        windows: [stalls[stall].window], setupSeconds: Int32(Self.setupSeconds), lineSeconds: Int32(Self.lineSeconds))
    }
    for line in wanted {
      let product = builder.addProduct(line.rule)
      builder.addSlot([.init(product: Int32(product), amount: Int64(line.amount))])
      for offer in line.offers where number[Int(offer.stall)] >= 0 {
        builder.addOffer(
          of: product, .init(market: number[Int(offer.stall)], minimum: offer.minimum, stock: offer.stock),
          breaks: offer.breaks)
      }
    }
    builder.addBuyer(.init(ratePerHour: Self.ratePerHour, earliest: 9 * 3600, latest: 19 * 3600))
    let places: [(x: Int, y: Int)] = kept.map { (stalls[$0].x, stalls[$0].y) } + [(0, 0), (0, 0)]
    var seconds: [Int32] = []
    seconds.reserveCapacity(places.count * places.count)
    for origin in places {
      for place in places { seconds.append(Int32(abs(origin.x - place.x) + abs(origin.y - place.y))) }
    }
    return builder.build(travelSeconds: seconds, rounding: Self.rounding).instance
  }

  /// The stalls to look into, and what no plan that visits another one falls below.
  private func excerpt(_ stalls: [Stall], _ wanted: [Line]) -> (kept: [Int], floor: Int64) {
    // Amounts are rounded half up, each of them and the buyer's time.
    let half = Self.rounding / 2
    let lineCost = Self.ratePerHour * Self.lineSeconds / 3_600 - half
    let slots = MarketCosts(
      wanted.map { line in
        line.offers.compactMap { offer in
          offer.least(most: line.need).map { (offer.stall, $0 * Int64(line.need) + lineCost) }
        }
      })
    let dual = MarketDual(
      slots, fixed: .init(repeating: Self.ratePerHour * Self.setupSeconds / 3_600, count: stalls.count))
    // The cheapest goods of every line are kept, so that the decidable part is the whole market's.
    var kept = Set(
      wanted.compactMap { line in
        line.offers.compactMap { offer in offer.alone(need: line.need).map { ($0, Int(offer.stall)) } }
          .min { $0 < $1 }?.1
      })
    let ranked = stalls.indices.sorted { (dual.slack[$0], $0) < (dual.slack[$1], $1) }
    for stall in ranked where kept.count < excerptStalls { kept.insert(stall) }
    let outside = ranked.first { !kept.contains($0) }
    return (kept.sorted(), outside.map { dual.floor(through: $0) - half } ?? .max)
  }

  /// - Parameter rounds: a work limit, in the time limit's place.
  func run(seconds: Double, rounds: Int? = nil, threads: Int) {
    let (stalls, wanted) = generate()
    let start = DispatchTime.now().uptimeNanoseconds
    let (kept, floor) = markets > Self.wholeLimit ? excerpt(stalls, wanted) : (Array(stalls.indices), .max)
    let instance = instance(stalls, wanted, kept: kept)
    // Cutting the market is a part of the time.
    let spent = DispatchTime.now().uptimeNanoseconds - start
    let limit = UInt64(seconds * 1e9)
    let options = SolverOptions(
      threads: threads, timeLimit: rounds == nil ? limit - min(limit, spent) : nil, workLimit: rounds,
      now: { DispatchTime.now().uptimeNanoseconds })
    let outcome: Outcome = Solver(instance, options: options).run()
    let cost = outcome.solution?.cost.total ?? -1
    let bound = min(outcome.bound, floor)
    // Of what is left above the cheapest goods with no walking.
    let decidable = Double(cost - bound) / Double(max(1, cost - instance.cheapestGoods))
    print(
      "lines \(lines), markets \(markets): cost \(cost), bound \(bound),",
      "gap \(String(format: "%.3f", 100 * Double(cost - bound) / Double(max(1, cost)))) %,",
      "of the decidable part \(String(format: "%.2f", 100 * decidable)) %, \(outcome.status.rawValue),",
      "first \(outcome.statistics.secondsToFirst ?? -1) s, best \(outcome.statistics.secondsToBest ?? -1) s,",
      "visits \(outcome.solution?.walks.map(\.visits.count) ?? []), moves \(outcome.statistics.moves)")
    if let solution = outcome.solution {
      let clock = { (second: Int32) in String(format: "%02d:%02d", second / 3_600, second / 60 % 60) }
      print(
        "  cheapest goods \(instance.cheapestGoods), more for goods \(solution.cost.goods - instance.cheapestGoods),",
        "time \(solution.cost.time), out",
        solution.walks.map { "\(clock($0.departs))–\(clock($0.returns))" }.joined(separator: ", "))
    }
    if floor != .max {
      print(
        "  excerpt of \(kept.count) stalls in \(String(format: "%.2f", Double(spent) / 1e9)) s:",
        "bound inside \(outcome.bound), outside \(floor)")
    }
  }
}
