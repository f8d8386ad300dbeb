import Foundation
import TestSupport
import Testing

/// Lines that nobody offers are asked for on floors: from a spec to the walk, its sheet and the record of it.
@Suite struct FloorsTests {
  /// A list of ours, of one part that no stall offers.
  private static let list = """
    lcsc,mpn,manufacturer,category,subcategory,package,joints,library_type,status,stock,price_breaks_usd,description,datasheet
    C37593,ADS1115IDGSR,Texas Instruments,ADC/DAC/Data Conversion,ADC/DAC - Specialized,VSSOP-10,10,Extended,Active,5000,1-9:4.1;10-99:3.2;100-:2.9,16 bit ADC,

    """

  private static let spec = """
    schema: peidan.board/1
    board: {name: floors, title: {en: Floors, zh: 楼层询价板}, revision: A, quantity: 10}
    market: huaqiangbei
    slots:
      R1..R4: 10k 0402
      U1: {ask: {mpn: ADS1115IDGSR, maker: Texas Instruments, package: VSSOP-10}}
      U2: {ask: {mpn: XR2206CP, package: DIP-16, description: function generator}}
      J1: {ask: {value: "5.08 mm, 3 pins", package: pluggable}}
      H9: {ask: {value: brass standoff, description: M2.5 x 11}}
    sample: true
    \(Fixture.day)
      buyers:
        - {name: A, rate: 60 CNY/h}
    """

  private func workspace() async throws -> Workspace {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(Self.list, to: "parts.csv")
    try workspace.write(Self.spec, to: "floors.yaml")
    let imported = try await workspace.peidan(["catalog", "import", "parts.csv", "--date", "2026-12-01"]).run()
    #expect(imported.status == 0, "\(imported.text)")
    return workspace
  }

  private func transcript(_ workspace: Workspace, _ runs: [[String]]) async throws -> String {
    var text = ""
    for arguments in runs {
      let command = workspace.peidan(arguments)
      text += workspace.transcript(command, try await command.run())
    }
    return text
  }

  @Test func aWalkVisitsFloorsAndItsAnswersComeBack() async throws {
    let workspace = try await workspace()
    let plan = ["plan", "floors.yaml", "--work-limit", "1", "--threads", "1", "--quiet"]
    var text = try await transcript(
      workspace,
      [
        plan + ["--lang", "en", "--output", "plan.json"], ["show", "plan.json", "--lang", "zh"],
        ["verify", "plan.json", "--spec", "floors.yaml"],
      ])
    let document = try workspace.contents("plan.json")
    let root = try #require(try JSONSerialization.jsonObject(with: document) as? [String: Any])
    #expect((root["states"] as? [String: Int])?["asked-for"] == 4)
    let sheet = try await workspace.peidan(["export", "plan.json", "--output", "sheet.html"]).run()
    #expect(sheet.status == 0, "\(sheet.text)")
    let html = String(decoding: try workspace.contents("sheet.html"), as: UTF8.self)
    let digest = try #require(html.split(separator: "data-plan=\"").last?.prefix { $0 != "\"" }).description
    func record(_ asks: String) -> String {
      """
      {"schema": "peidan.walk/1", "plan": "\(digest)", "board": "floors", "date": "2026-12-04", "lines": [], "asks": [\(asks)]}
      """
    }
    let ask = "\"mpn\": \"ADS1115IDGSR\", \"stall\": \"floor:SEG/1\", \"quantity\": 11"
    try workspace.write(
      record(
        """
        {"key": "ask/floors/U1", \(ask), "bought": true, "soldOut": false, "each": "25,9", "counter": "Z 917", "condition": "loose-new", "dateCode": "2531", "at": "2026-12-04T10:12:00"},
        {"key": "ask/floors/U2", "mpn": "XR2206CP", "stall": "floor:SEG/1", "quantity": 10, "bought": false, "soldOut": true, "at": "2026-12-04T10:02:00"},
        {"key": "ask/floors/J1", "mpn": "5.08 mm, 3 pins", "stall": "floor:SEG/1", "quantity": 10, "bought": false, "soldOut": false}
        """), to: "walk.json")
    try workspace.write(
      record(
        """
        {"key": "ask/floors/U1", \(ask), "bought": true},
        {"key": "ask/floors/U1", \(ask), "each": "dear"},
        {"key": "ask/floors/U1", \(ask), "each": "25", "condition": "new"},
        {"key": "ask/floors/U9", \(ask), "each": "25"},
        {"key": "ask/floors/U1", "mpn": "ADS1115IDGSR", "stall": "SEG-1F-A001", "quantity": 11, "each": "25"},
        {"key": "ask/floors/U1", "mpn": "ADS1115IDGSR", "stall": "floor:SEX/1", "quantity": 11, "each": "25"},
        {"key": "ask/floors/J1", "mpn": "5.08 mm, 3 pins", "stall": "floor:SEG/1", "quantity": 10, "each": "1"}
        """), to: "bad.json")
    text += try await transcript(
      workspace,
      [
        ["record", "add", "bad.json", "--plan", "plan.json"],
        ["record", "add", "walk.json", "--plan", "plan.json", "--dry-run", "--lang", "zh"],
        ["record", "add", "walk.json", "--plan", "plan.json", "--lang", "en"],
        ["record", "add", "walk.json", "--plan", "plan.json", "--lang", "en"],
        ["quotes", "status", "--date", "2026-12-05"],
        ["record", "add", "walk.json"],
        ["record", "status", "--lang", "en"], ["record", "status", "--lang", "zh"],
        ["record", "status", "--format", "json"],
      ])
    text += try await learned(workspace, plan)
    try expectSnapshot(text, named: "floors.txt")
  }

  /// What plans say of a floor on which the user asked, and once that is forgotten.
  private func learned(_ workspace: Workspace, _ plan: [String]) async throws -> String {
    var text = ""
    let run = try await workspace.peidan(plan + ["--output", "later.json"]).run()
    #expect(run.status == 1, "\(run.text)")
    let root = try #require(try JSONSerialization.jsonObject(with: workspace.contents("later.json")) as? [String: Any])
    for line in root["asked"] as? [[String: Any]] ?? [] {
      guard let estimate = line["estimate"] as? [String: Any] else { continue }
      let learned = (estimate["learned"] as? [String: Int]).map { "found \($0["found"] ?? 0) of \($0["asked"] ?? 0)" }
      text += "\(estimate["line"] ?? "") \(estimate["kind"] ?? "") \(estimate["chance"] ?? "") \(learned ?? "")\n"
    }
    let shown = try await workspace.peidan(["show", "later.json", "--lang", "zh"]).run().text
    #expect(shown.contains("您问过 1 种"), "\(shown)")
    text += try await transcript(
      workspace,
      [
        ["verify", "later.json", "--spec", "floors.yaml"], ["record", "forget", "floor:SEG/2"],
        ["record", "forget", "floor:SEG/1"], ["record", "status", "--lang", "en"],
      ])
    #expect(!FileManager.default.fileExists(atPath: workspace.path("data/catalog.floors.json")))
    return text
  }
}
