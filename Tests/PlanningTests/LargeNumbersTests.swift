import Base
import BoardSpec
import CatalogStore
import CatalogText
import Diagnostics
import Foundation
import MarkedText
import Market
import Optimizer
import PlanVerifier
import Planning
import SourcingPlan
import TestSupport
import Testing

/// Days whose numbers stand at the ends of their ranges: they are planned, or refused with a reason, and nothing overflows.
@Suite struct LargeNumbersTests {
  private static let board = """
    schema: peidan.board/1
    board: {name: large, quantity: 20}
    market: north
    pcb: {layers: 2, size: 60 x 40 mm}
    slots:
      U1: {mpn: TP4056}
      U2: {category: charger, where: {current: ">= 100 mA"}, loss: 2 CNY}
    policy: {invoice: false, loss: 2 CNY, spares: 2 %}
    process: {sides: 2, joints: 420, services: [smt]}
    day:
      date: 2026-12-04
      start: "09:30"
      finish: "18:30"
      from: metro
      to: metro
      buyers:
        - {name: A, rate: 60 CNY/h, load: 15 kg}

    """

  private func folder(_ changes: [(path: String, old: String, new: String)]) -> [CatalogFile] {
    var files = SampleCatalog.files
    for (path, old, new) in changes { files[path] = files[path]?.replacing(old, with: new) }
    return files.sorted { $0.key < $1.key }.map { CatalogFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// The plan; nil where a reader reports something, or planning does, which must not be a refused plan.
  private func plan(_ files: [CatalogFile], _ text: String, _ request: PlanRequest = PlanRequest()) throws
    -> PlanDocument?
  {
    guard let content = CatalogReader.read(files).content else { return nil }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("large-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try CatalogBuilder(path: path).build(content)
    let catalog = try Catalog(path: path)
    let sink = DiagnosticSink()
    guard
      let board = try BoardReader.read(
        SourceText(file: "b.yaml", text: text), context: CatalogSpecContext(catalog), into: sink), !sink.hasErrors
    else { return nil }
    try BoardCheck.run(board, context: CatalogSpecContext(catalog), into: sink)
    var request = request
    request.search = SearchLimits(threads: 1, timeLimit: nil, workLimit: 1)
    let planner = Planner(now: { 0 }, cancellation: Cancellation()) { plan in
      PlanVerifier.faults(in: plan, board: board, catalog: catalog)
    }
    do {
      return try planner.plan(
        board, from: catalog, request: request,
        inputs: PlanInputs(spec: "b.yaml", specDigest: "", catalogDigest: catalog.digest, boards: request.boards)
      ) { _ in }
    } catch let error as PlanningError {
      if case .refused(let violations) = error { Issue.record("refused: \(violations)") }
      return nil
    }
  }

  @Test func theSampleIsPlanned() throws {
    let plan = try #require(try plan(folder([]), Self.board))
    #expect([.optimal, .feasible].contains(plan.status))
  }

  static let offers = "markets/north/offers.csv"
  static let stalls = "markets/north/stalls.csv"

  @Test(arguments: [
    [(offers, "1:0.35 100:0.21,1,1,5000", "1:1000000,1,1,1000000000")],
    [(offers, "1:0.35 100:0.21,1,1,5000", "1:1,1000000000,1000000000,1000000000")],
    [(offers, "1:0.35 100:0.21,1,1,5000", "1:0.35 999999999:0.21 1000000000:0.2,1,7,1000000000")],
    [(offers, "excluded,0", "excluded,300")],
    [(stalls, "90,20,true,3,1.2,0,0", "86400,86400,true,100,100,100000,365")],
    [(stalls, "90,20,true,3,1.2,0,0", "0,0,true,100,100,100000,365"), (stalls, "SEG,1,A1,10,12.5", ",,,,")],
    [("categories.yaml", "0.08 g", "100 kg")],
    [("attrition.csv", "ic,1,5", "ic,1000000,1000")],
    [
      (
        "markets/north/services.yaml", "{minimum: 300 CNY, per_joint: 0.03 CNY}",
        "{per_joint: 1000000 CNY, base: 1000000 CNY}"
      )
    ],
    [("markets/north/services.yaml", "{base: 2 h, per_joint: 0.3 s}", "{base: 87600 h, per_joint: 87600 h}")],
    [("markets/north/links.csv", "120.25,40", "20000,3600"), ("markets/north/market.yaml", "1.1 m/s", "0.1 m/s")],
  ])
  func aCatalogAtItsLimits(_ changes: [(String, String, String)]) throws {
    for (path, old, _) in changes { #expect(SampleCatalog.files[path]?.contains(old) == true, "\(old)") }
    _ = try plan(folder(changes.map { (path: $0.0, old: $0.1, new: $0.2) }), Self.board)
  }

  /// A delivery at the most that one may cost and last, to the fen and to the second.
  @Test(arguments: ["1000", "2147.49", "99999.99", "100000"])
  func aDearDeliveryIsPaidInFull(charge: String) throws {
    let files = folder([
      (Self.stalls, "90,20,true,3,1.2,0,0", "90,20,true,3,1.2,\(charge),365"),
      (Self.stalls, "SEG,1,A1,10,12.5,Mon-Fri 10:00-18:00", ",,,,,"),
    ])
    let board = Self.board.replacing("process: {sides: 2, joints: 420, services: [smt]}\n", with: "")
    let plan = try #require(try plan(files, board))
    #expect(plan.status == .optimal || plan.status == .feasible)
    let delivery = try #require(plan.deliveries.first)
    let paid = try #require(Amount(charge))
    #expect(plan.deliveries.count == 1 && delivery.charge == paid && plan.cost[.fares] == paid)
    #expect(plan.cost.cash.money == paid.money + (plan.cost[.goods]?.money ?? .zero))
    #expect(delivery.ready == delivery.depart.adding(seconds: 365 * 86_400))
    #expect(plan.schedule.first { $0.step == "kit" }?.finish == delivery.ready)
    #expect(plan.places?.first?.delivery?.charge == paid)
  }

  @Test(arguments: [
    ("quantity: 20", "quantity: 1000000"), ("rate: 60 CNY/h", "rate: 100000 CNY/h"),
    ("loss: 2 CNY}", "loss: 1000000 CNY}"), ("loss: 2 CNY, spares: 2 %", "loss: 1000000 CNY, spares: 1000 %"),
    ("load: 15 kg", "load: 1000 kg"), ("size: 60 x 40 mm", "size: 2 x 2 m"), ("joints: 420", "joints: 1000000"),
    ("U1: {mpn", "U1: {count: 1000000, mpn"), ("from: metro", "from: metro\n  budget: 1000000000 CNY"),
  ])
  func aBoardAtItsLimits(old: String, new: String) throws {
    #expect(Self.board.contains(old))
    _ = try plan(folder([]), Self.board.replacing(old, with: new))
  }

  @Test func manyBoardsAtTheDearestPricesAreRefusedByName() throws {
    let dear = folder([(Self.offers, "1:0.35 100:0.21,1,1,5000", "1:1000000,1,1,1000000000")])
    let text = Self.board.replacing("U1: {mpn", with: "U1: {count: 900, mpn")
    _ = try plan(dear, text, PlanRequest(boards: 1_000_000))
    let many = Self.board.replacing("U1: {mpn", with: "U1: {count: 40000, mpn")
    _ = try plan(folder([]), many, PlanRequest(boards: 1_000_000, budget: Limits.budget.upperBound, radius: 100_000))
  }

  /// Any number of catalog or board, as large as it may be.
  @Test func noNumberEndsTheProgram() throws {
    var random = SeededGenerator(seed: 16)
    let paths = SampleCatalog.files.keys.sorted()
    var planned = 0
    for round in 0..<20 {
      var (files, text) = (SampleCatalog.files, Self.board)
      if round % 3 == 0 {
        text = LargeNumbers.replacingOne(in: text, &random) ?? text
      } else {
        let path = paths[round % paths.count]
        files[path] = LargeNumbers.replacingOne(in: files[path] ?? "", &random) ?? files[path]
      }
      let folder = files.sorted { $0.key < $1.key }.map { CatalogFile(path: $0.key, bytes: Array($0.value.utf8)) }
      if try plan(folder, text) != nil { planned += 1 }
    }
    #expect((1..<20).contains(planned), "\(planned)")
  }
}
