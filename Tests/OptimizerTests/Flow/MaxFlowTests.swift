import Base
import Testing

@testable import Optimizer

@Suite struct MaxFlowTests {
  /// The least cut by looking at every side: the oracle.
  private func leastCut(_ capacity: [[Int64]], from source: Int, to sink: Int) -> Int64 {
    let count = capacity.count
    var least = Int64.max
    for side in 0..<(1 << count) where side >> source & 1 == 1 && side >> sink & 1 == 0 {
      var value: Int64 = 0
      for i in 0..<count where side >> i & 1 == 1 {
        for j in 0..<count where side >> j & 1 == 0 { value += capacity[i][j] }
      }
      least = min(least, value)
    }
    return least
  }

  @Test func flowEqualsTheLeastCutOnRandomGraphs() {
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 78)
      let count = 2 + random.below(6)
      var capacity = [[Int64]](repeating: [Int64](repeating: 0, count: count), count: count)
      var flow = MaxFlow(nodeCount: count)
      for i in 0..<count {
        for j in (i + 1)..<max(count, i + 1) where random.below(3) > 0 {
          capacity[i][j] = Int64(random.below(10))
          capacity[j][i] = Int64(random.below(10))
          flow.join(i, j, capacity: capacity[i][j], back: capacity[j][i])
        }
      }
      let least = leastCut(capacity, from: 0, to: count - 1)
      let found = flow.maximise(from: 0, to: count - 1)
      #expect(found == least, "seed \(seed)")
      var side = [Bool](repeating: false, count: count)
      flow.markSourceSide(of: 0, in: &side)
      var value: Int64 = 0
      for i in 0..<count where side[i] {
        for j in 0..<count where !side[j] { value += capacity[i][j] }
      }
      #expect(value == least, "source side, seed \(seed)")
      flow.markSinkSide(of: count - 1, in: &side)
      value = 0
      for i in 0..<count where !side[i] {
        for j in 0..<count where side[j] { value += capacity[i][j] }
      }
      #expect(value == least, "sink side, seed \(seed)")
    }
  }

  @Test func aFlowThatGrowsWithItsArcsIsTheLeastCutOfTheWidenedGraph() {
    var stopped = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 79)
      let count = 3 + random.below(7)
      var capacity = [[Int64]](repeating: [Int64](repeating: 0, count: count), count: count)
      var flow = MaxFlow(nodeCount: count)
      var arcs: [(arc: Int, from: Int, to: Int)] = []
      for i in 0..<count {
        for j in (i + 1)..<count where random.below(2) == 0 {
          capacity[i][j] = Int64(random.below(20))
          let arc = flow.join(i, j, capacity: capacity[i][j], back: 0)
          arcs.append((arc, i, j))
        }
      }
      flow.reset()
      for step in 0..<8 {
        let least = leastCut(capacity, from: 0, to: count - 1)
        let enough = random.below(2) == 0 ? Int64.max : Int64(random.below(30))
        let found = flow.augment(from: 0, to: count - 1, enough: enough)
        #expect(found <= least && found >= min(least, enough), "step \(step), seed \(seed)")
        if found < least { stopped += 1 }
        guard !arcs.isEmpty else { continue }
        let wider = arcs[random.below(arcs.count)]
        let amount = Int64(random.below(15))
        flow.widen(wider.arc, by: amount)
        capacity[wider.from][wider.to] += amount
      }
    }
    #expect(stopped >= 100, "\(stopped)")
  }

  @Test func stopsOnceEnoughFlows() {
    var flow = MaxFlow(nodeCount: 2)
    let arc = flow.join(0, 1, capacity: 5, back: 0)
    let enough = flow.maximise(from: 0, to: 1, enough: 3)
    #expect(enough >= 3)
    flow.widen(arc, by: 2)
    let more = flow.augment(from: 0, to: 1)
    #expect(more == 7)
    let again = flow.maximise(from: 0, to: 1)
    #expect(again == 5)
  }
}
