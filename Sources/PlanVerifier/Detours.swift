internal import Base
internal import Electronics
internal import Market
internal import SourcingPlan

/// What it adds to a plan to buy one line somewhere else, worked out from the document's own times.
///
/// The verifier's own reading of `Fallback`: every stop of the walk from the line's own on is tried, later stops shift to the
/// first second at which they fit their hours, goods ordered from a runner are waited for.
struct Detours {
  /// What a change adds.
  struct Change {
    /// Index of the visit after which the detour is made; nil where a later visit is joined.
    var detourAfter: Int?
    var seconds: Int
    var time: Money
    var fares: Money
  }

  /// A visit as it is asked about thousands of times.
  private struct Stop {
    /// Number of its place; nil for a shop that ships.
    var place: Int?
    var lasts: Int
    /// Opening hours of the day; nil for a shop that ships.
    var hours: [OpeningHours]?
    var pickUps: [PurchaseID]
  }

  private let plan: PlanDocument
  private let facts: VerifierFacts
  private let calendar: MarketCalendar
  private let graph: ShortestWalk
  private let offersByPart: [PartID: [Offer]]
  private var reaches: [Int: ShortestWalk.Reach] = [:]
  private var numbers: [ShortestWalk.Place: Int] = [:]
  private var places: [ShortestWalk.Place] = []
  /// Seconds by pair of numbered places, `unknown` until asked for.
  private var legs: [[Int]] = []
  /// Visits of each walk; nil where a stall is unknown.
  private var stops: [[Stop?]] = []
  /// The stops of each walk, orders from places that ship among them.
  let visits: [[PlanVisit]]
  private let purchases: [PurchaseID: (line: Int, buy: PlanBuy)]

  private static let unknown = -1
  private static let unreachable = -2

  init(_ plan: PlanDocument, _ facts: VerifierFacts) {
    self.plan = plan
    self.facts = facts
    calendar = facts.market.calendar
    graph = ShortestWalk(facts.market)
    offersByPart = Dictionary(grouping: facts.market.offers.values, by: \.part)
    purchases = plan.purchases
    visits = plan.walks.indices.map { plan.checkedStops(of: $0).map(\.visit) }
    for walk in visits {
      var own: [Stop?] = []
      for visit in walk {
        own.append(
          facts.market.stalls[visit.stall].map { stall in
            Stop(
              place: number(of: stall), lasts: visit.depart.seconds(since: visit.begin), hours: hours(of: stall),
              pickUps: visit.pickUps)
          })
      }
      stops.append(own)
    }
  }

  /// All offers of a part in the market, in no stated order.
  func offers(of part: PartID) -> [Offer] { offersByPart[part] ?? [] }

  /// The ways to buy one more line from `offer`, for so much, once visit `first` of walk `number` has been reached, that the day
  /// allows.
  mutating func changes(buying offer: Offer, for goods: Money, on number: Int, from first: Int) -> [Change] {
    guard let stall = facts.market.stalls[offer.stall] else { return [] }
    let visits = visits[number]
    let later = visits.indices.dropFirst(first + 1).first { visits[$0].stall == offer.stall }
    if let later { return [joining(later, of: number, offer, stall, goods)].compactMap(\.self) }
    // An order of its own must be one that the shop takes.
    if stall.position == nil, let least = stall.minimumOrder, goods < least { return [] }
    let (place, hours) = (self.number(of: stall), hours(of: stall))
    return visits.indices.dropFirst(first).compactMap { index in
      let here = standing(on: number, after: index)
      guard let there = seconds(from: here, to: place) else { return nil }
      let lasts = stall.setupSeconds + stall.lineSeconds + offer.runnerMinutes * 60
      guard let begin = begin(in: hours, from: clock(visits[index].depart) + there, lasting: lasts),
        let back = finish(of: number, from: index + 1, at: place ?? here, leaving: begin + lasts, begins: [:])
      else { return nil }
      return change(of: plan.walks[number], to: back, after: index, fares: facts.charge(at: stall.id, goods: goods))
    }
  }

  /// Where the agent stands after a visit; orders move nobody. Nil where nobody walks.
  private mutating func standing(on number: Int, after index: Int) -> Int? {
    if let place = stops[number][...index].last(where: { $0?.place != nil }) { return place?.place }
    guard facts.day.isWalked else { return nil }
    return self.number(.node(facts.agent(plan.walks[number].agent)?.from ?? facts.day.from))
  }

  private mutating func joining(
    _ index: Int, of number: Int, _ offer: Offer, _ stall: Stall, _ goods: Money
  ) -> Change? {
    let walk = plan.walks[number]
    let visit = visits[number][index]
    let service = stall.setupSeconds + (visit.purchases.count + 1) * stall.lineSeconds
    let lasts = max(
      visit.depart.seconds(since: visit.begin) + stall.lineSeconds, service + offer.runnerMinutes * 60)
    guard let begin = begin(in: hours(of: stall), from: clock(visit.begin), lasting: lasts),
      let back = finish(
        of: number, from: index + 1, at: standing(on: number, after: index), leaving: begin + lasts,
        begins: [index: begin])
    else { return nil }
    let before = facts.goods(at: [visit], in: plan)
    let fares = facts.charge(at: stall.id, goods: before + goods) - facts.charge(at: stall.id, goods: before)
    return change(of: walk, to: back, after: nil, fares: stall.position == nil ? fares : .zero)
  }

  private func change(of walk: PlanWalk, to back: Int, after: Int?, fares: Money) -> Change? {
    let agent = facts.agent(walk.agent)
    guard back <= agent?.finish ?? facts.day.finish else { return nil }
    let rate = agent?.ratePerHour ?? .zero
    let before = walk.finish.seconds(since: walk.start)
    let now = back - clock(walk.start)
    return Change(
      detourAfter: after, seconds: now - before,
      time: Arithmetic.timeCost(rate, seconds: now) - Arithmetic.timeCost(rate, seconds: before), fares: fares)
  }

  /// When the walk ends, in seconds since the day's midnight, when its visits from `next` on are reached from `place`.
  private mutating func finish(
    of number: Int, from next: Int, at place: Int?, leaving: Int, begins: [Int: Int]
  ) -> Int? {
    var begins = begins
    var clock = leaving
    var place = place
    for index in stops[number].indices.dropFirst(next) {
      guard let stop = stops[number][index], let walking = seconds(from: place, to: stop.place) else { return nil }
      var earliest = clock + walking
      for purchase in stop.pickUps {
        earliest = max(earliest, ready(purchase, before: index, of: visits[number], begins))
      }
      guard let begin = begin(in: stop.hours, from: earliest, lasting: stop.lasts) else { return nil }
      begins[index] = begin
      clock = begin + stop.lasts
      place = stop.place ?? place
    }
    guard let place else { return clock }
    let end = facts.agent(plan.walks[number].agent)?.to ?? facts.day.to
    return seconds(from: place, to: self.number(.node(end))).map { clock + $0 }
  }

  /// When goods that an earlier visit ordered from a runner are there.
  private func ready(
    _ purchase: PurchaseID, before index: Int, of visits: [PlanVisit], _ begins: [Int: Int]
  ) -> Int {
    let stall = visits[index].stall
    guard let terms = facts.market.stalls[stall],
      let order = visits.indices.prefix(index).first(where: {
        visits[$0].stall == stall && visits[$0].purchases.contains(purchase)
      })
    else { return 0 }
    let minutes = purchases[purchase].flatMap { facts.market.offers[$0.buy.offer]?.runnerMinutes } ?? 0
    return (begins[order] ?? clock(visits[order].begin)) + terms.setupSeconds
      + visits[order].purchases.count * terms.lineSeconds + minutes * 60
  }

  /// The first second from `earliest` on at which a stall is open for so long; a shop that ships always is.
  private func begin(in hours: [OpeningHours]?, from earliest: Int, lasting duration: Int) -> Int? {
    guard let hours else { return earliest }
    for span in hours where max(span.open, earliest) + duration <= span.close { return max(span.open, earliest) }
    return nil
  }

  private func hours(of stall: Stall) -> [OpeningHours]? {
    stall.position == nil ? nil : calendar.hours(of: stall, on: facts.day.date)
  }

  /// Nil for a shop that ships: orders are placed from wherever the buyer stands.
  private mutating func number(of stall: Stall) -> Int? { stall.position.map { number(.counter($0)) } }

  private mutating func number(_ place: ShortestWalk.Place) -> Int {
    if let known = numbers[place] { return known }
    numbers[place] = places.count
    places.append(place)
    for row in legs.indices { legs[row].append(Self.unknown) }
    legs.append(.init(repeating: Self.unknown, count: places.count))
    return places.count - 1
  }

  private mutating func seconds(from start: Int?, to end: Int?) -> Int? {
    guard let start, let end else { return 0 }
    if legs[start][end] == Self.unknown {
      // Ways are as long in both directions, and visited places are fewer than stalls: one search from each will do.
      let leg: Int?
      if let known = reaches[start] {
        leg = known.seconds(to: places[end])
      } else if let known = reaches[end] {
        leg = known.seconds(to: places[start])
      } else {
        let reach = graph.reach(from: places[start])
        reaches[start] = reach
        leg = reach.seconds(to: places[end])
      }
      legs[start][end] = leg ?? Self.unreachable
      legs[end][start] = legs[start][end]
    }
    return legs[start][end] == Self.unreachable ? nil : legs[start][end]
  }

  private func clock(_ time: LocalTime) -> Int {
    (time.date.dayNumber - facts.day.date.dayNumber) * 86_400 + time.second
  }
}
