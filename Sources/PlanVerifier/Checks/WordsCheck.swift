internal import Base
internal import Electronics
internal import Market
internal import SourcingPlan

/// Names, places in words, marks of generated data and origins are the catalog's own: by them a buyer finds the way.
enum WordsCheck: PlanCheck {
  static func violations(in plan: PlanDocument, against facts: VerifierFacts) -> [Violation] {
    heads(of: plan, facts) + places(of: plan, facts) + lines(of: plan, facts) + services(of: plan, facts)
      + assumptions(of: plan, facts)
  }

  // MARK: Heads

  private static func heads(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    for (index, order) in plan.orders.enumerated() {
      if let title = facts.order(order.id)?.title, title != order.title {
        found.append(.misworded("orders[\(index)].title", order.title, right: title))
      }
    }
    let stated = [("market", plan.market)] + (plan.markets ?? []).enumerated().map { ("markets[\($0)]", $1) }
    for (path, market) in stated {
      guard let profile = facts.market.profiles.first(where: { $0.id == market.id }) else { continue }
      let name = LocalizedText(english: profile.english, chinese: profile.chinese)
      // The names of several markets are `MarketCheck`'s.
      if path == "market", market.name != name {
        found.append(.misworded("\(path).name", market.name, right: name))
      }
      if let notice = market.sampleNotice, notice != profile.sampleNotice {
        found.append(.misworded("\(path).sampleNotice", notice, right: profile.sampleNotice))
      }
    }
    return found
  }

  // MARK: Places

  /// A place as a plan mentions it.
  private struct Mention {
    var path: String
    var id: PlaceID
    var name: LocalizedText
    var place: PlanPlace?
    /// What the place's key is called; nil where the mention has none.
    var key: String?
    /// Nil where the mark is of something else than the place.
    var isSample: Bool?
  }

  private static func places(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    var mentions: [Mention] = []
    for (number, walk) in plan.walks.enumerated() {
      for (index, visit) in walk.visits.enumerated() {
        mentions.append(
          Mention(
            path: "walks[\(number)].visits[\(index)]", id: visit.stall, name: visit.name, place: visit.place,
            key: "place", isSample: visit.isSample))
      }
    }
    for (index, order) in plan.deliveries.enumerated() {
      mentions.append(
        Mention(path: "deliveries[\(index)]", id: order.stall, name: order.name, isSample: order.isSample))
    }
    for (index, place) in (plan.places ?? []).enumerated() {
      mentions.append(
        Mention(
          path: "places[\(index)]", id: place.id, name: place.name, place: place.position, key: "position",
          isSample: place.isSample))
    }
    for (index, line) in plan.lines.enumerated() {
      guard let fallback = line.fallback else { continue }
      mentions.append(
        Mention(
          path: "lines[\(index)].fallback", id: fallback.stall, name: fallback.name, place: fallback.place, key: "place"
        ))
    }
    return mentions.flatMap { violations(of: $0, facts) }
  }

  private static func violations(of mention: Mention, _ facts: VerifierFacts) -> [Violation] {
    guard let stall = facts.market.stalls[mention.id] else { return [] }
    var found: [Violation] = []
    let name = LocalizedText(english: stall.english, chinese: stall.chinese)
    if mention.name != name { found.append(.misworded("\(mention.path).name", mention.name, right: name)) }
    if let key = mention.key, mention.place != facts.words(for: stall) {
      found.append(.misplaced(mention.id, "\(mention.path).\(key)"))
    }
    if mention.isSample == true, !stall.isSample {
      found.append(.markedWrongly("`\(stall.id)`", "\(mention.path).isSample"))
    }
    return found
  }

  // MARK: Lines

  private static func lines(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    for (index, line) in plan.lines.enumerated() {
      if let part = facts.market.part(of: line) {
        let name = LocalizedText(english: part.english, chinese: part.chinese)
        if line.name != name { found.append(.misworded("lines[\(index)].name", line.name, right: name)) }
      }
      for (position, buy) in line.buys.enumerated() {
        guard let offer = facts.market.offers[buy.offer] else { continue }
        let path = "lines[\(index)].buys[\(position)]"
        if buy.isSample, !offer.isSample { found.append(.markedWrongly("`\(offer.id)`", "\(path).isSample")) }
        // Plans of earlier versions state no source.
        if let source = buy.source, offer.isSample || source != offer.source {
          found.append(.sourceMisstated(buy, "\(path).source"))
        }
      }
      if let fallback = line.fallback, let offer = facts.market.offers[fallback.offer],
        fallback.isSample != offer.isSample
      {
        let path = "lines[\(index)].fallback.isSample"
        found.append(
          offer.isSample ? .unmarked("`\(offer.id)`", path) : .markedWrongly("`\(offer.id)`", path))
      }
    }
    return found
  }

  // MARK: Services and assumptions

  private static func services(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    var found: [Violation] = []
    for (index, stated) in plan.services.enumerated() {
      guard let service = facts.market.services.first(where: { $0.id == stated.id }) else { continue }
      let name = LocalizedText(english: service.english, chinese: service.chinese)
      if stated.name != name { found.append(.misworded("services[\(index)].name", stated.name, right: name)) }
      if stated.isAssumed != (service.standing == .assumed) {
        found.append(.assumptionMisstated(stated.id, "services[\(index)].isAssumed"))
      }
    }
    for (index, task) in plan.schedule.enumerated() {
      let path = "schedule[\(index)].name"
      if let service = facts.market.services.first(where: { $0.id == task.place }) {
        let name = LocalizedText(english: service.english, chinese: service.chinese)
        if task.name != name { found.append(.misworded(path, task.name, right: name)) }
      } else if task.step == "kit", !Self.kitNames.contains(task.name) {
        found.append(.misworded(path, task.name, right: Self.kitNames.first))
      }
    }
    return found
  }

  /// Whether it is complete, `StateCheck` derives.
  private static let kitNames = [
    LocalizedText(english: "kit complete", chinese: "齐套"),
    LocalizedText(english: "kit, not complete", chinese: "未齐套"),
  ]

  /// An assumption is a setting of a market that has no source, a rate behind a price, or a figure of a design of the board.
  private static func assumptions(of plan: PlanDocument, _ facts: VerifierFacts) -> [Violation] {
    let settings = facts.market.profiles.flatMap(\.settings).filter { $0.standing == .assumed }.map {
      Assumption(name: $0.name, value: $0.value, why: $0.source)
    }
    let rates = plan.lines.flatMap(\.buys).compactMap { facts.market.offers[$0.offer]?.origin?.rate }.map {
      Assumption(name: "rate.\($0.currency)", value: "\($0.decimal) CNY, \($0.date)", why: $0.source)
    }
    let known = Set(settings + rates)
    return plan.assumptions.enumerated().compactMap { index, stated in
      let isOfDesign = stated.name == "nre" || stated.name.hasSuffix(".minimum")
      return known.contains(stated) || isOfDesign
        ? nil : .assumptionMisstated(stated.name, "assumptions[\(index)]")
    }
  }
}

extension VerifierFacts {
  /// Building, floor and counter of a stall; nil for one that nobody walks to.
  fileprivate func words(for stall: Stall) -> PlanPlace? {
    stall.position.map { position in
      let building = market.buildings[position.building]
      return PlanPlace(
        building: position.building,
        buildingName: LocalizedText(
          english: building?.english ?? position.building, chinese: building?.chinese ?? position.building),
        floor: position.floor, counter: stall.counter)
    }
  }
}

extension Violation {
  fileprivate static func misworded(_ path: String, _ stated: LocalizedText, right: LocalizedText?) -> Violation {
    Violation(
      .wordsMisstated, at: path,
      english: right.map { "it is called `\($0.english)`, not `\(stated.english)`" }
        ?? "`\(stated.english)` is said of nothing",
      chinese: right.map { "应为“\($0.chinese)”，而不是“\(stated.chinese)”" } ?? "“\(stated.chinese)”没有依据")
  }

  fileprivate static func misplaced(_ id: PlaceID, _ path: String) -> Violation {
    Violation(
      .wordsMisstated, at: path, english: "building, floor and counter of `\(id)` are not those of the catalog",
      chinese: "`\(id)` 的楼栋、楼层或档位与物料库不符")
  }

  fileprivate static func markedWrongly(_ what: String, _ path: String) -> Violation {
    Violation(
      .sampleMismarked, at: path, english: "\(what) is marked as generated sample data, and is none",
      chinese: "\(what) 被标为样例数据，但并不是")
  }

  fileprivate static func unmarked(_ what: String, _ path: String) -> Violation {
    Violation(
      .sampleUnlabelled, at: path, english: "\(what) is generated sample data, but is not labelled as such",
      chinese: "\(what) 是生成的样例数据，但未标注")
  }

  fileprivate static func assumptionMisstated(_ name: String, _ path: String) -> Violation {
    Violation(
      .assumptionMisstated, at: path, english: "what is assumed of `\(name)` is not what the catalog says",
      chinese: "`\(name)` 的假设与物料库不符")
  }

  fileprivate static func sourceMisstated(_ buy: PlanBuy, _ path: String) -> Violation {
    Violation(
      .sourceMisstated, at: path, english: "offer `\(buy.offer)` has another source than the plan states",
      chinese: "报价 `\(buy.offer)` 的来源与方案所写不符")
  }
}
