import Base
import Electronics
import Market
import SourcingPlan
import Testing

@testable import Planning

@Suite struct PlanWriterTests {
  @Test func slotsOfOnePolicyAndPartShareALineWithAttrition() throws {
    var day = TestDay.plain([100])
    day.boards = 10
    day.attrition = .init(handling: "ic", minimum: 1, perMille: 200, source: "test")
    let line = try #require(try day.plan().lines.first)
    #expect(line.need == 12 && line.buys.map(\.quantity) == [12])
  }

  @Test func aBreakWithinTheStockIsNamedAsTheNext() throws {
    var day = TestDay.plain([100])
    day.goods[0].breaks = [(from: 50, fen: 90), (from: 500, fen: 80)]
    let buy = try #require(try day.plan().lines.first?.buys.first)
    #expect(buy.quantity == 1 && buy.breakFrom == 1)
    #expect(buy.nextBreak?.quantity == 50 && buy.nextBreak?.amount.description == "45.00")
  }

  @Test func walksStateTheirCashAndTheirVisits() throws {
    let plan = try TestDay.plain().plan()
    let walk = try #require(plan.walks.first)
    #expect(walk.cash.description == "6.00" && walk.visits.count == 3)
    #expect(Set(walk.visits.flatMap(\.lines)) == Set(plan.lines.map(\.id)))
  }

  @Test func buyersWhoStayAtHomeHaveNoWalk() throws {
    var day = TestDay.plain([100])
    day.buyers = 2
    #expect(try day.plan().walks.count == 1)
  }
}
