internal import Base
internal import Market

extension Service {
  /// The first span in which `seconds` of work fit, counting opening hours on days that are no holidays only; a service
  /// without hours works round the clock. Nil when the shop never opens or the calendar ends.
  func workingSpan(from ready: LocalTime, seconds: Int, calendar: MarketCalendar = MarketCalendar()) -> (
    start: LocalTime, finish: LocalTime
  )? {
    if hours.allSatisfy(\.isEmpty) {
      return ready.adding(seconds: seconds).map { (ready, $0) }
    }
    var left = seconds
    var start: LocalTime?
    var date = ready.date
    var from = ready.second
    // A shop that opens at all opens within a week, or after holidays of at most as many days as the calendar has
    // exceptions for; the work itself may take longer.
    let holidays = calendar.exceptions.reduce(0) { $0 + $1.last.dayNumber - $1.first.dayNumber + 1 }
    for _ in 0..<(7 + holidays + seconds / 60) {
      for span in calendar.hours(of: self, on: date) where span.close > from {
        let begin = max(span.open, from)
        if start == nil { start = LocalTime(date, secondOfDay: begin) }
        let done = min(left, span.close - begin)
        left -= done
        if left == 0, let start, let finish = LocalTime(date, secondOfDay: begin + done) { return (start, finish) }
      }
      guard let next = date.adding(days: 1) else { return nil }
      date = next
      from = 0
    }
    return nil
  }
}
