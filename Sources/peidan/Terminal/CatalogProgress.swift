import CatalogStore

/// The bar of a long build or import.
struct CatalogProgress {
  private let lines: ProgressLines
  private let title: String

  init(isShown: Bool, title: String = "building the catalog") {
    lines = ProgressLines(isShown: isShown)
    self.title = title
  }

  func show(_ progress: BuildProgress) {
    lines.show(["\(title) \(ProgressLines.bar(progress.fraction)) \(progress.phase.rawValue)"])
  }

  func finish() { lines.finish() }
}
