import Foundation
import SourcingPlan
import Testing

@testable import WalkSheet

@Suite struct WalkSheetTests {
  @Test(arguments: WalkSheet.Format.allCases, SheetLanguage.allCases)
  func everyFormatIsAsRecorded(_ format: WalkSheet.Format, _ language: SheetLanguage) throws {
    let text = try WalkSheet(SheetFixture.plan(), language: language).render(format)
    let difference = try snapshotDifference(text, "charger.\(language.rawValue).\(format.rawValue)")
    #expect(difference == nil)
  }

  @Test func thePageIsSelfContained() throws {
    let page = try WalkSheet(SheetFixture.plan(), language: .both).render(.html)
    for request in ["http:", "https:", "src=", "url(", "@import", "<link", "fetch(", "XMLHttpRequest"] {
      #expect(!page.contains(request), "\(request)")
    }
    #expect(page.contains("default-src 'none'"))
    #expect(page.utf8.count < 400_000)
  }

  @Test func ticksBelongToThisPlan() throws {
    let plan = try SheetFixture.plan()
    var other = plan
    other.lines[0].need += 1
    let digest = try plan.digest()
    #expect(try WalkSheet(plan, language: .english).render(.html).contains("data-plan=\"\(digest)\""))
    #expect(try !WalkSheet(other, language: .english).render(.html).contains(digest))
  }

  @Test func ofTwoLanguagesTheSellersIsFirst() throws {
    let page = try WalkSheet(SheetFixture.plan(), language: .both).render(.html)
    #expect(page.contains("<bdi lang=\"zh-CN\">USB 充电器</bdi><bdi lang=\"en\">USB charger</bdi>"))
    let english = try WalkSheet(SheetFixture.plan(), language: .english).render(.html)
    #expect(!english.contains("USB 充电器"))
    #expect(english.contains("你好，TP4056"), "the seller is addressed in Chinese in every language")
  }

  @Test func aLineOrAVisitThatThePlanLacksIsLeftOut() throws {
    var plan = try SheetFixture.plan()
    plan.walks[0].visits[0].lines = [0, 99, -1]
    plan.walks[0].visits[0].pickUps = [42]
    for format in WalkSheet.Format.allCases { #expect(try !WalkSheet(plan, language: .both).render(format).isEmpty) }
  }

  @Test func threeHundredLinesStayUnderAMegabyte() throws {
    var plan = try SheetFixture.plan()
    for index in 0..<300 {
      var line = plan.lines[1]
      line.mpn += "-\(index)"
      line.buys[0].offer += "-\(index)"
      plan.lines.append(line)
      plan.walks[0].visits[1].lines.append(plan.lines.count - 1)
    }
    let page = try WalkSheet(plan, language: .both).render(.html)
    #expect(page.utf8.count < 1_000_000)
    #expect(page.components(separatedBy: "type=\"checkbox\"").count - 1 == 303)
  }
}
