/// The tables of an imported part list: those of a catalog's parts, and what only lists have.
///
/// A list is a file of its own beside the catalog, so that a catalog that is built again keeps it, and a list that is
/// imported again is replaced at once.
enum PartListSchema {
  /// The version that this build writes and reads; stands in `PRAGMA user_version`. A list of another version is imported
  /// again. Version 2 keeps a maker's number apart for each of its packages.
  static let version = 2

  /// `PRAGMA application_id` of every list: "PEIL".
  static let applicationID: Int32 = 0x5045_494C

  /// `listing` has one row an order number; a part may have several. `part_words` holds the words of a part's number (and
  /// the ends of that number that begin where letters and digits meet), maker, package, kind and description; its rowids
  /// are part numbers. Without positions, which no query of ours asks for, it is half as large.
  static let tables =
    CatalogSchema.partTables + """

      CREATE TABLE listed_kind (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
      CREATE TABLE listing (
        number INTEGER PRIMARY KEY, order_number TEXT NOT NULL, part INTEGER NOT NULL REFERENCES part,
        kind INTEGER NOT NULL REFERENCES listed_kind, library TEXT NOT NULL, stock INTEGER NOT NULL,
        breaks TEXT NOT NULL, datasheet TEXT NOT NULL) STRICT;
      CREATE VIRTUAL TABLE part_words USING fts5(
        words, content = '', detail = 'none', tokenize = "unicode61 tokenchars '.-'");
      INSERT INTO part_words (part_words, rank) VALUES ('hashsize', 33554432);
      PRAGMA application_id = \(applicationID);
      PRAGMA user_version = \(version);
      """

  /// Made when the rows are in, which costs a sort each instead of a search a row.
  static let indexes = """
    CREATE UNIQUE INDEX listing_by_number ON listing (order_number);
    CREATE INDEX listing_by_part ON listing (part);
    CREATE INDEX part_by_mpn ON part (mpn COLLATE NOCASE);
    CREATE INDEX part_by_category ON part (category, package COLLATE NOCASE);
    CREATE INDEX value_by_lower ON part_parameter (parameter, lower) WHERE lower IS NOT NULL;
    CREATE INDEX value_by_word ON part_parameter (parameter, word COLLATE NOCASE) WHERE word IS NOT NULL;
    PRAGMA analysis_limit = 2000;
    ANALYZE;
    """
}
