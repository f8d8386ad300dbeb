import Base
import BoardSpec
import CatalogStore
import CatalogText
import Diagnostics
import Electronics
import Foundation
import MarkedText
import Market
import PlanVerifier
import SourcingPlan
import TestSupport
import Testing

@testable import Planning

/// A changed problem is the problem of a spec, a catalog and options in which the change is written down.
@Suite struct PlanChangeTests {
  /// The price of the first offer, and how many pieces are asked for.
  private static let stall = "SEG-1-A1"

  private static func files(price: String) -> [CatalogFile] {
    var files = SampleCatalog.files
    let header = SampleCatalog.files["markets/north/offers.csv"]?.split(separator: "\n").first.map(String.init) ?? ""
    files["markets/north/offers.csv"] =
      [
        header, "\(stall),TOP,TP4056,original,1:\(price),1,1,90,excluded,0,2026-11-20,own visit",
        "\(stall),TOP,TP4056,refurbished,1:0.90,1,1,90,excluded,0,2026-11-20,own visit",
        "SEG-1-A2,TOP,TP4056,original,1:2.10,1,1,90,excluded,0,2026-11-20,own visit",
        "SEG-1-A2,UMW,TP4056,loose-new,1:1.40,1,1,90,excluded,0,2026-11-20,own visit",
      ].joined(separator: "\n") + "\n"
    return files.sorted { $0.key < $1.key }.map { CatalogFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  private static func spec(
    conditions: String = "original, loose-new, refurbished", slot: String = "refurbished, original", never: String = ""
  ) -> String {
    """
    schema: peidan.board/1
    board: {name: small, quantity: 5}
    market: north
    slots:
      U1: {mpn: TP4056}
      U2: {mpn: TP4056, maker: TOP, loss: 2 CNY, conditions: [\(slot)]}
    policy: {conditions: [\(conditions)], stalls: {only: [], never: [\(never)]}}
    day: {date: 2026-12-04, start: "09:30", finish: "18:30", from: metro, to: metro, buyers: [{name: A, rate: 60 CNY/h}]}
    """
  }

  private func withBasis(price: String = "1.10", _ text: String, _ body: (PlanBasis) throws -> Void) throws {
    let reading = CatalogReader.read(Self.files(price: price))
    let content = try #require(reading.content, "\(reading.diagnostics.map(\.message))")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("what-if-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try CatalogBuilder(path: path).build(content)
    let catalog = try Catalog(path: path)
    let sink = DiagnosticSink()
    let board = try #require(
      try BoardReader.read(SourceText(file: "b.yaml", text: text), context: CatalogSpecContext(catalog), into: sink),
      "\(sink.diagnostics.map(\.message))")
    let request = PlanRequest(search: SearchLimits(threads: 1, timeLimit: nil, workLimit: 1, computesBaselines: false))
    try body(PlanBasis(board: board, catalog: catalog, request: request))
  }

  /// What is bought and what it costs; every plan is verified against its own board and catalog.
  private func plan(_ basis: PlanBasis) throws -> PlanDocument {
    let planner = Planner(now: { 0 }, cancellation: Cancellation()) { plan in
      PlanVerifier.faults(in: plan, board: basis.board, catalog: basis.catalog)
    }
    let request = basis.request
    return try planner.plan(
      basis.board, from: basis.catalog, request: request,
      inputs: PlanInputs(
        spec: "b.yaml", specDigest: "", catalogDigest: basis.catalog.digest, boards: request.boards, date: request.date,
        start: request.start, finish: request.finish, buyers: request.buyers,
        budget: request.budget.map { Amount($0) }, radius: request.radius)
    ) { _ in }
  }

  @Test func whatIsBannedIsLeftOutOfBoardSlotsAndVariants() throws {
    try withBasis(Self.spec()) { basis in
      var basis = basis
      basis.board.variants = [basis.board]
      let banned = basis.changed(by: [.withoutCondition(.refurbished), .withoutStall("SEG-1-A2")]).board
      try withBasis(Self.spec(conditions: "original, loose-new", slot: "original", never: "SEG-1-A2")) { written in
        for board in [banned] + banned.variants {
          #expect(board.policy == written.board.policy)
          #expect(board.slots.map(\.policy) == written.board.slots.map(\.policy))
        }
        #expect(banned.variants.count == 1)
      }
    }
  }

  @Test func aChangedProblemHasThePlanOfTheProblemAsWritten() throws {
    let bans: [PlanChange] = [.withoutCondition(.refurbished)]
    let price = StatedPrice(stall: PlaceID(Self.stall), mpn: "TP4056", unitPrice: Money(microYuan: 3_000_000))
    try withBasis(Self.spec()) { basis in
      let base = try plan(basis)
      #expect(base.status == .optimal && base.lines.flatMap(\.buys).contains { $0.condition == .refurbished })
      #expect(base.baselines.isEmpty)

      let banned = try plan(basis.changed(by: bans))
      try withBasis(Self.spec(conditions: "original, loose-new", slot: "original")) { written in
        let afresh = try plan(written)
        #expect(PlanDifference(from: banned, to: afresh).isEmpty && banned.status == .optimal)
        #expect(!PlanDifference(from: base, to: banned).isEmpty)
      }
      let dearer = try plan(basis.changed(by: bans + [.price(price)]))
      try withBasis(price: "3.00", Self.spec(conditions: "original, loose-new", slot: "original")) { written in
        let afresh = try plan(written)
        #expect(PlanDifference(from: dearer, to: afresh).isEmpty && dearer.bound == afresh.bound)
        #expect(dearer.cost.total > banned.cost.total)
      }
    }
  }

  @Test func optionsAreThoseOfPlan() throws {
    try withBasis(Self.spec()) { basis in
      let date = try #require(LocalDate("2026-12-07"))
      let changes: [PlanChange] = [
        .boards(7), .buyers(2), .budget(Money(microYuan: 90_000_000)), .radius(5_000), .start(10 * 3600),
        .finish(17 * 3600), .date(date), .boards(8),
      ]
      let request = basis.changed(by: changes).request
      #expect(request.boards == 8 && request.buyers == 2 && request.radius == 5_000 && request.date == date)
      #expect(request.start == 36_000 && request.finish == 61_200 && request.budget == Money(microYuan: 90_000_000))
      let plan = try plan(basis.changed(by: changes))
      #expect(plan.boards == 8 && plan.date == date && plan.walks.allSatisfy { $0.start.second >= 36_000 })
      // What the plan states is what was asked.
      let again = PlanRequest(plan.inputs, search: request.search)
      #expect(again.boards == 8 && again.buyers == 2 && again.radius == 5_000 && again.date == date)
      #expect(again.start == 36_000 && again.finish == 61_200 && again.budget == request.budget)
    }
  }

  @Test func stockIsReadBackFromThePlan() {
    var inputs = PlanInputs(spec: "b.yaml", specDigest: "", catalogDigest: "", market: "m", priceAge: 9, sample: false)
    inputs.stock = [PlanStock(mpn: nil, maker: nil, value: "10k", package: "0402", quantity: 5)]
    inputs.markets = ["m", "n"]
    let request = PlanRequest(inputs, search: SearchLimits())
    #expect(request.stock == [StockItem(value: "10k", package: "0402", quantity: 5)])
    #expect(request.market == "m" && request.markets == ["m", "n"] && request.priceAge == 9)
    #expect(request.usesSample == false)
  }
}
