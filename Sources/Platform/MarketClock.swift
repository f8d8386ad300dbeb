package import Base
internal import Foundation

/// What time it is in a market: one value, made where the program starts and handed down. Nothing else reads the clock.
package struct MarketClock: Sendable {
  private let zone: TimeZone
  private let read: @Sendable () -> Double

  /// - Parameters:
  ///   - zone: a name of the time zone database, `Asia/Shanghai`.
  ///   - now: seconds since 1970-01-01T00:00:00Z.
  ///
  /// Nil where there is no such zone.
  package init?(zone: String, now: @escaping @Sendable () -> Double) {
    guard let zone = TimeZone(identifier: zone) else { return nil }
    self.zone = zone
    read = now
  }

  /// Whether the time zone database has a zone of that name.
  package static func hasZone(_ name: String) -> Bool { TimeZone(identifier: name) != nil }

  /// Seconds since 1970-01-01T00:00:00Z.
  package var now: Double { read() }

  /// The present day in the market.
  package var today: LocalDate { day(of: now) }

  /// The day in the market at a moment, in seconds since 1970-01-01T00:00:00Z.
  package func day(of moment: Double) -> LocalDate {
    let offset = Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: moment)))
    let day = ((moment + offset) / 86_400).rounded(.down)
    let most = LocalDate(dayNumber: 2_932_896), least = LocalDate(dayNumber: -719_162)
    guard let date = Int(exactly: day).flatMap({ LocalDate(dayNumber: $0) }) ?? (day > 0 ? most : least) else {
      preconditionFailure("the calendar has no end")
    }
    return date
  }

  /// A moment as ISO 8601 has it, in UTC: `2026-11-27T01:20:00Z`.
  package static func text(of moment: Double) -> String { Date(timeIntervalSince1970: moment).formatted(.iso8601) }

  /// The moment of a date in a header of HTTP: `Fri, 20 Nov 2026 08:00:00 GMT`; nil for other texts.
  ///
  /// RFC 9110, section 5.6.7.
  package static func moment(ofHeader text: String) -> Double? {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.date(from: text)?.timeIntervalSince1970
  }
}
