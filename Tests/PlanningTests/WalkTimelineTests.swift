import Optimizer
import Testing

@testable import Planning

@Suite("What one more line on a walk costs")
struct WalkTimelineTests {
  /// Stalls 0, 1 and 2, each 100 s from everything else; serving takes 60 s and 30 s a line. Stall 1 opens at 1,000 s and
  /// closes at 2,000 s. One hour away costs 36 yuan, so a second costs a fen.
  private func day(close: Int32 = 2_000, latest: Int32 = 5_000, runner: Int32 = 0) -> (Instance, Solution.Walk) {
    var builder = InstanceBuilder()
    builder.addMarket(windows: [.init(open: 0, close: 5_000)], setupSeconds: 60, lineSeconds: 30)
    builder.addMarket(windows: [.init(open: 1_000, close: close)], setupSeconds: 60, lineSeconds: 30)
    builder.addMarket(windows: [.init(open: 0, close: 5_000)], setupSeconds: 60, lineSeconds: 30)
    for markets in [[0, 1, 2], [1]] {
      let product = builder.addProduct()
      for market in markets {
        builder.addOffer(
          of: product,
          .init(
            market: Int32(market), minimum: 1, multiple: 1, stock: 100, stockForBound: 100, riskPerUnit: 0,
            readySeconds: market == 2 ? runner : 0), breaks: [.init(from: 1, unitPrice: 10_000)])
      }
      builder.addSlot([.init(product: Int32(product), amount: 1, cost: 0)])
    }
    builder.addBuyer(.init(ratePerHour: 36_000_000, earliest: 0, latest: latest, loadLimit: .max))
    let seconds = (0..<25).map { Int32($0 / 5 == $0 % 5 ? 0 : 100) }
    let instance = builder.build(travelSeconds: seconds, rounding: 10_000).instance
    let walk = Solution.Walk(
      departs: 100, returns: 1_190,
      visits: [
        .init(market: 0, arrives: 200, begins: 200, leaves: 290, offers: [0]),
        .init(market: 1, arrives: 390, begins: 1_000, leaves: 1_090, offers: [3]),
      ])
    return (instance, walk)
  }

  @Test("a detour before a wait costs nothing")
  func detourInSlack() throws {
    let (instance, walk) = day()
    let timeline = WalkTimeline(walk, buyer: 0, in: instance)
    let changes = timeline.changes(buying: 2, from: 0)
    #expect(changes.map(\.detourAfter) == [0, 1])
    // There at 390, done at 480, at stall 1 by 580: it opens at 1,000 as planned.
    let early = try #require(timeline.delay(by: changes[0]))
    #expect(early.seconds == 0 && early.time == 0 && early.fares == 0)
    // After stall 1: 100 s there, 90 s of service, and home as far as before.
    let late = try #require(timeline.delay(by: changes[1]))
    #expect(late.seconds == 190 && late.time == 1_900_000)
  }

  @Test("a later stop at the stall is joined, for one line more")
  func joining() throws {
    let (instance, walk) = day()
    let changes = WalkTimeline(walk, buyer: 0, in: instance).changes(buying: 1, from: 0)
    #expect(changes.map(\.joins) == [1])
    #expect(WalkTimeline(walk, buyer: 0, in: instance).delay(by: changes[0])?.seconds == 30)
  }

  @Test("closing times and the finish forbid what does not fit")
  func limits() throws {
    let (closing, walk) = day(close: 1_110)
    let join = WalkTimeline(walk, buyer: 0, in: closing).changes(buying: 1, from: 0)[0]
    #expect(WalkTimeline(walk, buyer: 0, in: closing).delay(by: join) == nil, "stall 1 closes 10 s too early")
    let (short, same) = day(latest: 1_300)
    let detours = WalkTimeline(same, buyer: 0, in: short).changes(buying: 2, from: 0)
    #expect(WalkTimeline(same, buyer: 0, in: short).delay(by: detours[0]) != nil)
    #expect(WalkTimeline(same, buyer: 0, in: short).delay(by: detours[1]) == nil)
  }

  @Test("a runner is waited for")
  func runner() throws {
    let (instance, walk) = day(runner: 600)
    let timeline = WalkTimeline(walk, buyer: 0, in: instance)
    // There at 390, done at 480, the goods come at 1,080, at stall 1 by 1,180: 180 s later than planned.
    #expect(timeline.delay(by: timeline.changes(buying: 2, from: 0)[0])?.seconds == 180)
  }
}
