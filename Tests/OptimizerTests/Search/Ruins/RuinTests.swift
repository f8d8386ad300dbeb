import Base
import Testing

@testable import Optimizer

@Suite struct RuinTests {
  /// Walks before and after a ruin of every seed's state.
  private func each(_ ruin: (UInt64) -> some Ruin, _ look: (UInt64, [[Int32]], [[Int32]], PresolvedInstance) -> Void) {
    var looked = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      guard var state = SearchState.random(seed: seed) else { continue }
      let before = state.walks
      ruin(seed).apply(to: &state)
      state.goods.refresh()
      let (visited, owned) = (state.goods.visited, state.routes.owner.map { $0 >= 0 })
      #expect(visited == owned, "seed \(seed)")
      look(seed, before, state.walks, state.problem)
      looked += 1
    }
    #expect(looked >= 50, "\(looked)")
  }

  private func count(_ walks: [[Int32]]) -> Int { walks.reduce(0) { $0 + $1.count } }

  /// Whether every walk is what is left of the one before, in its order.
  private func isSubsequence(_ after: [[Int32]], of before: [[Int32]]) -> Bool {
    zip(before, after).allSatisfy { walk, rest in walk.filter(Set(rest).contains) == rest }
  }

  @Test func aRandomRemovalDropsAsManyAsItSaysAndKeepsTheOrder() {
    each({ _ in RandomRemoval(count: 1) }) { seed, before, after, _ in
      #expect(count(after) == count(before) - 1, "seed \(seed)")
      #expect(isSubsequence(after, of: before), "seed \(seed)")
    }
  }

  @Test func aStringRemovalDropsNeighboursOfOneWalk() {
    each({ seed in StringRemoval(count: 1 + Int(seed % 3)) }) { seed, before, after, _ in
      #expect(isSubsequence(after, of: before), "seed \(seed)")
      let changed = before.indices.filter { before[$0] != after[$0] }
      #expect(changed.count == 1, "seed \(seed)")
      guard let walk = changed.first else { return }
      let size = min(1 + Int(seed % 3), before[walk].count)
      // Round the end: some turn of the walk starts with all that was dropped.
      let route = before[walk]
      let isString = route.indices.contains { start in
        let turned = Array(route[start...] + route[..<start])
        return Set(turned.dropFirst(size)) == Set(after[walk])
      }
      #expect(isString && after[walk].count == route.count - size, "seed \(seed): \(route) to \(after[walk])")
    }
  }

  @Test func aRadialRemovalDropsAMarketAndTheNearest() {
    each({ seed in RadialRemoval(count: 1 + Int(seed % 4)) }) { seed, before, after, problem in
      #expect(isSubsequence(after, of: before), "seed \(seed)")
      let visited = before.flatMap(\.self)
      let kept = Set(after.flatMap(\.self))
      let gone = visited.filter { !kept.contains($0) }
      #expect(gone.count == min(1 + Int(seed % 4), visited.count), "seed \(seed)")
      // From some market, nothing that was kept is nearer than what was dropped.
      let isRound = visited.contains { centre in
        let leg = { (market: Int32) in problem.legs[Int(centre) * problem.instance.placeCount + Int(market)] }
        return (gone.map(leg).max() ?? 0) <= (kept.map(leg).min() ?? .max)
      }
      #expect(isRound, "seed \(seed)")
    }
  }

  @Test func aRandomInsertionAddsTwoMarketsAtMostAndDropsTwoAtMost() {
    each({ _ in RandomInsertion() }) { seed, before, after, _ in
      let (old, new) = (Set(before.flatMap(\.self)), Set(after.flatMap(\.self)))
      #expect(new.subtracting(old).count <= 2 && old.subtracting(new).count <= 2, "seed \(seed)")
    }
  }

  @Test func aRelocationKeepsTheMarkets() {
    each({ _ in StopRelocation() }) { seed, before, after, _ in
      #expect(before.flatMap(\.self).sorted() == after.flatMap(\.self).sorted(), "seed \(seed)")
    }
  }

  @Test func anOptionSwitchKeepsEveryConstraint() {
    var switched = 0
    for seed in 1...600 as ClosedRange<UInt64> {
      guard var state = SearchState.random(seed: seed), !state.problem.choices.slots.isEmpty else { continue }
      let before = state.goods.general.selection.map(Int.init)
      OptionSwitch().apply(to: &state)
      let after = state.goods.general.selection.map(Int.init)
      let choices = state.problem.choices
      for slot in choices.slots { #expect(choices.allows(after, at: slot), "seed \(seed)") }
      if before != after { switched += 1 }
    }
    #expect(switched >= 10, "\(switched)")
  }
}
