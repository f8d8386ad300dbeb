import Base
import Market
import Testing

@Suite("Market calendar")
struct MarketCalendarTests {
  private func setting(_ name: String, _ value: String) -> MarketSetting {
    MarketSetting(name: name, value: value, standing: .assumed, source: "test")
  }

  @Test("weekly hours hold on plain days, holidays close, short days cut")
  func exceptionsCut() throws {
    let calendar = try MarketCalendar(settings: [
      setting("holiday.2026-10-01..2026-10-04", "closed"), setting("holiday.2026-10-05", "10:00-16:00"),
      setting("walking.speed", "1.1 m/s"),
    ])
    let week = try WeeklyHours.read("Mon-Sat 09:30-12:00,13:00-18:30")
    func hours(_ date: String) throws -> String {
      WeeklyHours.text(ofDay: calendar.hours(week, on: try #require(LocalDate(date))))
    }
    #expect(try hours("2026-09-30") == "09:30-12:00,13:00-18:30")
    #expect(try hours("2026-10-01") == "closed")
    #expect(try hours("2026-10-03") == "closed")
    #expect(try hours("2026-10-05") == "10:00-12:00,13:00-16:00")
    #expect(try hours("2026-10-06") == "09:30-12:00,13:00-18:30")
    #expect(try hours("2026-10-11") == "closed")
  }

  @Test(
    "faulty holidays are named",
    arguments: [
      ("holiday.2026-10-04..2026-10-01", "closed"), ("holiday.october", "closed"), ("holiday.2026-10-01", "shut"),
      ("holiday.2026-10-01.2026-10-04", "closed"),
    ])
  func faultyHolidays(name: String, value: String) {
    #expect(throws: MarketSettingError.self) { try MarketCalendar(settings: [setting(name, value)]) }
  }
}
