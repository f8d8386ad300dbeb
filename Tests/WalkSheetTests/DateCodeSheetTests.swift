import Base
import Market
import Phrases
import SourcingPlan
import Testing

@testable import WalkSheet

/// What sheets say of the age of goods: what is asked for, and what the seller said.
@Suite struct DateCodeSheetTests {
  static func plan() throws -> PlanDocument {
    var plan = try SheetFixture.plan()
    plan.lines[0].dateCodeRule = PlanDateCodeRule(DateCodeRule(years: 2), on: plan.date)
    plan.lines[0].buys[0].dateCode = "2501"
    plan.lines[0].fallback?.dateCode = "2449/2510"
    plan.lines[1].buys[0].dateCode = "23+"
    plan.lines[2].buys[0].isSample = false
    plan.lines[2].buys[0].source = "me"
    plan.answer = PlanAnswer(
      mpn: "ADS1115", maker: "TI", worth: Amount(Money(microYuan: 52_000_000)), seller: .init(id: "li", name: "李老板"),
      floor: .init(building: "A", buildingName: LocalizedText(english: "Building A", chinese: "A座"), floor: 2))
    plan.asked = [
      AskedLine(
        order: plan.orders[0].id, slots: ["U9"], mpn: "ADS1115", maker: "TI", package: "VSSOP-10", value: nil,
        description: nil, name: nil, need: 12, reason: LocalizedText(english: "nobody has it", chinese: "没有报价"),
        dateCodeRule: PlanDateCodeRule(DateCodeRule(years: 1), on: plan.date))
    ]
    return plan
  }

  @Test(arguments: [WalkSheet.Format.md, .csv, .html, .orders, .json]) func eachFormatSaysIt(_ format: WalkSheet.Format)
    throws
  {
    #expect(try snapshotDifference(SheetFixture.text(format, of: Self.plan()), "date-codes.\(format)") == nil)
  }

  @Test func theCardAsksForTheOldestWeekThatIsTaken() throws {
    let plan = try Self.plan()
    let sheet = WalkSheet(plan, language: .both, phrases: SheetFixture.phrases, made: 0)
    let cards = plan.lines.map { sheet.card(for: $0, quantity: 1, condition: .original).map(\.text) }
    #expect(cards[0].contains(LocalizedText(english: "date code 2449 or later", chinese: "批号要 2449 及以后")))
    #expect(!cards[1].contains { $0.chinese.contains("批号") })
  }
}
