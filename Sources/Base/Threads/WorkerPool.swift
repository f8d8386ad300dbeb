#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs blocks on threads of their own and waits for all of them.
///
/// The search is compute-bound for seconds; on the cooperative pool it would starve every other task.
package enum WorkerPool {
  /// Runs `work(0)`, …, `work(count − 1)`, the last on the calling thread, and returns when all have returned.
  package static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let threads = (0..<max(0, count - 1)).map { index in Worker { work(index) } }
    work(count - 1)
    for thread in threads { thread.join() }
  }

  /// Rests for a millisecond.
  package static func pause() { usleep(1_000) }
}

/// One thread and the block that it runs.
private struct Worker {
  private final class Block: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  #if canImport(Darwin)
    private var handle: pthread_t?
  #else
    private var handle = pthread_t()
  #endif

  init(_ body: @escaping @Sendable () -> Void) {
    let context = Unmanaged.passRetained(Block(body)).toOpaque()
    #if canImport(Darwin)
      let code = pthread_create(
        &handle, nil,
        { pointer in
          Unmanaged<Block>.fromOpaque(pointer).takeRetainedValue().body()
          return nil
        }, context)
    #else
      let code = pthread_create(
        &handle, nil,
        { pointer in
          if let pointer { Unmanaged<Block>.fromOpaque(pointer).takeRetainedValue().body() }
          return nil
        }, context)
    #endif
    precondition(code == 0, "pthread_create failed with \(code)")
  }

  func join() {
    #if canImport(Darwin)
      if let handle { pthread_join(handle, nil) }
    #else
      pthread_join(handle, nil)
    #endif
  }
}
