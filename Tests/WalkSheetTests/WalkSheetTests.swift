import Base
import Foundation
import Market
import Phrases
import SourcingPlan
import Testing

@testable import WalkSheet

@Suite struct WalkSheetTests {
  static let files: [WalkSheet.Format] = [.html, .csv, .md, .json, .ics, .orders]

  @Test(arguments: files, Language.allCases)
  func everyFormatIsAsRecorded(_ format: WalkSheet.Format, _ language: Language) throws {
    let text = try SheetFixture.text(format, of: SheetFixture.plan(), language)
    let difference = try snapshotDifference(text, "charger.\(language.rawValue).\(format.rawValue)")
    #expect(difference == nil)
  }

  /// Two days in the market, one of mailed orders, one whose plan compares the variants of its board, and one with floors where one asks; a day without mailed goods has no order files.
  @Test(
    arguments: ["usb-charger", "esp32-sensor", "power-bank-by-mail", "asset-tracker", "floors"],
    WalkSheet.Format.allCases.filter { $0 != .json && $0 != .geojson })
  func sheetsOfWholeDaysAreAsRecorded(_ board: String, _ format: WalkSheet.Format) throws {
    let plan = try SheetFixture.plan(of: board)
    let isMailed = board.hasSuffix("by-mail")
    if [.shops, .lcsc, .jlcpcb, .kicad].contains(format), !isMailed {
      #expect(throws: WalkSheet.Refusal.nothingMailed) { try SheetFixture.text(format, of: plan) }
      return
    }
    let difference = try snapshotDifference(SheetFixture.text(format, of: plan), "\(board).\(format.rawValue)")
    #expect(difference == nil)
  }

  @Test(arguments: ["usb-charger", "esp32-sensor", "asset-tracker"])
  func placesOnTheEarthAreAsRecorded(_ board: String) throws {
    var plan = try SheetFixture.plan(of: board)
    plan.map?.origin = GeographicPoint("22.5431, 114.0866")
    #expect(try snapshotDifference(SheetFixture.text(.geojson, of: plan), "\(board).geojson") == nil)
  }

  /// Plans of the first schema, as earlier versions wrote them: their sheets are those of the same plan in the second.
  @Test(arguments: ["usb-charger", "esp32-sensor", "power-bank-by-mail", "feature-phone", "asset-tracker"])
  func aPlanOfTheFirstSchemaHasTheSameSheetsInTheSecond(_ board: String) throws {
    let first = try SheetFixture.plan(of: board)
    #expect(first.schema == PlanDocument.firstSchema)
    let second = try PlanDocument(json: try first.json())
    #expect(second.schema == PlanDocument.currentSchema)
    #expect(try second.json() == first.json())
    let formats = WalkSheet.Format.allCases.filter { $0 != .geojson }
    for format in formats where board.hasSuffix("by-mail") || ![.shops, .lcsc, .jlcpcb, .kicad].contains(format) {
      let text = try SheetFixture.text(format, of: second)
      let digests = (try first.digest(), try second.digest())
      #expect(try SheetFixture.text(format, of: first).replacing(digests.0, with: digests.1) == text, "\(format)")
    }
  }

  @Test(arguments: ["usb-charger", "power-bank-by-mail", "asset-tracker"])
  func whatABrowserKeptForAPlanOfTheFirstSchemaIsFoundAgain(_ board: String) throws {
    let bytes = try Data(contentsOf: SheetFixture.file(of: board))
    let plan = try SheetFixture.plan(of: board)
    #expect(try plan.digest() == ContentDigest.hexadecimal(of: bytes, like: plan.inputs.specDigest))
    #expect(try plan.digest().utf8.count == 16)
  }

  @Test func thePageIsSelfContained() throws {
    let page = try SheetFixture.text(.html, of: SheetFixture.plan(of: "feature-phone"))
    for request in ["http:", "https:", "src=", "url(", "@import", "<link rel=\"style", "fetch(", "XMLHttpRequest"] {
      let text = page.replacing("http://www.w3.org/2000/svg", with: "")
      #expect(!text.contains(request), "\(request)")
    }
    #expect(page.contains("default-src 'none'"))
    #expect(page.utf8.count < 400_000, "the phone's sheet has \(page.utf8.count) bytes")
  }

  @Test func ticksBelongToThisPlan() throws {
    let plan = try SheetFixture.plan()
    var other = plan
    other.lines[0].need += 1
    let digest = try plan.digest()
    #expect(try SheetFixture.text(.html, of: plan, .english).contains("data-plan=\"\(digest)\""))
    #expect(try !SheetFixture.text(.html, of: other, .english).contains(digest))
  }

  @Test func ofTwoLanguagesTheSellersIsFirst() throws {
    let page = try SheetFixture.text(.html, of: SheetFixture.plan())
    #expect(page.contains("<html lang=\"zh-CN\">"))
    #expect(page.contains("<bdi>USB 充电器</bdi><bdi lang=\"en\">USB charger</bdi>"))
    let english = try SheetFixture.text(.html, of: SheetFixture.plan(), .english)
    #expect(!english.contains("USB 充电器"))
    #expect(english.contains("<p class=\"large\">要 22 个"), "the seller is addressed in Chinese in every language")
  }

  @Test func waysToBuildAndWhatIsPaidOnceAreTold() throws {
    var plan = try SheetFixture.plan(of: "asset-tracker")
    plan.ways?[0].cost = nil
    plan.ways?[0].reason = LocalizedText(english: "nobody sells <it>", chinese: "没有人卖")
    let page = try SheetFixture.text(.html, of: plan, .english)
    let paper = try SheetFixture.text(.md, of: plan, .english)
    for text in [page, paper] {
      #expect(text.contains("design house's adaptation") || text.contains("design house&#39;s adaptation"))
      #expect(text.contains("Build variants"))
      #expect(text.contains("tracker of one GSM and GNSS module"))
      #expect(!text.contains("<it>"))
    }
    #expect(page.contains("no plan: nobody sells &lt;it&gt;"))
    plan.ways = nil
    plan.oneTimeCosts = nil
    #expect(try !SheetFixture.text(.html, of: plan, .english).contains("Build variants"))
  }

  @Test func aLineOrAVisitThatThePlanLacksIsLeftOut() throws {
    var plan = try SheetFixture.plan()
    plan.walks[0].visits[0].purchases += ["charger/U9#1", "no id"]
    plan.walks[0].visits[0].pickUps = ["charger/U9#1"]
    for format in Self.files { #expect(try !SheetFixture.text(format, of: plan).isEmpty) }
  }

  @Test func threeHundredLinesStayUnderAMegabyte() throws {
    var plan = try SheetFixture.plan(of: "feature-phone")
    let lines = plan.lines.count
    var index = 0
    while plan.lines.count < 300 {
      var line = plan.lines[index % lines]
      line.mpn += "-\(index)"
      line.id = LineID("phone", ["X\(index)"])
      for buy in line.buys.indices { line.buys[buy].id = PurchaseID(line.id, buy + 1) }
      let offer = SupplyID("\(line.buys[0].offer)-\(index)")
      if line.fallback?.insteadOf == line.buys[0].offer { line.fallback?.insteadOf = offer }
      line.buys[0].offer = offer
      plan.lines.append(line)
      for walk in plan.walks.indices {
        guard let visit = plan.walks[walk].visits.firstIndex(where: { $0.stall == line.buys[0].stall }) else {
          continue
        }
        plan.walks[walk].visits[visit].purchases.append(line.buys[0].id)
      }
      index += 1
    }
    let page = try SheetFixture.text(.html, of: plan)
    #expect(page.utf8.count < 1_000_000, "\(page.utf8.count) bytes")
    #expect(page.components(separatedBy: "class=\"deal\"").count - 1 >= 300)
  }
}
