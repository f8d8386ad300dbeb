import Base
import BoardSpec
import Market
import SourcingPlan
import Testing

@testable import Planning

@Suite("Plans under rules on date codes")
struct DateCodePlanTests {
  private static let codes: [String?] = [nil, "23+", "2024", "2338", "2452", "2510", "2548", "2601/2450", "2749"]
  /// On 2026-12-04, week 49: those of `codes` that are known, with their oldest week.
  private static let weeks = [3: 2338, 4: 2452, 5: 2510, 6: 2548, 7: 2450]

  /// A random day of few offers, and the same day without the offers that its rules refuse and without the rules.
  private func days(_ seed: Int) -> (ruled: TestDay, plain: TestDay) {
    var random = SplitMix64(seed: UInt64(seed) + 400)
    var ruled = TestDay.plain(Array(repeating: 100, count: Int.random(in: 1...3, using: &random)))
    ruled.stalls = 3
    ruled.isImported = Bool.random(using: &random)
    var plain = ruled
    for index in ruled.goods.indices {
      let years = [nil, 1, 2].randomElement(using: &random)!
      ruled.goods[index].offers = [:]
      plain.goods[index].offers = [:]
      ruled.goods[index].dateCodeYears = years
      for stall in 0..<3 where Int.random(in: 0..<4, using: &random) > 0 {
        let place = Int.random(in: 0..<Self.codes.count, using: &random)
        let terms = (fen: Int64.random(in: 50...400, using: &random), stock: 100)
        ruled.goods[index].offers[stall] = terms
        ruled.goods[index].dateCodes[stall] = Self.codes[place]
        let isKept = years.map { Self.weeks[place].map { $0 } ?? 0 >= 2649 - 100 * $0 } ?? true
        if isKept { plain.goods[index].offers[stall] = terms }
      }
    }
    return (ruled, plain)
  }

  @Test("what may be bought is what the offers that keep to the rules alone are", arguments: 0..<300)
  func oracle(seed: Int) throws {
    let (ruled, plain) = days(seed)
    let (run, expected) = (try ruled.variant().run, try plain.variant().run)
    #expect(run.model.offers.map(\.id) == expected.model.offers.map(\.id), "seed \(seed)")
    #expect(run.model.unsourced.keys.sorted() == expected.model.unsourced.keys.sorted(), "seed \(seed)")
    #expect(run.problem.order.asked == expected.problem.order.asked, "seed \(seed)")
  }

  @Test("a plan is that of the offers that keep to the rules alone", arguments: 0..<4)
  func plans(seed: Int) throws {
    let (ruled, plain) = days(seed)
    let (plan, expected) = (try ruled.plan(), try plain.plan())
    #expect(plan.status == expected.status && plan.cost.total == expected.cost.total, "seed \(seed)")
    #expect(plan.lines.map { $0.buys.map(\.stall) } == expected.lines.map { $0.buys.map(\.stall) }, "seed \(seed)")
    #expect((plan.bom ?? []).map(\.state) == (expected.bom ?? []).map(\.state), "seed \(seed)")
    #expect(plan.lines.map { $0.fallback?.stall } == expected.lines.map { $0.fallback?.stall }, "seed \(seed)")
  }

  @Test("the plan states the rule and what the seller says; a conflict counts what is unknown and what is old")
  func words() throws {
    var day = TestDay.plain([100])
    day.stalls = 2
    day.goods[0].offers = [0: (fen: 100, stock: 10), 1: (fen: 300, stock: 10)]
    day.goods[0].dateCodes = [0: "23+", 1: "2510"]
    day.goods[0].dateCodeYears = 2
    let line = try #require(try day.plan().lines.first)
    #expect(line.dateCodeRule?.oldest == "2449" && line.dateCodeRule?.years == 2)
    #expect(line.buys.map(\.dateCode) == ["2510"] && line.fallback == nil)
    day.goods[0].dateCodes[1] = "2338"
    let reason = try day.plan().conflict.first?.reason
    #expect(
      reason?.english
        == "no offer can be used: 1 whose date code is not known, 1 with a date code older than the rule")
    #expect(reason?.chinese == "所有报价都不可用：1 个批号不明，1 个批号太旧")
    day.isImported = true
    let asked = try #require(try day.plan().asked?.first)
    #expect(asked.dateCodeRule?.oldest == "2449")
    #expect(asked.text.english == "U1: P0 (M) X × 1, date code 2449 or later, no offer in M states such a date code")
  }
}
