internal import Optimizer

/// One walk of an answer, and what happens to its clock when one line more is bought on it.
struct WalkTimeline {
  /// One line more, at a later stop of the walk or on a detour.
  struct Change {
    var offer: Int
    /// The stop at which the offer is bought along; nil for a detour.
    var joins: Int?
    /// The stop after which the detour is made; nil where a stop is joined.
    var detourAfter: Int?
  }

  private let walk: Solution.Walk
  private let buyer: Int
  private let instance: Instance
  /// For each stop with goods to pick up, the stops where they were ordered and when they are ready after its begin.
  private let orders: [[(stop: Int, ready: Int)]]

  init(_ walk: Solution.Walk, buyer: Int, in instance: Instance) {
    self.walk = walk
    self.buyer = buyer
    self.instance = instance
    orders = walk.visits.indices.map { index in
      walk.visits[index].pickUps.compactMap { offer in
        walk.visits[..<index].firstIndex { $0.offers.contains(offer) }.map { stop in
          (stop, Self.service(walk.visits[stop], instance) + Int(instance.offers[Int(offer)].readySeconds))
        }
      }
    }
  }

  /// The ways to buy an offer once the stop `first` has been reached: along with a later stop at its market, or on a detour.
  func changes(buying offer: Int, from first: Int) -> [Change] {
    let market = instance.offers[offer].market
    if let joins = walk.visits.indices.dropFirst(first + 1).first(where: { walk.visits[$0].market == market }) {
      return [Change(offer: offer, joins: joins, detourAfter: nil)]
    }
    return walk.visits.indices[first...].map { Change(offer: offer, joins: nil, detourAfter: $0) }
  }

  /// What a change adds to the time away, in seconds and in cost, and to fares; nil when the day does not allow it.
  ///
  /// - Parameters:
  ///   - goods: what is paid for the line.
  ///   - ordered: what the goods of a stop come to.
  func delay(
    by change: Change, goods: Int64 = 0, ordered: (Solution.Visit) -> Int64 = { _ in 0 }
  ) -> (seconds: Int, time: Int64, fares: Int64)? {
    var begins = walk.visits.map { Int($0.begins) }
    let terms = instance.offers[change.offer]
    let line = Int(instance.lineSeconds[Int(terms.market)])
    var fares: Int64 = 0
    var clock: Int
    var place: Int
    var next: Int
    if let after = change.detourAfter {
      let here = standing(after: after)
      let (there, onward) = (Int(terms.market), placeAfter(after))
      // An order is placed from where the buyer stands.
      let isOrder = instance.isRemote[there]
      let arrival = Int(walk.visits[after].leaves) + (isOrder ? 0 : instance.seconds(from: here, to: there))
      let duration = Int(instance.setupSeconds[there]) + line + Int(terms.readySeconds)
      guard let begin = firstBegin(at: there, from: arrival, lasting: duration) else { return nil }
      // An order of its own must be one that the shop takes.
      if isOrder, goods < instance.orderTerms[there].minimum { return nil }
      fares = instance.deliveryCharge(at: there, goods: goods)
      if !isOrder {
        fares +=
          instance.fare(from: here, to: there) + instance.fare(from: there, to: onward)
          - instance.fare(from: here, to: onward)
      }
      (clock, place, next) = (begin + duration, isOrder ? here : there, after + 1)
    } else if let joins = change.joins {
      let visit = walk.visits[joins]
      let there = Int(visit.market)
      if instance.isRemote[there] {
        let before = ordered(visit)
        fares =
          instance.deliveryCharge(at: there, goods: before + goods) - instance.deliveryCharge(at: there, goods: before)
      }
      let planned = Int(visit.leaves - visit.begins)
      let duration = max(
        planned + line, Self.service(visit, instance) + line + Int(terms.readySeconds))
      guard let begin = firstBegin(at: Int(visit.market), from: Int(visit.begins), lasting: duration) else {
        return nil
      }
      begins[joins] = begin
      (clock, place, next) = (begin + duration, standing(after: joins), joins + 1)
    } else {
      return nil
    }
    while next < walk.visits.count {
      let visit = walk.visits[next]
      let isOrder = instance.isRemote[Int(visit.market)]
      var earliest = clock + (isOrder ? 0 : instance.seconds(from: place, to: Int(visit.market)))
      for order in orders[next] { earliest = max(earliest, begins[order.stop] + order.ready) }
      let duration = Int(visit.leaves - visit.begins)
      guard let begin = firstBegin(at: Int(visit.market), from: earliest, lasting: duration) else { return nil }
      begins[next] = begin
      (clock, place, next) = (begin + duration, isOrder ? place : Int(visit.market), next + 1)
    }
    clock += instance.seconds(from: place, to: instance.endPlace(of: buyer))
    guard clock <= Int(instance.buyers[buyer].latest) else { return nil }
    let before = Int(walk.returns - walk.departs)
    let after = clock - Int(walk.departs)
    let time = instance.timeCost(of: buyer, seconds: after) - instance.timeCost(of: buyer, seconds: before)
    return (after - before, time, fares)
  }

  /// Where the buyer stands after a stop; orders move nobody.
  private func standing(after stop: Int) -> Int {
    walk.visits[...stop].last { !instance.isRemote[Int($0.market)] }.map { Int($0.market) }
      ?? instance.startPlace(of: buyer)
  }

  /// Where the buyer goes next after a stop.
  private func placeAfter(_ stop: Int) -> Int {
    walk.visits.dropFirst(stop + 1).first { !instance.isRemote[Int($0.market)] }.map { Int($0.market) }
      ?? instance.endPlace(of: buyer)
  }

  /// The first second from `earliest` on at which a service of `duration` fits one opening window.
  private func firstBegin(at market: Int, from earliest: Int, lasting duration: Int) -> Int? {
    for index in instance.windowRange(of: market) {
      let begin = max(earliest, Int(instance.windows[index].open))
      if begin + duration <= Int(instance.windows[index].close) { return begin }
    }
    return nil
  }

  /// Seconds of a stop's service, without waiting for a runner.
  private static func service(_ visit: Solution.Visit, _ instance: Instance) -> Int {
    Int(instance.setupSeconds[Int(visit.market)])
      + visit.offers.count * Int(instance.lineSeconds[Int(visit.market)])
  }
}
