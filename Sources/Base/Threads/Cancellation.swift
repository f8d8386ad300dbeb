internal import Synchronization

/// A flag that ends a run from outside, from any thread; the run hands back the best it has.
package final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)
  private let outer: Cancellation?

  /// - Parameter outer: a cancellation that ends this run too; cancelling this one leaves the outer one as it is.
  package init(within outer: Cancellation? = nil) { self.outer = outer }

  package func cancel() { flag.store(true, ordering: .relaxed) }
  package var isCancelled: Bool { flag.load(ordering: .relaxed) || outer?.isCancelled ?? false }
}
