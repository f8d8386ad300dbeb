extension Catalog {
  /// Goes through every list and sheet beside the catalog as a whole, and sets those aside that are damaged: opening them finds no more than
  /// damage at their beginning or end. O(size of all).
  package func healBeside(_ healing: Healing) throws(CatalogError) {
    for list in lists {
      _ = try Healing.open(list.path, .partList, with: healing) { path throws(CatalogError) in
        try PartList(path: path).checkIntegrity()
      }
    }
    for sheet in sheets {
      _ = try Healing.open(sheet.path, .priceSheet, with: healing) { path throws(CatalogError) in
        try PriceSheet(path: path).checkIntegrity()
      }
    }
  }
}
