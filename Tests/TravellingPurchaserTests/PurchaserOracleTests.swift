import Base
import Optimizer
import TestSupport
import Testing
import TravellingPurchaser

/// Small instances against every tour and every set of markets.
@Suite struct PurchaserOracleTests {
  /// Cases in one run; debug builds are slow, so that they look at a few.
  private static let seeds: Int = {
    #if DEBUG
      60
    #else
      1_500
    #endif
  }()

  @Test func answersAndBoundsMeetTheOptimumOfSmallInstances() throws {
    var missed = 0
    for seed in 0..<Self.seeds {
      let problem = Self.problem(seed: UInt64(seed))
      let made = problem.instance()
      let outcome: Outcome = Solver(made.instance, options: SolverOptions(seed: UInt64(seed), workLimit: 6)).run()
      let optimum = Exhaustive(problem).optimum()
      guard let optimum else {
        #expect(outcome.status == .infeasible, "seed \(seed)")
        continue
      }
      #expect(outcome.bound <= Int64(optimum), "seed \(seed): bound \(outcome.bound) above \(optimum)")
      let cost = try #require(outcome.solution?.cost.total, "seed \(seed)")
      #expect(cost >= Int64(optimum), "seed \(seed): \(cost) below \(optimum)")
      if cost > Int64(optimum) { missed += 1 }
      if outcome.status == .optimal { #expect(cost == Int64(optimum), "seed \(seed)") }
      // The answer in the file's numbers, priced anew.
      let answer = try made.answer(#require(outcome.solution))
      #expect(Exhaustive(problem).cost(of: answer) == Int(cost), "seed \(seed)")
    }
    #expect(missed == 0, "of \(Self.seeds)")
  }

  /// Up to eight markets and five products, the supply limited in two of three.
  private static func problem(seed: UInt64) -> TravellingPurchaserProblem {
    var random = SeededGenerator(seed: seed)
    let markets = Int.random(in: 2...8, using: &random)
    let span = [8, 30, 100].randomElement(using: &random) ?? 30
    let isLimited = seed % 3 != 0
    var problem = TravellingPurchaserProblem(name: "oracle-\(seed)")
    for _ in 0..<markets {
      problem.coordinates.append(
        .init(x: Double(Int.random(in: 0...span, using: &random)), y: Double(Int.random(in: 0...span, using: &random))))
    }
    for product in 1...Int.random(in: 1...5, using: &random) {
      let demand = Int.random(in: 1...6, using: &random)
      problem.demands.append(demand)
      for market in 1...markets where Int.random(in: 0..<3, using: &random) > 0 {
        let stock = isLimited ? Int.random(in: 1...demand, using: &random) : demand
        problem.offers.append(
          .init(product: product, market: market, price: Int.random(in: 1...12, using: &random), stock: stock))
      }
    }
    return problem
  }
}

/// All sets of markets; for each the shortest tour by dynamic programming and the cheapest purchases by rising price.
private struct Exhaustive {
  let problem: TravellingPurchaserProblem

  init(_ problem: TravellingPurchaserProblem) { self.problem = problem }

  func optimum() -> Int? {
    let others = problem.coordinates.count - 1
    let walks = shortestTours(others)
    return (0..<(1 << others)).compactMap { set in
      goods { $0 == 1 || set >> ($0 - 2) & 1 == 1 }.map { $0 + walks[set] }
    }.min()
  }

  /// Length of the shortest tour from the depot through exactly the markets of each set (Held, Karp 1962).
  private func shortestTours(_ others: Int) -> [Int] {
    let far = Int.max / 4
    var path = [[Int]](repeating: [Int](repeating: far, count: others), count: 1 << others)
    for market in 0..<others { path[1 << market][market] = problem.distance(1, market + 2) }
    for set in 1..<max(1, 1 << others) {
      for last in 0..<others where path[set][last] < far {
        for next in 0..<others where set >> next & 1 == 0 {
          let length = path[set][last] + problem.distance(last + 2, next + 2)
          path[set | 1 << next][next] = min(path[set | 1 << next][next], length)
        }
      }
    }
    return (0..<(1 << others)).map { set in
      set == 0 ? 0 : (0..<others).map { path[set][$0] + problem.distance($0 + 2, 1) }.min() ?? far
    }
  }

  /// What all demands cost at the open markets; nil where they do not suffice.
  private func goods(isOpen: (Int) -> Bool) -> Int? {
    var sum = 0
    for (index, demand) in problem.demands.enumerated() {
      var left = demand
      let offers = problem.offers.filter { $0.product == index + 1 && isOpen($0.market) }
      for offer in offers.sorted(by: { $0.price < $1.price }) {
        let taken = min(left, offer.stock)
        sum += taken * offer.price
        left -= taken
      }
      if left > 0 { return nil }
    }
    return sum
  }

  /// What an answer costs; nil when it breaks the instance.
  func cost(of answer: TravellingPurchaserInstance.Answer) -> Int? {
    guard answer.tour.first == 1, Set(answer.tour).count == answer.tour.count else { return nil }
    var sum = zip(answer.tour, answer.tour.dropFirst() + [1]).reduce(0) { $0 + problem.distance($1.0, $1.1) }
    var left = problem.demands
    for purchase in answer.purchases {
      let offer = problem.offers.first { $0.product == purchase.product && $0.market == purchase.market }
      guard let offer, answer.tour.contains(purchase.market), (1...offer.stock).contains(purchase.quantity) else {
        return nil
      }
      sum += purchase.quantity * offer.price
      left[purchase.product - 1] -= purchase.quantity
    }
    return left.allSatisfy { $0 <= 0 } ? sum : nil
  }
}
