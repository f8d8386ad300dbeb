import Base
import Foundation
import Market
import Phrases
import SourcingPlan
import TestSupport
import Testing

@testable import TerminalText

@Suite("Reports of differences")
struct ReportTests {
  /// A plan of the bundled market, and the same after a customer's wish and a stall without goods.
  private static func plans() throws -> (PlanDocument, PlanDocument) {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    func read(_ name: String) throws -> PlanDocument {
      try PlanDocument(json: Data(contentsOf: tests.appending(path: "WalkSheetTests/Plans/\(name).json")))
    }
    var plan = try read("usb-charger")
    plan.deliveries = try read("power-bank-by-mail").deliveries
    var other = plan
    other.orders[0].count += 3
    other.date = try #require(plan.date.adding(days: 1))
    other.lines[0].buys[0].stall = "OTHER-1F-001"
    other.lines[0].buys[0].amount = Amount(plan.lines[0].buys[0].amount.money + .fen)
    other.cost[.goods] = Amount((plan.cost[.goods]?.money ?? .zero) + .fen)
    other.cost.total = Amount(plan.cost.total.money + .fen)
    let gone = other.lines.remove(at: 1)
    other.onHand = [HandLine(order: gone.order, slots: gone.slots, item: 0, name: "10k 0402", pieces: 5, need: nil)]
    let line = other.lines.remove(at: 1)
    other.asked = [
      AskedLine(
        order: line.order, slots: line.slots, mpn: line.mpn, maker: nil, package: "SOT-23", value: nil,
        description: nil,
        name: nil, need: line.need, reason: plan.title)
    ]
    var visits = plan.walks[0].visits
    visits.append(visits.remove(at: 1))
    (visits[visits.count - 1].begin, visits[visits.count - 1].depart) = (plan.walks[0].finish, plan.walks[0].finish)
    visits[3].stall = "OTHER-1F-001"
    other.walks[0].visits = visits
    other.walks[0].finish = try #require(plan.walks[0].finish.adding(seconds: 125))
    other.schedule[0].place = "other-house"
    other.deliveries[0].arrives = other.date.adding(days: 9)
    other.status = .optimal
    other.inputs.finish = 17 * 3600
    return (plan, other)
  }

  @Test("are as recorded, on terminals and as Markdown, in each language", arguments: Language.allCases)
  func recorded(language: Language) throws {
    let (plan, other) = try Self.plans()
    let report = PlanDifference(from: plan, to: other).report(from: "a.json", to: "b.json", language)
    for width in [60, 100] {
      try expectSnapshot(
        report.text(width: width, usesColor: false), named: "difference.\(width).\(language.rawValue).txt")
    }
    try expectSnapshot(report.markdown(), named: "difference.\(language.rawValue).md")
    let same = PlanDifference(from: plan, to: plan).report(from: "a.json", to: "a.json", language)
    #expect(same.sections.count == 1)
    #expect(same.text(width: 80, usesColor: false) == "a.json → a.json\n\n  \(DifferencePhrase.same(language))\n")
  }

  @Test("no line is wider than the page, and colour changes no text", arguments: Language.allCases)
  func width(language: Language) throws {
    let (plan, other) = try Self.plans()
    let report = PlanDifference(from: plan, to: other).report(from: "a.json", to: "b.json", language)
    for width in [60, 72, 90, 120] {
      let text = report.text(width: width, usesColor: false)
      for line in text.split(separator: "\n") { #expect(String(line).cellWidth <= width, "\(line)") }
      let coloured = report.text(width: width, usesColor: true)
      #expect(coloured.contains("\u{1B}[31m") && coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text)
    }
  }

  @Test("what comes from outside is nothing that a terminal obeys, nor Markdown")
  func hostile() throws {
    let (plan, other) = try Self.plans()
    var evil = other
    evil.lines[0].mpn = "\u{1B}[31m| <b>\n"
    let report = PlanDifference(from: plan, to: evil).report(from: "a.json", to: "b.json", .english)
    #expect(!report.text(width: 100, usesColor: false).contains("\u{1B}"))
    #expect(report.markdown().contains("\\| \\<b\\>"))
  }
}
