import Base
import Testing

@Suite struct WorkerPoolTests {
  @Test func everyWorkerRunsOnceBeforeRunReturns() {
    for count in [1, 2, 3, 17] {
      let ran = Guarded([Int]())
      WorkerPool.run(count) { index in ran.withLock { $0.append(index) } }
      let order = ran.withLock { $0 }
      #expect(order.sorted() == Array(0..<count))
    }
  }

  @Test func workersRunSideBySide() {
    // Each waits for the other: one after the other they would never end.
    let arrived = Guarded(0)
    WorkerPool.run(2) { _ in
      arrived.withLock { $0 += 1 }
      while arrived.withLock({ $0 }) < 2 { WorkerPool.pause() }
    }
    let count = arrived.withLock { $0 }
    #expect(count == 2)
  }
}
