import Base
import BoardSpec
import Market
import SourcingPlan
import TestSupport
import Testing

@testable import Planning

/// Buyers with hours and places of their own, through planning and verifier.
@Suite("Buyers of their own")
struct OwnHoursTests {
  private static func hour(_ hours: Int, _ minutes: Int = 0) -> Int { hours * 3600 + minutes * 60 }
  private static let rate = Money(microYuan: 36_000_000)

  @Test("an option stands in place of the day's hours and cuts those of a buyer's own")
  func options() {
    var day = TestDay.plain()
    day.crew = [
      Buyer(name: "A", ratePerHour: Self.rate),
      Buyer(name: "B", ratePerHour: Self.rate, start: Self.hour(8), finish: Self.hour(19)),
      Buyer(name: "C", ratePerHour: Self.rate, start: Self.hour(14)),
    ]
    func hours(_ day: TestDay) -> [String] { day.problem.agents.map { "\($0.id) \($0.start / 60) \($0.finish / 60)" } }
    // The spec's own hours may be longer than its day's.
    #expect(hours(day) == ["A 540 1080", "B 480 1140", "C 840 1080"])
    day.finishOption = Self.hour(20)
    #expect(hours(day) == ["A 540 1200", "B 480 1140", "C 840 1200"])
    day.startOption = Self.hour(10)
    #expect(hours(day) == ["A 600 1200", "B 600 1140", "C 840 1200"])
    // Whom it leaves no time stays at home.
    day.finishOption = Self.hour(13)
    #expect(hours(day) == ["A 600 780", "B 600 780"])
    #expect(day.problem.finishing(by: Self.hour(15)).agents.map(\.id) == ["A", "B", "C"])
    #expect(day.problem.withoutOwnHours().agents.count == 3)
  }

  @Test("a start and an end are two places, each node once")
  func depots() {
    var day = TestDay.plain()
    day.crew = [
      Buyer(name: "A", ratePerHour: Self.rate), Buyer(name: "B", ratePerHour: Self.rate, from: "door"),
      Buyer(name: "C", ratePerHour: Self.rate, from: "door", to: "door"),
    ]
    let depots = Depots(day.problem.crew)
    #expect(depots.nodes == ["gate", "gate", "door", "door"])
    #expect(depots.starts == [0, 2, 2] && depots.ends == [1, 1, 3])
  }

  @Test("who has no time for the orders does not place them, though that hour costs least")
  func orderer() throws {
    var day = TestDay.plain([100, 200])
    day.shipping = [0: .zero, 1: .zero]
    day.shippingDays = [0: 1, 1: 9]
    day.crew = [
      Buyer(name: "dear", ratePerHour: Self.rate),
      Buyer(name: "cheap", ratePerHour: .zero, start: Self.hour(9), finish: Self.hour(9, 1)),
    ]
    let plan = try day.plan()
    #expect(plan.deliveries.map(\.agent) == ["dear", "dear"])
    #expect(day.violations(in: plan) == [])
    day.crew[1].finish = Self.hour(9, 3)
    #expect(try day.plan().deliveries.map(\.agent) == ["cheap", "cheap"])
    // Nobody has the time for everything: who has most of it tries.
    day.crew[0].finish = Self.hour(9, 2)
    day.crew[1].finish = Self.hour(9, 1)
    #expect(day.problem.agents.orderer(longest: 180) == 0)
  }

  @Test("the kit is complete when the last buyer is back and the last parcel is there, each by its own clock")
  func ready() throws {
    var day = TestDay.plain([100, 200, 300])
    day.shipping = [0: .zero, 1: .zero]
    day.shippingDays = [0: 3, 1: 0]
    let plan = try day.plan()
    let orders = plan.deliveries.sorted { $0.stall < $1.stall }
    #expect(orders.map(\.stall) == ["S0", "S1"])
    #expect(orders[0].ready == orders[0].depart.adding(seconds: 3 * 86_400))
    #expect(orders[0].arrives == LocalDate("2026-12-07") && orders[1].arrives == LocalDate("2026-12-04"))
    #expect(orders[1].ready == orders[1].depart)
    #expect(plan.schedule.first { $0.step == "kit" }?.finish == orders[0].ready)
    // What is there before the buyer is back does not count.
    day.shippingDays = [0: 0, 1: 0]
    let sameDay = try day.plan()
    #expect(sameDay.schedule.first { $0.step == "kit" }?.finish == sameDay.walks[0].finish)
  }

  @Test("goods of a buyer who ends elsewhere are carried on to where the kit comes together")
  func carriedOn() throws {
    var day = TestDay.plain([100])
    day.crew = [Buyer(name: "A", ratePerHour: Self.rate)]
    #expect(try day.plan().warnings.allSatisfy { $0.code != "W006" })
    day.crew[0].to = "door"
    var plan = try day.plan()
    let kit = try #require(plan.schedule.firstIndex { $0.step == "kit" })
    let (end, there) = (plan.walks[0].finish, plan.schedule[kit].finish)
    #expect(plan.schedule[kit].place == "gate" && there == end.adding(seconds: day.door))
    let warning = try #require(plan.warnings.first { $0.code == "W006" })
    #expect(warning.message.english.contains("counts 2 min on foot") && warning.message.chinese.contains("步行 2 分钟"))
    #expect(day.violations(in: plan) == [])
    for early in [end, there.adding(seconds: -1) ?? end] {
      (plan.schedule[kit].start, plan.schedule[kit].finish) = (early, early)
      #expect(day.violations(in: plan).contains { $0.hasPrefix("V094") }, "\(early)")
    }
  }

  @Test("a day that only a buyer's own hours forbid says so, and names no option")
  func remedy() throws {
    var day = TestDay.plain([100])
    day.crew = [Buyer(name: "A", ratePerHour: Self.rate, finish: Self.hour(9, 30))]
    let plan = try day.plan()
    #expect(plan.status != .optimal && plan.status != .feasible)
    let own = plan.conflict.filter { $0.reason.english.contains("own hours") }
    #expect(own.count == 1 && own[0].remedy == nil)
    #expect(own[0].reason.english.contains("`A` is away from 09:59 to 10:01"))
    #expect(own[0].reason.chinese.contains("`A` 在 09:59 至 10:01 外出"))
    #expect(!plan.conflict.contains { $0.remedy?.option == .finish })
  }

  @Test("small days cost what trying everything finds")
  func oracle() throws {
    var random = SeededGenerator(seed: 88)
    var (met, none, away, apart) = (0, 0, 0, 0)
    for _ in 0..<Self.days {
      let day = Self.randomDay(&random)
      let least = OwnHoursOracle(day).least
      let plan = try day.plan()
      guard let least else {
        #expect(plan.status != .optimal && plan.status != .feasible)
        none += 1
        continue
      }
      #expect(plan.cost.total.money >= least)
      if let bound = plan.bound { #expect(bound.money <= least) }
      if plan.cost.total.money == least { met += 1 }
      if plan.walks.count > 1 { away += 1 }
      if plan.walks.contains(where: { $0.from != $0.to }) { apart += 1 }
    }
    #expect(met + none == Self.days, "\(met)")
    #expect(away >= Self.days / 20 && apart >= Self.days / 10 && none < Self.days / 2, "\(away) \(apart) \(none)")
  }

  #if DEBUG
    private static let days = 3
  #else
    private static let days = 60
  #endif

  private static func randomDay(_ random: inout SeededGenerator) -> TestDay {
    func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    var day = TestDay(
      goods: (0..<3).map { slot in
        TestDay.Goods(
          reference: "U\(slot + 1)",
          offers: Dictionary(
            uniqueKeysWithValues: (0..<3).filter { $0 == slot || below(2) == 0 }.map {
              ($0, (fen: Int64(100 + below(150)), stock: 100))
            }))
      })
    day.door = 15 + below(60)
    day.open = OpeningHours(open: hour(10), close: hour(10, 6 + below(10)))
    day.crew = ["A", "B"].map { name in
      Buyer(
        name: name, ratePerHour: Money(microYuan: Int64(12 + below(60)) * 1_000_000),
        start: below(2) == 0 ? hour(10, below(3)) : nil, finish: below(2) == 0 ? hour(10, 3 + below(9)) : nil,
        from: below(2) == 0 ? "door" : nil, to: below(2) == 0 ? "door" : nil)
    }
    return day
  }
}

/// The least cost of a `TestDay` on foot, by trying every stall and buyer for every slot and every order of stalls.
///
/// All stalls have the same hours, so that nobody who leaves in time for the first one has to wait at another.
private struct OwnHoursOracle {
  let day: TestDay

  init(_ day: TestDay) { self.day = day }

  /// Nil where no way of buying fits the day.
  var least: Money? {
    var least: Money?
    let choices = day.goods.map { goods in
      goods.offers.keys.sorted().flatMap { stall in day.crew.indices.map { (stall: stall, buyer: $0) } }
    }
    var picks = [Int](repeating: 0, count: choices.count)
    repeat {
      let picked = zip(picks, choices).map { $1[$0] }
      var cost = Money.zero
      for (slot, pick) in picked.enumerated() {
        cost = cost + Money(microYuan: (day.goods[slot].offers[pick.stall]?.fen ?? 0) * 10_000)
      }
      let walks = day.crew.indices.map { buyer in walk(of: buyer, picked.filter { $0.buyer == buyer }.map(\.stall)) }
      if !walks.contains(nil) {
        let total = walks.compactMap(\.self).reduce(cost) { $0 + $1 }
        least = min(least ?? total, total)
      }
    } while next(&picks, choices.map(\.count))
    return least
  }

  private func next(_ picks: inout [Int], _ counts: [Int]) -> Bool {
    for place in picks.indices {
      picks[place] += 1
      if picks[place] < counts[place] { return true }
      picks[place] = 0
    }
    return false
  }

  /// What a buyer's time costs at least; `stalls` has one for each line. Nil where the hours are too short.
  private func walk(of buyer: Int, _ stalls: [Int]) -> Money? {
    let lines = Dictionary(grouping: stalls) { $0 }.mapValues(\.count)
    if lines.isEmpty { return .zero }
    let terms = day.crew[buyer]
    func metres(_ node: String?) -> Int { node == "door" ? day.door : 0 }
    var best: Int?
    for order in orders(lines.keys.sorted()) {
      let first = abs(10 * (order[0] + 1) - metres(terms.from))
      let leave = max(terms.start ?? day.start, day.open.open - first)
      var clock = leave
      var place = metres(terms.from)
      for stall in order {
        let counter = 10 * (stall + 1)
        clock += abs(counter - place) + 60 + 30 * (lines[stall] ?? 0)
        place = counter
      }
      guard clock <= day.open.close else { continue }
      clock += abs(metres(terms.to) - place)
      guard clock <= terms.finish ?? day.finish else { continue }
      best = min(best ?? .max, clock - leave)
    }
    return best.map { seconds in
      let exact = Int128(terms.ratePerHour.microYuan) * Int128(seconds)
      return Money(microYuan: Int64((exact * 2 + 36_000_000) / 72_000_000) * 10_000)
    }
  }

  private func orders(_ stalls: [Int]) -> [[Int]] {
    if stalls.count < 2 { return [stalls] }
    return stalls.flatMap { first in orders(stalls.filter { $0 != first }).map { [first] + $0 } }
  }
}
