import Base
import Testing

@testable import Optimizer

@Suite struct SelectionCostTests {
  @Test func aCoveredNeedCostsWhatTheCheapestPurchasesAtTheVisitedMarketsDo() {
    var kinds: [DemandTable.Kind: Int] = [:]
    for seed in 1...600 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 81)
      let markets = 2 + random.below(3)
      let small = SmallOffers(&random, offers: markets, most: 9)
      let problem = PresolvedInstance(small.instance)
      kinds[problem.demands.kind[0], default: 0] += 1
      for set in 0..<(1 << markets) {
        let visited = (0..<markets).filter { set >> $0 & 1 == 1 }
        var ledger = SelectionCost(problem)
        for market in visited { ledger.toggle(market) }
        ledger.refresh()
        let least = small.leastCost(visited)
        let (isCovered, cost) = (ledger.isCovered(), ledger.total + problem.demands.constant)
        #expect(isCovered == (least != nil), "markets \(visited), seed \(seed)")
        guard let least else { continue }
        // A split may gain by rounding, half a unit an offer; `best` demands leave that be.
        let gift = small.instance.rounding == 1 ? 0 : small.instance.rounding * Int64(visited.count + 1) / 2
        #expect(cost >= least && cost <= least + gift, "\(cost) for \(least), markets \(visited), seed \(seed)")
        var paid: Int64 = 0
        for purchase in ledger.purchases().purchases {
          #expect(visited.contains(Int(small.instance.offers[Int(purchase.offer)].market)), "seed \(seed)")
          paid += small.cost(Int(purchase.quantity), Int(purchase.offer))
        }
        #expect(paid == cost, "purchases at \(visited), seed \(seed)")
      }
    }
    #expect(kinds[.best, default: 0] >= 20 && kinds[.whole, default: 0] >= 20, "\(kinds)")
  }

  @Test func worthIsWhatTheTotalChangesBy() {
    var checked = 0
    var compared = 0
    for seed in 1...400 as ClosedRange<UInt64> {
      let problem = PresolvedInstance(SmallDay(seed: seed).instance)
      // Slots that share products are priced from the choice they had, so that a ledger's past tells.
      guard !problem.demands.kind.contains(.general) else { continue }
      checked += 1
      var random = Generator(seed: seed, lane: 82)
      var ledger = SelectionCost(problem)
      let markets = problem.instance.marketCount
      for step in 0..<12 {
        ledger.toggle(random.below(markets))
        if random.below(3) == 0 { continue }
        ledger.refresh()
        let total = ledger.total
        for market in 0..<markets {
          let other = Self.ledger(problem, ledger.visited, butFor: market)
          let change = ledger.visited[market] ? other.total - total : total - other.total
          let worth = ledger.worth[market]
          if ledger.isCovered() && other.isCovered() {
            compared += 1
            #expect(worth == change, "market \(market) at step \(step), seed \(seed)")
          } else {
            #expect(worth >= 0 && (worth > 0) == (change > 0), "market \(market) at step \(step), seed \(seed)")
          }
        }
      }
    }
    #expect(checked >= 60 && compared >= 1_000, "\(checked) days, \(compared) compared")
  }

  private static func ledger(_ problem: PresolvedInstance, _ visited: [Bool], butFor market: Int) -> SelectionCost {
    var ledger = SelectionCost(problem)
    for other in visited.indices where visited[other] != (other == market) { ledger.toggle(other) }
    ledger.refresh()
    return ledger
  }

  @Test func aStepThatIsRolledBackLeavesNoTrace() {
    for seed in 1...400 as ClosedRange<UInt64> {
      let problem = PresolvedInstance(SmallDay(seed: seed).instance)
      var random = Generator(seed: seed, lane: 83)
      var ledger = SelectionCost(problem)
      for step in 0..<10 {
        ledger.begin()
        let before = (ledger.visited, ledger.worth, ledger.value, ledger.total, ledger.general.selection)
        for _ in 0..<(1 + random.below(3)) {
          ledger.toggle(random.below(problem.instance.marketCount))
          if random.below(2) == 0 { ledger.refresh() }
        }
        if random.below(3) == 0 {
          ledger.commit()
          continue
        }
        ledger.rollBack()
        let after = (ledger.visited, ledger.worth, ledger.value, ledger.total, ledger.general.selection)
        #expect(before == after, "step \(step), seed \(seed)")
      }
    }
  }
}
