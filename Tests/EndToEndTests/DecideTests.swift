import Foundation
import Testing

/// Settling what an import could not, by options and at a terminal.
@Suite struct DecideTests {
  private static let bom =
    "Refs,Value,Footprint,Qty,MPN,Manufacturer\nR1,4k7,0402,1,0402WGF4701TCE,UNI-ROYAL\n"
    + "\"R2, R3\",4k7,,2,,\nM1,a case,,1,,\nU3,a module,,1,SC1631 rev 2 maybe,Raspberry Pi\n"

  /// The catalog is shared; what is remembered stands in the workspace's own data folder.
  private func peidan(_ workspace: Workspace, _ arguments: [String]) async throws -> Command {
    workspace.peidan(arguments + ["--catalog", try await SharedCatalog.file().path])
  }

  private func imported() async throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(Self.bom, to: "b.csv")
    let answer = try await peidan(workspace, ["import", "b.csv", "--output", "b.yaml", "--date", "2026-12-04"]).run()
    #expect(answer.status == 0, "\(answer.errors)")
    return workspace
  }

  private func spec(_ workspace: Workspace, _ name: String = "b.yaml") throws -> String {
    String(decoding: try workspace.contents(name), as: UTF8.self)
  }

  @Test func openLinesAreListedWithWhatTheyMayBe() async throws {
    let workspace = try await imported()
    let before = try workspace.contents("b.yaml")
    let listed = try await peidan(workspace, ["decide", "b.yaml"]).run()
    #expect(listed.status == 1)
    #expect(listed.text.hasPrefix("2 lines are to be decided:\nR2, R3 (A3): 4k7\n"), "\(listed.text)")
    #expect(listed.text.contains("\n  it may be:\n    1  ") && listed.text.contains("\nM1 (A4): a case\n"))
    let json = try await peidan(workspace, ["decide", "b.yaml", "--format", "json"]).run()
    let object = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    #expect(object["schema"] as? String == "peidan.decide/1" && object["written"] as? Bool == false)
    let open = try #require(object["open"] as? [[String: Any]])
    #expect(open.map { $0["refs"] as? [String] } == [["R2", "R3"], ["M1"]])
    #expect((open[0]["candidates"] as? [[String: Any]])?.isEmpty == false && open[0]["why"] is String)
    #expect(try workspace.contents("b.yaml") == before)
  }

  @Test func choicesAreWrittenIntoTheSpecAndKeptByTheNextImport() async throws {
    let workspace = try await imported()
    let mine = try spec(workspace).replacing("rate: 60", with: "rate:   75").replacing(
      "schema:", with: "# mine\nschema:")
    try workspace.write(mine, to: "b.yaml")
    let answer = try await peidan(
      workspace,
      ["decide", "b.yaml", "--line", "R3=1", "--line", "M1=left-out", "--passives", "equivalent"]
    ).run()
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.text.hasSuffix("wrote b.yaml\nEvery line is decided.\n"), "\(answer.text)")
    let decided = try spec(workspace)
    #expect(decided.contains("# mine\nschema:") && decided.contains("rate:   75"))
    #expect(
      decided.contains("\n  R1: {category: resistor, where: {resistance: 4.7 kΩ, package: \"0402\""), "\(decided)")
    #expect(decided.contains("\n  R2, R3: {mpn: ") && decided.contains("M1: {fitted: false, decided: true, from: A4"))
    #expect(decided.contains("\n  passives: equivalent\n"))
    let valid = try await peidan(workspace, ["validate", "b.yaml"]).run()
    #expect(valid.status == 0 && !valid.errors.contains("B008"), "\(valid.errors)")

    let again = try await peidan(workspace, ["import", "b.csv", "--output", "b.yaml"]).run()
    #expect(again.status == 0)
    let kept = try spec(workspace)
    let slots = { (text: String) in String(text[..<(text.firstRange(of: "\nimported:")?.lowerBound ?? text.endIndex)]) }
    #expect(slots(kept) == slots(decided))
    #expect(kept.contains("fitted: false, decided: true") && kept.contains("\n  passives: equivalent\n"))
    #expect(try await peidan(workspace, ["decide", "b.yaml"]).run().status == 0)
  }

  @Test func whatIsDecidedIsRememberedForOtherBoards() async throws {
    let workspace = try Workspace()
    try workspace.write("Refs,Value,MPN,Manufacturer\nU3,0402WGF,SC1631,Raspberry Pi\n", to: "a.csv")
    let line = ["import", "a.csv", "--output", "a.yaml", "--date", "2026-12-04"]
    _ = try await peidan(workspace, line).run()
    let answer = try await peidan(
      workspace, ["decide", "a.yaml", "--line", "U3=Raspberry Pi Pico 2", "--format", "json"]
    ).run()
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.text.contains("\"remembered\" : true"), "\(answer.text)")
    let table = try spec(workspace, "data/aliases.csv")
    #expect(
      table == "number,maker,value,package,part,part_maker\nSC1631,Raspberry Pi,,,Raspberry Pi Pico 2,\n", "\(table)")

    try workspace.write("Designator,Comment,Part Number,Brand\nMOD1,Pico,sc1631,raspberry pi\n", to: "c.csv")
    let other = try await peidan(workspace, ["import", "c.csv", "--output", "c.yaml", "--date", "2026-12-04"]).run()
    #expect(other.status == 0 && !other.errors.contains("M014"), "\(other.errors)")
    #expect(other.text.contains("you decided that `SC1631` is `Raspberry Pi Pico 2`"), "\(other.text)")
    #expect(try spec(workspace, "c.yaml").contains("  MOD1: {ask: {mpn: Raspberry Pi Pico 2, "))

    try workspace.write("number,maker,value,package,part,part_maker\nX,,,,,\n", to: "data/aliases.csv")
    let broken = try await peidan(workspace, ["import", "c.csv"]).run()
    #expect(broken.status == 2 && broken.errors.contains("aliases.csv:2:1: error:"), "\(broken.errors)")
  }

  @Test(
    "a choice that cannot be used leaves the spec as it was",
    arguments: [
      ("R3=99", "line `R2, R3` has the candidates 1 to "), ("Q9=1", "no open line has the reference `Q9`"),
      ("R1=ask", "`R1` is decided; change its slot in the spec"), ("M1=1", "no open line has the reference `M1`"),
    ])
  func refused(choice: String, message: String) async throws {
    let workspace = try await imported()
    let before = try workspace.contents("b.yaml")
    let answer = try await peidan(workspace, ["decide", "b.yaml", "--line", "M1=left-out", "--line", choice]).run()
    #expect(answer.status == 2, "\(answer.text)")
    #expect(answer.errors.contains(message), "\(answer.errors)")
    #expect(try workspace.contents("b.yaml") == before)
  }

  @Test func aSpecThatNoImportWroteIsRefusedAndSoAreWrongWords() async throws {
    let workspace = try Workspace()
    try workspace.write("schema: peidan.board/1\n", to: "b.yaml")
    let foreign = try await peidan(workspace, ["decide", "b.yaml"]).run()
    #expect(
      foreign.status == 2 && foreign.errors.contains("the spec was not written by an import"), "\(foreign.errors)")
    for line in [["--line", "U3"], ["--line", "=1"], ["--line", "U3="]] {
      #expect(try await peidan(workspace, ["decide", "b.yaml"] + line).run().status == 64)
    }
    #expect(try await peidan(workspace, ["decide", "-"]).run().status == 64)
    #expect(try await peidan(workspace, ["decide", "none.yaml"]).run().status == 2)
  }

  @Test func atATerminalEachLineIsAskedAbout() async throws {
    let workspace = try await imported()
    let terminal = try Terminal()
    var command = try await peidan(workspace, ["decide", "b.yaml", "--lang", "zh"])
    command.terminal = terminal
    command.isInteractive = true
    let running = try command.start()
    let isRunning = { running.process.isRunning }
    #expect(terminal.read(until: "equivalent）？", while: isRunning).contains("有 1 行用型号指定了"))
    terminal.type("n")
    #expect(terminal.read(until: "q 结束：", while: isRunning).contains("R2, R3 (A3): 4k7"))
    terminal.type("99")
    #expect(terminal.read(until: "q 结束：", while: isRunning).contains("has the candidates 1 to"))
    terminal.type("1")
    #expect(terminal.read(until: "q 结束：", while: isRunning).contains("M1 (A4): a case"))
    terminal.type("")
    let answer = try await running.answer()
    #expect(answer.status == 0)
    let written = try spec(workspace)
    #expect(written.contains("\n  R2, R3: {mpn: ") && written.contains("\n  passives: named\n"))
    #expect(!written.contains("decided: true") && written.contains("  R1: {mpn: 0402WGF4701TCE, maker: UNI-ROYAL}"))
  }
}
