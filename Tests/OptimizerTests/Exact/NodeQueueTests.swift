import Testing

@testable import Optimizer

@Suite struct NodeQueueTests {
  private func node(_ bound: Int64) -> ProofNode { ProofNode(bound: bound, fixings: []) }

  @Test func aNodeCountsUntilItIsClosed() {
    let pool = NodeQueue()
    let other = pool.join()
    for bound in [7, 3, 5] as [Int64] { pool.push(node(bound)) }
    #expect(pool.take(0)?.bound == 3)
    #expect(pool.take(other)?.bound == 5)
    #expect(pool.bound == 3)
    pool.raise(0, to: 6)
    #expect(pool.bound == 5)
    pool.close(other)
    #expect(pool.bound == 6)
    pool.close(0)
    #expect(pool.bound == 7 && !pool.isDone)
    pool.settle(4)
    #expect(pool.take(0)?.bound == 7 && pool.take(other) == nil)
    pool.close(0)
    #expect(pool.isDone && pool.bound == 4)
  }

  @Test func theBetterTourStays() {
    let pool = NodeQueue()
    pool.offer(ProofTour(places: [1], objective: 9))
    pool.offer(ProofTour(places: [2], objective: 11))
    #expect(pool.bestTour?.places == [1])
  }
}
