import Market
import Testing

@Suite("Civil date")
struct CivilDateTests {
  @Test("days count one by one from 1970 to 2100, with weekdays in turn")
  func daysCountOneByOne() throws {
    var (year, month, day, weekday) = (1970, 1, 1, 3)
    for number in 0..<47_846 {
      let date = try #require(CivilDate(dayNumber: number))
      guard date.year == year, date.month == month, date.day == day, date.weekday == weekday, date.dayNumber == number
      else {
        Issue.record("day \(number) is \(date), counted \(year)-\(month)-\(day) weekday \(weekday)")
        return
      }
      weekday = (weekday + 1) % 7
      day += 1
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      if day > [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] {
        day = 1
        month += 1
      }
      if month > 12 {
        month = 1
        year += 1
      }
    }
    #expect((year, month, day) == (2100, 12, 31))
  }

  @Test("the plan's example day is a Friday")
  func exampleIsAFriday() throws {
    let date = try #require(CivilDate("2026-12-04"))
    #expect(date.weekday == 4)
    #expect(date.description == "2026-12-04")
    #expect(date.advanced(byDays: 30)?.description == "2027-01-03")
    #expect(date.advanced(byDays: -400)?.description == "2025-10-30")
  }

  @Test(
    "what is no day is refused",
    arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026/01/01", "", "2026-01-01 "])
  func noDays(text: String) {
    #expect(CivilDate(text) == nil)
  }
}
