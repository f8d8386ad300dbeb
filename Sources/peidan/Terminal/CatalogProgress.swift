import CatalogStore

/// The bar of a long build or import: one line on standard error, redrawn when it moves, gone at the end.
final class CatalogProgress {
  private let isShown: Bool
  private var drawn = -1

  private let title: String

  init(isShown: Bool, title: String = "building the catalog") {
    self.isShown = isShown
    self.title = title
  }

  func show(_ progress: BuildProgress) {
    let cells = 30
    let filled = Int(progress.fraction * Double(cells))
    let percent = Int(progress.fraction * 100)
    guard isShown, percent != drawn else { return }
    drawn = percent
    let bar = String(repeating: "━", count: filled) + String(repeating: "╌", count: cells - filled)
    Console.write("\r\u{1B}[K\(title) \(bar) \(percent) % \(progress.phase.rawValue)", to: .error)
  }

  func finish() {
    guard drawn >= 0 else { return }
    drawn = -1
    Console.write("\r\u{1B}[K", to: .error)
  }
}
