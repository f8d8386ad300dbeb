import Base
import Foundation
import Market
import Testing

@testable import SourcingPlan

/// What a plan's prices rest on, beside a plain count.
@Suite struct PlanFootingTests {
  private static let json = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "WalkSheetTests/Plan.json")

  private static func plan() throws -> PlanDocument { try PlanDocument(json: Data(contentsOf: json)) }

  private static let kinds: [(kind: PriceFooting, isSample: Bool, source: String?, basis: PriceBasis?)] = [
    (.seen, false, "visit", nil), (.seen, false, "me", .seen), (.seen, false, "receipt", .paid),
    (.quoted, false, "quote of li", .quoted), (.listed, false, "part list parts", .quoted), (.sample, true, nil, nil),
  ]

  @Test(arguments: 0..<200) func rowsEqualAPlainCount(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 9)
    var plan = try Self.plan()
    var lines: [PriceFooting: Int] = [:]
    var amounts: [PriceFooting: Int64] = [:]
    var days: [PriceFooting: [LocalDate]] = [:]
    let template = plan.lines[0]
    plan.lines = (0..<Int.random(in: 0...5, using: &random)).map { number in
      var line = template
      line.mpn = "P\(number)"
      var weakest = 0
      line.buys = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        var buy = template.buys[0]
        let one = Self.kinds.randomElement(using: &random)!
        let day = LocalDate(dayNumber: plan.date.dayNumber - Int.random(in: 0...400, using: &random))!
        (buy.isSample, buy.source, buy.seen) = (one.isSample, one.source, "\(day)")
        buy.price = one.basis.map { PriceOrigin(sheet: "s", basis: $0) }
        buy.amount = Amount(Money(microYuan: Int64.random(in: 1...10_000, using: &random) * 10_000))
        amounts[one.kind, default: 0] += buy.amount.money.microYuan
        if one.kind != .sample { days[one.kind, default: []].append(day) }
        weakest = max(weakest, PriceFooting.allCases.firstIndex(of: one.kind)!)
        return buy
      }
      lines[PriceFooting.allCases[weakest], default: 0] += 1
      return line
    }
    let footing = plan.footing
    #expect(footing?.rows.reduce(0) { $0 + $1.lines } ?? 0 == plan.lines.count)
    for kind in PriceFooting.allCases {
      let row = footing?.rows.first { $0.kind == kind }
      #expect(row?.lines ?? 0 == lines[kind, default: 0], "seed \(seed), \(kind)")
      #expect(row?.amount.money.microYuan ?? 0 == amounts[kind, default: 0], "seed \(seed), \(kind)")
      #expect(row?.oldest == days[kind]?.min(), "seed \(seed), \(kind)")
    }
    let oldest = days.values.joined().min()
    #expect(footing?.oldest?.seen == oldest)
    #expect(footing?.oldest?.days == oldest.map { plan.date.dayNumber - $0.dayNumber })
    plan.statesFooting = true
    #expect(try PlanDocument(json: plan.json()).footing == footing)
  }

  @Test func linesThatAreAskedForHaveNoPrice() throws {
    var plan = try Self.plan()
    plan.lines = []
    #expect(plan.footing == nil)
    plan.asked = [
      AskedLine(
        order: plan.orders[0].id, slots: ["U9"], mpn: "X", maker: nil, package: nil, value: nil, description: nil,
        name: nil, need: 3, reason: LocalizedText(english: "a", chinese: "b"))
    ]
    #expect(plan.footing?.rows.map(\.kind) == [PriceFooting.none] && plan.footing?.rows[0].lines == 1)
    #expect(plan.footing?.oldest == nil)
  }

  @Test func linesThatAreAskedForAtAnEstimateAreCountedWithIt() throws {
    let json = Self.json.deletingLastPathComponent().appending(path: "Plans/floors.json")
    var plan = try PlanDocument(json: Data(contentsOf: json))
    plan.statesFooting = true
    plan.lines = []
    let known = (plan.asked ?? []).compactMap { $0.estimate?.amount?.money.microYuan }
    let rows = try #require(plan.footing?.rows)
    #expect(!known.isEmpty && known.count < plan.asked!.count)
    #expect(rows.map(\.kind) == [.estimate, PriceFooting.none])
    #expect(rows.map(\.lines) == [known.count, plan.asked!.count - known.count])
    #expect(rows.map(\.amount.money.microYuan) == [known.reduce(0, +), 0])
  }

  @Test func aPlanThatStatesAnotherFootingIsRefused() throws {
    var plan = try Self.plan()
    plan.lines[0].buys[0].isSample = false
    #expect(
      !String(decoding: try plan.json(), as: UTF8.self).contains("\"footing\""),
      "an earlier version's plan keeps its digest")
    plan.statesFooting = true
    let text = String(decoding: try plan.json(), as: UTF8.self)
    #expect(text.contains("\"footing\""))
    let wrong = text.replacing("\"kind\" : \"seen\"", with: "\"kind\" : \"quoted\"")
    #expect(wrong != text)
    #expect(throws: PlanDocument.ReadingError.self) { try PlanDocument(json: Data(wrong.utf8)) }
  }
}
