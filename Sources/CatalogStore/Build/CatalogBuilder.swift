package import CatalogText
internal import Foundation
internal import GRDB
internal import MarketSample
internal import Platform

/// Builds a catalog's database from its content.
///
/// The rows are written in one transaction into a new file beside the target, which takes the target's name when it is
/// complete and on the disk. Whatever stops the build before, the old catalog is as it was.
package struct CatalogBuilder {
  /// Where the catalog is to stand.
  package var path: String
  /// The text files that the content was read from, kept for `SourceListing`; nil for content of another origin.
  package var listing: SourceListing?
  /// Told some hundred times in a build how far it is.
  package var onProgress: (BuildProgress) -> Void = { _ in }
  /// Asked as often; when it says yes, the build stops with `CatalogError.interrupted`.
  package var shouldStop: () -> Bool = { false }
  /// Pages that the new file may have at most, a bound on the disk that a build takes; nil is no bound.
  package var pageLimit: Int?

  package init(path: String, listing: SourceListing? = nil) {
    self.path = path
    self.listing = listing
  }

  /// Builds the catalog and puts it in place of an old one.
  package func build(_ content: CatalogContent) throws(CatalogError) -> BuildSummary {
    let unfinished = try UnfinishedFile(for: path)
    do {
      let summary = try write(content, to: unfinished)
      try tell(.finishing, 0.97)
      try unfinished.replaceTarget()
      onProgress(BuildProgress(phase: .finishing, fraction: 1))
      return summary
    } catch {
      unfinished.discard()
      throw CatalogError(error, path: path)
    }
  }

  private func write(_ content: CatalogContent, to file: UnfinishedFile) throws -> BuildSummary {
    let queue = try file.database(checkingReferences: true)
    try CatalogSchema.migrator.migrate(queue)
    let summary = try queue.writeWithoutTransaction { database in
      if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
      return try load(content, database)
    }
    try tell(.finishing, 0.94)
    // A finished catalog is read only: without a log it needs no files beside it, not even a folder that can be written.
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try queue.close()
    return summary
  }

  private func load(_ content: CatalogContent, _ database: Database) throws -> BuildSummary {
    let expected = Double(rowEstimate(content))
    var phase = BuildProgress.Phase.parts
    var result = BuildSummary()
    try database.inTransaction(.immediate) {
      let writer = try CatalogWriter(database) { rows in
        try tell(phase, 0.85 * min(1, Double(rows) / expected))
      }
      try tell(.parts, 0)
      try writer.write(partsOf: content)
      phase = .markets
      try tell(.markets, 0.85 * min(1, Double(writer.rows) / expected))
      for (index, market) in content.markets.enumerated() {
        try writer.write(market, number: Int64(index + 1), of: content)
      }
      try tell(.indexes, 0.86)
      try database.execute(sql: CatalogSchema.indexes)
      try tell(.indexes, 0.9)
      try database.execute(sql: "ANALYZE")
      result = writer.summary
      result.digest = writer.hash.hexadecimal
      let fact = try TableWriter(database, "fact", "name, value")
      try fact.insert([.text("digest"), .text(result.digest)])
      if let listing {
        try fact.insert([.text("source-digest"), .text(listing.digest)])
        try fact.insert([.text("source-listing"), .text(listing.text)])
      }
      return .commit
    }
    return result
  }

  private func tell(_ phase: BuildProgress.Phase, _ fraction: Double) throws {
    if shouldStop() { throw CatalogError.interrupted }
    onProgress(BuildProgress(phase: phase, fraction: fraction))
  }

  /// About how many rows the content makes: parts with their parameters, and each market's trade.
  private func rowEstimate(_ content: CatalogContent) -> Int {
    var rows = content.parts.count * 6 + 1_000
    for market in content.markets {
      rows += market.stalls.count + market.offers.count + market.nodes.count + market.links.count
      if let sample = market.sample {
        let offers = sample.families.values.map { ($0.offers.least + $0.offers.most) / 2 }
        rows += sample.stalls * (1 + offers.reduce(0, +) / max(1, offers.count))
        rows += sample.shops.count * content.parts.count / 2
      }
    }
    return rows
  }
}
