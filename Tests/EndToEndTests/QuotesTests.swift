import Foundation
import TestSupport
import Testing

/// `peidan quotes`, on a copy of the shared catalog.
@Suite struct QuotesTests {
  private static let answer = """
    老板你好
    TP4056 散新 0.35 2k起 现货
    ME6211C33M5G-N 没有
    DW01A 23+ 原装 整盘3k 0.12不含税 含税13点
    CH340C 1.5 期货2周
    那个没货，有ETA4056 0.28
    0.3左右 IP5306

    """

  private func transcript(_ workspace: Workspace, _ runs: [[String]]) async throws -> String {
    var text = ""
    for arguments in runs {
      let command = workspace.peidan(arguments)
      text += workspace.transcript(command, try await command.run())
    }
    return text
  }

  @Test func answersAreAddedOnceListedAndRemoved() async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(Self.answer, to: "li.txt")
    let add = ["quotes", "add", "li.txt", "--seller", "li", "--name", "李老板", "--date", "2026-12-01"]
    let text = try await transcript(
      workspace,
      [
        ["quotes", "status", "--date", "2026-12-04"], add + ["--dry-run"], add, add + ["--lang", "zh"],
        ["quotes", "status", "--date", "2026-12-04"], ["quotes", "status", "--date", "2027-01-04", "--lang", "both"],
        ["prices", "status", "--date", "2026-12-04"], ["quotes", "remove", "lo"], ["quotes", "remove", "li"],
        ["prices", "status", "--date", "2026-12-04"],
      ])
    try expectSnapshot(text, named: "quotes.txt")
    #expect(String(decoding: try workspace.contents("data/stalls.csv"), as: UTF8.self).contains("li,李老板,"))
  }

  @Test func answersAreGivenAsData() async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(Self.answer, to: "li.txt")
    let text = try await transcript(
      workspace,
      [
        ["quotes", "add", "li.txt", "--seller", "li", "--date", "2026-12-01", "--format", "json", "--quiet"],
        ["quotes", "status", "--date", "2026-12-04", "--format", "json"],
      ])
    try expectSnapshot(text, named: "quotes-json.txt")
  }

  @Test func badInputIsNamedAndChangesNothing() async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(" \n", to: "empty.txt")
    try workspace.write("id,market\nli,nowhere\n", to: "data/stalls.csv")
    try workspace.write(Self.answer, to: "li.txt")
    let text = try await transcript(
      workspace,
      [
        ["quotes", "add", "missing.txt", "--seller", "li"], ["quotes", "add", "empty.txt", "--seller", "li"],
        ["quotes", "add", "li.txt", "--seller", "l i"], ["quotes", "add", "li.txt", "--seller", "li"],
        ["quotes", "add", "li.txt", "--seller", "li", "--valid", "-1"],
        ["quotes", "add", "li.txt", "--seller", "li", "--list-range", "5..0.2"],
      ])
    try expectSnapshot(text, named: "quotes-bad.txt")
    #expect(try workspace.names(in: "data").sorted() == ["catalog.sqlite", "stalls.csv"])
  }

  /// A number of the spec that no catalog knows is just what was asked for.
  @Test func aSpecMayAskForPartsThatNobodyKnows() async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(
      """
      schema: peidan.board/1
      board: {name: rare, title: {en: Rare, zh: 稀有}, revision: A, quantity: 20}
      market: huaqiangbei
      slots:
        U1: {mpn: XQ-4711-ZZ, maker: Nobody}
        U2: {mpn: TP4056, maker: Somebody Else}
        U3: {any: [{mpn: QQ-0815-A}, {mpn: TP4056}]}
      sample: true
      \(Fixture.day)
        buyers:
          - {name: A, rate: 60 CNY/h}
      """, to: "rare.yaml")
    try workspace.write("XQ-4711-ZZ 1.20 原装 200个\nQQ-0815-A 没有\n", to: "li.txt")
    let text = try await transcript(
      workspace,
      [
        ["validate", "rare.yaml"],
        ["quotes", "add", "li.txt", "--seller", "li", "--spec", "rare.yaml", "--date", "2026-12-03"],
      ])
    try expectSnapshot(text, named: "quotes-unknown-parts.txt")
  }

  /// A seller who stands at a counter that the catalog does not have is walked to, on the floor of the place that was said.
  @Test func aSellerAtACounterIsWalkedTo() async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(
      """
      schema: peidan.board/1
      board: {name: rare, title: {en: Rare, zh: 稀有}, revision: A, quantity: 20}
      market: huaqiangbei
      slots:
        U1: {ask: {mpn: XQ-4711-ZZ, description: radio}}
      \(Fixture.day)
        buyers:
          - {name: A, rate: 60 CNY/h}
      """, to: "rare.yaml")
    try workspace.write("XQ-4711-ZZ 1.20 原装 200个\n", to: "wang.txt")
    let added = try await workspace.peidan([
      "quotes", "add", "wang.txt", "--seller", "wang", "--place", "赛格广场2楼 A77", "--spec", "rare.yaml", "--date",
      "2026-12-03", "--lang", "en",
    ]).run()
    #expect(added.status == 0 && !added.text.contains("delivered"), "\(added.text)")
    let plan = try await workspace.peidan([
      "plan", "rare.yaml", "--work-limit", "1", "--threads", "1", "--quiet", "--output", "plan.json",
    ]).run()
    #expect(plan.status == 0, "\(plan.errors)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: try workspace.contents("plan.json")) as? [String: Any])
    let walks = try #require(document["walks"] as? [[String: Any]])
    let visits = walks.flatMap { $0["visits"] as? [[String: Any]] ?? [] }
    #expect(visits.map { $0["stall"] as? String } == ["wang"])
    let place = try #require(visits.first?["place"] as? [String: Any])
    #expect(place["building"] as? String == "SEG" && place["floor"] as? Int == 2, "\(place)")
    let verified = try await workspace.peidan(["verify", "plan.json", "--spec", "rare.yaml"]).run()
    #expect(verified.status == 0, "\(verified.text)")
  }

  /// A quote of a seller who is no stall of the catalog, below every price of the market: the plan has it delivered, and verifies.
  @Test(.enabled(if: BuildMode.isRelease, "a debug build plans for minutes")) func plansBuyAtQuotedPrices() async throws
  {
    let workspace = try await SharedCatalog.workspace()
    let board = "fused.yaml"
    try workspace.write(
      """
      schema: peidan.board/1
      board: {name: fused, title: {en: Fused, zh: 保险丝板}, revision: A, quantity: 20}
      market: huaqiangbei
      slots:
        F1: {mpn: 12H1300C}
        D1: {mpn: SMBJ12CA}
      sample: true
      \(Fixture.day)
        buyers:
          - {name: A, rate: 60 CNY/h}
      """, to: board)
    try workspace.write("12H1300C 0.09 原装\nSMBJ12CA 没有\n", to: "li.txt")
    _ = try await workspace.peidan([
      "quotes", "add", "li.txt", "--seller", "li", "--spec", board, "--date", "2026-12-03",
    ]).run()
    let plan = try await workspace.peidan([
      "plan", board, "--work-limit", "50", "--threads", "1", "--quiet", "--output", "plan.json",
    ]).run()
    #expect(plan.status == 0, "\(plan.errors)")
    let document = String(decoding: try workspace.contents("plan.json"), as: UTF8.self)
    #expect(document.contains("\"quotes-li\""))
    let verified = try await workspace.peidan(["verify", "plan.json", "--spec", board]).run()
    #expect(verified.status == 0, "\(verified.text)")
  }

  /// A cheaper quote whose age is not known keeps to no rule; the dearer one that names its week is bought.
  @Test(.enabled(if: BuildMode.isRelease, "a debug build plans for minutes")) func plansKeepToRulesOnDateCodes()
    async throws
  {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(
      """
      schema: peidan.board/1
      board: {name: fused, quantity: 20}
      market: huaqiangbei
      slots:
        F1: {mpn: 12H1300C, date-code: 1 y}
      \(Fixture.day)
        buyers:
          - {name: A, rate: 60 CNY/h}
      """, to: "fused.yaml")
    for (seller, answer) in [("li", "12H1300C 0.09 原装 批号2601\n"), ("wang", "12H1300C 0.02 原装 25+\n")] {
      try workspace.write(answer, to: "answer.txt")
      let added = try await workspace.peidan([
        "quotes", "add", "answer.txt", "--seller", seller, "--spec", "fused.yaml", "--date", "2026-12-03",
      ]).run()
      #expect(added.status == 0, "\(added.errors)")
    }
    let checked = try await workspace.peidan(["validate", "fused.yaml"]).run()
    #expect(checked.status == 0 && !checked.errors.contains("B604"), "\(checked.errors)")
    let plan = try await workspace.peidan([
      "plan", "fused.yaml", "--work-limit", "50", "--threads", "1", "--quiet", "--output", "plan.json",
    ]).run()
    #expect(plan.status == 0, "\(plan.errors)")
    let document = String(decoding: try workspace.contents("plan.json"), as: UTF8.self)
    #expect(document.contains("\"quotes-li\"") && document.contains("\"dateCode\" : \"2601\""))
    let verified = try await workspace.peidan(["verify", "plan.json", "--spec", "fused.yaml"]).run()
    #expect(verified.status == 0, "\(verified.text)")
    // Both sellers have just answered, so that a floor is where to ask.
    #expect(document.contains("\"answer\" : {") && document.contains("\"buildingName\""))
    let asked = try await workspace.peidan([
      "ask", "plan.json", "--date", "2026-12-03", "--cool-down", "0", "--dry-run",
    ])
    .run()
    #expect(asked.text.contains("12H1300C") && asked.text.contains("以后"), "\(asked.text)\(asked.errors)")
  }
}
