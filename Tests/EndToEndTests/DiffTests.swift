import Foundation
import TestSupport
import Testing

/// `peidan diff`, and `peidan show` as a text conversion of `git`.
@Suite struct DiffTests {
  private static func plan(_ name: String) throws -> Data {
    try Data(contentsOf: Product.root.appendingPathComponent("Tests/WalkSheetTests/Plans/\(name).json"))
  }

  /// A folder with a plan, and the same of three boards less that buys a part elsewhere.
  private static func workspace() throws -> Workspace {
    let workspace = try Workspace()
    let text = String(decoding: try plan("usb-charger"), as: UTF8.self)
    try workspace.write(text, to: "a.json")
    var object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    var lines = try #require(object["lines"] as? [[String: Any]])
    lines[0]["mpn"] = "ANOTHER"
    object["lines"] = lines
    try workspace.write(try JSONSerialization.data(withJSONObject: object), to: "b.json")
    return workspace
  }

  @Test func plansAreComparedInEachFormat() async throws {
    let workspace = try Self.workspace()
    var text = ""
    for arguments in [
      ["diff", "a.json", "b.json"], ["diff", "a.json", "b.json", "--lang", "zh"],
      ["diff", "a.json", "b.json", "--format", "md", "--lang", "both"],
      ["diff", "a.json", "b.json", "--format", "json"], ["diff", "a.json", "b.json", "--exit-code"],
      ["diff", "a.json", "a.json", "--exit-code"], ["diff", "a.json", "nowhere.json"], ["diff", "-", "-"],
    ] {
      let command = workspace.peidan(arguments)
      text += workspace.transcript(command, try await command.run())
    }
    try expectSnapshot(text, named: "diff.txt")
  }

  @Test func aPlanIsReadFromStandardInput() async throws {
    let workspace = try Self.workspace()
    var command = workspace.peidan(["diff", "-", "a.json", "--exit-code"])
    command.input = try workspace.contents("a.json")
    #expect(try await command.run().status == 0)
  }

  /// What docs/cli.md says of `git`: the conversion gives the same text wherever it runs.
  @Test func showIsAStableTextConversion() async throws {
    let workspace = try Self.workspace()
    let arguments = ["show", "--width", "120", "--lang", "en", "--color", "never", "a.json"]
    let first = try await workspace.peidan(arguments).run()
    var second = workspace.peidan(arguments)
    second.environment["LC_ALL"] = "zh_CN.UTF-8"
    second.environment["COLUMNS"] = "70"
    #expect(first.status == 0 && !first.output.isEmpty)
    #expect(try await second.run().output == first.output)
  }
}
