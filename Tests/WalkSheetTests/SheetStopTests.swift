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

  /// The small plan with its first visit ordered by mail.
  private static func mailed() throws -> PlanDocument {
    var plan = try SheetFixture.plan()
    let visit = plan.walks[0].visits.removeFirst()
    plan.deliveries = [
      PlanDelivery(
        stall: visit.stall, name: visit.name, agent: plan.walks[0].agent, arrive: visit.arrive, begin: visit.begin,
        depart: visit.depart, purchases: visit.purchases, charge: Amount(.zero), arrives: LocalDate("2026-12-06"),
        isSample: false)
    ]
    return plan
  }

  @Test("an order says when its parcel is there, a visit where it is")
  func parcel() throws {
    var plan = try Self.mailed()
    let stops = SheetStop.stops(of: plan.walks[0], in: plan)
    #expect(stops.map(\.arrives) == [LocalDate("2026-12-06"), nil])
    #expect(stops[0].placeOrParcel.english == "shipped, there on 2026-12-06")
    #expect(stops[0].placeOrParcel.chinese == "邮寄，2026-12-06 到货")
    #expect(stops[1].placeOrParcel == stops[1].place)
    // Plans of earlier versions do not say it.
    plan.deliveries[0].arrives = nil
    #expect(SheetStop.stops(of: plan.walks[0], in: plan)[0].placeOrParcel == Phrase.shipped.text)
  }

  @Test("sheets say when a parcel is there, and where a walk starts and ends", arguments: [Language.english, .chinese])
  func sheets(language: Language) throws {
    var plan = try Self.mailed()
    plan.map = nil
    plan.walks[0].from = "north"
    plan.walks[0].to = "south"
    let isEnglish = language == .english
    for format in [WalkSheet.Format.md, .html, .orders] {
      let text = try SheetFixture.text(format, of: plan, language)
      #expect(text.contains(isEnglish ? "shipped, there on 2026-12-06" : "邮寄，2026-12-06 到货"), "\(format.rawValue)")
    }
    let text = try SheetFixture.text(.md, of: plan, language)
    #expect(text.contains(isEnglish ? "Start: north · End: south" : "起点: north · 终点: south"))
    let page = try SheetFixture.text(.html, of: plan, language)
    #expect(page.contains(isEnglish ? "Start · <bdi>north</bdi>" : "起点 · <bdi>north</bdi>"))
    #expect(page.contains(isEnglish ? "End · <bdi>south</bdi>" : "终点 · <bdi>south</bdi>"))
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
