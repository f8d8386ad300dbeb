import Dispatch
import Foundation
import Optimizer

/// Turns Ctrl-C into a cancellation, so that the best plan so far is still written.
final class Interrupt {
  let cancellation = Cancellation()
  private let sources: [any DispatchSourceSignal]

  init() {
    let cancellation = cancellation
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler {
        // A second one means it.
        if cancellation.isCancelled { _exit(130) }
        cancellation.cancel()
      }
      source.resume()
      return source
    }
  }

  var wasCalled: Bool { cancellation.isCancelled }
}
