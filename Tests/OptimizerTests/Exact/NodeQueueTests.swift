import Base
import Testing

@testable import Optimizer

@Suite struct NodeQueueTests {
  private let first = NodeQueue.firstWorker

  private func node(_ bound: Int64) -> ProofNode { ProofNode(bound: bound, fixings: []) }

  @Test func aNodeCountsUntilItIsClosed() {
    let pool = NodeQueue()
    let other = pool.join()
    for bound in [7, 3, 5] as [Int64] { pool.push(node(bound)) }
    #expect(pool.take(first)?.bound == 3)
    #expect(pool.take(other)?.bound == 5)
    #expect(pool.bound == 3)
    pool.raise(first, to: 6)
    #expect(pool.bound == 5)
    pool.close(other)
    #expect(pool.bound == 6)
    pool.close(first)
    #expect(pool.bound == 7 && !pool.isDone)
    pool.settle(4)
    #expect(pool.take(first)?.bound == 7 && pool.take(other) == nil)
    pool.close(first)
    #expect(pool.isDone && pool.bound == 4)
  }

  /// Against a plain list that is looked through for its least bound, the youngest of several.
  @Test func nodesComeInTheOrderOfAListThatIsSearchedWhole() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = Generator(seed: seed, lane: 91)
      let queue = NodeQueue()
      var plain: [(bound: Int64, number: Int)] = []
      for number in 0..<200 {
        if random.below(5) < 3 {
          let bound = Int64(random.below(20))
          queue.push(ProofNode(bound: bound, fixings: [.init(variable: Int32(number + 1), value: true)]))
          plain.append((bound, number))
        } else {
          let best = plain.indices.min { (plain[$0].bound, plain[$1].number) < (plain[$1].bound, plain[$0].number) }
          let expected = best.map { plain.remove(at: $0).number }
          let taken = queue.take(first)
          #expect(taken.map { Int($0.fixings[0].variable) - 1 } == expected, "seed \(seed)")
          queue.close(first)
        }
        #expect(queue.openCount == plain.count && queue.bound == plain.map(\.bound).min() ?? .max, "seed \(seed)")
      }
    }
  }

  @Test func theBetterTourStays() {
    let pool = NodeQueue()
    pool.offer(ProofTour(places: [1], objective: 9))
    pool.offer(ProofTour(places: [2], objective: 11))
    #expect(pool.bestTour?.places == [1])
  }
}
