internal import Base

/// Why a market's settings cannot be used.
package enum MarketSettingError: Error, Sendable, Hashable {
  case missing(name: String)
  case repeated(name: String)
  case unreadable(name: String, value: String, expected: String)
}

extension MarketProfile {
  /// A profile from its settings: `walking.speed` (`1.2 m/s`; may be absent where nobody walks), `risk.CONDITION`
  /// (`300 ppm`) for every condition, and what `ShopSettings` reads.
  package init(
    id: String, english: String, chinese: String, kind: Kind, defaultStart: String?, sampleNotice: LocalizedText?,
    settings: [MarketSetting]
  ) throws(MarketSettingError) {
    var values: [String: String] = [:]
    for setting in settings {
      guard values.updateValue(setting.value, forKey: setting.name) == nil else {
        throw .repeated(name: setting.name)
      }
    }
    var risks: [Condition: Int] = [:]
    for condition in Condition.allCases {
      let name = "risk.\(condition.rawValue)"
      guard let value = values[name] else { throw .missing(name: name) }
      guard let parts = MarketProfile.whole(value, unit: "ppm"), (0...1_000_000).contains(parts) else {
        throw .unreadable(name: name, value: value, expected: "300 ppm")
      }
      risks[condition] = parts
    }
    var speed = WalkingGraph.defaultSpeed
    if let value = values["walking.speed"] {
      guard let read = MarketProfile.millimetresPerSecond(value), WalkingGraph.speeds.contains(read) else {
        throw .unreadable(name: "walking.speed", value: value, expected: "1.2 m/s")
      }
      speed = read
    } else if kind == .walking {
      throw .missing(name: "walking.speed")
    }
    self.init(
      id: id, english: english, chinese: chinese, kind: kind, walkingSpeed: speed, badPartsPerMillion: risks,
      defaultStart: defaultStart, sampleNotice: sampleNotice, settings: settings)
    _ = try shops()
    _ = try asking()
  }

  /// The market's own weekly hours, which stalls without hours keep: the setting `hours.default`.
  package func defaultHours() throws(MarketSettingError) -> [[OpeningHours]] {
    guard let setting = settings.first(where: { $0.name == "hours.default" }) else {
      throw .missing(name: "hours.default")
    }
    do {
      return try WeeklyHours.read(setting.value)
    } catch {
      throw .unreadable(name: setting.name, value: setting.value, expected: "Mon-Sat 09:30-18:30; Sun 10:00-18:00")
    }
  }

  /// The weekly hours of a building: the setting `hours.BUILDING`, otherwise the market's own.
  package func hours(ofBuilding building: String) throws(MarketSettingError) -> [[OpeningHours]] {
    guard let setting = settings.first(where: { $0.name == "hours.\(building)" }) else { return try defaultHours() }
    do {
      return try WeeklyHours.read(setting.value)
    } catch {
      throw .unreadable(name: setting.name, value: setting.value, expected: "Mon-Sat 09:30-18:30; Sun 10:00-18:00")
    }
  }

  private static func whole(_ text: String, unit: String) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 2, words[1] == unit else { return nil }
    return Int(words[0])
  }

  private static func millimetresPerSecond(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 2, words[1] == "m/s", let value = DecimalText.scaled(words[0], digits: 3) else { return nil }
    return Int(value)
  }
}

extension WalkingGraph {
  /// Millimetres a second, for markets that nobody walks and that therefore set no speed.
  static let defaultSpeed = 1_000
}
