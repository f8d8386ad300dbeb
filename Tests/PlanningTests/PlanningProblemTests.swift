import Base
import BoardSpec
import Market
import Optimizer
import Selection
import SourcingPlan
import Testing

@testable import Planning

/// The problem in the plural, and how it is laid out for the optimizer.
@Suite struct PlanningProblemTests {
  private func model(_ problem: PlanningProblem, _ day: TestDay) throws -> DayModel {
    try day.variant().revised { _ in problem }.run.model
  }

  @Test func everyOrdersSlotsAreOneAfterTheOther() throws {
    let day = TestDay.plain()
    var problem = day.problem
    var other = problem.orders[0]
    other = Order(other.board, count: 5, candidates: other.candidates)
    problem.orders.append(other)
    #expect(problem.slots.map(\.order) == [0, 0, 0, 1, 1, 1])
    #expect(problem.slots.map(\.amount) == [1_000, 1_000, 1_000, 5_000, 5_000, 5_000])
    let model = try model(problem, day)
    #expect(model.instance.slotCount == 6)
    #expect(model.selections.count == 2)
  }

  @Test func linesBelongToOneOrder() throws {
    let day = TestDay.plain()
    var problem = day.problem
    var renamed = problem.orders[0].board
    renamed.name = "c"
    problem.orders.append(Order(renamed, count: 1, candidates: problem.orders[0].candidates))
    let model = try model(problem, day)
    #expect(model.products.map(\.order) == ["b", "b", "b", "c", "c", "c"])
    // Both orders draw on the same goods: the later line may count on what the earlier leaves.
    #expect(model.instance.offers.map(\.stock) == [100, 100, 100, 99, 99, 99])
  }

  @Test func agentsHaveHoursOfTheirOwn() throws {
    var day = TestDay.plain()
    day.crew = [
      Buyer(name: "A", ratePerHour: day.rate),
      Buyer(name: "B", ratePerHour: day.rate, start: 12 * 3600, finish: 13 * 3600),
    ]
    let problem = day.problem
    let buyers = try model(problem, day).instance.buyers
    #expect(buyers.map(\.earliest) == [9 * 3600, 12 * 3600])
    #expect(buyers.map(\.latest) == [18 * 3600, 13 * 3600])
    #expect(problem.start == 9 * 3600 && problem.finish == 18 * 3600)
  }

  @Test func anEditGivesAnotherProblemAndStatesItsOption() throws {
    let problem = TestDay.plain().problem
    let edited = problem.budgeted(Money(microYuan: 7_000_000)).finishing(by: 3_600).within(metres: 5)
      .on(LocalDate("2026-12-07")!)
    #expect(problem.budget == nil && problem.agents[0].finish == 18 * 3600 && problem.radius == nil)
    #expect(edited.inputs.budget?.description == "7.00" && edited.inputs.finish == 3_600)
    #expect(edited.inputs.radius == 5 && edited.inputs.date?.description == "2026-12-07")
    #expect(edited.budgeted(nil).budget == nil && edited.within(metres: nil).inputs.radius == nil)
  }

  @Test func leavingASlotEmptyCostsMoreThanAllElse() throws {
    let day = TestDay.plain()
    let instance = try day.variant().revised(vacancy: .allowed).run.model.instance
    let penalty = try #require(instance.options.filter { $0.product < 0 }.map(\.cost).min())
    let dearest: Int64 = (100 + 200 + 300) * 10_000 + 9 * 36_000_000
    #expect(penalty > dearest)
    #expect(Int64(instance.slotCount).multipliedReportingOverflow(by: penalty).overflow == false)
  }
}
