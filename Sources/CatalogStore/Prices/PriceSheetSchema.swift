/// The tables of an imported price sheet.
///
/// A sheet is a file of its own beside the catalog, so that a catalog that is built again keeps it, and a sheet that is
/// imported again is replaced at once.
enum PriceSheetSchema {
  /// The version that this build writes; stands in `PRAGMA user_version`.
  static let version = 3
  /// The oldest version that it reads. The first has no packings, the second no date codes.
  static let oldest = 1

  /// `PRAGMA application_id` of every sheet: "PEIP".
  static let applicationID: Int32 = 0x5045_4950

  /// `terms` are what many prices of a sheet share. `price` is clustered by part, so that a plan reads the prices of its
  /// candidates and no other; a packing or date code that nobody states is an empty text; breaks are `from:price` pairs in millionths of the terms' currency. `shop` are stalls that
  /// the sheet brings along.
  static let tables = """
    CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE rate (
      currency TEXT PRIMARY KEY, micro_yuan INTEGER NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL)
      STRICT, WITHOUT ROWID;
    CREATE TABLE shop (market TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (market, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE terms (
      number INTEGER PRIMARY KEY, market TEXT NOT NULL, stall TEXT NOT NULL, currency TEXT NOT NULL,
      tax_included INTEGER NOT NULL, seen TEXT NOT NULL, basis TEXT NOT NULL, expires TEXT, source TEXT NOT NULL) STRICT;
    CREATE TABLE price (
      mpn TEXT NOT NULL, maker TEXT NOT NULL, market TEXT NOT NULL, stall TEXT NOT NULL, condition INTEGER NOT NULL,
      date_code TEXT NOT NULL, breaks TEXT NOT NULL, minimum INTEGER NOT NULL, multiple INTEGER NOT NULL,
      packing TEXT NOT NULL, stock INTEGER NOT NULL, runner_minutes INTEGER NOT NULL, terms INTEGER NOT NULL REFERENCES terms,
      PRIMARY KEY (mpn, maker, market, stall, condition, multiple, packing, date_code, minimum)) STRICT, WITHOUT ROWID;
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    """

  /// Rows as they are read, until all are known: of several for one key, one stands. On disk, not in memory.
  static let staging = """
    PRAGMA temp_store = FILE;
    CREATE TEMP TABLE row (
      mpn TEXT NOT NULL, maker TEXT NOT NULL, market TEXT NOT NULL, stall TEXT NOT NULL, condition INTEGER NOT NULL,
      date_code TEXT NOT NULL, seen TEXT NOT NULL, line INTEGER NOT NULL, one_break INTEGER NOT NULL, breaks TEXT NOT NULL,
      minimum INTEGER NOT NULL, multiple INTEGER NOT NULL, packing TEXT NOT NULL, stock INTEGER NOT NULL,
      runner_minutes INTEGER NOT NULL, terms INTEGER NOT NULL) STRICT;
    """
}
