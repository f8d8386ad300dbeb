import Base
import Testing

@testable import Optimizer

/// The bound against the best choice of stalls, found by trying all of them.
@Suite struct MarketDualTests {
  /// What the cheapest choice of stalls costs, over all and over those that hold a stall.
  private struct Best {
    var overall = Int64.max
    var through: [Int64]

    init(_ costs: [[(market: Int32, cost: Int64)]], fixed: [Int64]) {
      through = Array(repeating: .max, count: fixed.count)
      for chosen in 1..<(1 << fixed.count) {
        var total: Int64 = 0
        for stall in fixed.indices where chosen >> stall & 1 == 1 { total += fixed[stall] }
        var isWhole = true
        for slot in costs {
          let least = slot.filter { chosen >> Int($0.market) & 1 == 1 }.map(\.cost).min()
          guard let least else {
            isWhole = false
            break
          }
          total += least
        }
        guard isWhole else { continue }
        overall = min(overall, total)
        for stall in fixed.indices where chosen >> stall & 1 == 1 { through[stall] = min(through[stall], total) }
      }
    }
  }

  @Test(arguments: 1...60) func neitherTheBoundNorAStallsPartOfItIsEverTooHigh(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let stalls = Int.random(in: 2...8, using: &random)
    let fixed = (0..<stalls).map { _ in Int64.random(in: 0...40, using: &random) }
    let costs = (0..<Int.random(in: 1...7, using: &random)).map { _ -> [(market: Int32, cost: Int64)] in
      var entries = (0..<Int32(stalls)).filter { _ in Bool.random(using: &random) }
        .map { (market: $0, cost: Int64.random(in: -3...100, using: &random)) }
      if entries.isEmpty { entries = [(market: 0, cost: 50)] }
      // A second, dearer offer at the same stall counts for nothing.
      return entries + [(market: entries[0].market, cost: entries[0].cost + 5)]
    }
    let dual = MarketDual(MarketCosts(costs), fixed: fixed)
    let best = Best(costs, fixed: fixed)
    #expect(dual.value <= best.overall, "seed \(seed)")
    for stall in fixed.indices where best.through[stall] < .max {
      #expect(dual.floor(through: stall) <= best.through[stall], "seed \(seed)")
    }
    let named = Set(costs.joined().map(\.market))
    let kept = named.filter { $0 % 2 == 0 }
    let least = named.subtracting(kept).map { best.through[Int($0)] }.min()
    let floor = dual.floor(outside: kept, MarketCosts(costs))
    #expect((floor == nil) == (least == nil), "seed \(seed)")
    if let floor, let least { #expect(floor <= least, "seed \(seed)") }
  }

  @Test func pricesMoveTogetherWhereNoneCanRiseAlone() {
    // Two stalls serve all three slots for 28,000; raised one after another, prices stop at 22,343.
    let costs: [[(market: Int32, cost: Int64)]] = [
      [(1, 0), (2, 7_000)], [(0, 1_000), (1, 2_000), (2, 12_000)], [(0, 1_000), (2, 8_000)],
    ]
    let dual = MarketDual(MarketCosts(costs), fixed: [13_000, 13_000, 14_000])
    #expect(dual.value >= 27_900 && dual.value <= 28_000)
  }

  @Test func theBoundIsTheOptimumWhereEachSlotHasItsOwnStall() {
    let costs: [[(market: Int32, cost: Int64)]] = [[(0, 10)], [(1, 20)], [(2, 30), (1, 35)]]
    let dual = MarketDual(MarketCosts(costs), fixed: [5, 5, 5])
    #expect(dual.value >= 70)
    #expect(dual.value <= Best(costs, fixed: [5, 5, 5]).overall)
  }
}
