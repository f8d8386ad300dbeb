/// A setting of a market with its standing: a fact has a source, anything else is an assumption that users can set.
public struct MarketSetting: Sendable, Hashable, Codable {
  public enum Standing: String, Sendable, Hashable, Codable {
    case sourced, assumed
  }

  /// Dotted path: `walking.speed`, `risk.refurbished`.
  public var name: String
  /// As written, with its unit.
  public var value: String
  public var standing: Standing
  /// An id of the catalog's sources, or why it is assumed.
  public var source: String

  public init(name: String, value: String, standing: Standing, source: String) {
    self.name = name
    self.value = value
    self.standing = standing
    self.source = source
  }
}

/// A market as a whole: what does not belong to one stall.
public struct MarketProfile: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable {
    /// Stalls are walked to.
    case walking
    /// Shops ship; nobody walks.
    case mailOrder = "mail-order"
  }

  public var id: String
  public var english: String
  public var chinese: String
  public var kind: Kind
  /// Walking speed in millimetres a second.
  public var walkingSpeed: Int
  /// Chance of a bad piece by condition, parts per million.
  public var badPartsPerMillion: [Condition: Int]
  /// IDs of nodes that are starts and ends by default.
  public var defaultStart: String?
  /// Whether stalls or offers are a generated sample, and what to say of it.
  public var sampleNotice: LocalizedText?
  public var settings: [MarketSetting]

  public init(
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

/// One text in both languages.
public struct LocalizedText: Sendable, Hashable, Codable {
  public var english: String
  public var chinese: String

  public init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}
