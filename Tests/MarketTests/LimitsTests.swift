import Base
import Electronics
import Market
import TestSupport
import Testing

@Suite struct LimitsTests {
  /// The sums that `Limits` speaks of, in numbers that cannot overflow.
  @Test func sumsOfADayFitTwiceInto64Bits() {
    let time = Int128(Limits.hourlyRate.upperBound.microYuan) * 86_400 * 9
    let deliveries = Int128(Limits.shipping.upperBound.microYuan) * 1_000_000
    let charges = Int128(Limits.oneTimeCost.upperBound.microYuan) * 16
    let total = Int128(Limits.dayTotal.upperBound.microYuan) + time + deliveries + charges
    #expect(2 * total < Int128(Int64.max))
    #expect(Int128(Limits.shipment) * Int128(Limits.slots.upperBound) < Int128(Int64.max))
    #expect(Limits.pieces.upperBound * 2 <= Int(Int32.max))
    let side = Int128(Limits.sideNanometres.upperBound)
    #expect(side * side < Int128(Int64.max))
  }

  @Test func usableStockNeverCostsOrWeighsMoreThanAPurchaseMay() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let stock = Int.random(in: Limits.stock, using: &random)
      let cost = Int64.random(in: 0...Limits.unitPrice.upperBound.microYuan * 3, using: &random)
      let mass = Int64.random(in: Limits.mass, using: &random)
      let usable = Limits.usableStock(stock, cost: Money(microYuan: cost), milligrams: mass)
      #expect((0...stock).contains(usable))
      #expect(Int128(usable) * Int128(cost) <= Int128(Limits.purchase.upperBound.microYuan))
      #expect(Int128(usable) * Int128(mass) <= Int128(Limits.shipment))
    }
    #expect(Limits.usableStock(5_000, cost: Money(yuan: 100), milligrams: 80) == 5_000)
  }

  private func offer(
    _ breaks: [(Int, Int64)], minimum: Int = 1, multiple: Int = 1, stock: Int = 10, runner: Int = 0
  ) -> Offer {
    Offer(
      id: "o", stall: "s", part: PartID(maker: "M", mpn: "P"), condition: .original,
      breaks: breaks.map { PriceBreak(from: $0.0, unitPrice: Money(yuan: $0.1)) }, minimum: minimum, multiple: multiple,
      stock: stock, taxIncluded: false, runnerMinutes: runner, seen: "2026-11-20", source: "me")
  }

  @Test func anOfferBeyondTheLimitsSaysWhy() {
    #expect(offer([(1, 1_000_000), (1_000_000_000, 0)]).excess == nil)
    #expect(offer([(1, 1)], minimum: 1_000_000_000, multiple: 1_000_000_000, stock: 1_000_000_000).excess == nil)
    #expect(offer([(1, 1_000_001)]).excess == "the price 1000001.00 is not from 0.00 to 1000000.00 CNY")
    #expect(offer([(1, 2)], minimum: 1_000_000_000).excess?.contains("1000000000 pieces at 2.00 CNY") == true)
    #expect(offer([(1, 2), (600_000_000, 2)]).excess?.contains("600000000 pieces") == true)
    #expect(offer([(1, 1)], minimum: 0).excess == "the least quantity 0 is not from 1 to 1000000000")
    #expect(offer([(1, 1)], multiple: 1_000_000_001).excess?.contains("multiple") == true)
    #expect(offer([(1, 1)], stock: -1).excess == "the stock -1 is not from 0 to 1000000000")
    #expect(offer([(1, 1)], runner: 1_441).excess?.contains("runner") == true)
    #expect(offer([(1, 2), (1, 1)]).excess == "the break at 1 does not rise")
  }

  @Test func sumsOfMoneyStopAtTheEndsAndAreExactBetweenThem() {
    let (most, least) = (Money(microYuan: .max), Money(microYuan: .min))
    #expect(
      most + Money.fen == most && least - Money.fen == least && most - most == .zero && Money.zero - least == most)
    #expect(most.roundedToFen.microYuan == Int64.max && least.roundedToFen.microYuan == Int64.min)
    #expect(Money(yuan: 9_000_000).times(2_000_000) == most)
    for (amount, rounded) in [(0, 0), (4_999, 0), (5_000, 10_000), (-5_000, 0), (-5_001, -10_000), (14_999, 10_000)] {
      #expect(Money(microYuan: Int64(amount)).roundedToFen.microYuan == Int64(rounded), "\(amount)")
    }
    #expect(Money(microYuan: 3) + Money(microYuan: -5) == Money(microYuan: -2))
  }

  @Test func rangesAreWrittenInTheUnitOfTheInput() {
    #expect(Limits.shipping.words == "from 0.00 to 100000.00 CNY")
    #expect(Limits.boards.words == "from 1 to 1000000")
    #expect(Limits.riskPerMille.words(digits: 3) == "from 0 to 100")
    #expect(Limits.streetCentimetres.words(digits: 2) == "from -1000000 to 1000000")
  }
}
