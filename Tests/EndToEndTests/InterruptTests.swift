import Foundation
import Market
import SourcingPlan
import Testing

/// Ctrl-C while planning.
@Suite(.enabled(if: BuildMode.isRelease, "planning takes minutes in a debug build; `swift test -c release` runs it"))
struct InterruptTests {
  @Test func ctrlCGivesTheBestPlanSoFar() async throws {
    let workspace = try Workspace()
    let board = Product.boards.appendingPathComponent("usb-charger.yaml").path
    let terminal = try Terminal()
    var run = try await workspace.peidan(["plan", board, "--time-limit", "600", "--output", "plan.json"])
      .withSharedCatalog()
    run.terminal = terminal
    let running = try run.start()
    // The line of progress tells when there is a plan to give.
    let seen = terminal.read(until: "best ¥") { running.process.isRunning }
    running.interrupt()
    let answer = try await running.answer()
    #expect(answer.status == 130, "\(seen)")
    let plan = try PlanDocument(json: workspace.contents("plan.json"))
    #expect(plan.status == .feasible || plan.status == .optimal)
    #expect(answer.text.contains(plan.cost.total.description))
    for baseline in plan.baselines where baseline.total == nil {
      #expect(baseline.note?.english.contains("no such purchase") == false, "\(baseline)")
    }
    let verified = try await workspace.peidan(["verify", "plan.json", "--spec", board]).withSharedCatalog().run()
    #expect(verified.status == 0, "\(verified.text)")
  }

  @Test func ctrlCWhileTheCatalogIsBuiltLeavesNone() async throws {
    let workspace = try Workspace()
    let terminal = try Terminal()
    var run = workspace.peidan(["catalog", "build"])
    run.terminal = terminal
    let running = try run.start()
    let seen = terminal.read(until: "building the catalog") { running.process.isRunning }
    running.interrupt()
    let answer = try await running.answer()
    #expect(answer.status == 130, "\(seen)")
    #expect(try workspace.names(in: "data").isEmpty)
  }
}
