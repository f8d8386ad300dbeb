import Base
import Testing

@Suite struct GuardedTests {
  @Test func threadsTakeTurns() {
    let sum = Guarded(0)
    WorkerPool.run(8) { _ in
      for _ in 0..<5_000 { sum.withLock { $0 += 1 } }
    }
    let total = sum.withLock { $0 }
    #expect(total == 40_000)
  }

  @Test func aBodyThatThrowsLetsOthersIn() {
    struct Refusal: Error {}
    let value = Guarded([1])
    #expect(throws: Refusal.self) {
      try value.withLock { numbers in
        numbers.append(2)
        throw Refusal()
      }
    }
    let numbers = value.withLock { $0 }
    #expect(numbers == [1, 2])
  }

  @Test func whatIsHeldGoesWithIt() {
    final class Held: Sendable {}
    weak var held: Held?
    do {
      let object = Held()
      held = object
      let guarded = Guarded(object)
      #expect(guarded.withLock { $0 } === held)
    }
    #expect(held == nil)
  }
}
