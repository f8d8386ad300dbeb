extension Catalog {
  /// Goes through every list and sheet beside the catalog as a whole, and sets those aside that are damaged: opening them finds no more than
  /// damage at their beginning or end. O(size of all).
  package func healBeside(_ healing: Healing) throws(CatalogError) {
    for list in lists {
      try heal(list.path, .partList, healing) { path throws(CatalogError) in try PartList(path: path).checkIntegrity() }
    }
    for sheet in sheets {
      try heal(sheet.path, .priceSheet, healing) { path throws(CatalogError) in
        try PriceSheet(path: path).checkIntegrity()
      }
    }
  }

  private func heal(
    _ path: String, _ kind: DamagedFile.Kind, _ healing: Healing, _ check: (String) throws(CatalogError) -> Void
  ) throws(CatalogError) {
    do throws(CatalogError) {
      try check(path)
    } catch {
      switch error {
      case .missing: return
      case .damaged(_, let detail): _ = try healing.setAside(path, kind, detail, check)
      default: throw error
      }
    }
  }
}
