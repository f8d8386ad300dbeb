import Base
import Testing

@testable import Optimizer

@Suite struct RoutesTests {
  /// Markets at random places, with legs that differ by direction where the seed is odd, and up to three buyers.
  private static func problem(_ seed: UInt64, _ random: inout Generator) -> PresolvedInstance {
    var builder = InstanceBuilder()
    let markets = 6 + random.below(8)
    for _ in 0..<markets { builder.addMarket(windows: [.init(open: 0, close: 1_000)]) }
    for _ in 0..<(1 + random.below(3)) { builder.addBuyer(.init(ratePerHour: 3600, earliest: 0, latest: 1_000)) }
    let points = (0..<(markets + 2)).map { _ in (random.below(30), random.below(30)) }
    var legs: [Int32] = []
    for from in points {
      for to in points {
        let uphill = seed % 2 == 1 && to.1 > from.1 ? 2 : 1
        legs.append(Int32(abs(from.0 - to.0) + uphill * abs(from.1 - to.1)))
      }
    }
    return PresolvedInstance(builder.build(travelSeconds: legs).instance)
  }

  /// Σ legs of some walks, by the instance alone.
  private static func length(_ walks: [[Int32]], _ instance: Instance) -> Int64 {
    var sum = 0
    for walk in walks where !walk.isEmpty {
      var place = instance.startPlace(of: 0)
      for market in walk {
        sum += instance.seconds(from: place, to: Int(market))
        place = Int(market)
      }
      sum += instance.seconds(from: place, to: instance.endPlace(of: 0))
    }
    return Int64(sum)
  }

  private static func walks(_ routes: borrowing Routes) -> [[Int32]] {
    (0..<routes.buyers).map { routes.markets(of: $0) }
  }

  private static func forEachProblem(lane: Int, _ body: (UInt64, Instance, inout Routes, inout Generator) -> Void) {
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: lane)
      let problem = problem(seed, &random)
      var routes = Routes(problem)
      body(seed, problem.instance, &routes, &random)
    }
  }

  @Test func insertionsAndRemovalsCostWhatTheWalksGrowAndShrinkBy() {
    Self.forEachProblem(lane: 85) { seed, instance, routes, random in
      for step in 0..<25 {
        let market = random.below(instance.marketCount)
        if routes.owner[market] >= 0 {
          routes.remove(market)
        } else if random.below(2) == 0 {
          let spot = routes.insertion(of: market)
          routes.insert(market, buyer: spot.buyer, after: spot.position)
        } else {
          let buyer = random.below(routes.buyers)
          routes.insert(market, buyer: buyer, after: random.below(routes.counts[buyer] + 1))
        }
        if random.below(6) == 0 { for buyer in 0..<routes.buyers { _ = routes.shorten(buyer) } }
        let walks = Self.walks(routes)
        let length = Self.length(walks, instance)
        let legCost = routes.legCost()
        #expect(legCost == length, "step \(step), seed \(seed)")
        for other in 0..<instance.marketCount {
          let owner = Int(routes.owner[other])
          if owner >= 0 {
            let position = (walks[owner].firstIndex(of: Int32(other)) ?? -1) + 1
            var without = walks
            without[owner].remove(at: position - 1)
            let gain = routes.removalGain(owner, position)
            #expect(gain == length - Self.length(without, instance), "\(other), step \(step), seed \(seed)")
          } else {
            var least = Int64.max
            for buyer in walks.indices {
              for position in 0...walks[buyer].count {
                var with = walks
                with[buyer].insert(Int32(other), at: position)
                least = min(least, Self.length(with, instance) - length)
              }
            }
            let cost = routes.insertionCost(of: other)
            #expect(cost == least, "\(other), step \(step), seed \(seed)")
          }
        }
      }
    }
  }

  @Test func shorteningKeepsTheMarketsAndEndsWhereNoTurnOrShiftOfOneHelps() {
    Self.forEachProblem(lane: 86) { seed, instance, routes, random in
      let walk = Array(0..<Int32(instance.marketCount)).shuffled(using: &random)
      for market in walk { routes.insert(Int(market), buyer: 0, after: 0) }
      routes.save()
      let before = Self.walks(routes)
      _ = routes.shorten(0)
      let short = routes.markets(of: 0)
      #expect(short.sorted() == walk.sorted(), "seed \(seed)")
      let length = Self.length([short], instance)
      #expect(length <= Self.length(before, instance), "seed \(seed)")
      for from in short.indices {
        var rest = short
        let market = rest.remove(at: from)
        for to in rest.indices {
          var shifted = rest
          shifted.insert(market, at: to)
          #expect(Self.length([shifted], instance) >= length, "\(from) to \(to), seed \(seed)")
        }
        if seed % 2 == 1 { continue }
        for end in from..<short.count {
          var turned = short
          turned[from...end].reverse()
          #expect(Self.length([turned], instance) >= length, "\(from) to \(end) turned, seed \(seed)")
        }
      }
      routes.restore()
      let after = Self.walks(routes)
      #expect(after == before, "seed \(seed)")
    }
  }
}
