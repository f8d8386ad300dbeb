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

  private let plan: PlanDocument
  private let facts: VerifierFacts
  private var reaches: [ShortestWalk.Place: ShortestWalk.Reach] = [:]
  private let graph: ShortestWalk

  init(_ plan: PlanDocument, _ facts: VerifierFacts) {
    self.plan = plan
    self.facts = facts
    graph = ShortestWalk(facts.market)
  }

  /// The ways to buy one more line from `offer` once visit `first` of a walk has been reached, that the day allows.
  mutating func changes(buying offer: Offer, on walk: PlanWalk, from first: Int) -> [Change] {
    guard let stall = facts.market.stalls[offer.stall] else { return [] }
    let later = walk.visits.indices.dropFirst(first + 1).first { walk.visits[$0].stall == offer.stall }
    if let later { return [joining(later, of: walk, offer, stall)].compactMap(\.self) }
    return walk.visits.indices.dropFirst(first).compactMap { detour(after: $0, of: walk, offer, stall) }
  }

  private mutating func detour(after index: Int, of walk: PlanWalk, _ offer: Offer, _ stall: Stall) -> Change? {
    guard let there = seconds(from: place(of: walk.visits[index].stall), to: place(of: stall.id)) else { return nil }
    let lasts = stall.setupSeconds + stall.lineSeconds + offer.runnerMinutes * 60
    let leaves = clock(walk.visits[index].depart)
    guard let begin = begin(at: stall, from: leaves + there, lasting: lasts) else { return nil }
    guard
      let back = finish(of: walk, from: index + 1, at: place(of: stall.id), leaving: begin + lasts, begins: [:])
    else { return nil }
    return change(of: walk, to: back, after: index, fares: stall.shipping)
  }

  private mutating func joining(_ index: Int, of walk: PlanWalk, _ offer: Offer, _ stall: Stall) -> Change? {
    let visit = walk.visits[index]
    let deals = visit.lines.reduce(0) { $0 + plan.buys(of: $1, at: visit.stall).count }
    let service = stall.setupSeconds + (deals + 1) * stall.lineSeconds
    let lasts = max(
      visit.depart.seconds(since: visit.begin) + stall.lineSeconds, service + offer.runnerMinutes * 60)
    guard let begin = begin(at: stall, from: clock(visit.begin), lasting: lasts),
      let back = finish(
        of: walk, from: index + 1, at: place(of: stall.id), leaving: begin + lasts, begins: [index: begin])
    else { return nil }
    return change(of: walk, to: back, after: nil, fares: .zero)
  }

  private func change(of walk: PlanWalk, to back: Int, after: Int?, fares: Money) -> Change? {
    guard back <= facts.day.finish else { return nil }
    let rate = facts.day.buyers.first { $0.name == walk.buyer }?.ratePerHour ?? .zero
    let before = walk.finish.seconds(since: walk.start)
    let now = back - clock(walk.start)
    return Change(
      detourAfter: after, seconds: now - before,
      time: Arithmetic.timeCost(rate, seconds: now) - Arithmetic.timeCost(rate, seconds: before), fares: fares)
  }

  /// When the walk ends, in seconds since the day's midnight, when its visits from `next` on are reached from `place`.
  private mutating func finish(
    of walk: PlanWalk, from next: Int, at place: ShortestWalk.Place?, leaving: Int, begins: [Int: Int]
  ) -> Int? {
    var begins = begins
    var clock = leaving
    var place = place
    for index in walk.visits.indices.dropFirst(next) {
      let visit = walk.visits[index]
      guard let stall = facts.market.stalls[visit.stall],
        let walking = seconds(from: place, to: self.place(of: visit.stall))
      else { return nil }
      var earliest = clock + walking
      for line in visit.pickUps { earliest = max(earliest, ready(line, before: index, of: walk, begins)) }
      let lasts = visit.depart.seconds(since: visit.begin)
      guard let begin = begin(at: stall, from: earliest, lasting: lasts) else { return nil }
      begins[index] = begin
      clock = begin + lasts
      place = self.place(of: visit.stall) ?? place
    }
    guard facts.market.profile.kind == .walking else { return clock }
    return seconds(from: place, to: .node(facts.day.to)).map { clock + $0 }
  }

  /// When goods of a line that an earlier visit ordered from a runner are there.
  private func ready(_ line: Int, before index: Int, of walk: PlanWalk, _ begins: [Int: Int]) -> Int {
    let stall = walk.visits[index].stall
    guard let terms = facts.market.stalls[stall],
      let order = walk.visits.indices.prefix(index).first(where: {
        walk.visits[$0].stall == stall && walk.visits[$0].lines.contains(line)
      })
    else { return 0 }
    let deals = walk.visits[order].lines.reduce(0) { $0 + plan.buys(of: $1, at: stall).count }
    let minutes = plan.buys(of: line, at: stall).compactMap { facts.market.offers[$0.offer]?.runnerMinutes }.max() ?? 0
    return (begins[order] ?? clock(walk.visits[order].begin)) + terms.setupSeconds + deals * terms.lineSeconds
      + minutes * 60
  }

  /// The first second from `earliest` on at which a stall is open for so long; a shop that ships always is.
  private func begin(at stall: Stall, from earliest: Int, lasting duration: Int) -> Int? {
    guard stall.position != nil else { return earliest }
    return facts.calendar.hours(stall.hours, on: facts.day.date).lazy
      .map { (max($0.open, earliest), $0.close) }
      .first { begin, close in begin + duration <= close }?.0
  }

  /// Nil for a shop that ships: orders are placed from wherever the buyer stands.
  private func place(of stall: String) -> ShortestWalk.Place? {
    facts.market.stalls[stall]?.position.map { .counter($0) }
  }

  private mutating func seconds(from start: ShortestWalk.Place?, to end: ShortestWalk.Place?) -> Int? {
    guard let start, let end else { return 0 }
    // Ways are as long in both directions, and visited places are fewer than stalls: one search from each of them will do.
    if let known = reaches[start] { return known.seconds(to: end) }
    if let known = reaches[end] { return known.seconds(to: start) }
    let reach = graph.reach(from: start)
    reaches[start] = reach
    return reach.seconds(to: end)
  }

  private func clock(_ time: LocalTime) -> Int {
    (time.date.dayNumber - facts.day.date.dayNumber) * 86_400 + time.second
  }
}
