import Base
import BoardSpec
import Optimizer
import Selection
import TestSupport
import Testing

@testable import Planning

/// The ways to build a board, weighed in one optimum: held against the enumeration of every selection of every way.
@Suite struct VariantSearchTests {
  #if DEBUG
    private static let boards: UInt64 = 60
  #else
    private static let boards: UInt64 = 600
  #endif

  /// A board of one market whose parts cost `costs`, under its rules.
  private struct Day {
    let instance: Instance
    /// Of the cheapest selection that breaks no rule; nil where all do.
    let least: Int64?

    init(seed: UInt64, random: inout SeededGenerator) {
      let made = RandomBoard(seed: seed)
      let selection = BoardSelection(
        RuledBoard(made.board, candidates: made.candidates), options: made.candidates)
      let costs = made.candidates.map { $0.map { _ in Int64.random(in: 1...99, using: &random) } }
      least = made.selections.filter { made.isValid($0) }
        .map { zip($0, costs).reduce(0) { $0 + $1.1[$1.0] } }.min()
      var builder = InstanceBuilder()
      builder.addMarket(windows: [.init(open: 0, close: 100)], setupSeconds: 0, lineSeconds: 0)
      for slot in costs {
        var options: [Instance.SlotOption] = []
        for cost in slot {
          let product = builder.addProduct(.init(), mass: 0, singleLot: false)
          builder.addOffer(of: product, .init(market: 0), breaks: [.init(from: 1, unitPrice: cost)])
          options.append(.init(product: Int32(product), amount: 1))
        }
        builder.addSlot(options)
      }
      builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 100))
      var day = builder.build(travelSeconds: .init(repeating: 0, count: 9), travelCost: []).instance
      day.choices = selection.choices
      instance = day
    }
  }

  @Test func theCheapestPlanOfAllWaysIsFoundAndNoBoundIsAboveIt() {
    var taken = [0, 0, 0]
    for seed in 0..<Self.boards {
      var random = SeededGenerator(seed: seed &+ 9_000_000)
      let days = (0..<3).map { Day(seed: seed * 3 + $0, random: &random) }
      let fixed = days.map { _ in Int64.random(in: 0...80, using: &random) }
      let least = zip(days, fixed).compactMap { day, fixed in day.least.map { $0 + fixed } }.min()
      for threads in [1, 3] {
        let options = SolverOptions(threads: threads, seed: 1, workLimit: 3)
        let search = VariantSearch(
          zip(days, fixed).map { ($0.0.instance, $0.1) }, options: options, isComplete: threads == 1)
        let outcomes = search.run { _, _, _ in }
        let best = outcomes.cheapest(fixed)
        let total = best.flatMap { index in outcomes[index].solution.map { $0.cost.total + fixed[index] } }
        #expect(total == least, "seed \(seed), \(threads) threads")
        #expect(outcomes.bound(fixed) <= least ?? .max, "seed \(seed)")
        if let best { taken[best] += 1 }
      }
    }
    #expect(taken.allSatisfy { $0 > 0 }, "each way is the best one of some board: \(taken)")
  }

  @Test func aWayThatCannotWinLeavesItsTimeToTheOthers() throws {
    var random = SeededGenerator(seed: 5)
    var days: [Day] = []
    for seed in UInt64(0)..<50 { days.append(Day(seed: seed, random: &random)) }
    let day = try #require(days.first { $0.least != nil })
    let clock = ContinuousClock()
    let start = clock.now
    let options = SolverOptions(
      threads: 1, timeLimit: 6_000_000_000, now: { UInt64((clock.now - start) / .nanoseconds(1)) })
    let fixed: [Int64] = [0, 1_000_000]
    let ways = fixed.map { (instance: day.instance, fixed: $0) }
    let heard = Guarded<[Int64: Double]>([:])
    let outcomes = VariantSearch(ways, options: options, isComplete: false).run { fixed, progress, _ in
      heard.withLock { $0[fixed] = progress.seconds }
    }
    #expect(outcomes.cheapest(fixed) == 0)
    let dear = try #require(heard.withLock { $0[1_000_000] })
    #expect(dear < 1.5, "the dear way was searched for \(dear) of its 3 seconds")
  }

  /// Markets on a square, products that half of them sell in part of what is needed: no proof ends within seconds.
  private static func purchaser(markets: Int, products: Int) -> Instance {
    var random = TestSupport.SeededGenerator(seed: 3)
    var builder = InstanceBuilder()
    for _ in 0..<markets { builder.addMarket(windows: [.init(open: 0, close: 1)]) }
    for _ in 0..<products {
      let product = builder.addProduct()
      builder.addSlot([.init(product: Int32(product), amount: 30)])
      for market in 0..<markets where Bool.random(using: &random) {
        builder.addOffer(
          of: product, .init(market: Int32(market), stock: Int32.random(in: 1...30, using: &random)),
          breaks: [.init(from: 1, unitPrice: Int64.random(in: 100...500, using: &random))])
      }
    }
    builder.addBuyer(.init(ratePerHour: 0, earliest: 0, latest: 1))
    let points = (0..<(markets + 1)).map { _ in
      (Int32.random(in: 0..<1_000, using: &random), Int32.random(in: 0..<1_000, using: &random))
    }
    let places = points + [points[markets]]
    let legs = places.flatMap { a in places.map { b in abs(a.0 - b.0) + abs(a.1 - b.1) } }
    return builder.build(travelSeconds: [Int32](repeating: 0, count: legs.count), travelCost: legs).instance
  }

  /// Both ways of a day whose search does not end by itself within the test.
  private func longSearch(_ cancellation: Cancellation, timeLimit: UInt64? = nil) -> ([Int64], VariantSearch) {
    let clock = ContinuousClock()
    let start = clock.now
    let options = SolverOptions(
      threads: 1, timeLimit: timeLimit, cancellation: cancellation,
      now: { UInt64((clock.now - start) / .nanoseconds(1)) })
    let day = Self.purchaser(markets: 30, products: 15)
    let fixed: [Int64] = [0, 1]
    return (fixed, VariantSearch(fixed.map { (instance: day, fixed: $0) }, options: options, isComplete: true))
  }

  @Test func oneCancellationEndsTheSearchOfEveryWay() {
    let cancellation = Cancellation()
    let (fixed, search) = longSearch(cancellation)
    let heard = Guarded<Set<Int64>>([])
    let outcomes = search.run { way, _, _ in
      _ = heard.withLock { $0.insert(way) }
      cancellation.cancel()
    }
    #expect(outcomes.count == fixed.count)
    // The way that was searched second ended before its first step.
    let searched = heard.withLock { $0 }
    #expect(outcomes.count { $0.statistics.moves > 0 } <= 1, "\(searched)")
  }

  @Test func noFirstPlanIsLookedForOnceCancelled() {
    let cancellation = Cancellation()
    cancellation.cancel()
    let (_, search) = longSearch(cancellation)
    #expect(search.variants.allSatisfy { $0.start == nil })
  }

  @Test func cancellingOneSearchLeavesTheOuterCancellationAsItIs() {
    let outer = Cancellation()
    let own = Cancellation(within: outer)
    own.cancel()
    #expect(own.isCancelled && !outer.isCancelled)
    let other = Cancellation(within: outer)
    outer.cancel()
    #expect(other.isCancelled)
  }
}
