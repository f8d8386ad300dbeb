package import Electronics
internal import GRDB

extension Catalog {
  /// What a distributor's order number (`C16581`) stands for, letters' case aside: the first list's that has it.
  package func listed(orderNumber: String) throws(CatalogError) -> ListedPart? {
    for list in lists {
      if let found = try list.part(orderNumber: orderNumber) { return found }
    }
    return nil
  }

  /// The listings of a maker's number, letters' case aside, list by list; of one maker where that is given.
  package func listed(mpn: String, maker: String? = nil) throws(CatalogError) -> [ListedPart] {
    var found: [ListedPart] = []
    for list in lists { found += try list.parts(mpn: mpn, maker: maker) }
    return found
  }

  /// Listings of a category whose typed parameters pass every test, at most `limit` a list; see `PartList.parts`.
  ///
  /// `catalog.listed(category: "resistor", where: [.init("resistance", .equals, "4.7kΩ"), .init("package", .equals, "0603"),
  /// .init("tolerance", .atMost, "5%")])`
  package func listed(
    category: String, where predicates: [PartQuery.Predicate], limit: Int = 1_000
  ) throws(PartQueryError) -> [ListedPart] {
    var found: [ListedPart] = []
    for list in lists { found += try list.parts(category: category, where: predicates, limit: limit) }
    return found
  }

  /// The catalog's own part whose facts come from a distributor's order number (its source is `lcsc:C16581`); nil where none
  /// does.
  package func part(orderNumber: String) throws(CatalogError) -> Part? {
    try read { database in
      try partReader(database).parts(
        where: "source = ? COLLATE NOCASE", arguments: ["lcsc:\(orderNumber)"]
      ).map(\.part).min { $0.id < $1.id }
    }
  }
}
