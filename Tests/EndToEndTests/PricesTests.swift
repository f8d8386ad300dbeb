import Foundation
import TestSupport
import Testing

/// `peidan prices`, on a copy of the shared catalog.
@Suite struct PricesTests {
  private func workspace() async throws -> Workspace {
    let workspace = try Workspace()
    try workspace.makeFolder("data")
    try FileManager.default.copyItem(
      at: try await SharedCatalog.file(), to: workspace.folder.appendingPathComponent("data/catalog.sqlite"))
    return workspace
  }

  private static let sheet = """
    stall,mpn,condition,quantity,price,stock,seen,expires,tax,remark
    SEG-2F-B015,DW01-A/J,original,1,0.10,1000,2026-12-01,2026-12-20,included,ask for Li
    SEG-2F-B015,DW01-A/J,original,100,0.08,1000,2026-12-01,2026-12-20,included,
    SEG-2F-A015,MXD8625C,loose-new,1,0.25,40,2026-11-01,,,

    """

  @Test func sheetsAreImportedListedAndRemoved() async throws {
    let workspace = try await workspace()
    try workspace.write(Self.sheet, to: "quotes.csv")
    var text = ""
    for arguments in [
      ["prices", "status"], ["prices", "import", "quotes.csv"], ["prices", "status", "--date", "2026-12-25"],
      ["prices", "remove", "quote"], ["prices", "remove", "quotes"], ["prices", "status"],
    ] {
      let command = workspace.peidan(arguments)
      text += workspace.transcript(command, try await command.run())
    }
    try expectSnapshot(text, named: "prices.txt")
  }

  @Test func aBadRowIsNamedAndChangesNothing() async throws {
    let workspace = try await workspace()
    try workspace.write(Self.sheet, to: "quotes.csv")
    _ = try await workspace.peidan(["prices", "import", "quotes.csv"]).run()
    let before = try workspace.contents("data/catalog.prices/quotes.sqlite")
    try workspace.write(
      Self.sheet + "SEG-2F-B016x,DW01-A/J,original,1,0.1,1,2026-12-01,,,\n,,original,1,a,1,2026-12-01,,,\n",
      to: "quotes.csv")
    let command = workspace.peidan(["prices", "import", "quotes.csv"])
    let answer = try await command.run()
    try expectSnapshot(workspace.transcript(command, answer), named: "prices-bad-row.txt")
    #expect(try workspace.contents("data/catalog.prices/quotes.sqlite") == before)
    #expect(try workspace.names(in: "data/catalog.prices") == ["quotes.sqlite"])
  }
}
