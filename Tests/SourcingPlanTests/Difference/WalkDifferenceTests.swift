import Base
import Market
import SourcingPlan
import TestSupport
import Testing

@Suite("Walks that differ")
struct WalkDifferenceTests {
  /// The length of the longest common subsequence, by the table.
  private static func common(_ left: [PlaceID], _ right: [PlaceID]) -> Int {
    var row = [Int](repeating: 0, count: right.count + 1)
    for item in left {
      var next = row
      for (place, other) in right.enumerated() {
        next[place + 1] = item == other ? row[place] + 1 : max(row[place + 1], next[place])
      }
      row = next
    }
    return row.last ?? 0
  }

  @Test("as few stops as can be are told, and doing what is told gives the later day", arguments: PlanFixture.names)
  func fewest(name: String) throws {
    let plan = try PlanFixture.plan(name)
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var other = plan
      for walk in other.walks.indices {
        var visits = other.walks[walk].visits
        for _ in 0..<Int.random(in: 0...3, using: &generator) where !visits.isEmpty {
          let visit = visits.remove(at: Int.random(in: visits.indices, using: &generator))
          if Bool.random(using: &generator) {
            visits.insert(visit, at: Int.random(in: 0...visits.count, using: &generator))
          }
        }
        other.walks[walk].visits = visits
      }
      let walks = PlanDifference(from: plan, to: other).walks
      for (old, new) in zip(plan.walks, other.walks) {
        let (from, to) = (plan.stops(of: old).map(\.stall), other.stops(of: new).map(\.stall))
        let stops = walks.first { $0.agent == old.agent }?.stops ?? []
        let kept = Self.common(from, to)
        #expect(stops.count { $0.before != nil } == from.count - kept, "seed \(seed)")
        #expect(stops.count { $0.after != nil } == to.count - kept, "seed \(seed)")
        var made = from
        for number in stops.compactMap(\.before?.number).sorted(by: >) { made.remove(at: number - 1) }
        for stop in stops.filter({ $0.after != nil }).sorted(by: { ($0.after?.number ?? 0) < ($1.after?.number ?? 0) })
        {
          made.insert(stop.stall, at: (stop.after?.number ?? 1) - 1)
        }
        #expect(made == to, "seed \(seed)")
      }
    }
  }

  @Test("another finish is told though every stop is the same")
  func times() throws {
    let plan = try PlanFixture.plan("Plans/usb-charger")
    var other = plan
    other.walks[0].finish = try #require(plan.walks[0].finish.adding(seconds: 30))
    let walks = PlanDifference(from: plan, to: other).walks
    #expect(walks.count == 1 && walks[0].stops.isEmpty && walks[0].start.isNone)
    #expect(walks[0].finish == Change(plan.walks[0].finish, other.walks[0].finish))
  }

  @Test("an agent who stays at home loses every stop")
  func gone() throws {
    let plan = try PlanFixture.plan("Plans/usb-charger")
    var other = plan
    let walk = other.walks.removeFirst()
    let walks = PlanDifference(from: plan, to: other).walks
    #expect(walks.map(\.agent) == [walk.agent] && walks[0].stops.count == plan.stops(of: walk).count)
    #expect(walks[0].stops.allSatisfy { $0.after == nil } && walks[0].finish.after == nil)
  }
}
