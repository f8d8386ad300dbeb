/// The best clock for a walk whose stops and their order are given.
///
/// A buyer leaves as late as possible without delaying the earliest return. With one window a stop that is the least time away;
/// with several, leaving later may skip a window, so every such departure is tried in turn: each pass goes forward from a
/// departure to its return, and back to the latest departure with the same return (Savelsbergh 1992,
/// doi:10.1287/ijoc.4.2.146).
struct Timetable: ~Copyable {
  /// A stop: its service, and what it orders from a runner or picks up.
  struct Stop {
    var market: Int
    /// Seconds of service, without waiting for a runner.
    var service: Int
    /// Seconds to wait after service before leaving.
    var wait: Int
    /// Position of the stop where the goods picked up here were ordered, or −1, and when they are ready after its service.
    var orderedAt = -1
    var ready = 0
  }

  private(set) var arrives: [Int] = []
  private(set) var begins: [Int] = []
  private(set) var leaves: [Int] = []
  private(set) var departs = 0
  private(set) var returns = 0
  private var work = 0

  init() {}

  /// Finds the clock with the least time away; false when no clock fits. Complexity: O(stops × windows) a pass, at most
  /// one pass a window.
  ///
  /// - Parameter ordering: seconds that the buyer orders from remote markets before leaving.
  mutating func plan(_ stops: [Stop], buyer: Int, ordering: Int = 0, in instance: Instance) -> Bool {
    var departure = Int(instance.buyers[buyer].earliest) + ordering
    var best: (departure: Int, duration: Int)?
    var passes = 0
    while passes < 64, let finish = forward(stops, from: departure, buyer: buyer, in: instance) {
      passes += 1
      let latest = latestDeparture(stops, finish: finish, buyer: buyer, in: instance)
      let leave = max(departure, latest)
      if best == nil || finish - leave < best!.duration { best = (leave, finish - leave) }
      // Later departures with the same windows only shift the walk; go on where a window is missed.
      guard let next = nextDeparture(stops, from: leave, buyer: buyer, in: instance) else { break }
      departure = next
    }
    guard let best else { return false }
    return forward(stops, from: best.departure, buyer: buyer, in: instance) != nil
  }

  /// Return of a walk that leaves at `departure` and waits nowhere longer than it must; nil when some stop or the return
  /// comes too late. Complexity: O(stops × windows).
  mutating func finish(_ stops: [Stop], from departure: Int, buyer: Int, in instance: Instance) -> Int? {
    forward(stops, from: departure, buyer: buyer, in: instance)
  }

  mutating func takeWork() -> Int {
    defer { work = 0 }
    return work
  }

  private mutating func forward(_ stops: [Stop], from departure: Int, buyer: Int, in instance: Instance) -> Int? {
    work &+= stops.count
    arrives.removeAll(keepingCapacity: true)
    begins.removeAll(keepingCapacity: true)
    leaves.removeAll(keepingCapacity: true)
    departs = departure
    var place = instance.startPlace(of: buyer)
    var clock = departure
    for stop in stops {
      let arrival = clock + instance.seconds(from: place, to: stop.market)
      var earliest = arrival
      if stop.orderedAt >= 0 {
        let ordered = stops[stop.orderedAt]
        earliest = max(earliest, begins[stop.orderedAt] + ordered.service + stop.ready)
      }
      var begin: Int?
      for index in instance.windowRange(of: stop.market) {
        let window = instance.windows[index]
        let candidate = max(earliest, Int(window.open))
        if candidate + stop.service + stop.wait <= Int(window.close) {
          begin = candidate
          break
        }
      }
      guard let begin else { return nil }
      arrives.append(arrival)
      begins.append(begin)
      clock = begin + stop.service + stop.wait
      leaves.append(clock)
      place = stop.market
    }
    clock += instance.seconds(from: place, to: instance.endPlace(of: buyer))
    returns = clock
    return clock <= Int(instance.buyers[buyer].latest) ? clock : nil
  }

  /// The latest departure that still returns at `finish` in the windows of the last forward pass.
  private func latestDeparture(_ stops: [Stop], finish: Int, buyer: Int, in instance: Instance) -> Int {
    var latestBegin = [Int](repeating: .max, count: stops.count)
    var clock = finish
    var place = instance.endPlace(of: buyer)
    for index in stops.indices.reversed() {
      let stop = stops[index]
      var begin = clock - instance.seconds(from: stop.market, to: place) - stop.service - stop.wait
      begin = min(begin, latestBegin[index], windowClose(of: index, stops, in: instance) - stop.service - stop.wait)
      latestBegin[index] = begin
      if stop.orderedAt >= 0 {
        let ordered = stop.orderedAt
        latestBegin[ordered] = min(latestBegin[ordered], begin - stop.ready - stops[ordered].service)
      }
      clock = begin
      place = stop.market
    }
    return clock - instance.seconds(from: instance.startPlace(of: buyer), to: place)
  }

  /// The least departure after `departure` at which some stop moves to a later window; nil when there is none.
  private mutating func nextDeparture(
    _ stops: [Stop], from departure: Int, buyer: Int, in instance: Instance
  ) -> Int? {
    guard stops.contains(where: { instance.windowRange(of: $0.market).count > 1 }),
      forward(stops, from: departure, buyer: buyer, in: instance) != nil
    else { return nil }
    // Slack before some stop no longer fits its window, in terms of departure.
    var slack = Int.max
    var waited = 0
    for index in stops.indices {
      waited += begins[index] - arrives[index]
      let close = windowClose(of: index, stops, in: instance)
      slack = min(slack, waited + close - leaves[index])
    }
    return slack == .max ? nil : departure + slack + 1
  }

  private func windowClose(of index: Int, _ stops: [Stop], in instance: Instance) -> Int {
    for window in instance.windowRange(of: stops[index].market)
    where Int(instance.windows[window].open) <= begins[index] && leaves[index] <= Int(instance.windows[window].close) {
      return Int(instance.windows[window].close)
    }
    return leaves[index]
  }
}
