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

  @Test("is not spoken of where nothing is missing")
  func nothing() throws {
    for format in [WalkSheet.Format.html, .md, .ics, .orders] {
      #expect(try !SheetFixture.text(format, of: SheetFixture.plan(), .english).contains("Not complete"))
    }
  }
}
