import Base
import Market
import Optimizer
import SourcingPlan
import Testing

@testable import Planning

@Suite struct BaselinesTests {
  private func baselines(_ day: TestDay, _ cancellation: Cancellation = Cancellation()) throws -> [Baseline] {
    BaselineCalculator(
      instance: try day.variant().run.model.instance, fixed: .zero,
      options: SolverOptions(cancellation: cancellation), work: 1
    ).all()
  }

  /// Two parts that one stall sells dearer and two others each cheaper.
  private var choice: TestDay {
    var day = TestDay.plain()
    day.goods = [
      .init(reference: "U1", offers: [0: (fen: 100, stock: 10), 2: (fen: 110, stock: 10)]),
      .init(reference: "U2", offers: [1: (fen: 100, stock: 10), 2: (fen: 120, stock: 10)]),
    ]
    return day
  }

  @Test func theCheapestOffersAreBoughtWhereTheyAre() throws {
    let baseline = try baselines(choice)[0]
    #expect(baseline.name == .cheapestOffers)
    #expect(baseline.goods?.description == "2.00" && baseline.stalls == 2 && baseline.note == nil)
  }

  @Test func asFewStallsAsServeAllAreVisited() throws {
    let baseline = try baselines(choice)[1]
    #expect(baseline.name == .fewestStalls)
    #expect(baseline.goods?.description == "2.30" && baseline.stalls == 1)
  }

  @Test func aBaselineThatTheDayForbidsIsCountedWithoutClosingTimes() throws {
    var day = choice
    // Two stalls take 60 + 30 s each and the walks between; one fits.
    day.open.close = day.open.open + 130
    let both = try baselines(day)
    #expect(both[0].note?.english.contains("cannot be done within the day") == true)
    #expect(both[1].note == nil && both[1].stalls == 1)
  }

  @Test func anInterruptedBaselineSaysNothingOfWhatExists() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    for baseline in try baselines(choice, cancellation) {
      #expect(baseline.total == nil)
      #expect(baseline.note?.english == "not computed: planning was interrupted")
    }
  }
}
