internal import GRDB

extension Catalog {
  /// What a search among offers adds to its condition, so that it leaves out what is not to be read: nothing where the sample counts.
  var sampleCondition: String {
    readsSample ? "" : " AND offer.origin IN (SELECT number FROM origin WHERE sample = 0)"
  }

  /// Whether a generator made some stall of a market. An index range of the market where the catalog has any sample at all.
  package func hasSample(market: String) throws(CatalogError) -> Bool {
    try read { database in
      let any = try Bool.fetchOne(database, sql: "SELECT EXISTS(SELECT 1 FROM origin WHERE sample = 1)") ?? false
      guard any, let market = try marketNumber(market, database) else { return false }
      let sql = "SELECT EXISTS(SELECT 1 FROM stall WHERE market = ? AND source = 'sample')"
      return try Bool.fetchOne(database, sql: sql, arguments: [market]) ?? false
    }
  }
}
