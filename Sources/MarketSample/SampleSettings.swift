internal import Base
package import Market

/// What the generator of a market's sample assumes, as `sample.yaml` states it. Shares are per mille.
package struct SampleSettings: Sendable, Hashable, Codable {
  package var seed: UInt64
  /// ISO 8601 date of the newest offers.
  package var newest: String
  /// How many stalls the open floors hold together.
  package var stalls: Int
  /// Shops that nobody walks to.
  package var shops: [SampleShop]
  /// Families of goods by the id that categories name.
  package var families: [String: SampleFamily]
  /// How market prices follow public ones.
  package var prices: SamplePrices
  package var stallHabits: SampleStallHabits
  package var offerHabits: SampleOfferHabits

  package init(
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
  package func scaled(toStalls count: Int, offersPerStall offers: Int) -> SampleSettings {
    var scaled = self
    scaled.stalls = count
    for family in scaled.families.keys {
      scaled.families[family]?.offers = SampleRange(max(1, offers / 2), max(1, offers + offers / 2))
    }
    return scaled
  }
}

/// A closed range of integers, written `10..40` or `10`.
package struct SampleRange: Sendable, Hashable {
  package var least: Int
  package var most: Int

  package init(_ least: Int, _ most: Int) {
    precondition(least <= most, "range \(least)..\(most) is empty")
    self.least = least
    self.most = most
  }

  /// Nil unless `text` is `A..B` with `A ≤ B`, or one number.
  package init?(_ text: String) {
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

  package var description: String { "\(least)..\(most)" }
}

extension SampleRange: TextCodable {
  package static var textForm: String { "a range such as `10..40`" }
}

/// How a family of goods is sold.
package struct SampleFamily: Sendable, Hashable, Codable {
  package var en: String
  package var zh: String
  /// How many of a floor's stalls sell it, relative to the floor's other families.
  package var weight: Int
  /// Offers a stall.
  package var offers: SampleRange
  /// Conditions of its goods, per mille; together 1,000.
  package var conditions: [Condition: Int]

  package init(en: String, zh: String, weight: Int, offers: SampleRange, conditions: [Condition: Int]) {
    self.en = en
    self.zh = zh
    self.weight = weight
    self.offers = offers
    self.conditions = conditions
  }
}

/// A shop that ships.
package struct SampleShop: Sendable, Hashable, Codable {
  package var id: String
  package var en: String
  package var zh: String
  /// Families that it sells.
  package var families: [String]
  /// Parts of those families that it lists, per mille.
  package var share: Int
  /// Micro-yuan a delivery.
  package var shipping: Int64
  package var days: Int

  package init(
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

extension SplitMix64 {
  /// A number of the range.
  mutating func within(_ range: SampleRange) -> Int { range.least + below(range.most - range.least + 1) }
}
