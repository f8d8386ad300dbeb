import Base
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
    #expect(Set(Self.changes.map(\.0)) == Set(InputDifference.Input.allCases))
  }
}
