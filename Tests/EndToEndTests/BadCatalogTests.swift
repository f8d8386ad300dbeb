import Foundation
import TestSupport
import Testing

/// What `catalog build` says of folders that make no catalog, and all commands of files that are none; the catalog that was
/// there is never touched.
@Suite struct BadCatalogTests {
  /// A change of one file of a small, right catalog.
  private struct Change {
    var name: String
    var path: String
    /// Nil removes the file.
    var bytes: Data?

    init(_ name: String, _ path: String, bytes: Data?) {
      (self.name, self.path, self.bytes) = (name, path, bytes)
    }

    init(_ name: String, _ path: String, _ old: String, _ new: String) {
      let text = SampleCatalog.files[path, default: ""]
      precondition(text.contains(old), "\(path) has no `\(old)`")
      self.init(name, path, bytes: Data(text.replacingOccurrences(of: old, with: new).utf8))
    }
  }

  private static let changes = [
    Change("absent", "categories.yaml", bytes: nil),
    Change("empty", "parts/power.csv", bytes: Data()),
    Change("binary", "parts/power.csv", bytes: Data([0x50, 0x4B, 3, 4, 0, 0])),
    Change("huge", "parts/power.csv", bytes: Data(repeating: UInt8(ascii: "a"), count: 100 * 1024 * 1024)),
    Change("broken-yaml", "categories.yaml", "charger:\n", "charger: [\n"),
    Change("unknown-unit", "parts/power.csv", "current=1A", "current=1parsec"),
    Change("negative-count", "attrition.csv", "ic,1,5", "ic,-1,5"),
    Change("unknown-category", "parts/power.csv", "UMW,TP4056,charger", "UMW,TP4056,chargr"),
    Change("prices-out-of-order", "markets/north/offers.csv", "1:0.35 100:0.21", "100:0.21 1:0.35"),
  ]

  private func makeFolder(_ name: String, in workspace: Workspace) throws {
    for (path, text) in SampleCatalog.files { try workspace.write(text, to: "\(name)/\(path)") }
  }

  /// A workspace whose data folder holds the small catalog, and that file's bytes.
  private func prepared() async throws -> (workspace: Workspace, catalog: Data) {
    let workspace = try Workspace()
    try makeFolder("right", in: workspace)
    let answer = try await workspace.peidan(["catalog", "build", "right"]).run()
    #expect(answer.status == 0, "\(answer.errors)")
    return (workspace, try workspace.contents("data/catalog.sqlite"))
  }

  private func expectIntact(_ workspace: Workspace, _ catalog: Data, _ what: String) throws {
    #expect(try workspace.contents("data/catalog.sqlite") == catalog, "the catalog was changed by \(what)")
    let others = try workspace.names(in: "data").filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") }
    #expect(others == ["catalog.sqlite"], "\(what)")
  }

  @Test func aFolderThatMakesNoCatalogLeavesTheOldOne() async throws {
    let (workspace, catalog) = try await prepared()
    try workspace.write("", to: "file")
    try workspace.makeFolder("void")
    var page = ""
    var cases: [(name: String, status: Int32)] = [("missing", 2), ("file", 2), ("void", 1)]
    for change in Self.changes {
      try makeFolder(change.name, in: workspace)
      if let bytes = change.bytes {
        try workspace.write(bytes, to: "\(change.name)/\(change.path)")
      } else {
        try FileManager.default.removeItem(atPath: workspace.path("\(change.name)/\(change.path)"))
      }
      cases.append((change.name, 1))
    }
    for (name, status) in cases {
      let run = workspace.peidan(["catalog", "build", name])
      let answer = try await run.run()
      #expect(answer.status == status, "\(name): \(answer.errors)")
      page += workspace.transcript(run, answer) + "\n"
      try expectIntact(workspace, catalog, name)
    }
    try expectSnapshot(page, named: "bad-catalog-build.txt")
  }

  @Test func aFileThatIsNoCatalogIsRefused() async throws {
    let (workspace, catalog) = try await prepared()
    var cases = BadFile.unusable("sqlite").map(\.name)
    for file in BadFile.unusable("sqlite") { try file.make(in: workspace) }
    // The header of a SQLite file (https://www.sqlite.org/fileformat2.html): user version at 60, application at 68.
    for (name, offset, value) in [("newer", 63, UInt8(99)), ("older", 63, 0), ("foreign", 68, 0)] {
      var bytes = catalog
      bytes[offset] = value
      try workspace.write(bytes, to: "\(name).sqlite")
      cases.append("\(name).sqlite")
    }
    try workspace.write(catalog.prefix(catalog.count / 2), to: "cut.sqlite")
    cases.append("cut.sqlite")
    var page = ""
    for name in cases {
      let before = try? workspace.contents(name)
      let run = workspace.peidan(["catalog", "stats", "--catalog", name])
      let answer = try await run.run()
      #expect(answer.status == 2, "\(name): \(answer.errors)")
      #expect(answer.text.isEmpty)
      #expect(before == (try? workspace.contents(name)), "\(name) was changed")
      page += workspace.transcript(run, answer) + "\n"
    }
    try expectSnapshot(page, named: "bad-catalog-open.txt")
  }

  @Test func aCatalogFromANewerVersionIsLeftAlone() async throws {
    var (workspace, catalog) = try await prepared()
    catalog[63] = 99
    try workspace.write(catalog, to: "data/catalog.sqlite")
    try workspace.write(Data(contentsOf: Fixture.plan), to: "plan.json")
    let board = Product.boards.appendingPathComponent("usb-charger.yaml").path
    var page = ""
    for line in [
      ["plan", board], ["validate", board], ["verify", "plan.json", "--spec", board], ["catalog", "check"],
    ] {
      let run = workspace.peidan(line)
      let answer = try await run.run()
      #expect(answer.status == 2, "\(line): \(answer.errors)")
      page += workspace.transcript(run, answer) + "\n"
      try expectIntact(workspace, catalog, line[0])
    }
    try expectSnapshot(page, named: "newer-catalog.txt")
  }

  @Test(arguments: [8, 64]) func aFullDiskLeavesTheOldCatalog(kilobytes: Int) async throws {
    let (workspace, catalog) = try await prepared()
    var run = workspace.peidan(["catalog", "build", "right"])
    run.limit = "-f \(kilobytes * 2)"
    let answer = try await run.run()
    #expect(answer.status == 2)
    #expect(
      workspace.redacted(answer.errors) == """
        peidan: no room to write `WORKSPACE/data/catalog.sqlite`: the disk is full, or a limit on file sizes is reached
        help: make room, or name a file elsewhere with `--catalog FILE`; the old catalog is intact

        """)
    try expectIntact(workspace, catalog, "a full disk")
  }

  @Test(.enabled(if: Privilege.canBindFiles, "permissions bind nobody here"))
  func aReadOnlyFolderLeavesTheOldCatalogAndCanBeReadFrom() async throws {
    let (workspace, catalog) = try await prepared()
    try workspace.allow(0o555, at: "data")
    let build = try await workspace.peidan(["catalog", "build", "right"]).bound().run()
    #expect(build.status == 2)
    #expect(
      workspace.redacted(build.errors) == """
        peidan: `WORKSPACE/data/catalog.sqlite` may not be written
        help: name another file with `--catalog FILE`

        """)
    try expectIntact(workspace, catalog, "a read-only folder")
    let stats = try await workspace.peidan(["catalog", "stats", "--catalog", "data/catalog.sqlite"]).bound().run()
    #expect(stats.status == 0, "\(stats.errors)")
  }
}
