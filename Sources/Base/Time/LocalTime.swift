/// A second on a market's wall clock, without a time zone: `2026-12-04T09:41:30`.
package struct LocalTime: Sendable, Hashable, Comparable {
  package let date: LocalDate
  /// Seconds since midnight, 0..<86,400.
  package let second: Int

  /// The time `secondOfDay` seconds after midnight of `date`; a day and more, or less than none, moves the date.
  ///
  /// Nil when the date leaves the years 1...9999.
  package init?(_ date: LocalDate, secondOfDay: Int) {
    var days = secondOfDay / 86_400
    var second = secondOfDay % 86_400
    if second < 0 {
      second += 86_400
      days -= 1
    }
    guard let moved = date.adding(days: days) else { return nil }
    self.date = moved
    self.second = second
  }

  /// The time `seconds` later (earlier when negative); nil when the date leaves the years 1...9999.
  package func adding(seconds: Int) -> LocalTime? {
    let (sum, overflow) = second.addingReportingOverflow(seconds)
    return overflow ? nil : LocalTime(date, secondOfDay: sum)
  }

  /// Seconds from `other` to this time, negative when this is earlier.
  package func seconds(since other: LocalTime) -> Int {
    (date.dayNumber - other.date.dayNumber) * 86_400 + second - other.second
  }

  /// `09:41`, seconds cut off.
  package var clock: String {
    "\((second / 3600).padded(to: 2)):\((second / 60 % 60).padded(to: 2))"
  }

  package static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.date, left.second) < (right.date, right.second)
  }
}

extension LocalTime {
  /// Reads a clock from `00:00` to `24:00`, exactly so, as seconds since midnight; nil for anything else.
  package static func secondOfDay(_ clock: some StringProtocol) -> Int? {
    let parts = Substring(clock).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(digits: parts[0], count: 2), let minute = Int(digits: parts[1], count: 2),
      minute < 60, hour < 24 || (hour == 24 && minute == 0)
    else { return nil }
    return hour * 3600 + minute * 60
  }
}

extension LocalTime: LosslessStringConvertible {
  /// Reads `2026-12-04T09:41:30`, exactly so.
  package init?(_ description: String) {
    let halves = description.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = LocalDate(String(halves[0])) else { return nil }
    let parts = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hour = Int(digits: parts[0], count: 2), let minute = Int(digits: parts[1], count: 2),
      let second = Int(digits: parts[2], count: 2), hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(date, secondOfDay: hour * 3600 + minute * 60 + second)
  }

  package var description: String {
    "\(date)T\(clock):\((second % 60).padded(to: 2))"
  }
}

extension LocalTime: TextCodable {
  package static var textForm: String { "a local time such as `2026-12-04T09:41:30`" }
}
