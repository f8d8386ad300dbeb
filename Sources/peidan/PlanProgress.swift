import Foundation
import Planning
import SourcingPlan
import Synchronization

/// The line of progress on a terminal: elapsed, cost, bound, gap.
final class PlanProgress: Sendable {
  private let isShown: Bool
  private let hasLine = Mutex(false)

  init(isShown: Bool) { self.isShown = isShown }

  func show(_ progress: Planner.Progress) {
    guard isShown else { return }
    let yuan = { (microYuan: Int64) in "¥\(microYuan / 1_000_000)" }
    let gap = progress.gap.map { String(format: "%.2f %%", $0 * 100) } ?? "–"
    let line =
      String(format: "%5.1f s", progress.seconds)
      + "  cost \(progress.cost.map(yuan) ?? "–")  bound \(yuan(progress.bound))  gap \(gap)"
      + "  nodes \(progress.nodes)  cuts \(progress.cuts)  moves \(progress.moves)"
    hasLine.withLock { hasLine in
      Console.write("\r\u{1B}[K" + line, to: .error)
      hasLine = true
    }
  }

  /// Clears the line, so that what follows starts on a clean one.
  func clear() {
    hasLine.withLock { hasLine in
      if hasLine { Console.write("\r\u{1B}[K", to: .error) }
      hasLine = false
    }
  }
}
