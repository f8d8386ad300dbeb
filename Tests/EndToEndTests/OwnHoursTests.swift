import Foundation
import SourcingPlan
import Testing

/// A day of buyers with hours and places of their own, from the spec to the sheets.
@Suite(.enabled(if: BuildMode.isRelease, "planning takes minutes in a debug build; `swift test -c release` runs it"))
struct OwnHoursTests {
  /// Li has half an hour; Wang comes at one, from another station, and stays at SEG Plaza.
  private static func board(finish: String = "10:00", from: String = "metro-huaqiang-north-a") -> String {
    """
    schema: peidan.board/1
    board: {name: two-buyers, quantity: 10}
    market: huaqiangbei
    slots:
      U1: {mpn: ESP32-C3-WROOM-02-N4, maker: Espressif Systems}
      R1: {category: resistor, where: {resistance: 10k, package: "0402"}}
    sample: true
    \(Fixture.day)
      buyers:
        - {name: Li, rate: 60 CNY/h, finish: "\(finish)"}
        - {name: Wang, rate: 90 CNY/h, start: "13:00", finish: "16:00", from: \(from), to: SEG/door-south}

    """
  }

  private func plan(_ workspace: Workspace, _ options: [String] = []) async throws -> Command.Answer {
    let command = ["plan", "two.yaml", "--work-limit", "10", "--quiet", "--output", "plan.json"]
    return try await workspace.peidan(command + options).withSharedCatalog().run()
  }

  private func verify(_ workspace: Workspace) async throws -> Command.Answer {
    try await workspace.peidan(["verify", "plan.json", "--spec", "two.yaml"]).withSharedCatalog().run()
  }

  @Test func eachBuyerKeepsTheirOwnHoursAndPlaces() async throws {
    let workspace = try Workspace()
    try workspace.write(Self.board(), to: "two.yaml")
    let answer = try await plan(workspace, ["--lang", "en"])
    #expect(answer.status == 0, "\(answer.errors)")
    let plan = try PlanDocument(json: workspace.contents("plan.json"))
    let agents = try #require(plan.agents)
    #expect(
      agents.map { "\($0.id) \($0.start) \($0.finish) \($0.from) \($0.to)" } == [
        "Li 2026-12-04T09:30:00 2026-12-04T10:00:00 metro-huaqiang-road-a metro-huaqiang-road-a",
        "Wang 2026-12-04T13:00:00 2026-12-04T16:00:00 metro-huaqiang-north-a SEG/door-south",
      ])
    for walk in plan.walks {
      let agent = try #require(agents.first { $0.id == walk.agent })
      #expect(walk.start >= agent.start && walk.finish <= agent.finish)
      #expect(walk.from == agent.from && walk.to == agent.to)
    }
    // No baseline by the same rules is cheaper.
    for baseline in plan.baselines where baseline.note == nil {
      if let total = baseline.total { #expect(plan.cost.total.money <= total.money, "\(baseline.name)") }
    }
    let verified = try await verify(workspace)
    #expect(verified.status == 0, "\(verified.text)")
    #expect(plan.schedule.first { $0.step == "kit" }?.place == "metro-huaqiang-road-a")
  }

  @Test(arguments: [
    ("en", "from Metro Huaqiang North, south exit to SEG Plaza, south door", "Start: Metro Huaqiang North, south exit"),
    ("zh", "起点：华强北站南口，终点：赛格广场南门", "起点: 华强北站南口 · 终点: 赛格广场南门"),
  ])
  func pageAndSheetNameThemInBothLanguages(language: String, page: String, sheet: String) async throws {
    let workspace = try Workspace()
    // Li is back before stalls open: Wang buys everything.
    try workspace.write(Self.board(finish: "09:31"), to: "two.yaml")
    let answer = try await plan(workspace, ["--lang", language])
    #expect(answer.status == 0 && answer.text.contains(page), "\(answer.text)\(answer.errors)")
    let export = try await workspace.peidan(["export", "plan.json", "--format", "md", "--lang", language]).run()
    #expect(export.status == 0, "\(export.errors)")
    let text = export.text
    #expect(text.contains(sheet), "\(text.prefix(800))")
  }

  @Test func aFinishOnTheCommandLineCutsAndNeverStretches() async throws {
    let workspace = try Workspace()
    try workspace.write(Self.board(), to: "two.yaml")
    #expect(try await plan(workspace, ["--finish", "20:00"]).status == 0)
    var agents = try #require(try PlanDocument(json: workspace.contents("plan.json")).agents)
    #expect(agents.map { "\($0.finish)" } == ["2026-12-04T10:00:00", "2026-12-04T16:00:00"])
    #expect(try await plan(workspace, ["--finish", "12:00"]).status == 0)
    agents = try #require(try PlanDocument(json: workspace.contents("plan.json")).agents)
    #expect(agents.map { "\($0.id) \($0.finish)" } == ["Li 2026-12-04T10:00:00"])
    #expect(try await verify(workspace).status == 0)
    let nobody = try await plan(workspace, ["--start", "11:00", "--finish", "12:00"])
    #expect(nobody.status == 1)
    #expect(nobody.errors.contains("nobody has time to buy: the day starts at 11:00 and finishes at 12:00"))
  }

  @Test func anUnknownPlaceIsReportedWithItsLine() async throws {
    let workspace = try Workspace()
    try workspace.write(Self.board(from: "metro-huaqiang-north-b"), to: "two.yaml")
    let answer = try await workspace.peidan(["validate", "two.yaml"]).withSharedCatalog().run()
    #expect(answer.status == 1)
    let text = answer.text + answer.errors
    #expect(text.contains("two.yaml:16:") && text.contains("unknown place `metro-huaqiang-north-b`"), "\(text)")
    #expect(text.contains("did you mean `metro-huaqiang-north-"), "\(text)")
  }
}
