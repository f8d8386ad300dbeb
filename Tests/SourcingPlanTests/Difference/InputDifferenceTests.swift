import Base
import Market
import SourcingPlan
import Testing

@Suite("Inputs that differ")
struct InputDifferenceTests {
  /// Inputs that differ from `PlanInputs(spec: "b.yaml", …)` in one thing, and what is said of it.
  private static let changes: [(InputDifference.Input, String?, @Sendable (inout PlanInputs) -> Void)] = [
    (.spec, "b.yaml ffffffffffff", { $0.specDigest = String(repeating: "f", count: 64) }),
    (.catalog, "cccccccccccc", { $0.catalogDigest = String(repeating: "c", count: 64) }),
    (.boards, "3", { $0.boards = 3 }), (.date, "2026-12-05", { $0.date = LocalDate("2026-12-05") }),
    (.start, "09:30", { $0.start = 9 * 3600 + 1800 }), (.finish, "17:00", { $0.finish = 17 * 3600 }),
    (.buyers, "2", { $0.buyers = 2 }), (.budget, "12.50", { $0.budget = Amount("12.50") }),
    (.market, "mail-order", { $0.market = "mail-order" }), (.markets, "a,b", { $0.markets = ["a", "b"] }),
    (.radius, "300", { $0.radius = 300 }), (.priceAge, "9", { $0.priceAge = 9 }),
    (.sample, "no", { $0.sample = false }),
    (.version, "0.2", { $0.version = "0.2" }), (.seed, "7", { $0.search = PlanSearch(seed: 7) }),
    (
      .stock, "X (Y) × 2; 10k 0402 × 5",
      {
        $0.stock = [
          PlanStock(mpn: "X", maker: "Y", value: nil, package: nil, quantity: 2),
          PlanStock(mpn: nil, maker: nil, value: "10k", package: "0402", quantity: 5),
        ]
      }
    ),
  ]

  @Test("each is told by name, and nothing else")
  func each() {
    let inputs = PlanInputs(spec: "b.yaml", specDigest: "0", catalogDigest: "1")
    for (input, text, change) in Self.changes {
      var other = inputs
      change(&other)
      let found = InputDifference.all(from: inputs, to: other)
      #expect(found.map(\.input) == [input] && found.map(\.after) == [text])
      #expect(InputDifference.all(from: other, to: inputs).map(\.before) == [text])
      #expect(InputDifference.all(from: other, to: other).isEmpty)
    }
    let told = Set(Self.changes.map(\.0)).union([
      .timeLimit, .workLimit, .gap, .explain, .list, .prices, .quotes, .closed, .floors,
    ])
    #expect(told == Set(InputDifference.Input.allCases))
  }

  @Test("limits of the search are told as the options that set them")
  func search() {
    var (inputs, other) = (
      PlanInputs(spec: "b.yaml", specDigest: "0", catalogDigest: "1"),
      PlanInputs(spec: "b.yaml", specDigest: "0", catalogDigest: "1")
    )
    inputs.search = PlanSearch(seed: 1, timeLimit: 10)
    other.search = PlanSearch(seed: 1, workLimit: 5_000_000_000, gap: 0.05, comparesVariants: true)
    let found = InputDifference.all(from: inputs, to: other)
    #expect(found.map(\.title.english) == ["--time-limit", "--work-limit", "--gap", "--explain"])
    #expect(found.map(\.before) == ["10.0", nil, nil, nil])
    #expect(found.map(\.after) == [nil, "5000000000", "0.05", "design"])
  }

  @Test("of plans that state their files, each that differs is named, and not the catalog as a whole")
  func sources() {
    func inputs(_ digest: String, _ sources: [PlanInputSource]?) -> PlanInputs {
      PlanInputs(spec: "b.yaml", specDigest: "0", catalogDigest: digest, sources: sources)
    }
    let catalog = PlanInputSource(kind: .catalog, digest: "1")
    let old = inputs("a", [catalog, PlanInputSource(kind: .prices, name: "p", digest: "2")])
    let new = inputs(
      "b",
      [
        catalog, PlanInputSource(kind: .prices, name: "p", digest: "3"),
        PlanInputSource(kind: .list, name: "p", digest: "2"), PlanInputSource(kind: .closed, digest: "4"),
        PlanInputSource(kind: .floors, digest: "5"),
      ])
    let found = InputDifference.all(from: old, to: new)
    #expect(found.map(\.title.english) == ["price sheet p", "part list p", "closed stalls", "answers on floors"])
    #expect(found.map(\.before) == ["2", nil, nil, nil] && found.map(\.after) == ["3", "2", "4", "5"])
    #expect(InputDifference.all(from: inputs("a", nil), to: new).map(\.input) == [.catalog])
  }
}
