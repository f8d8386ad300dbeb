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
          ways: zip(days, fixed).map { .init($0.0.instance, fixed: $0.1, options: options) }, options: options,
          isComplete: threads == 1)
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
    let ways = fixed.map { VariantSearch.Way(day.instance, fixed: $0, options: options) }
    let heard = Guarded<[Int64: Double]>([:])
    let outcomes = VariantSearch(ways: ways, options: options, isComplete: false).run { fixed, progress, _ in
      heard.withLock { $0[fixed] = progress.seconds }
    }
    #expect(outcomes.cheapest(fixed) == 0)
    let dear = try #require(heard.withLock { $0[1_000_000] })
    #expect(dear < 1.5, "the dear way was searched for \(dear) of its 3 seconds")
  }
}
