import Base
import Testing

@testable import Optimizer

@Suite struct TimetableTests {
  @Test func noOtherDepartureIsAwayForLess() {
    var planned = 0
    var impossible = 0
    var pickUps = 0
    for seed in 1...4_000 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 84)
      let instance = Self.instance(&random)
      let stops = Self.stops(&random, instance.marketCount)
      var timetable = Timetable()
      let isPlanned = timetable.plan(stops, buyer: 0, in: instance)
      let buyer = instance.buyers[0]
      let oracle = (Int(buyer.earliest)...Int(buyer.latest)).compactMap { departure in
        Self.finish(stops, departure, instance).map { $0 - departure }
      }.min()
      #expect(isPlanned == (oracle != nil), "seed \(seed)")
      guard isPlanned else {
        impossible += 1
        continue
      }
      planned += 1
      if stops.contains(where: { $0.orderedAt >= 0 }) { pickUps += 1 }
      let away = timetable.returns - timetable.departs
      #expect(away == oracle, "seed \(seed)")
      let (departs, returns) = (timetable.departs, timetable.returns)
      #expect(Self.finish(stops, departs, instance) == returns, "seed \(seed)")
    }
    #expect(planned >= 1_000 && impossible >= 300 && pickUps >= 200, "\(planned), \(impossible), \(pickUps)")
  }

  private static func instance(_ random: inout Generator) -> Instance {
    var builder = InstanceBuilder()
    let markets = 1 + random.below(4)
    for _ in 0..<markets {
      var windows: [Instance.Window] = []
      var clock = Int32(random.below(12))
      for _ in 0..<(1 + random.below(3)) {
        let close = clock + 4 + Int32(random.below(16))
        windows.append(.init(open: clock, close: close))
        clock = close + 1 + Int32(random.below(8))
      }
      builder.addMarket(windows: windows)
    }
    builder.addBuyer(.init(ratePerHour: 3600, earliest: Int32(random.below(4)), latest: 30 + Int32(random.below(30))))
    let cells = (markets + 2) * (markets + 2)
    return builder.build(travelSeconds: (0..<cells).map { _ in Int32(random.below(6)) }).instance
  }

  /// Every market once in some order, some left with goods to fetch later.
  private static func stops(_ random: inout Generator, _ markets: Int) -> [Timetable.Stop] {
    var stops = (0..<markets).shuffled(using: &random).map { market in
      Timetable.Stop(market: market, service: random.below(4), wait: random.below(4) == 0 ? random.below(5) : 0)
    }
    for index in 0..<max(0, markets - 1) where random.below(5) == 0 {
      stops.append(
        .init(
          market: stops[index].market, service: random.below(2), wait: 0, orderedAt: index, ready: 1 + random.below(9)))
    }
    return stops
  }

  /// Return of the walk that leaves at `departure` and does everything as early as it can; nil where that is too late.
  private static func finish(_ stops: [Timetable.Stop], _ departure: Int, _ instance: Instance) -> Int? {
    var clock = departure
    var place = instance.startPlace(of: 0)
    var served: [Int] = []
    for stop in stops {
      clock += instance.seconds(from: place, to: stop.market)
      if stop.orderedAt >= 0 { clock = max(clock, served[stop.orderedAt] + stop.ready) }
      let stay = stop.service + stop.wait
      let fits = { (second: Int) in
        instance.windows[instance.windowRange(of: stop.market)].contains {
          Int($0.open) <= second && second + stay <= Int($0.close)
        }
      }
      guard let begin = (clock...(clock + 200)).first(where: fits) else { return nil }
      served.append(begin + stop.service)
      clock = begin + stay
      place = stop.market
    }
    clock += instance.seconds(from: place, to: instance.endPlace(of: 0))
    return clock <= Int(instance.buyers[0].latest) ? clock : nil
  }
}
