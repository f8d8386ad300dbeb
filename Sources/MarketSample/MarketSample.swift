internal import Base
package import Electronics
package import Market

/// A seeded generator of a market's sample stalls and offers, each with the source `sample`.
///
/// Sample prices follow public price levels; where stalls are and what they carry is invented. The same input gives the
/// same stalls and offers on every platform: all draws are integers from SplitMix64, each stall has a stream of its own.
/// Memory grows with the number of parts and one byte a stall, not with the offers.
package struct MarketSample: Sendable {
  let profile: MarketProfile
  let settings: SampleSettings
  let goods: [SampleGoods]
  let plans: [SampleFloorPlan]
  let buildingHours: [String: [[OpeningHours]]]
  /// ISO 8601 dates by age in days.
  let seenDates: [Int: String]

  /// - Parameters:
  ///   - profile: gives the hours of buildings.
  ///   - buildings: closed ones get no stalls; floors get stalls of those of their families that `settings` knows and
  ///     that have parts with a price level.
  ///   - parts: those without a price level are not offered.
  package init(
    profile: MarketProfile, settings: SampleSettings, buildings: [Building], parts: [Part],
    categories: [PartCategory]
  ) throws(MarketSampleError) {
    guard let newest = LocalDate(settings.newest) else { throw .newestIsNoDate(settings.newest) }
    for (name, family) in settings.families.sorted(by: { $0.key < $1.key }) {
      let total = family.conditions.values.reduce(0, +)
      guard total == 1_000 else { throw .conditionsOffBalance(family: name, total: total) }
      let reused = (family.conditions[.pulled] ?? 0) + (family.conditions[.refurbished] ?? 0)
      if name == "batteries", reused > 0 { throw .reusedCells }
    }
    let goods = try MarketSample.goods(of: parts, categories: categories, settings: settings)
    var plans: [SampleFloorPlan] = []
    var hours: [String: [[OpeningHours]]] = [:]
    for building in buildings where building.closed == nil {
      do {
        hours[building.id] = try profile.hours(ofBuilding: building.id)
      } catch {
        throw .unreadableHours(error)
      }
      for floor in building.floors {
        let sold = floor.families.compactMap { family in goods.firstIndex { $0.family == family } }
        if !sold.isEmpty { plans.append(SampleFloorPlan(building: building.id, floor: floor, families: sold)) }
      }
    }
    if settings.stalls > 0 { SampleFloorPlan.share(settings.stalls, over: &plans) } else { plans = [] }
    self.profile = profile
    self.settings = settings
    self.goods = goods
    self.plans = plans
    buildingHours = hours
    var dates: [Int: String] = [:]
    for age in settings.offerHabits.ageDays.least...settings.offerHabits.ageDays.most {
      dates[age] = newest.adding(days: -age)?.description
    }
    seenDates = dates
  }

  /// Makes every stall, each followed by its offers, and hands them to `consume` one by one.
  package func generate<Failure: Error>(
    _ consume: (SampleItem) throws(Failure) -> Void
  ) throws(Failure) {
    let families = assignFamilies()
    let shelves = goods.indices.map { index in
      SampleShelves(articles: goods[index].articles.count, stalls: families.reduce(0) { $0 + ($1 == index ? 1 : 0) })
    }
    var ordinals = [Int](repeating: 0, count: goods.count)
    var number = 0
    for plan in plans {
      for index in 0..<plan.stallCount {
        let family = families[number]
        var draw = SplitMix64(seed: settings.seed, name: profile.id, index: number)
        let stall = stall(on: plan, index: index, family: family, draw: &draw)
        try consume(.stall(stall))
        let sure = shelves[family].articles(ofStall: ordinals[family])
        ordinals[family] += 1
        try offers(of: stall, family: family, floor: plan.families, sure: sure, draw: &draw, consume)
        number += 1
      }
    }
    for (index, shop) in settings.shops.enumerated() {
      var draw = SplitMix64(seed: settings.seed, name: "\(profile.id)/shops", index: index)
      let stall = self.stall(of: shop, draw: &draw)
      try consume(.stall(stall))
      try offers(of: stall, shop: shop, draw: &draw, consume)
    }
  }

  /// Each stall's family: first one of each family that its floor sells, the rest by weight.
  private func assignFamilies() -> [Int] {
    var families: [Int] = []
    for (number, plan) in plans.enumerated() {
      var draw = SplitMix64(seed: settings.seed, name: "\(profile.id)/families", index: number)
      var sum = 0
      let cumulative = plan.families.map { family in
        sum += max(1, settings.families[goods[family].family]?.weight ?? 1)
        return sum
      }
      for index in 0..<plan.stallCount {
        families.append(
          plan.families[index < plan.families.count ? index : draw.pick(cumulative: cumulative)])
      }
    }
    return families
  }

  /// Millionths of a currency as micro-yuan.
  private static func converted(_ amount: Int64, rate: Int64) -> Int64 {
    Int64(clamping: Int128(amount) * Int128(rate) / 1_000_000)
  }

  private static func goods(
    of parts: [Part], categories: [PartCategory], settings: SampleSettings
  ) throws(MarketSampleError) -> [SampleGoods] {
    var families: [String: PartCategory] = [:]
    for category in categories { families[category.id] = category }
    var articles: [String: [SampleGoods.Article]] = [:]
    let prices = settings.prices
    let dearestLevel = Int128(
      prices.margin.most * prices.noise.most * max(1_000, prices.conditions.values.max() ?? 1_000))
    for part in parts {
      guard let category = families[part.category] else { throw .unknownCategory(part.category) }
      guard let level = part.priceLevel, settings.families[category.family] != nil else { continue }
      guard let rate = level.currency == "CNY" ? 1_000_000 : settings.prices.rates[level.currency] else {
        throw .missingRate(currency: level.currency)
      }
      let first = MarketSample.converted(level.first, rate: rate)
      let best = min(first, MarketSample.converted(level.best, rate: rate))
      let dearest = Int128(first) * dearestLevel / 1_000_000_000
      guard dearest <= Int128(Limits.unitPrice.upperBound.microYuan),
        dearest * Int128(max(level.bestFrom, settings.offerHabits.reelPieces) * 10)
          <= Int128(Limits.purchase.upperBound.microYuan) * 10
      else { throw .dearerThanLimits(part: part.id.mpn) }
      articles[category.family, default: []].append(
        SampleGoods.Article(
          id: part.id, label: "\(part.id.mpn)@\(part.id.maker)", first: max(1, first), best: max(1, best),
          bestFrom: max(1, level.bestFrom), isTaped: category.handling == "chip-passive"))
    }
    let popular = settings.prices.popular.sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }
      .map { (prefix: $0.key, weight: $0.value) }
    return articles.sorted { $0.key < $1.key }.map { family, articles in
      SampleGoods(family: family, articles: articles.sorted { $0.id < $1.id }, popular: popular)
    }
  }
}

/// What the generator hands out.
package enum SampleItem: Sendable, Hashable {
  case stall(Stall)
  /// An offer of the stall handed out last.
  case offer(Offer)
}
