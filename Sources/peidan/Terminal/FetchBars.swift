#if Fetch
  import Base
  import Foundation
  import PriceFetch

  /// A bar a source on standard error, redrawn in place, gone at the end.
  final class FetchBars: Sendable {
    private let isShown: Bool
    private let drawn = Guarded<[String]>([])

    init(isShown: Bool) { self.isShown = isShown }

    func show(_ sources: [FetchProgress]) {
      guard isShown else { return }
      let width = sources.map(\.name.count).max() ?? 0
      let lines = sources.map { line($0, width: width) }
      drawn.withLock { drawn in
        guard lines != drawn else { return }
        Console.write(back(over: drawn.count) + lines.map { "\u{1B}[K\($0)\n" }.joined(), to: .error)
        drawn = lines
      }
    }

    func finish() {
      drawn.withLock { drawn in
        guard !drawn.isEmpty else { return }
        Console.write(back(over: drawn.count) + "\u{1B}[J", to: .error)
        drawn = []
      }
    }

    private func back(over count: Int) -> String { count > 0 ? "\u{1B}[\(count)A" : "" }

    private func line(_ source: FetchProgress, width: Int) -> String {
      let name = source.name.padding(toLength: width, withPad: " ", startingAt: 0)
      let kilobytes = "\((source.received / 1_000).grouped) kB"
      guard source.phase == .receiving, let total = source.total, total > 0 else {
        return "\(name)  \(source.phase.rawValue)  \(kilobytes)"
      }
      let share = min(1, Double(source.received) / Double(total))
      let filled = Int(share * 30)
      let bar = String(repeating: "━", count: filled) + String(repeating: "╌", count: 30 - filled)
      return "\(name)  \(bar) \(Int(share * 100)) %  \(kilobytes)"
    }
  }
#endif
