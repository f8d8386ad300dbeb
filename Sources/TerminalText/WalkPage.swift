internal import Base
internal import Market
internal import Phrases
internal import SourcingPlan

/// One buyer's walk on the printed page: stop by stop, with what to buy there.
struct WalkPage {
  private let page: PlanPage
  private let walk: PlanWalk
  private let purchases: [PurchaseID: (line: Int, buy: PlanBuy)]

  init(_ page: PlanPage, _ walk: PlanWalk) {
    self.page = page
    self.walk = walk
    purchases = page.plan.purchases
  }

  func lines() -> [String] {
    let stops = page.plan.stops(of: walk)
    let summary = PlanPhrase.walkSummary(
      from: walk.start.clock, to: walk.finish.clock, stops: stops.count, cash: "\(walk.cash)")
    var lines = page.say(summary).wrapped(toCells: page.width - 2).map { "  " + $0 }
    if let ends = page.plan.ends(of: walk) {
      let places = PlanPhrase.ends(from: ends.from.plain, to: ends.to.plain)
      lines += page.say(places).wrapped(toCells: page.width - 2).map { "  " + $0 }
    }
    var building = ""
    for visit in stops {
      if let place = visit.place, place.building != building {
        building = place.building
        let name = place.buildingName
        lines.append("")
        lines.append("  " + page.style.bold("\(name.chinese) \(name.english)".plain))
      }
      lines += stop(visit)
    }
    return lines
  }

  private func stop(_ visit: PlanVisit) -> [String] {
    // A narrow page has room only for the stall's own name.
    let place = page.width < PlanPage.wide ? nil : visit.place
    let floor = place.map { "  " + page.say(.floorCounter(floor: $0.floor, counter: $0.counter)).plain } ?? ""
    let waits = visit.begin.seconds(since: visit.arrive)
    var lines = ["  \(visit.arrive.clock)  \(visit.stall.text.plain)  \(page.said(visit.name))\(floor)"]
    if waits >= 60 { lines.append("         " + page.say(.opens(visit.begin.clock))) }
    if let day = page.plan.arrival(of: visit, by: walk.agent) {
      let rule = page.plan.deliveryRule(of: visit, by: walk.agent)
      let parcel: PlanPhrase =
        rule.map { .parcelCosts(on: "\(day)", charge: "\($0.charge)", freeFrom: $0.freeFrom.map { "\($0)" }) }
        ?? .parcel(on: "\(day)")
      lines += page.say(parcel).wrapped(toCells: page.width - 9).map { "         " + $0 }
    }
    lines += goods(of: visit)
    for line in page.plan.asked(at: visit) {
      let price = line.estimate?.amount.map { " ¥\($0)" } ?? ""
      lines += "\(page.say(.askFor(line.wanted, line.need)))\(price)".plain.wrapped(toCells: page.width - 9).map {
        "         " + $0
      }
    }
    for index in Set(visit.pickUps.compactMap { purchases[$0]?.line }).sorted() {
      lines.append("         " + page.say(.pickUp(page.plan.lines[index].mpn)).plain)
    }
    return lines
  }

  private func goods(of visit: PlanVisit) -> [String] {
    let isWide = page.width >= PlanPage.wide
    var table = TextTable(
      [.init(title: "", alignment: .right), .init(title: "", alignment: .left, limit: isWide ? 26 : 20)]
        + (isWide ? [.init(title: "", alignment: .left, limit: 24)] : [])
        + [.init(title: "", alignment: .right), .init(title: "", alignment: .left)], indent: 9)
    for (index, buy) in visit.purchases.compactMap({ purchases[$0] }) {
      let line = page.plan.lines[index]
      table.rows.append(
        ["\(buy.quantity)", line.mpn.plain] + (isWide ? [page.said(line.name)] : [])
          + ["\(buy.amount)", page.style.condition(buy.condition, page.said(buy.condition.text(packed: buy.packing)))])
    }
    return table.lines(showsTitles: false) + dateCodes(of: visit)
  }

  /// What is said and asked of the date codes of what is bought at a stop.
  private func dateCodes(of visit: PlanVisit) -> [String] {
    visit.purchases.compactMap { purchases[$0] }.flatMap { index, buy -> [String] in
      let line = page.plan.lines[index]
      if buy.dateCode == nil, line.dateCodeRule == nil { return [] }
      let words = Phrase.dateCode(said: buy.dateCode, oldest: line.dateCodeRule?.oldest)(page.language)
      return "\(line.mpn): \(words)".plain.wrapped(toCells: page.width - 9).map { "         " + $0 }
    }
  }
}
