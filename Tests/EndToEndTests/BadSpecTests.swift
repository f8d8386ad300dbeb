import Foundation
import TestSupport
import Testing

/// What `plan` and `validate` say of specs that they cannot use or that are wrong.
@Suite struct BadSpecTests {
  /// The start of every spec here: right, but for its slots.
  private static let head = """
    schema: peidan.board/1
    board: {name: b, title: {en: Board, zh: 板}, quantity: 5}
    market: huaqiangbei
    day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}

    """

  private static func wrong(_ name: String, _ slots: String) -> BadFile {
    BadFile(name: name, content: .text(head + slots), status: 1)
  }

  static let files =
    BadFile.unusable("yaml") + [
      wrong("broken.yaml", "slots: {R1: [10k\n"),
      wrong("unknown-unit.yaml", "slots:\n  U1: {category: charger, where: {current: \">= 1 parsec\"}}\n"),
      wrong("negative-count.yaml", "slots:\n  U1: {category: charger, count: -2}\n"),
      wrong("unknown-name.yaml", "slots:\n  U1: {category: chargr}\n"),
      wrong("unknown-place.yaml", "slots:\n  U1: {category: charger, stalls: {only: [no-such-stall]}}\n"),
    ]

  @Test(arguments: ["plan", "validate"])
  func eachIsToldWithItsPlaceAndExitCode(_ command: String) async throws {
    let workspace = try Workspace()
    var page = ""
    for file in Self.files {
      try file.make(in: workspace)
      let run = try await workspace.peidan([command, file.name]).withSharedCatalog()
      let answer = try await run.run()
      #expect(answer.status == file.status, "\(command) \(file.name): \(answer.errors)")
      page += workspace.transcript(run, answer) + "\n"
    }
    try expectSnapshot(page, named: "bad-spec-\(command).txt")
  }

  @Test func aSpecOnStandardInputIsNamedSo() async throws {
    let workspace = try Workspace()
    var run = try await workspace.peidan(["validate", "-"]).withSharedCatalog()
    run.input = Data((Self.head + "slots: {U1: {category: chargr}}\n").utf8)
    let answer = try await run.run()
    #expect(answer.status == 1)
    #expect(answer.errors.hasPrefix("<stdin>:5:"), "\(answer.errors)")
  }

  @Test(.enabled(if: Privilege.canBindFiles, "permissions bind nobody here"))
  func aFileThatMayNotBeReadIsUnusable() async throws {
    let workspace = try Workspace()
    try workspace.write(Self.head, to: "secret.yaml")
    try workspace.allow(0o000, at: "secret.yaml")
    let run = try await workspace.peidan(["validate", "secret.yaml"]).withSharedCatalog().bound()
    let answer = try await run.run()
    #expect(answer.status == 2)
    #expect(answer.errors == "secret.yaml: error: cannot be read: it may not be read by this user [T030]\n")
  }

  @Test func wrongUsageIsTold() async throws {
    let workspace = try Workspace()
    let lines = [
      ["plan"], ["plan", "a.yaml", "--boards", "0"], ["plan", "a.yaml", "--date", "tomorrow"],
      ["plan", "a.yaml", "--finish", "25:00"], ["plan", "a.yaml", "--budget", "much"],
      ["plan", "a.yaml", "--work-limit", "0"], ["plan", "a.yaml", "--no-such-option"], ["plam"],
    ]
    var page = ""
    for line in lines {
      let run = workspace.peidan(line)
      let answer = try await run.run()
      #expect(answer.status == 64, "\(line)")
      page += workspace.transcript(run, answer) + "\n"
    }
    try expectSnapshot(page, named: "wrong-usage.txt")
  }
}
