import Base
import Market
import Phrases
import SourcingPlan
import Testing

@testable import WalkSheet

@Suite("What a stop shows of a purchase")
struct SheetStopTests {
  private func deal(_ change: (inout PlanLine) -> Void) throws -> SheetPurchase {
    var plan = try SheetFixture.plan()
    change(&plan.lines[0])
    let stops = SheetStop.stops(of: plan.walks[0], in: plan)
    return try #require(stops[0].deals.first)
  }

  @Test("the price to walk away from is where the fallback costs the same")
  func walkAway() throws {
    // 22 pieces for 8.16 yuan, 0.23 yuan more elsewhere: (8.16 + 0.23) / 22 = 0.38136…
    #expect(try deal { _ in }.walkAway.map { "\($0)" } == "0.3813")
    #expect(try deal { $0.fallback = nil }.walkAway == nil)
    #expect(try deal { $0.fallback?.extraCost = Amount(Money(microYuan: -9_000_000)) }.walkAway == nil)
    #expect(
      try deal { line in
        line.buys[0].quantity = 2
        line.buys[0].amount = Amount(Money(microYuan: 100_010_000))
      }.walkAway.map { "\($0)" } == "50.12")
  }

  @Test("a break is hinted at where more pieces cost less, or little")
  func hints() throws {
    func hint(_ quantity: Int, _ amount: Int64) throws -> [String] {
      try deal {
        $0.buys[0].nextBreak = NextBreak(
          quantity: quantity, unitPrice: Amount(.zero), amount: Amount(Money(microYuan: amount)))
      }.hints.map(\.text.english)
    }
    #expect(try hint(30, 8_000_000) == ["8 more cost ¥0.16 less"])
    #expect(try hint(30, 9_000_000) == ["8 more cost only ¥0.84"])
    #expect(try hint(30, 11_000_000) == [])
    #expect(
      try deal {
        $0.need = 20
        $0.buys[0].breakFrom = 22
      }.hints.map(\.text.chinese) == ["只需 20 个，买这些并不更贵"])
  }
}
