import Foundation
import Market
import SourcingPlan
import TestSupport
import Testing

/// One's own board on the bundled catalog, whose stalls are all generated: nothing of them is bought unless one asks for it.
@Suite struct SampleTests {
  private static let bill = """
    Refs,Value,Footprint,Qty,MPN,Manufacturer
    U1,ADC,VSSOP-10,1,ADS9999IDGSR,Texas Instruments
    U2,USB bridge,SOP-16,1,CH340C,WCH
    "R1,R2",4k7 1%,R_0402_1005Metric,2,,
    C1,100n 16V,C_0402_1005Metric,1,,
    SW1,push button,,1,,

    """

  private static let plan = ["--work-limit", "1", "--threads", "1", "--quiet", "--output", "plan.json"]

  private func workspace() async throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(Self.bill, to: "b.csv")
    let imported = try await workspace.peidan([
      "import", "b.csv", "--output", "b.yaml", "--boards", "2", "--date", "2026-12-04",
    ]).withSharedCatalog().run()
    #expect(imported.status == 0, "\(imported.errors)")
    return workspace
  }

  private func transcript(_ workspace: Workspace, _ runs: [[String]]) async throws -> String {
    var text = ""
    for arguments in runs {
      let command = try await workspace.peidan(arguments).withSharedCatalog()
      text += workspace.transcript(command, try await command.run())
    }
    return text
  }

  @Test func aPlanOfOnesOwnBoardRestsOnNothingGenerated() async throws {
    let workspace = try await workspace()
    let spec = String(decoding: try workspace.contents("b.yaml"), as: UTF8.self)
    #expect(!spec.contains("sample"))
    let text = try await transcript(
      workspace,
      [
        ["validate", "b.yaml"], ["plan", "b.yaml", "--lang", "both"] + Self.plan, ["verify", "plan.json"],
        ["plan", "b.yaml", "--lang", "both", "--markets", "huaqiangbei,mail-order"] + Self.plan,
        ["verify", "plan.json", "--lang", "zh"],
      ])
    try expectSnapshot(text, named: "sample.txt")
    let plan = try PlanDocument(json: workspace.contents("plan.json"))
    #expect(plan.states?.total == 5 && plan.states?[.askedFor] == 4 && plan.states?[.toBeFoundOut] == 1)
    #expect(plan.lines.allSatisfy(\.buys.isEmpty) && plan.inputs.sample == nil)
    #expect(plan.sampleNotices.isEmpty && plan.footing?.rows.map(\.kind) == [.estimate, .none])
    #expect((plan.places ?? []).allSatisfy { !$0.isSample })
  }

  /// The same board on the sample, and the verifier, which refuses that plan as one that was not asked for it.
  @Test func theSampleIsPlannedOnWhereItIsAskedFor() async throws {
    let workspace = try await workspace()
    let asked = try await workspace.peidan(["plan", "b.yaml", "--sample", "--lang", "en"] + Self.plan)
      .withSharedCatalog().run()
    #expect(asked.status == 1, "U1 must be asked for: \(asked.errors)")
    let plan = try PlanDocument(json: workspace.contents("plan.json"))
    #expect(plan.states?[.bought] == 3 && plan.inputs.sample == true)
    #expect(plan.lines.flatMap(\.buys).allSatisfy(\.isSample) && plan.sampleNotices.count == 1)
    #expect(plan.warnings.contains { $0.code == "W001" } && !plan.warnings.contains { $0.code == "W005" })
    let verified = try await workspace.peidan(["verify", "plan.json"]).withSharedCatalog().run()
    #expect(verified.status == 0, "\(verified.text)")

    var forged = plan
    forged.inputs.sample = nil
    try workspace.write(try forged.json(), to: "forged.json")
    let refused = try await workspace.peidan(["verify", "forged.json", "--lang", "both"]).withSharedCatalog().run()
    #expect(refused.status == 1 && refused.text.contains("V108"), "\(refused.text)")
    #expect(refused.text.contains("of the generated sample") && refused.text.contains("生成的样例"))

    // What the spec says holds as well, and the option goes before it.
    let spec = String(decoding: try workspace.contents("b.yaml"), as: UTF8.self)
    try workspace.write(spec + "sample: true\n", to: "trial.yaml")
    for (options, bought) in [([], 3), (["--no-sample"], 0), (["--sample"], 3)] {
      _ = try await workspace.peidan(["plan", "trial.yaml"] + options + Self.plan).withSharedCatalog().run()
      let plan = try PlanDocument(json: workspace.contents("plan.json"))
      #expect(plan.states?[.bought] == bought, "\(options)")
      let verified = try await workspace.peidan(["verify", "plan.json"]).withSharedCatalog().run()
      #expect(verified.status == 0, "\(options): \(verified.text)")
    }
  }

  /// A spec written by hand says no more of who sells what than a bill does: its slots are asked for too.
  @Test func slotsWrittenByHandAreAskedFor() async throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      schema: peidan.board/1
      board: {name: hand, title: {en: Hand, zh: 手写板}, revision: A, quantity: 4}
      market: huaqiangbei
      slots:
        U1: {category: charger, where: {current: ">= 500 mA", package: ESOP-8}}
        R1..R4: 10k 0402
        D1: {mpn: SMBJ12CA}
      \(Fixture.day)
        buyers:
          - {name: A, rate: 60 CNY/h}

      """, to: "hand.yaml")
    let text = try await transcript(
      workspace,
      [
        ["validate", "hand.yaml"], ["plan", "hand.yaml", "--lang", "en"] + Self.plan,
        ["verify", "plan.json", "--lang", "both"],
      ])
    try expectSnapshot(text, named: "sample-by-hand.txt")
    let plan = try PlanDocument(json: workspace.contents("plan.json"))
    #expect(plan.states?.total == 3 && plan.states?[.askedFor] == 3)
    #expect(plan.conflict.isEmpty)
  }
}
