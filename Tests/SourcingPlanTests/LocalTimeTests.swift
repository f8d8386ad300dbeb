import Testing

@testable import SourcingPlan

@Suite struct LocalTimeTests {
  @Test func datesCountDaysWithoutAGapOverFourCenturies() throws {
    var date = try #require(LocalDate("1899-12-31"))
    for _ in 0..<146_097 {
      let next = try #require(date.adding(days: 1))
      guard next.dayNumber == date.dayNumber + 1, next.weekday == (date.weekday + 1) % 7, date < next else {
        Issue.record("\(date) is not followed by \(next)")
        return
      }
      date = next
    }
    #expect(date.description == "2299-12-31")
  }

  @Test func knownDaysHaveTheirWeekday() {
    #expect(LocalDate("1970-01-01")?.dayNumber == 0)
    #expect(LocalDate("2026-12-04")?.weekday == 4)
    #expect(LocalDate("0001-01-01")?.dayNumber == -719_162)
    #expect(LocalDate(dayNumber: 2_932_896)?.description == "9999-12-31")
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "26-12-04", "2026-12-4", "2026/12/04", "+026-12-04", ""])
  func textThatIsNoDateIsRefused(_ text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test(arguments: [
    "2026-12-04T24:00:00", "2026-12-04T09:60:00", "2026-12-04 09:41:30", "2026-12-04T09:41", "2026-12-04T09:41:30Z",
  ])
  func textThatIsNoTimeIsRefused(_ text: String) {
    #expect(LocalTime(text) == nil)
  }

  @Test func timesCarryOverMidnightAndBack() throws {
    let evening = try #require(LocalTime("2026-12-31T23:59:30"))
    let morning = try #require(evening.adding(seconds: 45))
    #expect(morning.description == "2027-01-01T00:00:15")
    #expect(morning.seconds(since: evening) == 45)
    #expect(morning.adding(seconds: -45) == evening)
    #expect(evening < morning)
    #expect(evening.clock == "23:59")
  }

  @Test func theCalendarEndsWithoutATrap() throws {
    let last = try #require(LocalTime("9999-12-31T23:59:59"))
    #expect(last.adding(seconds: 1) == nil)
    #expect(last.adding(seconds: .max) == nil)
    #expect(last.date.adding(days: .max) == nil)
  }
}
