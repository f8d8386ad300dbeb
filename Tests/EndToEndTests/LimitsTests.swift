import Foundation
import TestSupport
import Testing

/// Surroundings that a process can meet: limits of the system, no home, a log on a full disk.
@Suite struct LimitsTests {
  /// A problem of two markets that is solved at once.
  private static let problem = """
    NAME : small
    TYPE : TPP
    DIMENSION : 2
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION :
    1 0 0
    2 0 30
    DEMAND_SECTION :
    1
    1 5
    OFFER_SECTION :
    1 0
    2 1 1 7 10
    EOF

    """

  @Test(arguments: [
    ("-n 5", "only 5 files may be open at once (`ulimit -n`); peidan needs a limit of 64 or more"),
    ("-v 200000", "only 195 MB of memory may be used (`ulimit -v`); peidan needs a limit of 1024 MB or more"),
  ])
  func aLimitThatIsTooLowIsTold(limit: String, message: String) async throws {
    let workspace = try Workspace()
    try workspace.write(Self.problem, to: "small.tpp")
    for arguments in [["catalog", "build"], ["validate", "none.yaml"], ["solve", "small.tpp"], ["--help"]] {
      var command = workspace.peidan(arguments)
      command.limit = limit
      let answer = try await command.run()
      #expect(answer.status == 2 && answer.errors == "peidan: \(message)\n", "\(arguments): \(answer.errors)")
    }
  }

  /// Every command that writes, under a limit on file sizes: an error, the old file as it was, and nothing beside it.
  @Test(arguments: [
    ["catalog", "build"], ["catalog", "import", "list.csv", "--name", "l", "--date", "2026-11-20"],
    ["prices", "import", "list.csv", "--name", "l", "--date", "2026-11-20"],
    ["import", "logger.csv", "--output", "kept/spec.yaml", "--date", "2026-12-04"],
    ["export", "plan.json", "--format", "html", "--output", "kept/sheet.html"],
  ])
  func aFileThatMayNotGrowIsTold(arguments: [String]) async throws {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(KilledRun.list(rows: 2_000), to: "list.csv")
    try workspace.write(Data(contentsOf: Fixture.bom), to: "logger.csv")
    try workspace.write(Data(contentsOf: Fixture.plan), to: "plan.json")
    try workspace.makeFolder("kept")
    let before = try workspace.contents("data/catalog.sqlite")
    var command = workspace.peidan(arguments)
    command.limit = "-f 1"
    let answer = try await command.run()
    #expect(answer.status == 2 && answer.errors.contains("a limit on file sizes is reached"), "\(answer.errors)")
    #expect(try workspace.contents("data/catalog.sqlite") == before)
    for folder in ["data", "kept"] { #expect(try workspace.leftovers(in: folder).isEmpty) }
  }

  @Test func withoutAHomeTheDataFolderIsThatOfTheUser() async throws {
    let workspace = try Workspace()
    for variable in ["HOME", "PEIDAN_DATA"] {
      var command = workspace.peidan(["prices", "fetch"])
      command.environment = ["PEIDAN_HOME": Product.root.path, "LC_ALL": "C.UTF-8", variable: ""]
      let answer = try await command.run()
      let home = String(cString: getpwuid(geteuid()).pointee.pw_dir)
      #expect(answer.status == 2 && answer.errors.hasPrefix("\(home)/"), "\(answer.errors)")
      #expect(answer.errors.contains("peidan/price-sources.yaml: error: cannot be read"), "\(answer.errors)")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "the system has no full device"))
  func aLogThatCannotBeWrittenEndsTheCommandWithAnError() async throws {
    let workspace = try Workspace()
    try workspace.write(Self.problem, to: "small.tpp")
    let answer = try await workspace.peidan(["solve", "small.tpp", "--work-limit", "1", "--log", "/dev/full"]).run()
    #expect(answer.status == 2 && answer.text.contains("small"), "\(answer.text)")
    #expect(answer.errors.hasPrefix("peidan: cannot write `/dev/full`: no room"), "\(answer.errors)")
  }
}
