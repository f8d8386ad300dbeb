import Base
import Foundation
import SourcingPlan
import TestSupport
import Testing

/// `peidan plan --locked`, on a copy of the shared catalog.
@Suite struct LockedTests {
  private static let options = [
    "--work-limit", "2000000000", "--gap", "99", "--threads", "1", "--quiet", "--stock", "stock.csv",
  ]
  private static let prices = """
    market,stall,mpn,maker,condition,price,stock,seen,tax
    huaqiangbei,SEG-2F-B015,0402WGF0000TCE,UNI-ROYAL,original,0.01,9000,2026-12-01,included

    """

  /// A folder with a board, stock, prices and quotes, and a plan of them.
  private static func workspace() async throws -> Workspace {
    let workspace = try await SharedCatalog.workspace()
    try workspace.write(
      """
      schema: peidan.board/1
      board: {name: small, title: {en: Small, zh: 小板}, revision: A, quantity: 20}
      market: huaqiangbei
      slots:
        R1..R4: {mpn: 0402WGF0000TCE, stalls: {only: [SEG-2F-B015]}}
        D1: {mpn: SMBJ12CA}
      sample: true
      \(Fixture.day)
        buyers:
          - {name: A, rate: 60 CNY/h}
      """, to: "small.yaml")
    try workspace.write("mpn,quantity\nSMBJ12CA,3\n", to: "stock.csv")
    try workspace.write(prices, to: "prices.csv")
    try workspace.write("0402WGF0000TCE 0.02 现货 9000\n", to: "answer.txt")
    for arguments in [
      ["prices", "import", "prices.csv"],
      [
        "quotes", "add", "answer.txt", "--seller", "li", "--name", "Li", "--spec", "small.yaml", "--date", "2026-12-03",
      ],
      ["plan", "small.yaml", "--output", "lock.json"] + options,
    ] {
      let answer = try await workspace.peidan(arguments).run()
      #expect(answer.status == 0, "\(arguments): \(answer.errors)")
    }
    return workspace
  }

  @Test func theSameInputsGiveTheSameBytesAndAChangedOneIsNamed() async throws {
    let workspace = try await Self.workspace()
    let lock = try workspace.contents("lock.json")
    let inputs = try PlanDocument(json: lock).inputs
    #expect(inputs.version != nil && inputs.search?.workLimit == 2_000_000_000 && inputs.search?.timeLimit == nil)
    #expect(inputs.sources?.map(\.kind) == [.catalog, .prices, .quotes])
    func run(_ options: [String] = Self.options, _ more: [String] = []) async throws -> Command.Answer {
      try await workspace.peidan(["plan", "small.yaml", "--locked", "lock.json"] + options + more).run()
    }
    let same = try await run(Self.options, ["--output", "again.json"])
    #expect(same.status == 0, "\(same.errors)")
    #expect(try workspace.contents("again.json") == lock)
    #expect(try await run(Self.options, ["--format", "json"]).output == lock)

    var text = ""
    func refused(_ what: String, _ answer: Command.Answer) {
      text += "== \(what)\n\(workspace.redacted(answer.text + answer.errors))exit \(answer.status)\n"
    }
    refused("boards and seed", try await run(Self.options + ["--boards", "21", "--seed", "5"]))
    refused("search", try await run(["--time-limit", "3", "--quiet", "--stock", "stock.csv"]))
    refused("writes over the lock", try await run(Self.options, ["--output", "lock.json"]))
    refused("log", try await run(Self.options, ["--log", "log.jsonl"]))
    try workspace.write("mpn,quantity\nSMBJ12CA,4\n", to: "stock.csv")
    refused("stock", try await run())
    try workspace.write("mpn,quantity\nSMBJ12CA,3\n", to: "stock.csv")
    let spec = String(decoding: try workspace.contents("small.yaml"), as: UTF8.self)
    try workspace.write(spec + "\n# another\n", to: "small.yaml")
    refused("spec", Self.masked(try await run()))
    try workspace.write(spec, to: "small.yaml")
    try workspace.write(Self.prices.replacing("0.01", with: "0.03"), to: "prices.csv")
    #expect(try await workspace.peidan(["prices", "import", "prices.csv"]).run().status == 0)
    refused("price sheet", Self.masked(try await run()))
    #expect(try await workspace.peidan(["quotes", "remove", "li"]).run().status == 0)
    refused("quotes as well", Self.masked(try await run()))
    try expectSnapshot(text, named: "locked.txt")
  }

  @Test func aPlanOfAnotherVersionOrThatSomebodyChangedIsNoLock() async throws {
    let workspace = try await Self.workspace()
    let lock = String(decoding: try workspace.contents("lock.json"), as: UTF8.self)
    func answer(to text: String) async throws -> Command.Answer {
      try workspace.write(text, to: "lock.json")
      return try await workspace.peidan(["plan", "small.yaml", "--locked", "lock.json"] + Self.options).run()
    }
    let version = try #require(try PlanDocument(json: Data(lock.utf8)).inputs.version)
    let older = try await answer(
      to: lock.replacing("\"version\" : \"\(version)\"", with: "\"version\" : \"0.0.1\""))
    #expect(older.status == 1 && older.errors.contains("version of peidan: 0.0.1, now \(version)"))
    let unstated = try await answer(
      to: String(
        decoding: try Data(contentsOf: Product.root.appendingPathComponent("Tests/WalkSheetTests/Plan.json")),
        as: UTF8.self))
    #expect(unstated.status == 1 && unstated.errors.contains("version of peidan: not stated, now \(version)"))
    var plan = try PlanDocument(json: Data(lock.utf8))
    plan.lines[0].buys[0].quantity += 100
    let changed = try await answer(to: String(decoding: try plan.json(), as: UTF8.self))
    #expect(changed.status == 1 && changed.errors.contains("does not hold"), "\(changed.errors)")
    #expect(changed.text.isEmpty)
    #expect(try await answer(to: "{}").status == 2)
  }

  /// The answer without digests, which follow from the catalog's files.
  private static func masked(_ answer: Command.Answer) -> Command.Answer {
    var answer = answer
    answer.errors = answer.errors.replacing(/[0-9a-f]{12}/, with: "DIGEST")
    return answer
  }
}
