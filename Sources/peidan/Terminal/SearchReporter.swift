import ArgumentParser
import Base
import Foundation
import Optimizer

/// Tells what a search says of itself: a line on the terminal that renews itself, lines where `--progress` asks for them
/// elsewhere, and a log.
final class SearchReporter: Sendable {
  /// What the search counts cost in.
  enum CostUnit: Sendable {
    case microYuan
    /// The whole numbers of a TPPLIB file.
    case plain

    func text(_ cost: Int64) -> String {
      switch self {
      case .microYuan: "¥\(cost / 1_000_000)"
      case .plain: "\(cost)"
      }
    }
  }

  private enum Style { case none, oneLine, lines }

  private struct State {
    var hasLine = false
    var shownAt = -Double.infinity
  }

  private let style: Style
  private let unit: CostUnit
  private let log: SearchLog?
  private let state = Guarded(State())

  /// Complains on standard error and throws `ExitCode.unusable` where the log cannot be written.
  init(_ options: SearchOptions, unit: CostUnit, isQuiet: Bool) throws {
    let isTerminal = Console.isTerminal(.error)
    style = isTerminal && (options.progress || !isQuiet) ? .oneLine : options.progress ? .lines : .none
    self.unit = unit
    log = try options.log.map { try SearchLog(path: $0, unit: unit, hasTimes: options.workLimit == nil) }
  }

  /// Takes one moment of the search, from any thread.
  func tell(_ progress: Optimizer.Progress) {
    log?.write(progress)
    guard style != .none else { return }
    state.withLock { state in
      // A terminal is renewed ten times a second, a file gets a line a second; what is better is told at once.
      let pause = style == .oneLine ? 0.1 : 1
      guard progress.kind == .incumbent || progress.seconds - state.shownAt >= pause else { return }
      state.shownAt = progress.seconds
      state.hasLine = true
      if style == .oneLine {
        Console.redrawLine(line(progress))
      } else {
        Console.write(line(progress) + "\n", to: .error)
      }
    }
  }

  /// Clears the line, so that what follows starts on a clean one.
  func finish() {
    state.withLock { state in
      if state.hasLine && style == .oneLine { Console.redrawLine("") }
      state.hasLine = false
    }
  }

  /// Throws `ExitCode.unusable` where the log could not be written; that was told when it happened.
  func requireLog() throws { if log?.isWhole == false { throw ExitCode.unusable } }

  private func line(_ progress: Optimizer.Progress) -> String {
    let gap = progress.gap.map { String(format: "%.2f %%", $0 * 100) } ?? "–"
    return String(format: "%5.1f s", progress.seconds)
      + "  best \(progress.cost.map(unit.text) ?? "–")  bound \(unit.text(progress.bound))  gap \(gap)"
      + "  nodes \(progress.nodes)  cuts \(progress.cuts)  moves \(progress.moves)"
  }
}
