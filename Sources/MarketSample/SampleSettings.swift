public import Market

/// What the generator of a market's sample assumes, as `sample.yaml` states it. Shares are per mille.
public struct SampleSettings: Sendable, Hashable, Codable {
  public var seed: UInt64
  /// ISO 8601 date of the newest offers.
  public var newest: String
  /// How many stalls the open floors hold together.
  public var stalls: Int
  /// Shops that nobody walks to.
  public var shops: [SampleShop]
  /// Families of goods by the id that categories name.
  public var families: [String: SampleFamily]
  /// How market prices follow public ones.
  public var prices: SamplePrices
  public var stallHabits: SampleStallHabits
  public var offerHabits: SampleOfferHabits

  public init(
    seed: UInt64, newest: String, stalls: Int, shops: [SampleShop], families: [String: SampleFamily],
    prices: SamplePrices, stallHabits: SampleStallHabits, offerHabits: SampleOfferHabits
  ) {
    self.seed = seed
    self.newest = newest
    self.stalls = stalls
    self.shops = shops
    self.families = families
    self.prices = prices
    self.stallHabits = stallHabits
    self.offerHabits = offerHabits
  }

  private enum CodingKeys: String, CodingKey {
    case seed, newest, stalls, shops, families, prices
    case stallHabits = "stall_habits"
    case offerHabits = "offer_habits"
  }

  /// The same habits for a market of another size: `count` stalls with about `offers` offers each.
  public func scaled(toStalls count: Int, offersPerStall offers: Int) -> SampleSettings {
    var scaled = self
    scaled.stalls = count
    for family in scaled.families.keys {
      scaled.families[family]?.offers = SampleRange(max(1, offers / 2), max(1, offers + offers / 2))
    }
    return scaled
  }
}

/// A closed range of integers, written `10..40` or `10`.
public struct SampleRange: Sendable, Hashable, Codable {
  public var least: Int
  public var most: Int

  public init(_ least: Int, _ most: Int) {
    precondition(least <= most, "range \(least)..\(most) is empty")
    self.least = least
    self.most = most
  }

  /// Nil unless `text` is `A..B` with `A ≤ B`, or one number.
  public init?(_ text: String) {
    let dots = text.split(separator: ".", omittingEmptySubsequences: false)
    let ends: [Substring]
    switch dots.count {
    case 1: ends = [dots[0], dots[0]]
    case 3 where dots[1].isEmpty: ends = [dots[0], dots[2]]
    default: return nil
    }
    guard let least = Int(ends[0]), let most = Int(ends[1]), least <= most else { return nil }
    self.init(least, most)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let range = SampleRange(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "`\(text)` is not a range such as `10..40`")
    }
    self = range
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode("\(least)..\(most)")
  }
}

/// How a family of goods is sold.
public struct SampleFamily: Sendable, Hashable, Codable {
  public var en: String
  public var zh: String
  /// How many of a floor's stalls sell it, relative to the floor's other families.
  public var weight: Int
  /// Offers a stall.
  public var offers: SampleRange
  /// Conditions of its goods, per mille; together 1,000.
  public var conditions: [Condition: Int]

  public init(en: String, zh: String, weight: Int, offers: SampleRange, conditions: [Condition: Int]) {
    self.en = en
    self.zh = zh
    self.weight = weight
    self.offers = offers
    self.conditions = conditions
  }
}

/// A shop that ships.
public struct SampleShop: Sendable, Hashable, Codable {
  public var id: String
  public var en: String
  public var zh: String
  /// Families that it sells.
  public var families: [String]
  /// Parts of those families that it lists, per mille.
  public var share: Int
  /// Micro-yuan a delivery.
  public var shipping: Int64
  public var days: Int

  public init(
    id: String, en: String, zh: String, families: [String], share: Int, shipping: Int64, days: Int
  ) {
    self.id = id
    self.en = en
    self.zh = zh
    self.families = families
    self.share = share
    self.shipping = shipping
    self.days = days
  }
}
