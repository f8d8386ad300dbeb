import Foundation
import TestSupport
import Testing

/// Damaged files of the data folder: every command goes on, and says what is missing.
@Suite struct DataFolderTests {
  private static let sheet = """
    stall,mpn,condition,quantity,price,stock,seen,tax
    SEG-2F-B015,DW01-A/J,original,1,0.10,1000,2026-12-01,included

    """

  private func workspace() async throws -> Workspace {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(Self.sheet, to: "good.csv")
    try workspace.write(Self.sheet, to: "bad.csv")
    for name in ["good", "bad"] {
      let answer = try await workspace.peidan(["prices", "import", "\(name).csv"]).run()
      #expect(answer.status == 0, "\(answer.errors)")
    }
    return workspace
  }

  private static let path = "data/catalog.prices/bad.sqlite"

  private func cut(_ workspace: Workspace, _ name: String, to count: Int) throws {
    try workspace.write(try workspace.contents(name).prefix(count), to: name)
  }

  @Test(arguments: [0, 5_000]) func aDamagedSheetIsToldOnceAndTheCommandGoesOn(count: Int) async throws {
    let workspace = try await workspace()
    try cut(workspace, Self.path, to: count)
    let first = try await workspace.peidan(["prices", "status"]).run()
    #expect(first.status == 0 && first.text.contains("good") && !first.text.contains("bad"))
    #expect(first.errors.split(separator: "\n").count == 1, "\(first.errors)")
    for words in ["bad.sqlite.damaged-", "the price sheet `bad`", "written today"] {
      #expect(first.errors.contains(words), "\(first.errors)")
    }
    let second = try await workspace.peidan(["prices", "status"]).run()
    #expect(second.status == 0 && second.errors.isEmpty && second.output == first.output)
    let names = try workspace.names(in: "data/catalog.prices")
    #expect(names.count == 2 && names[0].hasPrefix("bad.sqlite.damaged-") && names[1] == "good.sqlite")
  }

  @Test func whatIsSaidIsChineseToo() async throws {
    let workspace = try await workspace()
    try cut(workspace, Self.path, to: 5_000)
    let answer = try await workspace.peidan(["prices", "status", "--lang", "zh"]).run()
    #expect(answer.status == 0 && answer.errors.contains("价格表 `bad`") && answer.errors.contains("已损坏"))
  }

  @Test func aDamagedSheetIsRemovedAndImportedAnew() async throws {
    let workspace = try await workspace()
    for arguments in [["prices", "remove", "bad"], ["prices", "import", "bad.csv"]] {
      _ = try await workspace.peidan(["prices", "import", "bad.csv"]).run()
      try cut(workspace, Self.path, to: 5_000)
      let answer = try await workspace.peidan(arguments).run()
      #expect(answer.status == 0 && answer.errors.isEmpty, "\(arguments): \(answer.errors)")
    }
    #expect(try workspace.names(in: "data/catalog.prices") == ["bad.sqlite", "good.sqlite"])
    let status = try await workspace.peidan(["prices", "status"]).run()
    #expect(status.status == 0 && status.text.contains("bad") && status.errors.isEmpty)
  }

  @Test(arguments: [0, 5_000]) func aDamagedCatalogIsSetAsideAndBuiltAnew(count: Int) async throws {
    let workspace = try await workspace()
    try cut(workspace, "data/catalog.sqlite", to: count)
    let answer = try await workspace.peidan(["catalog", "stats", "--quiet"]).run()
    #expect(answer.status == 0 && answer.errors.contains("catalog.sqlite.damaged-"), "\(answer.errors)")
    let again = try await workspace.peidan(["prices", "status"]).run()
    #expect(again.status == 0 && again.errors.isEmpty && again.text.contains("good"))
  }

  @Test func aDamagedCatalogIsBuiltOverByItsCommand() async throws {
    let workspace = try await workspace()
    try cut(workspace, "data/catalog.sqlite", to: 5_000)
    try cut(workspace, Self.path, to: 5_000)
    let answer = try await workspace.peidan(["catalog", "build"]).run()
    #expect(answer.status == 0, "\(answer.errors)")
  }

  /// A file that a user names may be anything, and stays.
  @Test func aFileNamedByAnOptionIsNeverMoved() async throws {
    let workspace = try await workspace()
    try workspace.write("my notes", to: "notes.sqlite")
    let answer = try await workspace.peidan(["catalog", "stats", "--catalog", "notes.sqlite"]).run()
    #expect(answer.status == 2)
    #expect(try workspace.contents("notes.sqlite") == Data("my notes".utf8))
  }

  @Test func oneCommandChecksAndHealsTheWholeFolder() async throws {
    let workspace = try await workspace()
    try cut(workspace, Self.path, to: 5_000)
    try workspace.write("{", to: "data/catalog.closed.json")
    try workspace.write("", to: "data/catalog.asks.json")
    try workspace.write("[1", to: "data/catalog.quotes/x.json")
    // A page of the catalog that opening it does not read.
    var catalog = try workspace.contents("data/catalog.sqlite")
    let middle = catalog.count / 2 & ~4095
    catalog.replaceSubrange(middle..<middle + 4096, with: Data(repeating: 0xAA, count: 4096))
    try workspace.write(catalog, to: "data/catalog.sqlite")
    let answer = try await workspace.peidan(["catalog", "check", "--format", "json"]).run()
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.text.components(separatedBy: "\"W020\"").count == 6, "\(answer.text)")
    let again = try await workspace.peidan(["catalog", "check", "--format", "json"]).run()
    #expect(again.status == 0 && !again.text.contains("W02") && again.errors.isEmpty)
    let names = try workspace.names(in: "data").map { $0.replacing(/-[0-9]{4}-[0-9]{2}-[0-9]{2}$/, with: "") }
    #expect(
      names.filter { $0.hasPrefix("catalog") } == [
        "catalog.asks.json.damaged", "catalog.closed.json.damaged", "catalog.prices", "catalog.quotes",
        "catalog.sqlite", "catalog.sqlite.damaged",
      ])
  }
}
