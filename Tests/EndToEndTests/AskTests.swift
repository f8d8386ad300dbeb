import Foundation
import TestSupport
import Testing

/// `peidan ask` and `peidan record add`, on a copy of the shared catalog.
@Suite struct AskTests {
  private func transcript(_ workspace: Workspace, _ runs: [[String]]) async throws -> String {
    var text = ""
    for arguments in runs {
      let command = workspace.peidan(arguments)
      text += workspace.transcript(command, try await command.run())
    }
    return text
  }

  private static let spec = """
    schema: peidan.board/1
    board: {name: asked, title: {en: Asked, zh: 询价板}, revision: A, quantity: 20}
    market: huaqiangbei
    slots:
      U1: {mpn: TP4056, maker: UMW}
      F1: {mpn: 12H1300C}
      D1: {mpn: SMBJ12CA}
      R1: 10k 0402
    \(Fixture.day)
      buyers:
        - {name: A, rate: 60 CNY/h}
    """

  private static let stalls = """
    id,name,contact,goods,market,place,lines
    li,李老板,wechat:li88,power-ics,huaqiangbei,,
    wang,王姐,,passives|discretes,huaqiangbei,HQW1-2F-B001,2

    """

  @Test func sellersAreAskedInTheirWordsAndNotAgainTooSoon() async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(Self.spec, to: "asked.yaml")
    let nobody = try await transcript(workspace, [["ask", "asked.yaml"]])
    try workspace.write(Self.stalls, to: "data/stalls.csv")
    let text = try await transcript(
      workspace,
      [
        ["ask", "asked.yaml", "--date", "2026-12-01", "--by", "2026-12-02T20:00:00"],
        ["ask", "asked.yaml", "--date", "2026-12-01", "--lang", "en", "--messages", "1"],
        ["ask", "asked.yaml", "--date", "2026-12-05"],
        ["ask", "asked.yaml", "--date", "2026-12-05", "--cool-down", "3", "--format", "csv"],
        ["ask", "asked.yaml", "--date", "2026-12-20", "--seller", "wang", "--dry-run", "--format", "json"],
        ["ask", "asked.yaml", "--seller", "wong"], ["ask", "missing.yaml"],
        ["ask", "asked.yaml", "--date", "2027-01-20", "--seller", "li", "--xlsx", "out", "--dry-run"],
        ["ask", "asked.yaml", "--date", "2027-01-20", "--seller", "li", "--xlsx", "out"],
        ["quotes", "add", "out/li.xlsx", "--seller", "li", "--spec", "asked.yaml", "--date", "2027-01-20"],
      ])
    #expect(try workspace.names(in: "out") == ["li.xlsx"])
    try expectSnapshot(nobody + text, named: "ask.txt")
  }

  @Test func recordsOfWalksBecomePrices() async throws {
    let workspace = try await SharedCatalog.workspace()
    func line(_ mpn: String, _ stall: String, _ rest: String) -> String {
      #"{"key": "a/U1#1", "line": null, "mpn": "\#(mpn)", "stall": "\#(stall)", "offer": "U1#1", "quantity": 50, \#(rest)}"#
    }
    func record(_ lines: [String]) -> String {
      #"{"schema": "peidan.walk/1", "plan": "0", "board": "asked", "date": "2026-12-04", "lines": [\#(lines.joined(separator: ", "))], "pickUps": {}}"#
    }
    try workspace.write(
      record([
        line("SMBJ12CA", "HQW1-2F-B001", #""bought": true, "soldOut": false, "paidYuan": "11.00", "paid": "11""#),
        line("SRV05-4", "HQW1-2F-B001", #""bought": false, "soldOut": true, "instead": {"bought": true}"#),
        line("FHD4020S-4R7MT", "HQW1-2F-D005", #""bought": false, "soldOut": false, "paid": "15,5""#),
        line("MT9700-N", "HQW1-2F-C003", #""bought": false, "soldOut": false"#),
      ]), to: "walk.json")
    try workspace.write(
      record([line("SMBJ12CA", "NOWHERE-1F-A001", #""bought": true, "paid": "ten""#)]), to: "wrong.json")
    try workspace.write(
      #"{"schema": "peidan.walk/1", "plan": "0", "board": "a", "date": "4 Dec", "lines": []}"#, to: "bad.json")
    let text = try await transcript(
      workspace,
      [
        ["record", "add", "walk.json", "--dry-run"], ["record", "add", "walk.json"],
        ["record", "add", "walk.json", "--lang", "zh"], ["record", "add", "walk.json", "--format", "json", "--quiet"],
        ["quotes", "status", "--date", "2026-12-05"], ["prices", "status", "--date", "2026-12-05"],
        ["record", "add", "wrong.json"], ["record", "add", "bad.json"], ["record", "add", "none.json"],
      ])
    try expectSnapshot(text, named: "record.txt")
  }

  @Test func aClosedStallIsRememberedUntilItIsSaidToBeOpen() async throws {
    let workspace = try await SharedCatalog.workspace()
    func record(_ stall: String, _ day: String, _ rest: String) -> String {
      #"{"schema": "peidan.walk/1", "plan": "0", "board": "asked", "date": "\#(day)", "lines": [{"key": "a/U1#1", "mpn": "SMBJ12CA", "#
        + #""stall": "\#(stall)", "quantity": 50, \#(rest)}], "pickUps": {}}"#
    }
    try workspace.write(record("HQW1-2F-B001", "2026-12-04", #""closed": true"#), to: "closed.json")
    try workspace.write(record("HQW1-2F-B001", "2026-12-05", #""bought": true, "paid": "11""#), to: "open.json")
    try workspace.write(record("HQW1-2F-B00x", "2026-12-05", #""closed": true"#), to: "nowhere.json")
    try workspace.write(
      record("HQW1-2F-B001", "2026-12-05", #""closed": true, "bought": true, "paid": "11""#), to: "both.json")
    let text = try await transcript(
      workspace,
      [
        ["record", "status"], ["record", "add", "closed.json", "--dry-run"],
        ["record", "add", "closed.json", "--closed-days", "10"],
        ["record", "add", "closed.json", "--closed-days", "10"],
        ["record", "status", "--lang", "both"], ["record", "status", "--format", "json"],
        ["record", "open", "HQW1-2F-B002"],
        ["record", "open", "HQW1-2F-B001"], ["record", "add", "closed.json", "--lang", "zh", "--format", "json"],
        ["record", "add", "open.json"], ["record", "status", "--lang", "zh"], ["record", "add", "nowhere.json"],
        ["record", "add", "both.json"], ["record", "add", "closed.json", "--closed-days", "-1"],
      ])
    try expectSnapshot(text, named: "record-closed.txt")
  }
}
