import Foundation
import SourcingPlan
import TestSupport
import Testing

/// Where results go: each to one place, through links, with the permissions that are there.
@Suite struct OutputTests {
  private static let plan = ["plan", "board.yaml", "--work-limit", "1", "--quiet"]

  /// A board of one cheap line.
  private func boardWorkspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(
      """
      schema: peidan.board/1
      board: {name: one, quantity: 2}
      market: huaqiangbei
      slots:
        R1: {category: resistor, where: {resistance: 10k, package: "0402"}}
      sample: true
      \(Fixture.day)
        buyers: [{name: A, rate: 60 CNY/h}]

      """, to: "board.yaml")
    return workspace
  }

  @Test(.enabled(if: BuildMode.isRelease, "planning takes minutes in a debug build; `swift test -c release` runs it"))
  func aPlanThatGoesToAFileIsNotPrintedAsWell() async throws {
    let workspace = try boardWorkspace()
    let run = try await workspace.peidan(Self.plan + ["--format", "json", "--output", "p.json"]).withSharedCatalog()
    let answer = try await run.run()
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.text == "p.json\n")
    let saved = try workspace.contents("p.json")
    let printed = try await workspace.peidan(Self.plan + ["--format", "json"]).withSharedCatalog().run()
    #expect(printed.output == saved)
    // `-` is standard output: the plan alone, whatever the format of the page.
    for format in ["json", "text"] {
      let both = try await workspace.peidan(Self.plan + ["--format", format, "--output", "-"]).withSharedCatalog().run()
      #expect(both.output == saved, "\(format)")
    }
  }

  @Test(.enabled(if: BuildMode.isRelease, "planning takes minutes in a debug build; `swift test -c release` runs it"))
  func linksAndPermissionsOfWhatIsWrittenStay() async throws {
    let workspace = try boardWorkspace()
    try workspace.write("old", to: "kept/real.json")
    try workspace.allow(0o600, at: "kept/real.json")
    try FileManager.default.createSymbolicLink(atPath: workspace.path("p.json"), withDestinationPath: "kept/real.json")
    let answer = try await workspace.peidan(Self.plan + ["--output", "p.json"]).withSharedCatalog().run()
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: workspace.path("p.json")) == "kept/real.json")
    #expect(try PlanDocument(json: workspace.contents("kept/real.json")).board == "one")
  }

  private static let importing = [
    "import", "logger.csv", "--date", "2026-12-04", "--output", "spec.yaml", "--boards", "3",
  ]

  /// A folder with a bill of materials.
  private func billWorkspace() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(Data(contentsOf: Fixture.bom), to: "logger.csv")
    return workspace
  }

  @Test func linksAndPermissionsOfAnImportedSpecStay() async throws {
    let workspace = try billWorkspace()
    let importing = Self.importing
    try workspace.makeFolder("kept")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("spec.yaml"), withDestinationPath: "kept/spec.yaml")
    let first = try await workspace.peidan(importing).withSharedCatalog().run()
    #expect(first.status == 0, "\(first.errors)")
    try workspace.allow(0o640, at: "kept/spec.yaml")
    let again = try await workspace.peidan(importing).withSharedCatalog().run()
    #expect(again.status == 0, "\(again.errors)")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: workspace.path("spec.yaml")) == "kept/spec.yaml")
    let attributes = try FileManager.default.attributesOfItem(atPath: workspace.path("kept/spec.yaml"))
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
  }

  @Test(.enabled(if: Privilege.canBindFiles, "permissions do not bind this user"))
  func aSpecThatTheUserMayNotWriteStays() async throws {
    let workspace = try billWorkspace()
    let first = try await workspace.peidan(Self.importing).withSharedCatalog().run()
    #expect(first.status == 0, "\(first.errors)")
    let spec = try workspace.contents("spec.yaml")
    try workspace.allow(0o444, at: "spec.yaml")
    try workspace.allow(0o777, at: ".")
    let answer = try await workspace.peidan(Self.importing).withSharedCatalog().bound().run()
    #expect(answer.status == 2, "\(answer.errors)")
    #expect(answer.errors.contains("cannot write `spec.yaml`: this user may not write there"), "\(answer.errors)")
    #expect(try workspace.contents("spec.yaml") == spec)
  }

  /// A pipe holds no spec to merge with: it is not read, and one that nothing reads ends the command.
  @Test func anImportIntoAPipeDoesNotHang() async throws {
    let workspace = try billWorkspace()
    #expect(mkfifo(workspace.path("spec.yaml"), 0o600) == 0)
    let unread = try await workspace.peidan(Self.importing).withSharedCatalog().run()
    #expect(unread.status == 2, "\(unread.errors)")
    #expect(unread.errors.contains("cannot write `spec.yaml`: nothing reads from it"), "\(unread.errors)")

    let reader = open(workspace.path("spec.yaml"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let read = try await workspace.peidan(Self.importing).withSharedCatalog().run()
    #expect(read.status == 0, "\(read.errors)")
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(reader, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).contains("\nschema: peidan.board/1\n"))
  }

  @Test(arguments: ["board.yaml", "./board.yaml", "link.yaml", "twin.yaml"], ["--output", "--log"])
  func aPlanDoesNotWriteOverItsSpec(path: String, option: String) async throws {
    let workspace = try boardWorkspace()
    let spec = try workspace.contents("board.yaml")
    try FileManager.default.createSymbolicLink(atPath: workspace.path("link.yaml"), withDestinationPath: "board.yaml")
    try FileManager.default.linkItem(atPath: workspace.path("board.yaml"), toPath: workspace.path("twin.yaml"))
    let answer = try await workspace.peidan(Self.plan + [option, path]).withSharedCatalog().run()
    #expect(answer.status == 2, "\(answer.errors)")
    #expect(
      answer.errors
        == "peidan: `\(option) \(path)` would write over `board.yaml`, which is the spec; name another file\n")
    #expect(try workspace.contents("board.yaml") == spec)
  }

  @Test func sheetsAndImportsDoNotWriteOverWhatTheyRead() async throws {
    let workspace = try Workspace()
    let plan = try Data(contentsOf: Fixture.plan)
    try workspace.write(plan, to: "plan.json")
    let exported = try await workspace.peidan(["export", "plan.json", "--output", "plan.json"]).run()
    #expect(exported.status == 2 && exported.errors.contains("`plan.json`, which is the plan"), "\(exported.errors)")
    #expect(try workspace.contents("plan.json") == plan)

    let bom = try Data(contentsOf: Fixture.bom)
    try workspace.write(bom, to: "logger.csv")
    let importing = ["import", "logger.csv", "--output", "./logger.csv"]
    let imported = try await workspace.peidan(importing).withSharedCatalog().run()
    #expect(imported.status == 2 && imported.errors.contains("`logger.csv`, which is the BOM"), "\(imported.errors)")
    #expect(try workspace.contents("logger.csv") == bom)
  }

  @Test(arguments: [
    (["--radius", "9223372036854775807"], "--radius takes a number of metres from 1 to 100000"),
    (["--boards", "1000001"], "--boards takes a number from 1 to 1000000"),
    (["--budget", "10000000000"], "--budget takes an amount from 0.01 to 1000000000.00 CNY, such as 2500"),
    (["--price-age", "3651"], "--price-age takes a number of days from 0 to 3650"),
  ])
  func optionsBeyondTheirRangeAreRefused(options: [String], message: String) async throws {
    let workspace = try boardWorkspace()
    let answer = try await workspace.peidan(Self.plan + options).withSharedCatalog().run()
    #expect(answer.status == 64)
    #expect(answer.errors.contains(message), "\(answer.errors)")
  }

  @Test(.enabled(if: BuildMode.isRelease, "planning takes minutes in a debug build; `swift test -c release` runs it"))
  func manyBoardsAreAnAnswer() async throws {
    let workspace = try boardWorkspace()
    let answer = try await workspace.peidan(Self.plan + ["--boards", "1000000"]).withSharedCatalog().run()
    #expect(answer.status == 0 || answer.status == 1, "\(answer.errors)")
  }

  @Test func aProblemOfTooDearGoodsIsRefusedAtItsLine() async throws {
    let workspace = try Workspace()
    try workspace.write(
      """
      NAME : dear
      TYPE : TPP
      DIMENSION : 2
      EDGE_WEIGHT_TYPE : EUC_2D
      NODE_COORD_SECTION :
      1 0 0
      2 0 30
      DEMAND_SECTION :
      1
      1 1000000000
      OFFER_SECTION :
      1 0
      2 1 1 1000000000 1000000000
      EOF

      """, to: "dear.tpp")
    let answer = try await workspace.peidan(["solve", "dear.tpp", "--work-limit", "1"]).run()
    #expect(answer.status == 2)
    #expect(answer.errors.contains("dear.tpp:13: error: at the price 1000000000 the dearest answer costs more than"))
  }
}
