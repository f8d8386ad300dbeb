/// A setting of a market with its standing: a fact has a source, anything else is an assumption that users can set.
package struct MarketSetting: Sendable, Hashable, Codable {
  package enum Standing: String, Sendable, Hashable, Codable {
    case sourced, assumed
  }

  /// Dotted path: `walking.speed`, `risk.refurbished`.
  package var name: String
  /// As written, with its unit.
  package var value: String
  package var standing: Standing
  /// An id of the catalog's sources, or why it is assumed.
  package var source: String

  package init(name: String, value: String, standing: Standing, source: String) {
    self.name = name
    self.value = value
    self.standing = standing
    self.source = source
  }
}

/// A market as a whole: what does not belong to one stall.
package struct MarketProfile: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Hashable, Codable {
    /// Stalls are walked to.
    case walking
    /// Shops ship; nobody walks.
    case mailOrder = "mail-order"
  }

  package var id: String
  package var english: String
  package var chinese: String
  package var kind: Kind
  /// Walking speed in millimetres a second.
  package var walkingSpeed: Int
  /// Chance of a bad piece by condition, parts per million.
  package var badPartsPerMillion: [Condition: Int]
  /// IDs of nodes that are starts and ends by default.
  package var defaultStart: String?
  /// Whether stalls or offers are a generated sample, and what to say of it.
  package var sampleNotice: LocalizedText?
  package var settings: [MarketSetting]

  /// The zone of the market's clocks, by its name in the time zone database: the setting `time.zone`.
  package var timeZone: String { settings.first { $0.name == "time.zone" }?.value ?? Self.usualTimeZone }
  /// The time zone of markets that name none: all of China keeps one.
  package static let usualTimeZone = "Asia/Shanghai"

  package init(
    id: String, english: String, chinese: String, kind: Kind, walkingSpeed: Int,
    badPartsPerMillion: [Condition: Int], defaultStart: String?, sampleNotice: LocalizedText?,
    settings: [MarketSetting]
  ) {
    self.id = id
    self.english = english
    self.chinese = chinese
    self.kind = kind
    self.walkingSpeed = walkingSpeed
    self.badPartsPerMillion = badPartsPerMillion
    self.defaultStart = defaultStart
    self.sampleNotice = sampleNotice
    self.settings = settings
  }
}

extension MarketProfile {
  /// The days on which the market does not keep its weekly hours.
  package func calendar() throws(MarketSettingError) -> MarketCalendar { try MarketCalendar(settings: settings) }
}

/// One text in both languages.
package struct LocalizedText: Sendable, Hashable, Codable {
  package var english: String
  package var chinese: String

  package init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}
