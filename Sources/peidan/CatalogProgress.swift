import CatalogStore

/// The bar of a catalog's build: one line on standard error, redrawn when it moves, gone at the end.
final class CatalogProgress {
  private let isShown: Bool
  private var drawn = -1

  init(isShown: Bool) { self.isShown = isShown }

  func show(_ progress: BuildProgress) {
    let cells = 30
    let filled = Int(progress.fraction * Double(cells))
    let percent = Int(progress.fraction * 100)
    guard isShown, percent != drawn else { return }
    drawn = percent
    let bar = String(repeating: "━", count: filled) + String(repeating: "╌", count: cells - filled)
    Console.write("\r\u{1B}[Kbuilding the catalog \(bar) \(percent) % \(progress.phase.rawValue)", to: .error)
  }

  func finish() {
    guard drawn >= 0 else { return }
    drawn = -1
    Console.write("\r\u{1B}[K", to: .error)
  }
}
