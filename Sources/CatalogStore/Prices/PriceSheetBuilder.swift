internal import Electronics
internal import Foundation
internal import GRDB
package import Market
package import PriceSheets

/// Writes an imported price sheet into a file of its own beside the catalog.
///
/// All rows are read and checked, and written in one transaction into a new file, which takes the sheet's name when it is
/// complete and on the disk. Whatever stops the import before (a bad row, an interrupt, a kill, a full disk), an earlier sheet
/// of that name is as it was, and so is the catalog. Memory does not grow with the sheet.
package struct PriceSheetBuilder {
  /// What an import wrote.
  package struct Summary: Sendable, Hashable {
    package var counts: SheetCounts
    package var facts: PriceSheet.Facts
    /// See `PriceSheet.digest`.
    package var digest = ""
    /// Shops that the sheet brings along, by id.
    package var newShops: [PlaceID] = []
    package var ignoredColumns: [String] = []
  }

  /// Where the sheet is to stand; see `PriceSheet.folder(beside:)`.
  package var path: String
  package var facts: PriceSheet.Facts
  /// The market of rows that name none.
  package var market: String
  /// Rates that come with the sheet; they go before the catalog's.
  package var rates: [ExchangeRate] = []
  /// Ids of sellers of the user's own, who need no stall in the catalog: whoever is none of its stalls delivers.
  package var sellers: Set<PlaceID> = []
  /// Told some hundred times how far the import is, 0 to 1.
  package var onProgress: (BuildProgress) -> Void = { _ in }
  /// Asked as often; when it says yes, the import stops with `CatalogError.interrupted`.
  package var shouldStop: () -> Bool = { false }

  package init(path: String, facts: PriceSheet.Facts, market: String) {
    self.path = path
    self.facts = facts
    self.market = market
  }

  /// Reads `reader` to its end and puts the sheet in place of an old one.
  ///
  /// - Throws: `SheetError` where the file cannot be used, `.badRows` with the first of them where rows cannot;
  ///   `CatalogError` where the sheet cannot be written.
  package func build<Feed: ByteFeed>(_ reader: PriceSheetReader<Feed>, catalog: Catalog) throws -> Summary {
    let summary = try UnfinishedFile.write(path, willFinish: { try tell(.finishing, 0.98) }) { database in
      try database.execute(sql: PriceSheetSchema.tables)
      try database.execute(sql: PriceSheetSchema.staging)
      return try load(reader, catalog, database)
    }
    onProgress(BuildProgress(phase: .finishing, fraction: 1))
    return summary
  }

  private func load<Feed: ByteFeed>(
    _ rows: PriceSheetReader<Feed>, _ catalog: Catalog, _ database: Database
  ) throws -> Summary {
    var reader = rows
    var summary = Summary(counts: SheetCounts(), facts: facts)
    try database.inTransaction(.immediate) {
      let writer = try PriceSheetWriter(database, market: market, rates: rates, catalog: catalog, sellers: sellers)
      try tell(.parts, 0)
      var count = 0
      while let row = try reader.next() {
        try writer.write(row)
        count += 1
        if count & 0xFFF == 0 { try tell(.parts, 0.7 * reader.fraction) }
      }
      let faults = reader.counts.faults + writer.faultCount
      guard faults == 0 else {
        let told = (reader.faults + writer.faults).sorted { $0.line < $1.line }
        throw SheetError.badRows(Array(told.prefix(20)), count: faults)
      }
      if count == 0, reader.counts.rows == 0 { throw SheetError.empty }
      try tell(.indexes, 0.72)
      try writer.finish { fraction in try tell(.indexes, 0.72 + 0.25 * fraction) }
      summary.counts = reader.counts
      summary.counts.oddities.merge(writer.oddities, uniquingKeysWith: +)
      summary.facts = writer.filled(facts, rows: reader.counts.rows)
      summary.newShops = writer.newShops
      summary.ignoredColumns = reader.ignoredColumns
      summary.digest = writer.digest
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let fact = try TableWriter(database, "fact", "name, value")
      try fact.insert([.text("digest"), .text(summary.digest)])
      try fact.insert([
        .text("facts"), .text(String(decoding: try encoder.encode(summary.facts), as: UTF8.self)),
      ])
      return .commit
    }
    return summary
  }

  private func tell(_ phase: BuildProgress.Phase, _ fraction: Double) throws {
    if shouldStop() { throw CatalogError.interrupted }
    onProgress(BuildProgress(phase: phase, fraction: fraction))
  }
}
