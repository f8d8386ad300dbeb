import Base
import Foundation
import Market
import SourcingPlan
import Testing

/// Each board of `Boards` is planned from a clean start, by the command that a reader of the README types.
@Suite(.enabled(if: BuildMode.isRelease, "planning takes minutes in a debug build; `swift test -c release` runs it"))
struct BundledBoardTests {
  static let boards: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Product.boards.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  private func path(_ board: String) -> String { Product.boards.appendingPathComponent(board).path }

  @Test func thereAreAtLeastEightBoards() { #expect(Self.boards.count >= 8) }

  @Test(arguments: boards) func aBoardIsPlannedTheSameForAnyNumberOfThreadsAndHolds(_ board: String) async throws {
    let workspace = try Workspace()
    let line = ["plan", path(board), "--work-limit", "1", "--format", "json", "--output", "plan.json"]
    let one = try await workspace.peidan(line + ["--threads", "1"]).withSharedCatalog().run()
    #expect(one.status == 0, "\(one.errors)")
    #expect(one.errors.isEmpty, "\(one.errors)")
    let first = try workspace.contents("plan.json")
    let two = try await workspace.peidan(line + ["--threads", "2"]).withSharedCatalog().run()
    #expect(two.status == 0, "\(two.errors)")
    #expect(try workspace.contents("plan.json") == first, "the bytes depend on the number of threads")

    let plan = try PlanDocument(json: first)
    #expect(plan.status == .optimal || plan.status == .feasible)
    #expect(plan.solver.seconds == nil && plan.solver.secondsToFirst == nil && plan.solver.secondsToBest == nil)
    for baseline in plan.baselines {
      guard let total = baseline.total else { continue }
      #expect(plan.cost.total <= total, "\(baseline.name.rawValue) is cheaper")
    }

    let verified = try await workspace.peidan(["verify", "plan.json", "--spec", path(board)]).withSharedCatalog().run()
    #expect(verified.status == 0, "\(verified.text)")
  }

  @Test func thePhoneIsARealBoardAndPlanningItIsWorthMoney() async throws {
    let workspace = try Workspace()
    let run = try await workspace.peidan([
      "plan", path("feature-phone.yaml"), "--work-limit", "2", "--format", "json",
    ]).withSharedCatalog()
    let plan = try PlanDocument(json: try await run.run().output)
    #expect(plan.lines.count >= 60)
    for name in [Baseline.Name.cheapestOffers, .fewestStalls] {
      let total = try #require(plan.baselines.first { $0.name == name }?.total)
      #expect(plan.cost.total < total, "\(name.rawValue)")
    }
  }

  @Test func theWaysToBuildABoardAreComparedByPlansThatHold() async throws {
    let workspace = try Workspace()
    let line = [
      "plan", path("asset-tracker.yaml"), "--explain", "design", "--work-limit", "3", "--format", "json", "--output",
      "plan.json",
    ]
    let answer = try await workspace.peidan(line).withSharedCatalog().run()
    #expect(answer.status == 0, "\(answer.errors)")
    let plan = try PlanDocument(json: workspace.contents("plan.json"))
    let ways = try #require(plan.ways)
    #expect(ways.map { $0.fillings.map(\.design) } == [[nil], ["sim868-tracker"], ["mtk-tracker"]])
    let totals = ways.compactMap { $0.cost?.total }
    #expect(totals.count == 3 && totals.min() == plan.cost.total)
    #expect(ways.compactMap(\.bound).min() == plan.bound)
    let verified = try await workspace.peidan([
      "verify", "plan.json", "--spec", path("asset-tracker.yaml"),
    ]).withSharedCatalog().run()
    #expect(verified.status == 0, "\(verified.text)")
    let shown = try await workspace.peidan(["show", "plan.json", "--lang", "en"]).run()
    #expect(shown.text.contains("Build variants") && shown.text.contains("discrete parts"))
  }

  @Test func aBoardWithoutAChoiceOfDesignsHasNothingToExplain() async throws {
    let workspace = try Workspace()
    let line = ["plan", path("usb-charger.yaml"), "--explain", "design"]
    let answer = try await workspace.peidan(line).withSharedCatalog().run()
    #expect(answer.status == 1)
    #expect(answer.errors.contains("it has no `turnkey`"), "\(answer.errors)")
  }

  @Test func anOrderThatNoServiceTakesIsReportedWithWhatTheyTake() async throws {
    let workspace = try Workspace()
    let line = ["plan", path("usb-charger.yaml"), "--boards", "1000000"]
    let answer = try await workspace.peidan(line).withSharedCatalog().run()
    #expect(answer.status == 1)
    #expect(
      answer.errors.contains("takes 1000000 boards with 2 layers, 1232 mm2 and 1 side of parts; they take "),
      "\(answer.errors)")
    #expect(answer.errors.contains("1 to 500 boards"), "\(answer.errors)")
  }

  @Test func aPlanThatWasChangedIsRefused() async throws {
    let workspace = try Workspace()
    let board = path("usb-charger.yaml")
    let made = try await workspace.peidan(["plan", board, "--work-limit", "1", "--format", "json"]).withSharedCatalog()
    var plan = try PlanDocument(json: try await made.run().output)
    plan.lines[0].need += 1
    try workspace.write(plan.json(), to: "plan.json")
    let answer = try await workspace.peidan(["verify", "plan.json", "--spec", board]).withSharedCatalog().run()
    #expect(answer.status == 1)
    #expect(answer.text.contains("V017 lines[0].need"), "\(answer.text)")
  }

  @Test func aBoardThatCannotBeSourcedSaysWhatIsMissingBesideTheBestPartialPlan() async throws {
    let workspace = try Workspace()
    let board = path("usb-charger.yaml")
    let line = ["plan", board, "--radius", "120", "--work-limit", "1", "--format", "json", "--output", "plan.json"]
    let answer = try await workspace.peidan(line).withSharedCatalog().run()
    #expect(answer.status == 1, "\(answer.errors)")
    let plan = try PlanDocument(json: workspace.contents("plan.json"))
    #expect(plan.status == .infeasible)
    let bought = Set(plan.lines.flatMap(\.slots))
    let left = Set(plan.conflict.flatMap(\.slots))
    #expect(!bought.isEmpty && !left.isEmpty)
    #expect(bought.isDisjoint(with: left), "a slot is bought and told as missing")
    for conflict in plan.conflict {
      #expect(!conflict.reason.english.isEmpty && !conflict.reason.chinese.isEmpty)
    }
    let verified = try await workspace.peidan(["verify", "plan.json", "--spec", board]).withSharedCatalog().run()
    #expect(verified.status == 0, "\(verified.text)")
  }

  @Test func aShopThatShipsIntoAMarketOnFootIsOrderedFrom() async throws {
    let workspace = try Workspace()
    let folder = workspace.folder.appendingPathComponent("Catalog")
    try FileManager.default.copyItem(at: Product.root.appendingPathComponent("Catalog"), to: folder)
    try append("web-1,Web shop,网店,,,,,,,60,10,true,0,1,12.5,2,own\n", to: "huaqiangbei/stalls.csv", of: folder)
    try append(
      "web-1,Korean Hroparts Elec,TYPE-C-31-M-12,original,1:0.8,1,1,5000,included,0,2026-11-20,own\n",
      to: "huaqiangbei/offers.csv", of: folder)
    let built = try await workspace.peidan(["catalog", "build", "Catalog", "--catalog", "own.sqlite"]).run()
    #expect(built.status == 0, "\(built.errors)")
    let text = try String(contentsOfFile: path("usb-charger.yaml"), encoding: .utf8)
    let asked = text.replacingOccurrences(
      of: "maker: Korean Hroparts Elec}", with: "maker: Korean Hroparts Elec, stalls: {only: [web-1]}}")
    try workspace.write(asked, to: "board.yaml")
    let line = ["plan", "board.yaml", "--catalog", "own.sqlite", "--work-limit", "1", "--format", "json"]
    let answer = try await workspace.peidan(line).run()
    // The command holds its plan against the verifier before it shows it.
    #expect(answer.status == 0, "\(answer.errors)")
    let plan = try PlanDocument(json: answer.output)
    let order = try #require(plan.deliveries.first { $0.stall == "web-1" })
    #expect(order.charge == Amount(Money(microYuan: 12_500_000)))
    #expect(plan.walks.allSatisfy { !$0.visits.contains { $0.stall == "web-1" } })
    #expect(plan.cost[.fares] == Amount(Money(microYuan: 12_500_000)))
  }

  private func append(_ row: String, to name: String, of folder: URL) throws {
    let file = folder.appendingPathComponent("markets").appendingPathComponent(name)
    try (String(contentsOf: file, encoding: .utf8) + row).write(to: file, atomically: true, encoding: .utf8)
  }

  @Test func aSlotThatNoPartFillsIsToldInTheSpecAndLeftOutOfThePlan() async throws {
    let workspace = try Workspace()
    let text = try String(contentsOfFile: path("usb-charger.yaml"), encoding: .utf8)
    let asked = text.replacingOccurrences(
      of: "category: fuse, where: {type: fuse, current: 2..3 A",
      with: "category: fuse, where: {type: fuse, current: 900..901 A")
    #expect(asked != text)
    try workspace.write(asked, to: "board.yaml")
    let line = ["plan", "board.yaml", "--work-limit", "1", "--format", "json"]
    let answer = try await workspace.peidan(line).withSharedCatalog().run()
    #expect(answer.status == 1)
    #expect(answer.errors.contains("[B011]") && answer.errors.hasPrefix("board.yaml:"), "\(answer.errors)")
    let plan = try PlanDocument(json: answer.output)
    #expect(plan.status == .infeasible)
    #expect(plan.conflict.map(\.slots) == [["F1"]])
    #expect(!plan.lines.isEmpty)
  }
}
