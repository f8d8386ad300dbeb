import Base
import Market
import SourcingPlan
import Testing

@testable import Planning

@Suite("Working hours of services")
struct ServicePlanTests {
  private func service(_ hours: [[OpeningHours]]) -> Service {
    Service(
      id: "smt", kind: .smt, english: "SMT", chinese: "贴片", place: nil, hours: hours, price: ServiceFormula(),
      duration: ServiceFormula(), standing: .assumed, source: "test")
  }

  private func time(_ text: String) throws -> LocalTime { try #require(LocalTime(text)) }

  @Test("a service without hours works round the clock")
  func roundTheClock() throws {
    let span = try #require(
      service(Array(repeating: [], count: 7)).workingSpan(from: try time("2026-12-04T22:00:00"), seconds: 8 * 3600))
    #expect(span.finish == (try time("2026-12-05T06:00:00")))
  }

  @Test("work stops at closing time and goes on at the next opening")
  func overNight() throws {
    let weekday = [OpeningHours(open: 9 * 3600, close: 18 * 3600)]
    let shop = service(Array(repeating: weekday, count: 5) + [[], []])
    // Friday 16:00, four hours of work: two on Friday, two on Monday.
    let span = try #require(shop.workingSpan(from: try time("2026-12-04T16:00:00"), seconds: 4 * 3600))
    #expect(span.start == (try time("2026-12-04T16:00:00")))
    #expect(span.finish == (try time("2026-12-07T11:00:00")))
  }

  @Test("a shop does not work on the market's holidays")
  func holidays() throws {
    let weekday = [OpeningHours(open: 9 * 3600, close: 18 * 3600)]
    let shop = service(Array(repeating: weekday, count: 7))
    let calendar = try MarketCalendar(settings: [
      MarketSetting(name: "holiday.2026-10-01..2026-10-20", value: "closed", standing: .assumed, source: "test")
    ])
    let span = try #require(
      shop.workingSpan(from: try time("2026-09-30T17:00:00"), seconds: 2 * 3600, calendar: calendar))
    #expect(span.start == (try time("2026-09-30T17:00:00")))
    #expect(span.finish == (try time("2026-10-21T10:00:00")))
  }

  @Test("work that is ready after closing starts at the next opening")
  func late() throws {
    let weekday = [OpeningHours(open: 9 * 3600, close: 18 * 3600)]
    let shop = service(Array(repeating: weekday, count: 7))
    let span = try #require(shop.workingSpan(from: try time("2026-12-04T20:00:00"), seconds: 60))
    #expect(span.start == (try time("2026-12-05T09:00:00")))
    #expect(span.finish == (try time("2026-12-05T09:01:00")))
  }
}
