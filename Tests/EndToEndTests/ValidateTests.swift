import Foundation
import TestSupport
import Testing

/// What `validate` prints in each format, and what it changes.
@Suite struct ValidateTests {
  /// One error of a rule, one warning with a safe change, one note, in a layout that must stay.
  static let spec = """
    schema: peidan.board/1
    board: {name: b, quantity: 5}   # five of them
    market: huaqiangbei
    rails:
      VBUS: {source: J1, range: 8.5..9.5 V}   # negotiated
    slots:
      J1: {mpn: TYPE-C-31-M-12, maker: Korean Hroparts Elec}
      D1: {mpn: SMAJ5.0A, maker: MDD, rail: VBUS}
    policy: {date-code-years: 2}
    waivers:
      - {code: B110, at: VBUS, reason: "nothing draws"}   # old
      - {code: B111, at: VBUS, reason: "nothing draws"}
    day: {date: 2026-12-04, start: "09:30", finish: "18:30", buyers: [{name: A, rate: 60 CNY/h}]}
    sample: true

    """

  @Test(arguments: ["text", "concise", "json", "sarif"])
  func eachFormatStandsInItsSnapshot(format: String) async throws {
    let workspace = try Workspace()
    try workspace.write(Self.spec, to: "board.yaml")
    let run = try await workspace.peidan(["validate", "board.yaml", "--format", format]).withSharedCatalog()
    let answer = try await run.run()
    #expect(answer.status == 1)
    try expectSnapshot(format == "text" ? answer.errors + answer.text : answer.text, named: "validate-\(format).txt")
    #expect(format == "text" || answer.errors.isEmpty)
  }

  @Test func aNumberInOtherCapitalsIsNamedAsTheCatalogHasIt() async throws {
    let workspace = try Workspace()
    let day = Self.spec.split(separator: "\n").first { $0.hasPrefix("day:") } ?? ""
    try workspace.write(
      """
      schema: peidan.board/1
      board: {name: b, quantity: 5}
      market: huaqiangbei
      slots:
        U1: {mpn: tp4056, maker: UMW}
      \(day)

      """, to: "board.yaml")
    let answer = try await workspace.peidan(["validate", "board.yaml", "--lang", "en"]).withSharedCatalog().run()
    #expect(answer.status == 1)
    #expect(
      answer.errors == """
        board.yaml:5:3: error: the catalog has no `tp4056` from UMW for `U1` [B011]
         5 |   U1: {mpn: tp4056, maker: UMW}
           |   ^^
        help: did you mean `TP4056`?

        """)
  }

  @Test func aDryRunShowsTheChangesAndMakesNone() async throws {
    let workspace = try Workspace()
    try workspace.write(Self.spec, to: "board.yaml")
    let run = try await workspace.peidan(["validate", "board.yaml", "--fix", "--dry-run", "--format", "concise"])
      .withSharedCatalog()
    let answer = try await run.run()
    try expectSnapshot(answer.text, named: "validate-dry-run.txt")
    #expect(try workspace.contents("board.yaml") == Data(Self.spec.utf8))
  }

  @Test func safeChangesAreMadeAndTheLayoutStays() async throws {
    let workspace = try Workspace()
    try workspace.write(Self.spec, to: "board.yaml")
    let answer = try await workspace.peidan(["validate", "board.yaml", "--fix"]).withSharedCatalog().run()
    #expect(answer.status == 1)
    let left = Self.spec.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.contains("- {code: B11")
    }
    #expect(String(decoding: try workspace.contents("board.yaml"), as: UTF8.self) == left.joined(separator: "\n"))
    let again = try await workspace.peidan(["validate", "board.yaml", "--fix"]).withSharedCatalog().run()
    #expect(!again.errors.contains("change"))
  }

  /// Line breaks, permissions and links stay; the file that a link names is changed.
  @Test func changesKeepWhatTheFileIs() async throws {
    let workspace = try Workspace()
    try workspace.write(Self.spec.replacing("\n", with: "\r\n"), to: "board.yaml")
    let path = workspace.folder.appendingPathComponent("board.yaml").path
    let link = workspace.folder.appendingPathComponent("link.yaml").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "board.yaml")
    let shown = try await workspace.peidan(["validate", "link.yaml", "--fix", "--dry-run", "--format", "concise"])
      .withSharedCatalog().run()
    #expect(shown.text.contains("\n-  - {code: B110") && !shown.text.contains("No newline at end of file"))
    _ = try await workspace.peidan(["validate", "link.yaml", "--fix"]).withSharedCatalog().run()
    let left = Self.spec.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.contains("- {code: B11")
    }
    #expect(String(decoding: try workspace.contents("board.yaml"), as: UTF8.self) == left.joined(separator: "\r\n"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "board.yaml")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test(arguments: [["board.yaml", "--dry-run"], ["-", "--fix"]])
  func changesNeedAFile(arguments: [String]) async throws {
    let workspace = try Workspace()
    #expect(try await workspace.peidan(["validate"] + arguments).run().status == 64)
  }
}
