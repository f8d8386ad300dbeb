import Optimizer
import Testing
import TravellingPurchaser

@Suite struct ParserTests {
  private static let text = """
    NAME      : tiny
    TYPE      : TPP
    DIMENSION : 3
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION :
    1 0 0
    2 3 4
    3 6 8
    DEMAND_SECTION :
    2
    1 2
    2 5
    OFFER_SECTION :
    1 0
    2 2  1 7 2 2 3 4
    3 1  2 1 9
    EOF
    """

  @Test func readsSectionsAndTruncatesDistances() throws {
    let problem = try TravellingPurchaserProblem(parsing: Self.text)
    #expect(problem.name == "tiny")
    #expect(problem.demands == [2, 5])
    #expect(problem.offers.count == 3)
    #expect(problem.distance(1, 2) == 5 && problem.distance(1, 3) == 10)
  }

  @Test func clipsStockToDemandAndSortsOffersByProduct() throws {
    let made = try TravellingPurchaserProblem(parsing: Self.text).instance()
    #expect(made.markets == [2, 3])
    #expect(made.instance.offers.map(\.stock) == [2, 4, 5])
    #expect(made.offers.map(\.market) == [2, 2, 3])
  }

  @Test func namesTheLineAndTheValueOfAMistake() {
    #expect(throws: TravellingPurchaserProblem.ParseError.notANumber(line: 6, value: "x")) {
      try TravellingPurchaserProblem(parsing: Self.text.replacing("1 0 0", with: "1 x 0"))
    }
    #expect(throws: TravellingPurchaserProblem.ParseError.outOfRange(line: 16, value: 9)) {
      try TravellingPurchaserProblem(parsing: Self.text.replacing("3 1  2 1 9", with: "9 1  2 1 9"))
    }
    #expect(throws: TravellingPurchaserProblem.ParseError.wrongFieldCount(line: 16, expected: 8, found: 5)) {
      try TravellingPurchaserProblem(parsing: Self.text.replacing("3 1  2 1 9", with: "3 2  2 1 9"))
    }
    // The most that goods may cost is 10¹⁵: 2 · 4 and 5 · 200,000,000,000,000 are beyond it, 10⁹ a piece alone is not.
    #expect(throws: TravellingPurchaserProblem.ParseError.tooDear(line: 16, price: 1_000_000_000)) {
      try TravellingPurchaserProblem(
        parsing: Self.text.replacing("3 1  2 1 9", with: "3 1  2 1000000000 9").replacing("2 5\n", with: "2 1000000\n"))
    }
    #expect(throws: TravellingPurchaserProblem.ParseError.outOfRange(line: 16, value: 1_000_000_001)) {
      try TravellingPurchaserProblem(parsing: Self.text.replacing("3 1  2 1 9", with: "3 1  2 1000000001 9"))
    }
    #expect(throws: TravellingPurchaserProblem.ParseError.missing("DIMENSION")) {
      try TravellingPurchaserProblem(parsing: "")
    }
  }
}
