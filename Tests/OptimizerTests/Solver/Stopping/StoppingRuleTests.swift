import Base
import Testing

@testable import Optimizer

@Suite struct StoppingRuleTests {
  @Test func aWorkLimitIsMetAfterItsRounds() {
    var state = RunState()
    var rounds = 0
    while !WorkLimit(rounds: 7).isMet(state) {
      state.endRound(cost: 5)
      rounds += 1
    }
    #expect(rounds == 7)
  }

  @Test func aTimeLimitIsMetByTheClockThatIsHandedIn() {
    let clock = Guarded<UInt64>(1_000)
    let rule = TimeLimit(limit: 50, start: 1_000) { clock.withLock { $0 } }
    for (now, isMet) in [(1_000, false), (1_049, false), (1_050, true), (9_999, true)] as [(UInt64, Bool)] {
      clock.withLock { $0 = now }
      #expect(rule.isMet(RunState()) == isMet, "\(now)")
    }
  }

  @Test func aCancelledRunStops() {
    let cancellation = Cancellation()
    let rule = Cancelled(cancellation: cancellation)
    #expect(!rule.isMet(RunState()))
    cancellation.cancel()
    #expect(rule.isMet(RunState()))
  }

  @Test func aGapTargetIsMetWhereTheGapIsSmallEnough() {
    for cost in 0...40 as ClosedRange<Int64> {
      for bound in 0...cost {
        for percent in [0, 1, 10, 50] as [Int64] {
          let isClosed = 100 * (cost - bound) <= percent * cost
          let state = RunState(cost: cost, bound: bound)
          #expect(GapTarget(gap: Double(percent) / 100).isMet(state) == isClosed, "\(bound) of \(cost), \(percent) %")
        }
      }
    }
    #expect(!GapTarget(gap: 1).isMet(RunState(bound: 3)))
  }

  @Test func rulesCombine() {
    let none: WorkLimit? = nil
    let rule = none.or(GapTarget(gap: 0)).or(WorkLimit(rounds: 2))
    var state = RunState(cost: 5, bound: 3)
    #expect(!rule.isMet(state))
    state.bound = 5
    #expect(rule.isMet(state))
    state.bound = 3
    for _ in 0..<2 { state.endRound(cost: 5) }
    #expect(rule.isMet(state))
  }
}
