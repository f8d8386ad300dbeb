import Base
import Market
import Testing

@Suite("Weekly hours")
struct WeeklyHoursTests {
  @Test("days, ranges, lists and lunch breaks are read")
  func textsAreRead() throws {
    let week = try WeeklyHours.read("Mon-Fri 09:30-12:00,13:00-18:30; Sun,Sat 10:00-24:00")
    let weekday = [OpeningHours(open: 34_200, close: 43_200), OpeningHours(open: 46_800, close: 66_600)]
    let weekend = [OpeningHours(open: 36_000, close: 86_400)]
    #expect(week == [weekday, weekday, weekday, weekday, weekday, weekend, weekend])
  }

  @Test("a range may pass the end of the week, and unnamed days are closed")
  func rangesPassTheWeek() throws {
    let week = try WeeklyHours.read("Sat-Mon 10:00-11:00")
    #expect(week.map(\.isEmpty) == [false, true, true, true, true, false, false])
    #expect(try WeeklyHours.read("closed") == WeeklyHours.closed)
  }

  @Test("what is written reads back", arguments: 0..<50)
  func writtenReadsBack(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) + 1)
    let week = (0..<7).map { _ in
      let minutes = Set((0..<4).map { _ in Int.random(in: 0...288, using: &random) }).sorted()
      return stride(from: 0, to: minutes.count - 1, by: 2).map {
        OpeningHours(open: minutes[$0] * 300, close: minutes[$0 + 1] * 300)
      }
    }
    #expect(try WeeklyHours.read(WeeklyHours.text(week)) == week, "\(WeeklyHours.text(week))")
  }

  @Test("faults are named")
  func faultsAreNamed() {
    #expect(throws: WeeklyHours.ReadingError.empty) { try WeeklyHours.read(" ; ") }
    #expect(throws: WeeklyHours.ReadingError.notADay("Monday")) { try WeeklyHours.read("Monday 09:00-10:00") }
    #expect(throws: WeeklyHours.ReadingError.notASpan("9:00-10:00")) { try WeeklyHours.read("Mon 9:00-10:00") }
    #expect(throws: WeeklyHours.ReadingError.notASpan("10:00-10:00")) { try WeeklyHours.read("Mon 10:00-10:00") }
    #expect(throws: WeeklyHours.ReadingError.notASpan("Mon")) { try WeeklyHours.read("Mon") }
    #expect(throws: WeeklyHours.ReadingError.repeatedDay("Tue")) {
      try WeeklyHours.read("Mon-Wed 09:00-10:00; Tue 09:00-10:00")
    }
    #expect(throws: WeeklyHours.ReadingError.spansOverlap("09:00-12:00,12:00-13:00")) {
      try WeeklyHours.read("Mon 09:00-12:00,12:00-13:00")
    }
  }
}
