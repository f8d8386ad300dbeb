import Base
import Testing

@Suite struct LocalTimeTests {
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
