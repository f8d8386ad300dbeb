internal import Market
internal import Phrases
internal import SourcingPlan

/// A stop of a walk with what is bought there: what every format shows.
struct SheetStop {
  /// 1 for the walk's first.
  var number: Int
  var visit: PlanVisit
  var deals: [SheetDeal]
  /// Lines that were ordered before and are picked up here, with their pieces.
  var pickUps: [(line: PlanLine, quantity: Int)]

  /// All stops of a walk, in its order. Indices that the plan does not have are left out.
  static func stops(of walk: PlanWalk, in plan: PlanDocument) -> [SheetStop] {
    walk.visits.enumerated().map { position, visit in
      SheetStop(
        number: position + 1, visit: visit,
        deals: visit.lines.flatMap { SheetDeal.deals(of: $0, at: visit.stall, in: plan) },
        pickUps: visit.pickUps.filter(plan.lines.indices.contains).map { index in
          let line = plan.lines[index]
          return (line, line.buys.filter { $0.stall == visit.stall }.reduce(0) { $0 + $1.quantity })
        })
    }
  }

  /// Whether the buyer arrives a minute or more before the stall serves.
  var waits: Bool { visit.begin.seconds(since: visit.arrive) >= 60 }

  /// `赛格广场 / SEG Plaza, floor 2, B114`; nil for a shop that ships.
  var place: LocalizedText? {
    visit.place.map { place in
      LocalizedText(
        english: "\(place.buildingName.english), \(Phrase.floorNumber(place.floor)(.english)), \(place.counter)",
        chinese: "\(place.buildingName.chinese) \(Phrase.floorNumber(place.floor)(.chinese)) \(place.counter)")
    }
  }
}

/// One purchase of a line at a stop.
struct SheetDeal {
  /// Index into the plan's lines.
  var line: Int
  var article: PlanLine
  var buy: PlanBuy
  /// Stable within the plan: names the tick.
  var key: String { "\(line)/\(buy.offer)" }

  static func deals(of line: Int, at stall: String, in plan: PlanDocument) -> [SheetDeal] {
    guard plan.lines.indices.contains(line) else { return [] }
    let article = plan.lines[line]
    return article.buys.filter { $0.stall == stall }.map { SheetDeal(line: line, article: article, buy: $0) }
  }

  /// Pieces from which the price holds, where fewer would have cost more apiece; nil where the plan does not tell.
  var reachedBreak: Int? { buy.breakFrom.flatMap { $0 > 1 ? $0 : nil } }

  var speech: LocalizedText {
    CounterSpeech(mpn: article.mpn, package: article.package, quantity: buy.quantity, condition: buy.condition).words
  }
}
