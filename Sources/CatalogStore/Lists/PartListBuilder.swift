internal import Base
package import Electronics
internal import GRDB
package import PriceSheets

/// Writes an imported part list into a file of its own beside the catalog.
///
/// The rows go into a new file, which takes the list's name when it is complete and on the disk. Whatever stops the import
/// before (a bad row, an interrupt, a kill, a full disk), an earlier list of that name is as it was, and so is the catalog.
package struct PartListBuilder {
  /// The facts of the list as a whole.
  package struct Origin: Sendable, Hashable {
    /// The name of the file that it was read from.
    package var file: String
    /// ISO 8601 date of its prices.
    package var date: String
    /// ISO 4217.
    package var currency: String

    package init(file: String, date: String, currency: String) {
      self.file = file
      self.date = date
      self.currency = currency
    }
  }

  /// What an import wrote.
  package struct Summary: Sendable, Hashable {
    package var counts: PartListCounts
    /// Parts of one maker, number and package.
    package var parts = 0
    /// Parts that have at least one typed parameter.
    package var typedParts = 0
    /// See `PartList.digest`.
    package var digest = ""
  }

  /// Where the list is to stand; see `PartList.folder(beside:)`.
  package var path: String
  package var origin: Origin
  /// Told some hundred times how far the import is, 0 to 1.
  package var onProgress: (BuildProgress) -> Void = { _ in }
  /// Asked as often; when it says yes, the import stops with `CatalogError.interrupted`.
  package var shouldStop: () -> Bool = { false }

  package init(path: String, origin: Origin) {
    self.path = path
    self.origin = origin
  }

  /// Reads `reader` to its end and puts the list in place of an old one.
  ///
  /// - Throws: `SheetError` where the file cannot be used, `.badRows` with the first of them where rows cannot;
  ///   `CatalogError` where the list cannot be written.
  package func build<Feed: ByteFeed>(
    _ reader: PartListReader<Feed>, categories: [PartCategory]
  ) throws -> Summary {
    let summary = try UnfinishedFile.write(path, willFinish: { try tell(.finishing, 0.98) }) { database in
      try database.execute(sql: PartListSchema.tables)
      return try load(reader, categories, database)
    }
    onProgress(BuildProgress(phase: .finishing, fraction: 1))
    return summary
  }

  private func load<Feed: ByteFeed>(
    _ rows: PartListReader<Feed>, _ categories: [PartCategory], _ database: Database
  ) throws -> Summary {
    var summary = Summary(counts: rows.counts)
    try database.inTransaction(.immediate) {
      let writer = try PartListWriter(database, origin: origin, categories: categories)
      try tell(.parts, 0)
      let pipe = RowPipe(reading: rows)
      defer { pipe.stop() }
      while let batch = try pipe.next() {
        for row in batch.rows { try writer.write(row) }
        summary.counts = batch.counts
        try tell(.parts, 0.75 * batch.fraction)
      }
      try tell(.indexes, 0.76)
      try writer.finishWords()
      try tell(.indexes, 0.85)
      for statement in PartListSchema.indexes.split(separator: ";") where !statement.allSatisfy(\.isWhitespace) {
        try database.execute(sql: String(statement))
        try tell(.indexes, 0.9)
      }
      if writer.repeatedParts > 0 { summary.counts.oddities[.repeatedPart] = writer.repeatedParts }
      summary.parts = writer.parts
      summary.typedParts = writer.typedParts
      summary.digest = writer.digest
      try writer.writeFacts(listings: summary.counts.rows)
      return .commit
    }
    return summary
  }

  private func tell(_ phase: BuildProgress.Phase, _ fraction: Double) throws {
    if shouldStop() { throw CatalogError.interrupted }
    onProgress(BuildProgress(phase: phase, fraction: fraction))
  }
}
