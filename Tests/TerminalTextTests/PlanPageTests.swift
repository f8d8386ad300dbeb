import Base
import Foundation
import Market
import Phrases
import SourcingPlan
import TestSupport
import Testing

@testable import TerminalText

@Suite("The printed plan")
struct PlanPageTests {
  /// Plans made of the bundled market's sample stalls and offers, kept beside the walk sheet's tests.
  private static func plan(_ name: String) throws -> PlanDocument {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try PlanDocument(json: Data(contentsOf: tests.appending(path: "WalkSheetTests/\(name).json")))
  }

  @Test("is as recorded, narrow and wide, in each language", arguments: [60, 100], Language.allCases)
  func recorded(width: Int, language: Language) throws {
    let text = PlanPage(try Self.plan("Plans/usb-charger"), language: language, width: width, usesColor: false).text()
    try expectSnapshot(text, named: "usb-charger.\(width).\(language.rawValue).txt")
  }

  @Test("date codes are told, asked for and said", arguments: [60, 100])
  func dateCodes(width: Int) throws {
    var plan = try Self.plan("Plan")
    plan.lines[0].dateCodeRule = PlanDateCodeRule(DateCodeRule(years: 2), on: plan.date)
    plan.lines[0].buys[0].dateCode = "2501"
    plan.lines[1].buys[0].dateCode = "23+"
    plan.lines[2].dateCodeRule = plan.lines[0].dateCodeRule
    plan.lines[2].buys[0].isSample = false
    plan.answer = PlanAnswer(
      mpn: "TP4056", maker: "TOPPOWER", worth: Amount(Money(microYuan: 1_220_000)), seller: nil,
      floor: .init(building: "A", buildingName: LocalizedText(english: "Building A", chinese: "A座"), floor: 2))
    let text = PlanPage(plan, language: .both, width: width, usesColor: false).text()
    try expectSnapshot(text, named: "date-codes.\(width).both.txt")
  }

  @Test("no line is wider than the page", arguments: [60, 72, 90, 120], Language.allCases)
  func width(width: Int, language: Language) throws {
    for name in ["Plan", "Plans/usb-charger", "Plans/esp32-sensor", "Plans/feature-phone"] {
      for usesColor in [false, true] {
        let page = PlanPage(try Self.plan(name), language: language, width: width, usesColor: usesColor).text()
        for line in page.split(separator: "\n") { #expect(String(line).cellWidth <= width, "\(name): \(line)") }
      }
    }
  }

  @Test("colours come with a legend, and nothing of them without a terminal")
  func colours() throws {
    let plan = try Self.plan("Plans/usb-charger")
    let plain = PlanPage(plan, language: .english, width: 80, usesColor: false).text()
    let coloured = PlanPage(plan, language: .english, width: 80, usesColor: true).text()
    #expect(!plain.contains("\u{1B}") && !plain.contains("Colours:"))
    #expect(coloured.contains("Colours:") && coloured.contains("\u{1B}[32moriginal or unused goods\u{1B}[0m"))
    let stripped = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(stripped.hasPrefix(plain), "colour changes no text")
  }

  @Test(
    "counts the lines' states at the top, and lists what is asked for and at hand", arguments: [60, 100],
    Language.allCases)
  func states(width: Int, language: Language) throws {
    var plan = try Self.plan("Plans/usb-charger")
    let order = plan.orders[0].id
    plan.asked = [
      AskedLine(
        order: order, slots: ["U7", "U8"], mpn: "ADS1115IDGSR", maker: "Texas Instruments", package: "VSSOP-10",
        value: nil, description: nil, name: nil, need: 42,
        reason: LocalizedText(english: "nobody's price for it is known in Huaqiangbei", chinese: "华强北没有已知报价"))
    ]
    plan.onHand = [HandLine(order: order, slots: ["Y1"], item: 0, name: "12 MHz 3225", pieces: 20, need: 20)]
    let states = [LineState](repeating: .bought, count: 17) + [.askedFor, .onHand, .leftOut]
    plan.bom = states.enumerated().map { BillLine(order: order, slots: ["X\($0)"], row: nil, says: nil, state: $1) }
    let text = PlanPage(plan, language: language, width: width, usesColor: false).text()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix(14).joined(separator: "\n")
    let rest = lines.drop { $0 != PlanPhrase.askedFor(language) }.prefix {
      !$0.hasPrefix(PlanPhrase.schedule(language))
    }
    try expectSnapshot(
      head + "\n…\n" + rest.joined(separator: "\n") + "\n", named: "states.\(width).\(language.rawValue).txt")
  }

  /// A plan of a board with a choice of three ways, one of which has no plan.
  private static func chosen() throws -> PlanDocument {
    var plan = try Self.plan("Plans/usb-charger")
    func filling(_ name: LocalizedText?) -> [PlanFilling] {
      [PlanFilling(group: "core", design: name.map { _ in "one-chip" }, name: name)]
    }
    let chip = LocalizedText(english: "One-chip design", chinese: "单芯片公版")
    plan.fillings = filling(chip)
    plan.oneTimeCosts = [
      PlanOneTimeCost(
        amount: Amount("150.00")!, purpose: LocalizedText(english: "adaptation", chinese: "适配"), isAssumed: true,
        source: "assumed")
    ]
    plan.cost[.oneTime] = Amount("150.00")
    plan.cost.total.money = plan.cost.total.money + Amount("150.00")!.money
    var discrete = plan.cost
    discrete[.oneTime] = nil
    discrete[.goods] = discrete[.goods].map { Amount($0.money + Amount("163.20")!.money) }
    discrete.total.money = discrete.total.money + Amount("13.20")!.money
    plan.ways = [
      PlanVariant(fillings: filling(nil), cost: discrete, bound: plan.bound, minutes: 190, stalls: 21),
      PlanVariant(fillings: filling(chip), cost: plan.cost, bound: plan.bound, minutes: 170, stalls: 18),
      PlanVariant(
        fillings: filling(LocalizedText(english: "Other design", chinese: "另一公版")),
        reason: LocalizedText(english: "U1: nobody sells it", chinese: "U1：没有人卖")),
    ]
    return plan
  }

  @Test("shows the variants of a board, and sets them side by side when asked", arguments: [60, 100], [false, true])
  func variants(width: Int, explains: Bool) throws {
    let page = PlanPage(
      try Self.chosen(), language: width == 60 ? .chinese : .english, width: width, usesColor: false,
      explainsVariants: explains
    ).text()
    let money = page.components(separatedBy: "\n").prefix(36).joined(separator: "\n") + "\n"
    try expectSnapshot(money, named: "variants.\(width).\(explains ? "explained" : "brief").txt")
    #expect(page.split(separator: "\n").allSatisfy { String($0).cellWidth <= width })
  }

  @Test("names what the BOM asks for and the plan does not buy, ahead of the money", arguments: Language.allCases)
  func missing(language: Language) throws {
    var plan = try Self.plan("Plan")
    let reason = LocalizedText(english: "no part of the catalog matches it", chinese: "物料库中没有匹配的物料")
    plan.missing = [
      MissingLine(order: "charger", slots: ["U7", "U8"], row: "B9", says: "ADS1115", grade: "none", reason: reason)
    ]
    plan.bomLines = 6
    let page = PlanPage(plan, language: language, width: 100, usesColor: false).text()
    // Where a text wraps does not matter here.
    let words = page.filter { !$0.isWhitespace }
    let name = try #require(page.firstRange(of: "U7, U8"))
    let money = try #require(page.firstRange(of: language == .chinese ? "货款" : "goods"))
    #expect(name.lowerBound < money.lowerBound)
    if language != .chinese { #expect(words.contains("Notcomplete:1of6linesoftheBOMisnotinthisplan.")) }
    if language != .english { #expect(words.contains("未齐套：料单6行中有1行不在本方案内。")) }
  }

  @Test("says where each buyer starts and ends, and when parcels are there", arguments: [Language.english, .chinese])
  func endsAndParcels(language: Language) throws {
    var plan = try Self.plan("Plan")
    let visit = plan.walks[0].visits.removeFirst()
    plan.map = nil
    plan.deliveries = [
      PlanDelivery(
        stall: visit.stall, name: visit.name, agent: plan.walks[0].agent, arrive: visit.arrive, begin: visit.begin,
        depart: visit.depart, purchases: visit.purchases, charge: Amount(.zero), arrives: LocalDate("2026-12-06"),
        isSample: false)
    ]
    plan.walks[0].from = "north"
    plan.walks[0].to = "south"
    func page() -> String { PlanPage(plan, language: language, width: 100, usesColor: false).text() }
    let isEnglish = language == .english
    #expect(page().contains(isEnglish ? "  from north to south\n" : "  起点：north，终点：south\n"))
    #expect(page().contains(isEnglish ? "the parcel is there on 2026-12-06" : "包裹 2026-12-06 到货"))
    plan.walks[0].to = "north"
    #expect(page().contains(isEnglish ? "  starts and ends at north\n" : "  起讫点：north\n"))
  }

  @Test(
    "a terminal obeys nothing of a plan",
    arguments: [
      "\u{1B}[2J", "\u{1B}]0;title\u{7}", "a\r\nb\tc", "\u{202E}gnp", "\u{2066}x\u{2069}", "\u{9B}31m", "<script>",
      "=1+1", "😀",
      String(repeating: "长", count: 200),
    ])
  func hostile(text: String) throws {
    var plan = try Self.plan("Plan")
    let title = LocalizedText(english: text, chinese: text)
    plan.title = title
    plan.lines[0].mpn = text
    plan.lines[0].slots = [text]
    plan.lines[0].name = title
    plan.lines[0].buys[0].stall = PlaceID(text)
    plan.walks[0].agent = AgentID(text)
    plan.walks[0].from = text
    plan.walks[0].to = text
    plan.walks[0].visits[0].stall = PlaceID(text)
    plan.walks[0].visits[0].name = title
    plan.walks[0].visits[0].place?.counter = text
    plan.walks[0].visits[0].place?.buildingName = title
    plan.warnings[0].message = title
    plan.assumptions[0].value = text
    plan.missing = [
      MissingLine(order: "charger", slots: [text], row: text, says: text, grade: "none", reason: title)
    ]
    let clean = PlanPage(try Self.plan("Plan"), language: .english, width: 60, usesColor: false).text()
    let page = PlanPage(plan, language: .english, width: 60, usesColor: false).text()
    #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || !("\u{0}"..."\u{1F}" ~= $0 || "\u{7F}"..."\u{9F}" ~= $0) })
    #expect(!page.unicodeScalars.contains { "\u{202A}"..."\u{202E}" ~= $0 || "\u{2066}"..."\u{2069}" ~= $0 })
    #expect(page.split(separator: "\n").allSatisfy { String($0).cellWidth <= 60 })
    #expect(page.components(separatedBy: "\n").count >= clean.components(separatedBy: "\n").count - 1)
  }
}
