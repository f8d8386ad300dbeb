import Base

@testable import Optimizer

extension DayOracle {
  /// Where a walk stands: earlier, for less and with everything ready sooner is never worse, as waiting costs nothing.
  private struct Label {
    var clock: Int
    var fares: Int64
    /// When the goods that were left with runners are ready, by number of the market; 0 for none.
    var due = SIMD8<Int32>()

    func isWorse(than other: Label) -> Bool {
      other.clock <= clock && other.fares <= fares && all(other.due .<= due)
    }
  }

  /// The walks of `buyer` for `lots`: the cheapest time for each amount of fares; none where the day is too short.
  ///
  /// - Parameter ordering: seconds that the buyer orders from remote markets before leaving.
  mutating func walks(_ buyer: Int, _ lots: [Lot], ordering: Int = 0) -> [Walk] {
    let terms = instance.buyers[buyer]
    if lots.isEmpty {
      let isPossible = Int(terms.earliest) + ordering <= Int(terms.latest)
      return isPossible ? [Walk(time: formulas.timePaid(ordering, of: buyer), fares: 0)] : []
    }
    let key = Self.key(buyer, lots, ordering: ordering)
    if let known = walks[key] { return known }
    var stops: [Stop] = []
    for market in 0..<instance.marketCount {
      let own = lots.filter { $0.market == market }
      guard !own.isEmpty else { continue }
      stops.append(
        Stop(
          market: market, ready: own.map(\.ready).max() ?? 0,
          service: Int(instance.setupSeconds[market]) + own.count * Int(instance.lineSeconds[market]),
          windows: instance.windowRange(of: market).map { instance.windows[$0] }))
    }
    var least: [Int64: Int64] = [:]
    // Whoever leaves when every window has opened, or later, waits for no opening and can leave that much earlier.
    let opening = stops.flatMap(\.windows).map { Int($0.open) }.max() ?? 0
    let first = Int(terms.earliest) + ordering
    for departure in first...max(first, min(opening, Int(terms.latest))) {
      for end in ends(of: stops, buyer: buyer, departure: departure) {
        let time = formulas.timePaid(ordering + end.clock - departure, of: buyer)
        least[end.fares] = min(least[end.fares] ?? .max, time)
      }
    }
    let found = least.map { Walk(time: $0.value, fares: $0.key) }
    walks[key] = found
    return found
  }

  /// A market to go to.
  struct Stop {
    var market: Int
    /// Seconds until the last of the runner's goods are there.
    var ready: Int
    var service: Int
    var windows: [Instance.Window]
  }

  /// How walks through all of `stops` end that leave at `departure`: every order by dynamic programming over the state of
  /// each stop (0 ahead, 1 goods left with the runner, 2 done) and the last place.
  private func ends(of stops: [Stop], buyer: Int, departure: Int) -> [(clock: Int, fares: Int64)] {
    let latest = Int(instance.buyers[buyer].latest)
    let start = instance.marketCount + Int(instance.buyers[buyer].startDepot)
    let finish = instance.marketCount + Int(instance.buyers[buyer].endDepot)
    let count = stops.count
    // Where no stop has a runner two states are enough.
    let hasRunner = stops.contains { $0.ready > 0 }
    let (radix, done) = hasRunner ? (3, 2) : (2, 1)
    var weight = [1]
    for _ in stops { weight.append((weight.last ?? 1) * radix) }
    let codes = weight[count]
    // Place `count` is the start.
    var table = [[Label]](repeating: [], count: codes * (count + 1))
    table[count] = [Label(clock: departure, fares: 0)]

    func arrive(_ label: Label, at next: Int, code: Int) {
      guard label.clock <= latest else { return }
      let cell = code * (count + 1) + next
      if table[cell].contains(where: { label.isWorse(than: $0) }) { return }
      table[cell].removeAll { $0.isWorse(than: label) }
      table[cell].append(label)
    }

    var ends: [(clock: Int, fares: Int64)] = []
    for code in 0..<codes {
      for last in 0...count {
        let place = last == count ? start : stops[last].market
        for label in table[code * (count + 1) + last] {
          if code == codes - 1 {
            let clock = label.clock + formulas.seconds(place, finish)
            if clock <= latest { ends.append((clock, label.fares + formulas.fare(place, finish))) }
            continue
          }
          for next in 0..<count where next != last {
            let state = code / weight[next] % radix
            if state == done { continue }
            let stop = stops[next]
            let arrival = label.clock + formulas.seconds(place, stop.market)
            var more = label
            more.fares += formulas.fare(place, stop.market) + instance.visitCost[stop.market]
            for window in stop.windows {
              if state == 0 {
                let begin = max(arrival, Int(window.open))
                let served = begin + stop.service
                more.due[next] = 0
                if served + stop.ready <= window.close {
                  more.clock = served + stop.ready
                  arrive(more, at: next, code: code + done * weight[next])
                }
                if stop.ready > 0 && served <= window.close {
                  more.clock = served
                  more.due[next] = Int32(served + stop.ready)
                  arrive(more, at: next, code: code + weight[next])
                }
              } else {
                let begin = max(arrival, Int(label.due[next]), Int(window.open))
                let served = begin + Int(instance.setupSeconds[stop.market])
                more.due[next] = 0
                if served <= window.close {
                  more.clock = served
                  arrive(more, at: next, code: code + weight[next])
                }
              }
            }
          }
        }
      }
    }
    return ends
  }
}
