import Base
import Foundation
import SourcingPlan
import TestSupport
import Testing

/// `peidan what-if`, on a copy of the shared catalog.
@Suite struct WhatIfTests {
  private static let limits = ["--work-limit", "6", "--threads", "1"]
  /// Where it does not matter how good an answer is.
  private static let quick = ["--work-limit", "1", "--threads", "1"]

  private static func spec(conditions: String = "original, loose-new, domestic", never: String = "") -> String {
    """
    schema: peidan.board/1
    board: {name: small, title: {en: Small, zh: 小板}, revision: A, quantity: 20}
    market: huaqiangbei
    slots:
      D1: {mpn: SMBJ12CA}
      U1: {mpn: TP4056}
    policy:
      conditions: [\(conditions)]
      stalls: {only: [], never: [\(never)]}
    sample: true
    \(Fixture.day)
      buyers:
        - {name: A, rate: 60 CNY/h}
    """
  }

  private static func prices(_ price: String) -> String {
    """
    market,stall,mpn,maker,condition,price,stock,seen,tax
    huaqiangbei,SEG-2F-B015,SMBJ12CA,GOODWORK,original,\(price),9000,2026-12-01,included

    """
  }

  /// A folder with a board, prices, and a plan of them.
  private static func workspace(_ limits: [String] = limits) async throws -> Workspace {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(spec(), to: "small.yaml")
    try workspace.write(prices("0.05"), to: "prices.csv")
    for arguments in [
      ["prices", "import", "prices.csv"], ["plan", "small.yaml", "--quiet", "--output", "plan.json"] + limits,
    ] {
      let answer = try await workspace.peidan(arguments).run()
      #expect(answer.status == 0, "\(arguments): \(answer.errors)")
    }
    return workspace
  }

  /// Each figure of an answer.
  private struct Answer: Decodable {
    struct Figures: Decodable {
      var total: Amount
      var bound: Amount
    }

    struct Case: Decodable {
      var changes: [String]
      var status: PlanDocument.Status
      var figures: Figures?
      var difference: Amount?
    }

    var schema: String
    var plan: Figures
    var cases: [Case]
  }

  @Test(.enabled(if: BuildMode.isRelease, "planning takes minutes in a debug build; `swift test -c release` runs it"))
  func eachChangedProblemSolvedAfreshByPlanAgrees() async throws {
    let workspace = try await Self.workspace()
    let bought = try PlanDocument(json: workspace.contents("plan.json")).lines.flatMap(\.buys)
    let stall = try #require(bought.first { $0.stall != "SEG-2F-B015" }?.stall.text)
    #expect(bought.contains { $0.stall == "SEG-2F-B015" })
    let changes = [
      "boards=50", "ban=散新", "ban=\(stall)",
      "price:SEG-2F-B015:SMBJ12CA=0.30",
    ]
    let asked = try await workspace.peidan(["what-if", "plan.json"] + changes + Self.limits + ["--format", "json"])
      .run()
    #expect(asked.status == 0, "\(asked.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: asked.output)
    #expect(answer.schema == "peidan.what-if/1" && answer.cases.map(\.changes) == changes.map { [$0] } + [changes])

    func afresh(_ options: [String], spec: String = Self.spec(), price: String = "0.05") async throws -> PlanDocument {
      try workspace.write(spec, to: "small.yaml")
      try workspace.write(Self.prices(price), to: "prices.csv")
      #expect(try await workspace.peidan(["prices", "import", "prices.csv"]).run().status == 0)
      let plan = ["plan", "small.yaml", "--quiet", "--output", "afresh.json"] + Self.limits + options
      let planned = try await workspace.peidan(plan).run()
      #expect(planned.status == 0, "\(options): \(planned.errors)")
      return try PlanDocument(json: workspace.contents("afresh.json"))
    }
    let options = ["--boards", "50"]
    let plans = [
      try await afresh(["--boards", "50"]),
      try await afresh([], spec: Self.spec(conditions: "original, domestic")),
      try await afresh([], spec: Self.spec(never: stall)), try await afresh([], price: "0.30"),
      try await afresh(options, spec: Self.spec(conditions: "original, domestic", never: stall), price: "0.30"),
    ]
    var proven = 0
    for (found, plan) in zip(answer.cases, plans) {
      let figures = try #require(found.figures, "\(found.changes)")
      let bound = try #require(plan.bound)
      #expect(figures.total >= bound && plan.cost.total >= figures.bound, "\(found.changes)")
      if found.status == .optimal, plan.status == .optimal {
        proven += 1
        #expect(figures.total == plan.cost.total, "\(found.changes)")
      }
      #expect(found.difference?.money == figures.total.money - answer.plan.total.money)
    }
    #expect(proven >= 3, "\(proven) of \(plans.count) are proven both times")
    #expect(Set(answer.cases.compactMap(\.figures?.total)).count > 3, "changes cost something")
  }

  @Test func whatIsAskedIsAnsweredInEachFormatAndWhatCannotBeIsSaid() async throws {
    let workspace = try await Self.workspace(Self.quick)
    var text = ""
    for arguments in [
      ["finish=17:00", "boards=50"] + Self.quick, ["ban=国产", "--lang", "zh"] + Self.quick,
      ["budget=0.50", "--lang", "both"] + Self.quick, ["ban=散新", "--format", "md"] + Self.quick,
      ["finish=09:00"] + Self.quick, ["finsh=17:00"], ["colour=red"], ["boards=none"],
      ["finish=17:00", "finish=18:00"],
      ["ban=翻性"], ["ban=SEG-2F-B01"], ["price:SEG-2F-B015=3"], ["price:SEG-2F-B016:SMBJ12CA=3"],
      ["price:SEG-2F-B015:NOPE=3"], [],
    ] {
      let command = workspace.peidan(["what-if", "plan.json"] + arguments)
      text += workspace.transcript(command, try await command.run())
    }
    try workspace.write(Self.spec() + "\n# another\n", to: "small.yaml")
    let command = workspace.peidan(["what-if", "plan.json", "finish=17:00"])
    let changed = try await command.run()
    text += workspace.transcript(command, changed).replacing(/[0-9a-f]{12}/, with: "DIGEST")
    try expectSnapshot(text, named: "what-if.txt")
  }
}
