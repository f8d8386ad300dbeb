import Market
import Testing

@Suite("Market settings")
struct MarketSettingTests {
  private var settings: [MarketSetting] {
    var settings = [
      MarketSetting(name: "walking.speed", value: "1.25 m/s", standing: .assumed, source: "test"),
      MarketSetting(name: "hours.default", value: "Mon-Sat 09:30-18:30", standing: .assumed, source: "test"),
      MarketSetting(name: "hours.SEG", value: "Mon-Sun 10:00-18:00", standing: .assumed, source: "test"),
    ]
    for (index, condition) in Condition.allCases.enumerated() {
      settings.append(
        MarketSetting(
          name: "risk.\(condition.rawValue)", value: "\(100 * (index + 1)) ppm", standing: .assumed, source: "test"))
    }
    return settings
  }

  private func profile(_ settings: [MarketSetting]) throws -> MarketProfile {
    try MarketProfile(
      id: "test", english: "Test", chinese: "测试", kind: .walking, defaultStart: nil, sampleNotice: nil,
      settings: settings)
  }

  @Test("speed, risks and hours come from the settings")
  func valuesComeFromSettings() throws {
    let profile = try profile(settings)
    #expect(profile.walkingSpeed == 1_250)
    #expect(profile.badPartsPerMillion[.original] == 100)
    #expect(profile.badPartsPerMillion[.clone] == 600)
    #expect(WeeklyHours.text(try profile.hours(ofBuilding: "SEG")) == "Mon-Sun 10:00-18:00")
    #expect(WeeklyHours.text(try profile.hours(ofBuilding: "HQW1")) == "Mon-Sat 09:30-18:30")
  }

  @Test("a missing, repeated or unreadable setting is named")
  func faultsAreNamed() {
    #expect(throws: MarketSettingError.missing(name: "risk.pulled")) {
      try profile(settings.filter { $0.name != "risk.pulled" })
    }
    #expect(throws: MarketSettingError.repeated(name: "walking.speed")) { try profile(settings + settings.prefix(1)) }
    var unreadable = settings
    unreadable[0].value = "4 km/h"
    #expect(throws: MarketSettingError.unreadable(name: "walking.speed", value: "4 km/h", expected: "1.2 m/s")) {
      try profile(unreadable)
    }
  }
}
