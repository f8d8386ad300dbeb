import Base
import SourcingPlan
import Testing

@Suite("Dates that differ")
struct DateDifferenceTests {
  @Test("another day, tasks at other times or places, and parcels are told")
  func told() throws {
    let plan = try PlanFixture.plan("Plans/power-bank-by-mail")
    var other = plan
    other.date = try #require(plan.date.adding(days: 1))
    let later = try #require(other.schedule[0].finish.adding(seconds: 60))
    other.schedule[0].finish = later
    other.schedule[1].place = "elsewhere"
    let gone = other.schedule.removeLast()
    let parcel = other.deliveries[0]
    for place in other.deliveries.indices where other.deliveries[place].stall == parcel.stall {
      other.deliveries[place].arrives = other.date.adding(days: 30)
    }
    let dates = PlanDifference(from: plan, to: other).dates
    #expect(dates.day == Change(plan.date, other.date))
    #expect(dates.tasks.map(\.id) == [plan.schedule[0].id, plan.schedule[1].id, gone.id])
    #expect(dates.tasks[0].finish == Change(plan.schedule[0].finish, later) && dates.tasks[0].start.isNone)
    #expect(dates.tasks[1].place == Change(plan.schedule[1].place, "elsewhere"))
    #expect(dates.tasks[2].start.after == nil && dates.tasks[2].start.before == gone.start)
    #expect(dates.parcels.map(\.stall) == [parcel.stall])
    #expect(dates.parcels[0].arrives == Change(parcel.arrives, other.date.adding(days: 30)))
  }
}
