internal import Base
internal import GRDB
internal import Market
internal import Platform

/// An open catalog, for reading. Many threads may read it; calls wait for each other.
///
/// A catalog is replaced as a whole file (see `CatalogBuilder`), so an open one keeps giving the content that it was opened
/// with. Part lists and price sheets that were imported stand in files of their own beside it (see `PartList`, `PriceSheet`)
/// and are opened with it, as are the lists of closed stalls (`ClosedStalls`) and of answers on floors (`FloorAnswers`): a catalog that is built again keeps them.
package final class Catalog: Sendable {
  /// The schema version that this build writes and reads.
  package static let schemaVersion = CatalogSchema.version

  package let path: String
  /// A digest of the whole content, 64 hexadecimal digits, or 32 in a catalog that an earlier version built: equal content, equal
  /// digest, on every machine. Imported lists and sheets are part of it.
  package let digest: String
  /// The same of the catalog's own file alone.
  package let ownDigest: String
  /// Digest of the text files that the catalog was built from; nil where it was not built from a folder.
  package let sourceDigest: String?
  /// Names, sizes and times of those files at that moment, as `SourceListing.text` gives them.
  package let sourceListing: String?
  /// Imported part lists, by name.
  package let lists: [PartList]
  /// Imported price sheets, by name.
  package let sheets: [PriceSheet]
  /// Stalls that the user found closed.
  package let closed: ClosedStalls
  /// What the user's walks found on floors.
  package let floors: FloorAnswers

  /// Whether the offers that a generator made are read; see `withoutSample`.
  let readsSample: Bool

  /// Prices that stand in for those of offers; see `stating`.
  let statedPrices: [StatedPrice]

  private let database: ReadOnlyDatabase
  /// Read once: a plan asks for the parts of dozens of categories.
  private let knownCategories = Guarded<CategoryTable?>(nil)
  /// By market; see `shopSettings`.
  let knownShops = Guarded<[String: [PlaceID: ShopSettings]]>([:])

  /// Opens the catalog at `path` and the lists beside it read-only; files and folder may be read-only too.
  ///
  /// - Parameters:
  ///   - healing: sets damaged files beside the catalog aside, and goes on without them; without it they are errors.
  ///   - replaced: a list or sheet that is about to be replaced, and is not opened.
  package init(path: String, healing: Healing? = nil, replaced: String? = nil) throws(CatalogError) {
    database = try ReadOnlyDatabase(
      path: path, applicationID: CatalogSchema.applicationID, version: CatalogSchema.version)
    self.path = path
    lists = try FileFamily.partLists.all(beside: path, healing, replaced: replaced) { path throws(CatalogError) in
      try PartList(path: path)
    }
    sheets = try FileFamily.priceSheets.all(beside: path, healing, replaced: replaced) { path throws(CatalogError) in
      try PriceSheet(path: path)
    }
    closed = try ClosedStalls(beside: path, healing)
    floors = try FloorAnswers(beside: path, healing)
    ownDigest = database.facts["digest"] ?? ""
    var imported = lists.flatMap { [$0.name, $0.digest] }
    imported += sheets.flatMap { ["prices", $0.name, $0.digest] }
    imported += closed.stalls.flatMap { ["closed", $0.market, $0.stall.text, "\($0.seen)", "\($0.until)"] }
    imported += floors.answers.flatMap { ["floor"] + $0.digestTexts }
    digest = imported.isEmpty ? ownDigest : ContentHash.hexadecimal(ofTexts: [ownDigest] + imported)
    sourceDigest = database.facts["source-digest"]
    sourceListing = database.facts["source-listing"]
    (readsSample, statedPrices) = (true, [])
  }

  /// What another catalog holds, read otherwise.
  init(_ other: Catalog, readsSample: Bool, stated prices: [StatedPrice]) {
    (database, path, digest, ownDigest) = (other.database, other.path, other.digest, other.ownDigest)
    (sourceDigest, sourceListing) = (other.sourceDigest, other.sourceListing)
    (lists, sheets, closed, floors) = (other.lists, other.sheets, other.closed, other.floors)
    (self.readsSample, statedPrices) = (readsSample, prices)
  }

  /// The same catalog without the offers that a generator made. Their stalls stay known by id, since prices of the user's own may be
  /// from one of them.
  package func withoutSample() -> Catalog { Catalog(self, readsSample: false, stated: statedPrices) }

  /// Goes through the whole file of the catalog and makes sure that it can be read. O(size).
  package func checkIntegrity() throws(CatalogError) { try database.checkIntegrity() }

  /// Runs `body` in one read transaction and gives database errors their meaning.
  func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(CatalogError) -> Value {
    try database.read(body)
  }

  /// A reader of parts inside one transaction of this catalog.
  func partReader(_ database: Database) throws -> PartReader { try PartReader(database, categoryTable(database)) }

  func categoryTable(_ database: Database) throws -> CategoryTable {
    try knownCategories.withLock { known in
      let table = try known ?? CategoryTable(database)
      known = table
      return table
    }
  }
}
