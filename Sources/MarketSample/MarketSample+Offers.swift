internal import Base
internal import Market

extension MarketSample {
  /// Offers of a counter: the sure articles, then draws from its family (an agent's mostly from one maker), then from a
  /// second family of the floor.
  func offers<Failure: Error>(
    of stall: Stall, family: Int, floor: [Int], sure: ArraySlice<Int32>, draw: inout SplitMix64,
    _ consume: (SampleItem) throws(Failure) -> Void
  ) throws(Failure) {
    let margin = draw.within(settings.prices.margin)
    let wanted = draw.within(settings.families[goods[family].family]?.offers ?? SampleRange(0, 0))
    for article in sure {
      try consume(.offer(offer(of: goods[family], Int(article), at: stall, margin: margin, isSure: true, draw: &draw)))
    }
    var taken = Array(sure)
    let own = goods[family]
    let agency =
      own.makers.isEmpty || !draw.chance(perMille: settings.stallHabits.agents)
      ? nil : own.makers[draw.pick(cumulative: own.makerCumulative)]
    let hasSecond = floor.count > 1 && draw.chance(perMille: settings.stallHabits.secondFamily)
    let ownWanted = min(own.articles.count, hasSecond ? wanted * 2 / 3 : wanted)
    var attempts = 3 * ownWanted
    while taken.count < ownWanted, attempts > 0 {
      attempts -= 1
      let article: Int32
      if let agency, draw.chance(perMille: 800) {
        article = agency[draw.below(agency.count)]
      } else {
        article = Int32(draw.pick(cumulative: own.cumulative))
      }
      if taken.contains(article) { continue }
      taken.append(article)
      try consume(.offer(offer(of: own, Int(article), at: stall, margin: margin, isSure: false, draw: &draw)))
    }
    guard hasSecond else { return }
    let second = floor[draw.below(floor.count)]
    guard second != family else { return }
    var others: [Int32] = []
    let othersWanted = min(goods[second].articles.count, wanted / 3)
    attempts = 3 * othersWanted
    while others.count < othersWanted, attempts > 0 {
      attempts -= 1
      let article = Int32(draw.pick(cumulative: goods[second].cumulative))
      if others.contains(article) { continue }
      others.append(article)
      try consume(
        .offer(offer(of: goods[second], Int(article), at: stall, margin: margin, isSure: false, draw: &draw)))
    }
  }

  /// Offers of a shop: its share of every article of its families.
  func offers<Failure: Error>(
    of stall: Stall, shop: SampleShop, draw: inout SplitMix64, _ consume: (SampleItem) throws(Failure) -> Void
  ) throws(Failure) {
    let margin = draw.within(settings.prices.margin)
    for family in goods where shop.families.contains(family.family) || shop.families == ["all"] {
      for article in family.articles.indices where draw.chance(perMille: shop.share) {
        try consume(.offer(offer(of: family, article, at: stall, margin: margin, isSure: true, draw: &draw)))
      }
    }
  }

  private func offer(
    of family: SampleGoods, _ number: Int, at stall: Stall, margin: Int, isSure: Bool, draw: inout SplitMix64
  ) -> Offer {
    let article = family.articles[number]
    let habits = settings.offerHabits
    let condition = isSure ? .original : condition(in: family.family, draw: &draw)
    let level = Int64(margin) * Int64(draw.within(settings.prices.noise)) * Int64(share(of: condition))
    let isReel = !isSure && article.isTaped && article.first < 200_000 && draw.chance(perMille: habits.reel)
    let terms = SampleTerms(
      article: article, level: level, reelPieces: isReel ? habits.reelPieces : nil, isWellStocked: isSure,
      draw: &draw)
    let isSoldOut = !isSure && draw.chance(perMille: habits.soldOut)
    let isFetched = stall.position != nil && draw.chance(perMille: habits.runner)
    // Two draws, the lesser: most offers are fresh.
    let age = min(draw.within(habits.ageDays), draw.within(habits.ageDays))
    return Offer(
      id: "\(stall.id)/\(article.label)/\(condition.rawValue)", stall: stall.id, part: article.id,
      condition: condition, breaks: terms.breaks, minimum: terms.minimum, multiple: terms.multiple,
      stock: isSoldOut ? 0 : terms.stock, taxIncluded: draw.chance(perMille: habits.taxIncluded),
      runnerMinutes: isFetched ? draw.within(habits.runnerMinutes) : 0,
      seen: seenDates[age] ?? settings.newest, source: "sample")
  }

  private func share(of condition: Condition) -> Int { settings.prices.conditions[condition] ?? 1_000 }

  private func condition(in family: String, draw: inout SplitMix64) -> Condition {
    guard let mix = settings.families[family]?.conditions else { return .original }
    var target = draw.below(1_000)
    for condition in Condition.allCases {
      let share = mix[condition] ?? 0
      if target < share { return condition }
      target -= share
    }
    return .original
  }
}
