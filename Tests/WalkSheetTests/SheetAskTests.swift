import Base
import Foundation
import Market
import Phrases
import SourcingPlan
import Testing

@testable import WalkSheet

@Suite("What sheets say of lines that are asked for on a floor")
struct SheetAskTests {
  private func plan() throws -> PlanDocument { try SheetFixture.plan(of: "floors") }

  private func stop(of plan: PlanDocument) throws -> SheetStop {
    try #require(plan.walks.flatMap { SheetStop.stops(of: $0, in: plan) }.first { !$0.asks.isEmpty })
  }

  @Test("a stop has a card for each, with what to expect and what next")
  func cards() throws {
    let plan = try plan()
    let asks = try stop(of: plan).asks
    #expect(asks.map(\.key) == ["ask/floors/U1", "ask/floors/U2", "ask/floors/J1"])
    #expect(
      asks[0].how.english.contains("55 % likely there") && asks[0].how.english.contains("pay at most ¥27.44 each"))
    #expect(asks[0].how.chinese.contains("约 55% 有货") && asks[0].how.chinese.contains("单价最多 ¥27.44"))
    #expect(asks[0].otherwise.english.contains("order 11 from LCSC"))
    #expect(asks[1].how.english.contains("no price known") && asks[1].otherwise.chinese.hasPrefix("都没有：到"))
    let sheet = WalkSheet(plan, language: .both, phrases: SheetFixture.phrases, made: 0)
    #expect(sheet.sentence(for: asks[0]).hasPrefix("ADS1115IDGSR") && sheet.sentence(for: asks[0]).contains("要 11 个"))
  }

  @Test("every format names them at their stop, and leaves room for answers", arguments: Language.allCases)
  func room(_ language: Language) throws {
    let plan = try plan()
    let html = try SheetFixture.text(.html, of: plan, language)
    #expect(html.split(separator: "data-ask=").count == 4 && html.contains("template class=\"asked\""))
    let table = try SheetFixture.text(.csv, of: plan, language)
    #expect(table.contains("answer_price,answer_counter,answer_condition,answer_date_code"))
    #expect(table.split(separator: "floor:SEG/1,").count == 4)
    #expect(try SheetFixture.text(.md, of: plan, language).contains("XR2206CP"))
    let orders = try SheetFixture.text(.orders, of: plan, language)
    #expect(orders.contains("floor-SEG-1.csv") && orders.contains("ADS1115IDGSR"))
    // What is expected is nothing for the seller's eyes.
    #expect(!orders.split(separator: "floor-SEG-1.csv").last!.contains("26.128"))
  }

  @Test("a page without such lines has no fields for them")
  func none() throws {
    let html = try SheetFixture.text(.html, of: SheetFixture.plan())
    #expect(!html.contains("template class=\"asked\"") && !html.contains("<li class=\"deal ask\""))
  }

  @Test("a line that no way pays for is told with what to do about it")
  func notWorth() throws {
    var plan = try plan()
    for walk in plan.walks.indices { plan.walks[walk].visits.removeAll { $0.asks != nil } }
    for line in plan.asked!.indices { plan.asked![line].estimate?.place = nil }
    let text = try SheetFixture.text(.md, of: plan, .english)
    #expect(text.contains("no way to a floor pays for it; ask by message") && text.contains("order 11 from LCSC"))
  }

  @Test("what a bill says is text", arguments: [WalkSheet.Format.html, .md, .csv])
  func hostile(_ format: WalkSheet.Format) throws {
    var plan = try plan()
    let evil = "<img src=x onerror=alert(1)>\u{202E}=cmd|1"
    plan.asked![0].mpn = evil
    plan.asked![0].maker = evil
    plan.asked![0].package = evil
    plan.asked![0].estimate!.listSource = evil
    plan.asked![0].estimate!.alternates = [evil]
    let text = try SheetFixture.text(format, of: plan)
    #expect(format == .csv || !text.replacing("\\<", with: "").contains("<img"))
    #expect(format != .csv || !text.contains(",=cmd"))
  }

  @Test("the plan is read back as it was written")
  func json() throws {
    let plan = try plan()
    #expect(try PlanDocument(json: plan.json()) == plan && plan.estimates.count == 3)
  }
}
