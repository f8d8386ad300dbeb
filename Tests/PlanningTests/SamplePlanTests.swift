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

/// Plans over random small markets of generated stalls with some real ones among them.
@Suite struct SamplePlanTests {
  /// A day's catalog: two real stalls with random offers, and as many generated ones as the seed says.
  private struct Market {
    var real: [String]
    var sampleSeed: UInt64
    var stalls: Int

    init(_ random: inout SeededGenerator) {
      real = []
      for (stall, maker) in [("SEG-1-A1", "TOP"), ("SEG-1-A1", "UMW"), ("SEG-1-A2", "TOP"), ("SEG-1-A2", "UMW")]
      where random.below(3) == 0 {
        let price = "1:\(1 + random.below(9)).\(10 + random.below(90))"
        real.append(
          "\(stall),\(maker),TP4056,original,\(price),1,1,\(40 + random.below(90)),excluded,0,2026-11-20,own visit")
      }
      sampleSeed = UInt64(random.below(1_000))
      stalls = 4 + random.below(6)
    }

    /// The folder's files, with or without the generator's settings.
    func files(sampled: Bool) -> [CatalogFile] {
      var files = SampleCatalog.files
      let header = SampleCatalog.files["markets/north/offers.csv"]?.split(separator: "\n").first.map(String.init) ?? ""
      files["markets/north/offers.csv"] = ([header] + real).joined(separator: "\n") + "\n"
      if sampled { files["markets/north/sample.yaml"] = settings }
      return files.sorted { $0.key < $1.key }.map { CatalogFile(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    private var settings: String {
      """
      schema: peidan.sample/1
      seed: \(sampleSeed)
      newest: "2026-11-20"
      stalls: \(stalls)
      shops: []
      families:
        power-ics: {en: power ICs, zh: 电源芯片, weight: 9, offers: 1..2, conditions: {original: 700, loose-new: 150, domestic: 150}}
      prices:
        rates: {USD: 7100000}
        margin: 1150..1650
        noise: 930..1070
        conditions: {original: 1000, loose-new: 820, domestic: 700, refurbished: 550, pulled: 400, clone: 350}
        popular: {TP4056: 8}
      stall_habits:
        setup_seconds: 90..300
        line_seconds: 30..90
        invoice: 450
        invoice_surcharges: [10, 30, 130]
        risk: 600..1800
        late_openers: 250
        late_minutes: 15..75
        early_closers: 120
        early_minutes: 15..60
        sunday_closed: 300
        agents: 180
        second_family: 300
      offer_habits:
        tax_included: 250
        runner: 650
        runner_minutes: 60..240
        reel: 150
        reel_pieces: 4000
        sold_out: 25
        age_days: 0..45

      """
    }
  }

  /// A bill of two lines, or the same slots written by hand.
  private static func spec(isImported: Bool, sample: Bool?) -> String {
    """
    schema: peidan.board/1
    board: {name: small, quantity: 5}
    market: north
    slots:
      U1: {mpn: TP4056}
      U2: {mpn: TP4056, maker: TOP, loss: 2 CNY}
    \(sample.map { "sample: \($0)\n" } ?? "")\
    day: {date: 2026-12-04, start: "09:30", finish: "18:30", from: metro, to: metro, buyers: [{name: A, rate: 60 CNY/h}]}
    \(isImported ? Self.bill : "")
    """
  }

  private static let bill = """
    imported:
      file: bom.csv
      lines:
        U1: {from: A2, grade: exact, says: TP4056}
        U2: {from: A3, grade: exact, says: TP4056}

    """

  /// A market's catalog, and a board that it sells parts for.
  private struct Day {
    let catalog: Catalog
    let board: Board
    let generatedOffers: Set<SupplyID>
    let generatedStalls: Set<PlaceID>

    func problem(_ usesSample: Bool? = nil) throws -> PlanningProblem {
      try PlanningProblem(board, catalog: catalog, request: request(usesSample), inputs: inputs(usesSample))
    }

    func plan(_ usesSample: Bool? = nil) throws -> PlanDocument {
      let (board, catalog) = (board, catalog)
      let planner = Planner(now: { 0 }, cancellation: Cancellation()) { plan in
        PlanVerifier.faults(in: plan, board: board, catalog: catalog)
      }
      return try planner.plan(board, from: catalog, request: request(usesSample), inputs: inputs(usesSample)) { _ in }
    }

    private func request(_ usesSample: Bool?) -> PlanRequest {
      PlanRequest(usesSample: usesSample, search: SearchLimits(threads: 1, timeLimit: nil, workLimit: 1))
    }

    private func inputs(_ usesSample: Bool?) -> PlanInputs {
      PlanInputs(spec: "b.yaml", specDigest: "", catalogDigest: catalog.digest, sample: usesSample)
    }
  }

  private func withDay(_ files: [CatalogFile], _ text: String, _ body: (Day) throws -> Void) throws {
    let reading = CatalogReader.read(files)
    let content = try #require(reading.content, "\(reading.diagnostics.map(\.message))")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("sample-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try CatalogBuilder(path: path).build(content)
    let catalog = try Catalog(path: path)
    let sink = DiagnosticSink()
    let source = SourceText(file: "b.yaml", text: text)
    let board = try #require(
      try BoardReader.read(source, context: CatalogSpecContext(catalog), into: sink), "\(sink.diagnostics)")
    let offers = try catalog.offers(of: content.parts.map(\.id), market: "north").values.joined().filter(\.isSample)
    let stalls = Set(try catalog.stalls(market: "north").filter(\.isSample).map(\.id))
    try body(Day(catalog: catalog, board: board, generatedOffers: Set(offers.map(\.id)), generatedStalls: stalls))
  }

  /// What a plan is made of: without being asked, it is what the same market has without the generator.
  @Test func aProblemWithoutTheSampleIsThatOfAMarketWithoutIt() throws {
    var asked = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let market = Market(&random)
      let isImported = random.below(2) == 0
      try withDay(market.files(sampled: true), Self.spec(isImported: isImported, sample: nil)) { day in
        #expect(!day.generatedOffers.isEmpty, "seed \(seed)")
        let own = try day.problem()
        #expect(own.leavesOutSample && own.offers.values.joined().allSatisfy { !$0.isSample }, "seed \(seed)")
        #expect(day.generatedStalls.isDisjoint(with: own.stalls.keys), "seed \(seed)")
        // A line is asked for where nobody real sells it.
        #expect(
          own.order.asked.isEmpty == (own.order.candidates.allSatisfy { $0.contains { own.offers[$0.id] != nil } }))
        if own.order.asked.isEmpty == false { asked += 1 }
        let whole = try day.problem(true)
        #expect(!whole.leavesOutSample && whole.order.asked.isEmpty, "seed \(seed)")
        #expect(whole.offers.mapValues { $0.filter { !$0.isSample } }.filter { !$0.value.isEmpty } == own.offers)
        try withDay(market.files(sampled: false), Self.spec(isImported: isImported, sample: nil)) { plain in
          let plain = try plain.problem()
          #expect(plain.offers == own.offers && plain.stalls == own.stalls && !plain.leavesOutSample, "seed \(seed)")
          if isImported { #expect(plain.order.asked == own.order.asked, "seed \(seed)") }
        }
      }
    }
    #expect(asked > 5 && asked < 35, "\(asked)")
  }

  #if DEBUG
    private static let seeds = 1...2 as ClosedRange<UInt64>
  #else
    private static let seeds = 1...24 as ClosedRange<UInt64>
  #endif

  /// Without being asked, no purchase, fallback or stop of a plan is generated; what spec and option say is the same.
  @Test(arguments: seeds) func nothingGeneratedIsNamedUnasked(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let market = Market(&random)
    let isImported = random.below(2) == 0
    try withDay(market.files(sampled: true), Self.spec(isImported: isImported, sample: true)) { day in
      let own = try day.plan(false)
      let stalls =
        own.walks.flatMap(\.visits).map(\.stall) + own.deliveries.map(\.stall)
        + own.lines.flatMap { $0.buys.map(\.stall) + [$0.fallback?.stall].compactMap(\.self) }
        + (own.places ?? []).map(\.id)
      let offers = own.lines.flatMap { $0.buys.map(\.offer) + [$0.fallback?.offer].compactMap(\.self) }
      #expect(day.generatedStalls.isDisjoint(with: stalls) && day.generatedOffers.isDisjoint(with: offers))
      #expect(own.sampleNotices.isEmpty && !own.warnings.contains { $0.code == "W001" })
      #expect(own.warnings.contains { $0.code == "W005" } == own.lines.allSatisfy(\.buys.isEmpty))
      // Each line has a state, whoever sells nothing.
      #expect(own.states?.total == 2 && own.states?[.toBeFoundOut] == 0, "\(own.conflict)")
      let whole = try day.plan()
      #expect(whole.states?[.bought] == 2 && whole.inputs.sample == nil)
      #expect(!whole.warnings.contains { $0.code == "W005" })
    }
  }
}
