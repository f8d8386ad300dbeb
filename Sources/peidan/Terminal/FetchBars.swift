#if Fetch
  import Foundation
  import PriceFetch

  /// A bar for each source that is fetched.
  struct FetchBars: Sendable {
    private let lines: ProgressLines

    init(isShown: Bool) { lines = ProgressLines(isShown: isShown) }

    func show(_ sources: [FetchProgress]) {
      let width = sources.map(\.name.count).max() ?? 0
      lines.show(sources.map { line($0, width: width) })
    }

    func finish() { lines.finish() }

    private func line(_ source: FetchProgress, width: Int) -> String {
      let name = source.name.padding(toLength: width, withPad: " ", startingAt: 0)
      let kilobytes = "\((source.received / 1_000).grouped) kB"
      guard source.phase == .receiving, let total = source.total, total > 0 else {
        return "\(name)  \(source.phase.rawValue)  \(kilobytes)"
      }
      let bar = ProgressLines.bar(Double(source.received) / Double(total))
      return "\(name)  \(bar)  \(kilobytes)"
    }
  }
#endif
