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
  func delay(by change: Change) -> (seconds: Int, time: Int64, fares: Int64)? {
    var begins = walk.visits.map { Int($0.begins) }
    let terms = instance.offers[change.offer]
    let line = Int(instance.lineSeconds[Int(terms.market)])
    var fares: Int64 = 0
    var clock: Int
    var place: Int
    var next: Int
    if let after = change.detourAfter {
      let here = Int(walk.visits[after].market)
      let (there, onward) = (Int(terms.market), placeAfter(after))
      let arrival = Int(walk.visits[after].leaves) + instance.seconds(from: here, to: there)
      let duration = Int(instance.setupSeconds[there]) + line + Int(terms.readySeconds)
      guard let begin = firstBegin(at: there, from: arrival, lasting: duration) else { return nil }
      fares =
        instance.fare(from: here, to: there) + instance.fare(from: there, to: onward)
        - instance.fare(from: here, to: onward)
      (clock, place, next) = (begin + duration, there, after + 1)
    } else if let joins = change.joins {
      let visit = walk.visits[joins]
      let planned = Int(visit.leaves - visit.begins)
      let duration = max(
        planned + line, Self.service(visit, instance) + line + Int(terms.readySeconds))
      guard let begin = firstBegin(at: Int(visit.market), from: Int(visit.begins), lasting: duration) else {
        return nil
      }
      begins[joins] = begin
      (clock, place, next) = (begin + duration, Int(visit.market), joins + 1)
    } else {
      return nil
    }
    while next < walk.visits.count {
      let visit = walk.visits[next]
      var earliest = clock + instance.seconds(from: place, to: Int(visit.market))
      for order in orders[next] { earliest = max(earliest, begins[order.stop] + order.ready) }
      let duration = Int(visit.leaves - visit.begins)
      guard let begin = firstBegin(at: Int(visit.market), from: earliest, lasting: duration) else { return nil }
      begins[next] = begin
      (clock, place, next) = (begin + duration, Int(visit.market), next + 1)
    }
    clock += instance.seconds(from: place, to: instance.endPlace)
    guard clock <= Int(instance.buyers[buyer].latest) else { return nil }
    let before = Int(walk.returns - walk.departs)
    let after = clock - Int(walk.departs)
    let time = instance.timeCost(of: buyer, seconds: after) - instance.timeCost(of: buyer, seconds: before)
    return (after - before, time, fares)
  }

  private func placeAfter(_ stop: Int) -> Int {
    stop + 1 < walk.visits.count ? Int(walk.visits[stop + 1].market) : instance.endPlace
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
