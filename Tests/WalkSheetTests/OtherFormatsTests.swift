import Foundation
import Market
import Phrases
import SourcingPlan
import Testing

@testable import WalkSheet

@Suite("Orders, places on the earth, calendars")
struct OtherFormatsTests {
  @Test("a market without coordinates on the earth has no GeoJSON")
  func noCoordinates() throws {
    let plan = try SheetFixture.plan(of: "usb-charger")
    #expect(throws: WalkSheet.Refusal.noCoordinates(market: "huaqiangbei")) {
      try SheetFixture.text(.geojson, of: plan)
    }
  }

  @Test("with the origin's latitude and longitude, every stop is a point and every walk a line")
  func coordinates() throws {
    var plan = try SheetFixture.plan(of: "usb-charger")
    plan.map?.origin = GeographicPoint("22.5431, 114.0866")
    let text = try SheetFixture.text(.geojson, of: plan, .english)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["type"] as? String == "FeatureCollection")
    let features = try #require(root["features"] as? [[String: Any]])
    let kinds = features.compactMap { ($0["geometry"] as? [String: Any])?["type"] as? String }
    #expect(kinds.count { $0 == "LineString" } == plan.walks.count)
    #expect(kinds.count { $0 == "Point" } == plan.walks.flatMap(\.visits).count)
    for feature in features {
      guard let place = (feature["geometry"] as? [String: Any])?["coordinates"] as? [Double] else { continue }
      #expect(abs(place[0] - 114.0866) < 0.02 && abs(place[1] - 22.5431) < 0.02)
    }
  }

  @Test("a degree of latitude is as long as it is")
  func metres() throws {
    let origin = try #require(GeographicPoint("60, 10"))
    let moved = origin.moved(east: 111_195, north: 111_195)
    #expect(abs(moved.latitude - 61) < 1e-4)
    #expect(abs(moved.longitude - 12) < 1e-4, "at 60° a degree of longitude is half as long")
    for text in ["", "1", "91, 0", "0, 181", "a, b", "1, 2, 3"] { #expect(GeographicPoint(text) == nil) }
  }

  @Test("what is not mailed is not ordered by mail")
  func nothingMailed() throws {
    for format in [WalkSheet.Format.lcsc, .jlcpcb, .kicad] {
      #expect(throws: WalkSheet.Refusal.nothingMailed) {
        try SheetFixture.text(format, of: SheetFixture.plan())
      }
    }
    var plan = try SheetFixture.plan()
    plan.walks = []
    #expect(throws: WalkSheet.Refusal.nothingBought) { try SheetFixture.text(.orders, of: plan) }
  }

  @Test("mailed lines are ordered under LCSC's number, 200 references a row at most")
  func mailed() throws {
    var plan = try SheetFixture.plan()
    for index in plan.walks[0].visits.indices { plan.walks[0].visits[index].place = nil }
    plan.lines[0].source = "lcsc:C16581"
    plan.lines[1].source = "lcsc:no number"
    plan.lines[1].slots = (1...201).map { "R\($0)" }
    let order = try SheetFixture.text(.lcsc, of: plan).components(separatedBy: "\r\n")
    #expect(
      order[0].hasSuffix(
        "LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,Description,RoHS,"
          + "Order Qty.,Min\\Mult Order Qty.,Unit Price($),Order Price($)"))
    #expect(order[1] == "C16581,TP4056,TOPPOWER,U1,ESOP-8,\"Li-ion charger, linear\",,22,,,")
    let bill = try SheetFixture.text(.jlcpcb, of: plan).components(separatedBy: "\r\n")
    #expect(bill.count == 6)
    #expect(bill[1] == "TP4056,U1,ESOP-8,C16581")
    #expect(bill[2].hasPrefix("0402WGF1002TCE,\"R1,R2,") && bill[2].hasSuffix("R200\",0402,"))
    #expect(bill[3] == "0402WGF1002TCE,R201,0402,")
    let kicad = try SheetFixture.text(.kicad, of: plan).components(separatedBy: "\r\n")
    #expect(kicad[0].hasSuffix("Refs,Value,Footprint,Qty,DNP,MPN,Manufacturer,LCSC"))
    #expect(kicad[1] == "U1,TP4056,ESOP-8,1,,TP4056,TOPPOWER,C16581")
    #expect(kicad[2].contains(",R201\",0402WGF1002TCE,0402,201,,0402WGF1002TCE,"))
  }

  @Test("long calendar lines fold between characters")
  func folding() {
    let folded = CalendarText.folded("SUMMARY:" + String(repeating: "长", count: 60))
    #expect(folded.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(folded.replacing("\r\n ", with: "") == "SUMMARY:" + String(repeating: "长", count: 60) + "\r\n")
    #expect(CalendarText.escaped("a,b;c\\d\r\ne") == "a\\,b\\;c\\\\d\\ne")
  }
}
