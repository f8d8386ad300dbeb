import Base
import Testing

@Suite("Local date")
struct LocalDateTests {
  @Test("days count one by one from 1970 to 2100, with weekdays in turn")
  func daysCountOneByOne() throws {
    var (year, month, day, weekday) = (1970, 1, 1, 3)
    for number in 0..<47_846 {
      let date = try #require(LocalDate(dayNumber: number))
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
    let date = try #require(LocalDate("2026-12-04"))
    #expect(date.weekday == 4)
    #expect(date.description == "2026-12-04")
    #expect(date.adding(days: 30)?.description == "2027-01-03")
    #expect(date.adding(days: -400)?.description == "2025-10-30")
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026/01/01", "", "2026-01-01 ", "+026-12-04",
      "0000-12-04",
    ])
  func noDays(text: String) {
    #expect(LocalDate(text) == nil)
  }

  @Test("four centuries have no gap")
  func fourCenturies() throws {
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

  @Test("the first and the last day are known")
  func knownDays() {
    #expect(LocalDate("1970-01-01")?.dayNumber == 0)
    #expect(LocalDate("2026-12-04")?.weekday == 4)
    #expect(LocalDate("0001-01-01")?.dayNumber == -719_162)
    #expect(LocalDate(dayNumber: 2_932_896)?.description == "9999-12-31")
  }
}
