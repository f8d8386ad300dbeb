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
      Console.write(Self.back(over: drawn.count) + lines.map { "\u{1B}[K\($0)\n" }.joined(), to: .error)
      drawn = lines
    }
  }

  func finish() {
    drawn.withLock { drawn in
      guard !drawn.isEmpty else { return }
      Console.write(Self.back(over: drawn.count) + "\u{1B}[J", to: .error)
      drawn = []
    }
  }

  private static func back(over count: Int) -> String { count > 0 ? "\u{1B}[\(count)A" : "" }

  /// `━━━━━━╌╌╌╌ 60 %`.
  static func bar(_ fraction: Double) -> String {
    let (cells, share) = (30, min(1, max(0, fraction)))
    let filled = Int(share * Double(cells))
    return String(repeating: "━", count: filled) + String(repeating: "╌", count: cells - filled)
      + " \(Int(share * 100)) %"
  }
}
