import Foundation
import TestSupport
import Testing

/// What `verify` and `export` say of plans that they cannot use.
@Suite struct BadPlanTests {
  private static func files() throws -> [BadFile] {
    let plan = try String(contentsOf: Fixture.plan, encoding: .utf8)
    let newer = plan.replacingOccurrences(of: "peidan.plan/1", with: "peidan.plan/7")
    let wordy = plan.replacingOccurrences(of: "\"quantity\":", with: "\"quantity\": \"some\", \"was\":")
    return BadFile.unusable("json") + [
      BadFile(name: "broken.json", content: .text("{\"schema\": \"peidan.plan/1\", \"lines\": [\n"), status: 2),
      BadFile(name: "other.json", content: .text("{\"schema\": \"shopping/3\"}"), status: 2),
      BadFile(name: "newer.json", content: .text(newer), status: 2),
      BadFile(name: "keyless.json", content: .text("{\"schema\": \"peidan.plan/1\"}"), status: 2),
      BadFile(name: "wordy.json", content: .text(wordy), status: 2),
    ]
  }

  @Test(arguments: ["verify", "export"])
  func eachIsToldWithItsExitCode(_ command: String) async throws {
    let workspace = try Workspace()
    var page = ""
    for file in try Self.files() {
      try file.make(in: workspace)
      let run = try await workspace.peidan([command, file.name]).withSharedCatalog()
      let answer = try await run.run()
      #expect(answer.status == file.status, "\(command) \(file.name): \(answer.errors)")
      page += workspace.transcript(run, answer) + "\n"
    }
    try expectSnapshot(page, named: "bad-plan-\(command).txt")
  }

  @Test func aPlanWithoutItsSpecIsUnusable() async throws {
    let workspace = try Workspace()
    try workspace.write(Data(contentsOf: Fixture.plan), to: "plan.json")
    let lost = try await workspace.peidan(["verify", "plan.json"]).withSharedCatalog().run()
    #expect(lost.status == 2)
    #expect(lost.errors.contains("help: name it with `--spec FILE`"), "\(lost.errors)")
    let absent = try await workspace.peidan(["verify", "plan.json", "--spec", "absent.yaml"]).withSharedCatalog().run()
    #expect(absent.status == 2)
    #expect(absent.errors == "absent.yaml: error: cannot be read: there is no such file [T030]\n")
  }

  @Test func aPlanOfAnotherSpecIsRefused() async throws {
    let workspace = try Workspace()
    let plan = try String(contentsOf: Fixture.plan, encoding: .utf8)
    try workspace.write(plan.replacingOccurrences(of: "\"alley\"", with: "\"huaqiangbei\""), to: "plan.json")
    let board = Product.boards.appendingPathComponent("usb-charger.yaml").path
    let answer = try await workspace.peidan(["verify", "plan.json", "--spec", board]).withSharedCatalog().run()
    #expect(answer.status == 1, "\(answer.errors)")
    #expect(answer.text.contains("V001 "), "\(answer.text)")
  }

  @Test func aSheetThatCannotBeWrittenIsTold() async throws {
    let workspace = try Workspace()
    try workspace.write(Data(contentsOf: Fixture.plan), to: "plan.json")
    try workspace.write("mine", to: "file")
    var page = ""
    for line in [
      ["--format", "html,csv", "--output", "file"], ["--format", "html", "--output", "absent/sheet.html"],
      ["--format", "html,csv", "--output", "file/below"], ["--format", "html,csv", "--output", "-"],
      ["--format", "docx"],
    ] {
      let run = workspace.peidan(["export", "plan.json"] + line)
      let answer = try await run.run()
      #expect(answer.status == (line.last == "-" || line.last == "docx" ? 64 : 2), "\(line): \(answer.errors)")
      page += workspace.transcript(run, answer) + "\n"
    }
    #expect(try workspace.contents("file") == Data("mine".utf8))
    try expectSnapshot(page, named: "bad-export-output.txt")
  }

  @Test func aFullDiskLeavesTheOldSheet() async throws {
    let workspace = try Workspace()
    try workspace.write(Data(contentsOf: Fixture.plan), to: "plan.json")
    try workspace.write("old", to: "sheet.html")
    var run = workspace.peidan(["export", "plan.json", "--output", "sheet.html"])
    run.limit = "-f 1"
    let answer = try await run.run()
    #expect(answer.status == 2)
    #expect(
      answer.errors
        == "peidan: cannot write `sheet.html`: no room: the disk is full, or a limit on file sizes is reached\n")
    #expect(try workspace.contents("sheet.html") == Data("old".utf8))
    #expect(try workspace.names(in: ".") == ["plan.json", "sheet.html"])
  }
}
