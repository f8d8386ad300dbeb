import Base
import Market
import SourcingPlan
import Testing

@testable import Planning

/// Where a line's goods are bought when its own stall has none. The verifier, by code of its own, looks for a better one.
@Suite struct FallbacksTests {
  private var day: TestDay {
    var day = TestDay.plain()
    day.goods = [.init(reference: "U1", offers: [0: (fen: 100, stock: 10), 1: (fen: 150, stock: 10)])]
    return day
  }

  @Test func theNextBestStallIsNamed() throws {
    let line = try #require(try day.plan().lines.first)
    #expect(line.buys.map(\.stall) == ["S0"])
    let fallback = try #require(line.fallback)
    #expect(fallback.stall == "S1" && fallback.detourAfter == 0)
    // Half a yuan of goods, 90 s at the counter and 20 m more, at a fen a second.
    #expect(fallback.extraCost.description == "1.60" && fallback.extraMinutes == 2)
  }

  @Test func aLineThatOneStallSellsHasNone() throws {
    #expect(try TestDay.plain().plan().lines.allSatisfy { $0.fallback == nil })
  }

  @Test func stockThatAnotherLineTakesIsNotCountedOn() throws {
    var day = day
    day.goods[0].offers[1] = (fen: 150, stock: 0)
    #expect(try day.plan().lines.first?.fallback == nil)
  }

  @Test func whatAShopShipsIsNotCarried() throws {
    var day = day
    day.goods[0].milligrams = 1_000_000
    day.goods[0].offers[1] = (fen: 100, stock: 10)
    day.goods[0].offers[0] = (fen: 90, stock: 10)
    day.load = 1_000_000
    day.shipping = [1: Money(microYuan: 5_000_000)]
    let fallback = try #require(try day.plan().lines.first?.fallback)
    #expect(fallback.stall == "S1")
  }
}
