import Base
import Market
import Testing

@testable import Planning

/// A market's holidays are read once, and what does not read as one is an error, not an open day.
@Suite struct CalendarTests {
  private func profile(_ name: String, _ value: String) -> MarketProfile {
    var profile = TestDay.plain().problem.profile
    profile.settings = [MarketSetting(name: name, value: value, standing: .assumed, source: "test")]
    return profile
  }

  @Test func aHolidayIsRead() throws {
    #expect(try profile("holiday.2026-12-04", "closed").calendar().exceptions.count == 1)
  }

  @Test(arguments: [("holiday.december", "closed"), ("holiday.2026-12-04", "shut")])
  func whatIsNoHolidayThrows(_ name: String, _ value: String) {
    #expect(throws: MarketSettingError.self) { try profile(name, value).calendar() }
  }
}
