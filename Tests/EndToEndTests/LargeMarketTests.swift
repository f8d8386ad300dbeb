import Foundation
import Market
import SourcingPlan
import Testing

/// A generated market of many more stalls than a search can hold.
@Suite(.enabled(if: BuildMode.isRelease, "planning takes minutes in a debug build; `swift test -c release` runs it"))
struct LargeMarketTests {
  @Test func aPlanReadsWhatCanMatterAndItsBoundHoldsForAll() async throws {
    let workspace = try Workspace()
    let made = try await workspace.peidan(
      ["catalog", "generate", "--output", "big.sqlite", "--stalls", "30000", "--offers", "38"]
    ).run()
    #expect(made.status == 0 && made.text.contains("no stall or price in `huaqiangbei` is real"), "\(made.errors)")
    let board = Product.boards.appendingPathComponent("feature-phone.yaml").path
    let catalog = ["--catalog", "big.sqlite"]
    let answer = try await workspace.peidan(["plan", board, "--work-limit", "5", "--output", "p.json"] + catalog).run()
    #expect(answer.status == 0, "\(answer.errors)")
    let plan = try PlanDocument(json: workspace.contents("p.json"))
    let excerpt = try #require(plan.excerpt)
    #expect(excerpt.stalls < 1_500 && excerpt.ofStalls > 15_000 && excerpt.offers < excerpt.ofOffers)
    #expect(answer.text.contains("of \(excerpt.ofStalls) stalls"))
    let verified = try await workspace.peidan(["verify", "p.json", "--spec", board] + catalog).run()
    #expect(verified.status == 0, "\(verified.text)")
    // Another choice of stalls is a plan of the same market: the bound holds for it.
    let bound = try #require(plan.bound)
    let other = try await workspace.peidan(
      ["plan", board, "--work-limit", "5", "--seed", "7", "--radius", "600", "--output", "q.json"] + catalog
    ).run()
    #expect(other.status == 0, "\(other.errors)")
    #expect(try PlanDocument(json: workspace.contents("q.json")).cost.total.money >= bound.money)
  }
}
