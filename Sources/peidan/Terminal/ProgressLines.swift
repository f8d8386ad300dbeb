import Base

/// Lines on standard error that show how far something is: redrawn in place when they change, gone at the end.
final class ProgressLines: Sendable {
  private let isShown: Bool
  private let drawn = Guarded<[String]>([])

  init(isShown: Bool) { self.isShown = isShown }

  func show(_ lines: [String]) {
    guard isShown else { return }
    drawn.withLock { drawn in
      guard lines != drawn else { return }
      Console.redraw(lines, over: drawn.count)
      drawn = lines
    }
  }

  func finish() {
    drawn.withLock { drawn in
      guard !drawn.isEmpty else { return }
      Console.redraw([], over: drawn.count)
      drawn = []
    }
  }

  /// `━━━━━━╌╌╌╌ 60 %`.
  static func bar(_ fraction: Double) -> String {
    let (cells, share) = (30, min(1, max(0, fraction)))
    let filled = Int(share * Double(cells))
    return String(repeating: "━", count: filled) + String(repeating: "╌", count: cells - filled)
      + " \(Int(share * 100)) %"
  }
}
