import Base
import Dispatch
import Foundation
import Optimizer

/// Turns Ctrl-C into a cancellation while it lives, so that the best plan so far is still written.
final class Interrupt {
  private static let numbers = [SIGINT, SIGTERM]

  let cancellation = Cancellation()
  private let sources: [any DispatchSourceSignal]
  /// What the signals did before, in the order of `numbers`.
  private let before: [sig_t?]

  init() {
    let cancellation = cancellation
    before = Self.numbers.map { signal($0, SIG_IGN) }
    sources = Self.numbers.map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler {
        // A second signal exits at once.
        if cancellation.isCancelled { _exit(130) }
        cancellation.cancel()
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for (number, action) in zip(Self.numbers, before) { signal(number, action) }
  }

  var wasCalled: Bool { cancellation.isCancelled }
}
