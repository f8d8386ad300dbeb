import Base
import Testing

@testable import Optimizer

@Suite struct CoverTests {
  @Test(arguments: [(3, 9), (4, 9), (3, 60), (5, 60)])
  func coversCostWhatTryingEveryQuantityFinds(offers: Int, most: Int) {
    var splits = 0
    var cutOff = 0
    for seed in 1...600 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 80)
      let small = SmallOffers(&random, offers: offers, most: most)
      let curves = PresolvedInstance(small.instance).curves
      var cover = Cover()
      let all = (0..<Int32(offers)).map { $0 }
      let cost = cover.cost(need: small.need, candidates: all, singleLot: small.isSingleLot, curves: curves)
      guard let least = small.leastCost(Array(0..<offers)) else {
        #expect(cost == Cover.unreachable, "seed \(seed)")
        continue
      }
      let nodes = cover.nodes
      let bought = (0..<offers).map { cover.quantity(at: $0) }
      if nodes > 4_000 {
        cutOff += 1
        #expect(cost >= least, "seed \(seed)")
      } else {
        #expect(cost == least, "seed \(seed)")
      }
      var paid: Int64 = 0
      for offer in 0..<offers where bought[offer] > 0 {
        #expect(small.quantities(offer).contains(bought[offer]), "\(bought[offer]) of \(offer), seed \(seed)")
        paid += small.cost(bought[offer], offer)
      }
      #expect(paid == cost && bought.reduce(0, +) >= small.need, "seed \(seed)")
      if bought.count(where: { $0 > 0 }) > 1 { splits += 1 }
    }
    #expect(splits >= 60 && cutOff <= 12, "\(splits) splits, \(cutOff) cut off")
  }

  @Test func nothingIsBoughtForNoNeed() {
    var random = Generator(seed: 1, lane: 80)
    let curves = PresolvedInstance(SmallOffers(&random, offers: 2, most: 9).instance).curves
    var cover = Cover()
    let cost = cover.cost(need: 0, candidates: [0, 1], singleLot: false, curves: curves)
    let bought = [0, 1].map { cover.quantity(at: $0) }
    #expect(cost == 0 && bought == [0, 0])
  }
}
