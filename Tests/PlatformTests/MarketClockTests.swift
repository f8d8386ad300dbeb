import Base
import Foundation
import Platform
import Testing

@Suite struct MarketClockTests {
  private func clock(_ zone: String, at moment: String) throws -> MarketClock {
    let date = try #require(ISO8601DateFormatter().date(from: moment))
    let clock = MarketClock(zone: zone, now: { date.timeIntervalSince1970 })
    return try #require(clock)
  }

  /// Between midnight and eight in the morning in Shenzhen it is still yesterday in UTC.
  @Test(arguments: [
    ("2026-11-26T15:59:59Z", "2026-11-26"), ("2026-11-26T16:00:00Z", "2026-11-27"),
    ("2026-11-26T20:30:00Z", "2026-11-27"), ("2026-11-26T23:59:59Z", "2026-11-27"),
    ("2026-11-27T00:00:00Z", "2026-11-27"), ("2026-12-31T18:00:00Z", "2027-01-01"),
  ])
  func todayIsTheMarketsDay(moment: String, day: String) throws {
    #expect(try clock("Asia/Shanghai", at: moment).today.description == day)
  }

  @Test func otherZonesHaveOtherDaysAndSummerTimeCounts() throws {
    #expect(try clock("America/New_York", at: "2026-07-01T03:59:00Z").today.description == "2026-06-30")
    #expect(try clock("America/New_York", at: "2026-07-01T04:00:00Z").today.description == "2026-07-01")
    #expect(try clock("America/New_York", at: "2026-01-01T04:59:00Z").today.description == "2025-12-31")
    let nowhere = MarketClock(zone: "Asia/Nowhere", now: { 0 })
    #expect(nowhere == nil && !MarketClock.hasZone("Asia/Nowhere"))
    #expect(MarketClock.hasZone("Asia/Shanghai"))
  }

  @Test func momentsAreWrittenInUTC() {
    #expect(MarketClock.text(of: 1_795_743_600.7) == "2026-11-27T01:40:00Z")
    #expect(MarketClock.text(of: 0) == "1970-01-01T00:00:00Z")
  }

  @Test func datesOfHeadersAreRead() throws {
    let moment = try #require(MarketClock.moment(ofHeader: "Fri, 20 Nov 2026 20:00:00 GMT"))
    #expect(MarketClock.text(of: moment) == "2026-11-20T20:00:00Z")
    // In Shenzhen that is the next day.
    #expect(try clock("Asia/Shanghai", at: "2026-11-27T00:00:00Z").day(of: moment).description == "2026-11-21")
    for text in ["", "yesterday", "Fri, 32 Nov 2026 20:00:00 GMT", "2026-11-20"] {
      #expect(MarketClock.moment(ofHeader: text) == nil, "\(text)")
    }
  }

  /// One place asks the system for the time of day; all else is handed the clock.
  @Test func onlyOnePlaceReadsTheClock() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    let names = try #require(FileManager.default.enumerator(atPath: root.path))
    var found: [String] = []
    for case let name as String in names where name.hasSuffix(".swift") {
      let text = String(decoding: FileManager.default.contents(atPath: "\(root.path)/\(name)") ?? Data(), as: UTF8.self)
      if ["Date()", "Date.now", "timeIntervalSinceNow", "CLOCK_REALTIME", "time(nil)"].contains(where: text.contains) {
        found.append(name)
      }
    }
    #expect(found.filter { !$0.hasSuffix("PageTemplate+Script.swift") } == ["peidan/Files/MarketClock+Catalog.swift"])
  }
}
