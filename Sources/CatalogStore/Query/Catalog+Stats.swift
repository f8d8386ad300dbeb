internal import GRDB

/// How much a catalog holds.
package struct CatalogStats: Sendable, Hashable {
  package struct MarketStats: Sendable, Hashable {
    package var id: String
    package var english: String
    package var chinese: String
    package var buildings: Int
    package var stalls: Int
    package var sampleStalls: Int
    package var offers: Int
    package var sampleOffers: Int
    package var services: Int
  }

  package var categories: Int
  package var parts: Int
  package var makers: Int
  package var designs: Int
  package var sources: Int
  package var markets: [MarketStats]

  package var stalls: Int { markets.reduce(0) { $0 + $1.stalls } }
  package var offers: Int { markets.reduce(0) { $0 + $1.offers } }
  /// Of `offers`, those that a generator made.
  package var sampleOffers: Int { markets.reduce(0) { $0 + $1.sampleOffers } }
}

extension Catalog {
  /// Counts what the catalog holds. O(rows).
  package func stats() throws(CatalogError) -> CatalogStats {
    try read { database in
      func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM \(sql)", arguments: arguments) ?? 0
      }
      var stats = CatalogStats(
        categories: try count("category"), parts: try count("part"),
        makers: try count("(SELECT DISTINCT maker FROM part)"), designs: try count("design"),
        sources: try count("source"), markets: [])
      for row in try Row.fetchAll(database, sql: "SELECT number, id, english, chinese FROM market ORDER BY number") {
        let market: StatementArguments = [row[0] as Int64]
        stats.markets.append(
          CatalogStats.MarketStats(
            id: row[1], english: row[2], chinese: row[3], buildings: try count("building WHERE market = ?", market),
            stalls: try count("stall WHERE market = ?", market),
            sampleStalls: try count("stall WHERE market = ? AND source = 'sample'", market),
            offers: try count("offer WHERE market = ?", market),
            sampleOffers: try count(
              "offer WHERE market = ? AND origin IN (SELECT number FROM origin WHERE sample)", market),
            services: try count("service WHERE market = ?", market)))
      }
      return stats
    }
  }
}
