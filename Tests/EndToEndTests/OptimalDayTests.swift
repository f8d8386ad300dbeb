import Foundation
import Market
import SourcingPlan
import Testing

/// A day whose relaxation is exact is proven optimal, and ends at once.
@Suite(.enabled(if: BuildMode.isRelease, "planning takes minutes in a debug build; `swift test -c release` runs it"))
struct OptimalDayTests {
  /// One part at prices in whole fen, needed in a number that is bought exactly.
  private static func board(market: String, rate: String, loss: String = "5 CNY") -> String {
    """
    schema: peidan.board/1
    board:
      name: one-part
      title: {en: One part, zh: 一种物料}
      revision: A
      quantity: 10
    market: \(market)
    sample: true
    pcb: {layers: 2, size: 20 x 20 mm}
    slots:
      U1: {mpn: ESP32-C3-WROOM-02-N4, maker: Espressif Systems, loss: \(loss)}
    policy: {conditions: [original]}
    day:
      date: 2026-11-27
      start: "10:00"
      finish: "18:00"
      buyers:
        - {name: Li, rate: \(rate)}
    """
  }

  @Test(arguments: ["huaqiangbei", "mail-order"], ["50 CNY/h", "37.77 CNY/h", "0 CNY/h"])
  func onePartIsProvenAtOnce(market: String, rate: String) async throws {
    let workspace = try Workspace()
    try workspace.write(Self.board(market: market, rate: rate), to: "one.yaml")
    let run = try await workspace.peidan([
      "plan", "one.yaml", "--time-limit", "300", "--seed", "3", "--format", "json", "--output", "plan.json",
    ]).withSharedCatalog()
    let begun = ContinuousClock.now
    let answer = try await run.run()
    #expect(answer.status == 0, "\(answer.errors)")
    let plan = try PlanDocument(json: workspace.contents("plan.json"))
    #expect(plan.status == .optimal)
    #expect(plan.bound == plan.cost.total)
    #expect(plan.lines.count == 1 && plan.lines[0].buys.count == 1)
    // Not at the time limit; the catalog of a debug build takes a while to read.
    #expect(ContinuousClock.now - begun < .seconds(60))
    let verified = try await workspace.peidan(["verify", "plan.json", "--spec", "one.yaml"]).withSharedCatalog().run()
    #expect(verified.status == 0, "\(verified.text)\(verified.errors)")
  }
}
