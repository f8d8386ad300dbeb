import Testing

@testable import Optimizer

/// The places of a relaxation for orders that are charged in one way or the other.
@Suite struct OrderPlacesTests {
  @Test func aShareIsRoundedDown() {
    let share = OrderPlaces.Share(eighths: 3)
    #expect([0, 1, 8, 9].map { share.of(Int64($0)) } == [0, 0, 3, 3])
    #expect(share.of(Int64(-1)) == -1 && share.of(Int64(-8)) == -3)
    #expect(OrderPlaces.Share.whole.of(Int64(-7)) == -7 && OrderPlaces.Share(eighths: 0).of(Int64(9)) == 0)
  }

  @Test func withoutTermsEveryMarketHasItsOwnPlace() {
    let day = MixedDay(seed: 1).instance
    let places = OrderPlaces(day)
    for market in 0..<day.marketCount {
      let own = places.places(ofMarket: market)
      #expect(own.count == 1 && own[0].place == Int32(market + 1) && own[0].share == .whole)
      #expect(places.market(market + 1) == market)
    }
  }

  /// Whatever an order comes to, some place of its market charges no more than the order pays.
  @Test func noOrderPaysLessThanAPlaceOfItsMarket() {
    var shared = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let day = MixedDay(seed: seed).instance
      let prices = UnitPrices(day)
      let places = OrderPlaces(day, prices, DemandColumns(day, prices))
      #expect(places.free == day.freePlaces && places.charge.count == 1 + day.marketCount + places.free.count)
      var random = Generator(seed: seed, lane: 5)
      for market in 0..<day.marketCount {
        let own = places.places(ofMarket: market)
        #expect(own.count == (day.mayDeliverFree(market) && day.hasOrderTerms ? 2 : 1), "seed \(seed)")
        for entry in own { #expect(day.market(ofPlace: entry.place) == Int32(market), "seed \(seed)") }
        if own.contains(where: { $0.share != .whole }) { shared += 1 }
        for _ in 0..<50 {
          let goods = day.orderTerms[market].minimum + Int64(random.below(300))
          let cost = goods + Int64(random.below(20))
          let paid = prices.units(day.deliveryCharge(at: market, goods: goods)) + prices.units(cost)
          let least = own.map { places.charge[Int($0.place)] + $0.share.of(prices.units(cost)) }.min() ?? .max
          #expect(least <= paid, "seed \(seed), market \(market), goods \(goods), cost \(cost)")
        }
      }
    }
    #expect(shared > 20)
  }
}
