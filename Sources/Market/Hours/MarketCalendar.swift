package import Base

/// The days on which a market does not keep its weekly hours: holidays, closures, days with other hours.
///
/// Exceptions come from the market's settings: `holiday.2026-10-01..2026-10-08` with the value `closed`, or a day's
/// spans (`10:00-16:00`) that cut the weekly hours. Where several exceptions hold a day, all cut.
package struct MarketCalendar: Sendable, Hashable {
  /// A stretch of days, ends included, in which stalls are open at most in `spans`.
  package struct Exception: Sendable, Hashable {
    package var first: LocalDate
    package var last: LocalDate
    package var spans: [OpeningHours]

    package init(first: LocalDate, last: LocalDate, spans: [OpeningHours]) {
      self.first = first
      self.last = last
      self.spans = spans
    }
  }

  package var exceptions: [Exception]

  package init(exceptions: [Exception] = []) { self.exceptions = exceptions }

  /// Reads the settings whose names start with `holiday.`; others are left alone.
  package init(settings: [MarketSetting]) throws(MarketSettingError) {
    exceptions = []
    for setting in settings where setting.name.hasPrefix("holiday.") {
      let stretch = setting.name.dropFirst("holiday.".count)
      let ends = stretch.split(separator: ".", omittingEmptySubsequences: true)
      guard let first = ends.first.flatMap({ LocalDate(String($0)) }),
        let last = ends.last.flatMap({ LocalDate(String($0)) }),
        first <= last, stretch == (ends.count == 1 ? "\(first)" : "\(first)..\(last)")
      else { throw .unreadable(name: setting.name, value: setting.value, expected: "holiday.FIRST..LAST") }
      do {
        exceptions.append(Exception(first: first, last: last, spans: try WeeklyHours.spans(setting.value)))
      } catch {
        throw .unreadable(name: setting.name, value: setting.value, expected: "closed or 10:00-16:00")
      }
    }
  }

  /// The spans in which weekly hours are open on a day; ascending and disjoint, empty when closed.
  package func hours(_ week: [[OpeningHours]], on date: LocalDate) -> [OpeningHours] {
    guard week.indices.contains(date.weekday) else { return [] }
    var spans = week[date.weekday]
    for exception in exceptions where exception.first <= date && date <= exception.last {
      spans = MarketCalendar.intersection(spans, exception.spans)
    }
    return spans
  }

  /// The spans in which a stall is open on a day; none where the user found it closed and that still counts.
  package func hours(of stall: Stall, on date: LocalDate) -> [OpeningHours] {
    stall.closedDays?.contains(date) ?? false ? [] : hours(stall.hours, on: date)
  }

  package func hours(of service: Service, on date: LocalDate) -> [OpeningHours] { hours(service.hours, on: date) }

  private static func intersection(_ left: [OpeningHours], _ right: [OpeningHours]) -> [OpeningHours] {
    var common: [OpeningHours] = []
    for one in left {
      for other in right {
        let open = max(one.open, other.open)
        let close = min(one.close, other.close)
        if open < close { common.append(OpeningHours(open: open, close: close)) }
      }
    }
    return common
  }
}
