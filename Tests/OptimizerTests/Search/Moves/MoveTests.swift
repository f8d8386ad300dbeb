import Base
import Testing

@testable import Optimizer

/// Every move's gain is the difference of two costs that are added up afresh.
@Suite struct MoveTests {
  /// Makes the move, and compares, unless it leaves something uncovered: then all of its shortage counts in the gain.
  private func check(_ move: some Move, in state: inout SearchState, _ name: String) {
    state.goods.refresh()
    let before = state.plainCost()
    let gain = move.gain(in: &state)
    move.apply(to: &state)
    state.goods.refresh()
    guard state.goods.isCovered() else { return }
    let after = state.plainCost()
    #expect(before - after == gain, "\(name)")
  }

  /// Days whose goods are priced by choices that a ledger keeps have no one price for a set of markets.
  private func isPlain(_ state: borrowing SearchState) -> Bool {
    !state.problem.demands.kind.contains(.general) && state.routes.buyers == 1
  }

  @Test func addingAMarketGainsWhatItSays() {
    var added = 0
    for seed in 1...400 as ClosedRange<UInt64> {
      guard var state = SearchState.random(seed: seed), isPlain(state) else { continue }
      for market in 0..<state.problem.instance.marketCount {
        let move = AddMarket(market: market)
        let (isValid, isVisited) = (move.isValid(in: state), state.goods.visited[market])
        #expect(isValid == !isVisited, "seed \(seed)")
        guard isValid else { continue }
        check(move, in: &state, "market \(market), seed \(seed)")
        let isValidAgain = move.isValid(in: state)
        #expect(!isValidAgain)
        added += 1
        break
      }
    }
    #expect(added >= 30, "\(added)")
  }

  @Test func droppingAMarketGainsWhatItSays() {
    var dropped = 0
    for seed in 1...400 as ClosedRange<UInt64> {
      guard var state = SearchState.random(seed: seed), isPlain(state) else { continue }
      let market = state.randomVisited()
      let move = DropMarket(market: market)
      let isValid = move.isValid(in: state)
      #expect(isValid)
      check(move, in: &state, "market \(market), seed \(seed)")
      let isValidAgain = move.isValid(in: state)
      #expect(!isValidAgain)
      dropped += 1
    }
    #expect(dropped >= 30, "\(dropped)")
  }

  @Test func theBestMoveIsTheOneOfGreatestGain() {
    var found = 0
    for seed in 1...400 as ClosedRange<UInt64> {
      guard var state = SearchState.random(seed: seed), isPlain(state) else { continue }
      var additions: [Int64] = []
      var removals: [Int64] = []
      for market in 0..<state.problem.instance.marketCount {
        let addition = AddMarket(market: market)
        if addition.isValid(in: state) { additions.append(addition.gain(in: &state)) }
        let removal = DropMarket(market: market)
        if removal.isValid(in: state) { removals.append(removal.gain(in: &state)) }
      }
      let bestAddition = AddMarket.best(in: &state, noise: 0)
      let bestRemoval = DropMarket.best(in: &state)
      let addition = bestAddition.map { $0.gain(in: &state) }
      let removal = bestRemoval.map { $0.gain(in: &state) }
      if let addition { #expect(addition == additions.max(), "seed \(seed)") }
      // Markets that sell nothing of use are looked at only where passing through one may save legs.
      let allowsPassing = state.problem.allowsPassing
      if addition == nil, !allowsPassing { #expect(additions.allSatisfy { $0 <= 0 }, "seed \(seed)") }
      #expect((removal ?? 0) == max(0, removals.max() ?? 0), "seed \(seed)")
      if addition != nil || removal != nil { found += 1 }
    }
    #expect(found >= 30, "\(found)")
  }
}
