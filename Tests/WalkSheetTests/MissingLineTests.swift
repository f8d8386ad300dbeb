import Base
import Foundation
import Market
import Phrases
import SourcingPlan
import Testing

@testable import WalkSheet

@Suite("What the BOM asks for and the plan does not buy")
struct MissingLineTests {
  static func plan() throws -> PlanDocument {
    var plan = try SheetFixture.plan()
    let reason = LocalizedText(english: "no part of the catalog matches it", chinese: "物料库中没有匹配的物料")
    plan.missing = [
      MissingLine(order: "charger", slots: ["U7", "U8"], row: "B9", says: "ADS1115", grade: "none", reason: reason),
      MissingLine(order: "charger", slots: ["K1"], row: nil, says: "<relay>", grade: "ambiguous", reason: reason),
    ]
    plan.bomLines = 6
    plan.complete = false
    return plan
  }

  @Test("stands ahead of everything that is bought, in each language", arguments: Language.allCases)
  func ahead(_ language: Language) throws {
    let plan = try Self.plan()
    for format in [WalkSheet.Format.html, .csv, .md, .ics, .orders] {
      let text = try SheetFixture.text(format, of: plan, language)
      let missing = try #require(text.firstRange(of: "ADS1115"), "\(format)")
      let bought = try #require(text.firstRange(of: "TP4056"), "\(format)")
      #expect(missing.lowerBound < bought.lowerBound, "\(format)")
      #expect(text.contains("K1") && !text.contains("<relay>") || format != .html)
      if language != .chinese { #expect(text.contains("no part of the catalog matches it"), "\(format)") }
      if language != .english { #expect(text.contains("物料库中没有匹配的物料"), "\(format)") }
      guard format != .csv else { continue }
      if language != .chinese { #expect(unfolded(text).contains("2 of 6 lines of the BOM"), "\(format)") }
      if language != .english { #expect(unfolded(text).contains("料单 6 行中有 2 行"), "\(format)") }
    }
  }

  private func unfolded(_ text: String) -> String { text.replacing("\r\n ", with: "").replacing("\\_", with: "_") }

  @Test("stands in what is sent to shops")
  func mailed() throws {
    var plan = try Self.plan()
    for index in plan.walks[0].visits.indices { plan.walks[0].visits[index].place = nil }
    #expect(try SheetFixture.text(.lcsc, of: plan).contains("\r\n,ADS1115,,U7 U8,,no part"))
    #expect(try SheetFixture.text(.jlcpcb, of: plan).contains("\r\nADS1115,\"U7,U8\",,\r\n"))
    #expect(try SheetFixture.text(.kicad, of: plan).contains("\r\n\"U7,U8\",ADS1115,,2,,,,\r\n"))
  }

  @Test("stands in the data of maps")
  func geographic() throws {
    var plan = try SheetFixture.plan(of: "usb-charger")
    plan.map?.origin = GeographicPoint("22.5431, 114.0866")
    #expect(try !SheetFixture.text(.geojson, of: plan).contains("missing"))
    plan.missing = try Self.plan().missing
    let text = try SheetFixture.text(.geojson, of: plan)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((root["missing"] as? [[String: Any]])?.count == 2)
  }

  /// A plan with a line in each state.
  private static func counted() throws -> PlanDocument {
    var plan = try plan()
    let order = plan.orders[0].id
    plan.asked = [
      AskedLine(
        order: order, slots: ["U3"], mpn: "BQ24075<", maker: "TI", package: "QFN-16", value: nil, description: nil,
        name: nil, need: 12, reason: LocalizedText(english: "nobody's price is known", chinese: "没有已知报价"))
    ]
    plan.onHand = [HandLine(order: order, slots: ["Y1"], item: 0, name: "12 MHz 3225", pieces: 20, need: 20)]
    let states: [LineState] = [.bought, .bought, .askedFor, .toBeFoundOut, .toBeFoundOut, .onHand, .leftOut]
    plan.bom = states.enumerated().map { BillLine(order: order, slots: ["X\($0)"], row: nil, says: nil, state: $1) }
    return plan
  }

  @Test(
    "states are counted ahead of everything, and what is asked for and at hand is named", arguments: Language.allCases)
  func states(_ language: Language) throws {
    let plan = try Self.counted()
    for format in [WalkSheet.Format.html, .csv, .md, .ics, .orders] {
      let text = unfolded(try SheetFixture.text(format, of: plan, language))
      if language != .chinese {
        #expect(
          text.contains("7 lines: 1 on hand, 2 bought, 1 asked for on the spot, 2 to be found out, 1 left out")
            || text.contains("7 lines: 1 on hand\\, 2 bought\\, 1 asked for"), "\(format) \(text)")
      }
      if language != .english { #expect(text.contains("已有 1，采购 2，现场询价 1，待确认 2，不贴 1"), "\(format)") }
      let asked = try #require(text.firstRange(of: "BQ24075"), "\(format)")
      let bought = try #require(text.firstRange(of: "TP4056"), "\(format)")
      #expect(asked.lowerBound < bought.lowerBound, "\(format)")
      #expect(format != .html || !text.contains("BQ24075<"))
      if [.html, .csv, .md].contains(where: { $0 == format }) { #expect(text.contains("12 MHz 3225"), "\(format)") }
    }
  }

  @Test("what is asked for stands in what is sent to shops and in the data of maps")
  func askedElsewhere() throws {
    var plan = try Self.counted()
    for index in plan.walks[0].visits.indices { plan.walks[0].visits[index].place = nil }
    #expect(
      try SheetFixture.text(.lcsc, of: plan).contains("\r\n,BQ24075<,TI,U3,QFN-16,nobody's price is known,,12,,,\r\n"))
    #expect(try SheetFixture.text(.jlcpcb, of: plan).contains("\r\nBQ24075<,U3,QFN-16,\r\n"))
    #expect(try SheetFixture.text(.kicad, of: plan).contains("\r\nU3,BQ24075<,QFN-16,1,,,TI,\r\n"))
    plan = try SheetFixture.plan(of: "usb-charger")
    plan.map?.origin = GeographicPoint("22.5431, 114.0866")
    plan.asked = try Self.counted().asked
    plan.bom = try Self.counted().bom
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(try SheetFixture.text(.geojson, of: plan).utf8)) as? [String: Any])
    #expect((root["states"] as? [String: Int])?["asked-for"] == 1 && (root["asked"] as? [Any])?.count == 1)
  }

  @Test("is not spoken of where nothing is missing")
  func nothing() throws {
    for format in [WalkSheet.Format.html, .md, .ics, .orders] {
      #expect(try !SheetFixture.text(format, of: SheetFixture.plan(), .english).contains("Not complete"))
    }
  }
}
