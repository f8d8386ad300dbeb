import Base
import Market
import SourcingPlan
import Testing

@testable import Planning

@Suite struct ProductionScheduleTests {
  private func service(_ kind: Service.Kind, open: OpeningHours? = nil) -> Service {
    Service(
      id: kind.rawValue, kind: kind, english: "", chinese: "", place: nil,
      hours: Array(repeating: open.map { [$0] } ?? [], count: 7), price: ServiceFormula(), duration: ServiceFormula(),
      standing: .assumed, source: "test")
  }

  private func steps(
    _ works: [(kind: Service.Kind, hours: Int)], kit: String = "2026-12-04T15:00:00", open: OpeningHours? = nil
  ) throws -> [String] {
    let complete = try #require(LocalTime(kit))
    let schedule = ProductionSchedule(
      order: "charger",
      tasks: works.map { ProductionTask(service($0.kind, open: open), seconds: $0.hours * 3600) } + [
        ProductionTask(kitAt: "gate", complete: complete, name: LocalizedText(english: "", chinese: ""))
      ],
      dayStart: try #require(LocalTime("2026-12-04T09:00:00")), calendar: MarketCalendar())
    return try schedule.steps().map { "\($0.step) \($0.start)–\($0.finish)" }
  }

  @Test func boardAndStencilRunBesideThePurchasesAndTheRestFollows() throws {
    #expect(
      try steps([(.test, 1), (.assembly, 2), (.smt, 3), (.stencil, 1), (.pcb, 8)]) == [
        "pcb 2026-12-04T09:00:00–2026-12-04T17:00:00", "stencil 2026-12-04T09:00:00–2026-12-04T10:00:00",
        "kit 2026-12-04T09:00:00–2026-12-04T15:00:00", "smt 2026-12-04T17:00:00–2026-12-04T20:00:00",
        "assembly 2026-12-04T20:00:00–2026-12-04T22:00:00", "test 2026-12-04T22:00:00–2026-12-04T23:00:00",
      ])
  }

  @Test func aStepThatTheBuildLacksPassesItsTurnOn() throws {
    #expect(
      try steps([(.test, 1), (.stencil, 9)]) == [
        "stencil 2026-12-04T09:00:00–2026-12-04T18:00:00", "kit 2026-12-04T09:00:00–2026-12-04T15:00:00",
        "test 2026-12-04T18:00:00–2026-12-04T19:00:00",
      ])
  }

  @Test func aServiceWorksInItsHours() throws {
    let day = OpeningHours(open: 9 * 3600, close: 18 * 3600)
    #expect(
      try steps([(.smt, 5)], open: day).last == "smt 2026-12-04T15:00:00–2026-12-05T11:00:00")
  }

  @Test func everyTaskComesAfterItsPredecessors() {
    let order = ProductionTask.Kind.allCases
    for (position, kind) in order.enumerated() {
      #expect(kind.predecessors.isSubset(of: order.prefix(position)))
    }
  }
}
