import Base
import Testing

@testable import Optimizer

@Suite struct OfferCurvesTests {
  @Test func everyOfferIsPricedAsItsTermsSay() {
    for seed in 1...500 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 79)
      let small = SmallOffers(&random, offers: 3, most: 12)
      let curves = PresolvedInstance(small.instance).curves
      for offer in 0..<3 {
        let quantities = small.quantities(offer)
        #expect(curves.isUsable(offer) == !quantities.isEmpty, "offer \(offer), seed \(seed)")
        #expect(curves.most(offer) == quantities.last ?? 0, "offer \(offer), seed \(seed)")
        for need in 1...14 {
          let covers = quantities.filter { $0 >= need }
          let found = curves.cheapest(offer, atLeast: need)
          #expect(found?.cost == covers.map { small.cost($0, offer) }.min(), "\(need) of \(offer), seed \(seed)")
          if let found { #expect(covers.contains(found.quantity) && small.cost(found.quantity, offer) == found.cost) }
          let risk = small.instance.offers[offer].riskPerUnit
          let least = quantities.filter { $0 < need }.map { small.unitPrice($0, offer) + risk }.min()
          #expect(curves.leastUnit(offer, below: need) == least, "below \(need) of \(offer), seed \(seed)")
        }
      }
    }
  }
}
