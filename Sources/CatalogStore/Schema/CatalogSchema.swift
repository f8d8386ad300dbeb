internal import GRDB

/// The tables of a catalog and the migrations that lead to them.
///
/// Records that name each other do so by dense integer numbers, given in the order of loading; the texts by which people
/// know them stand once, in the record itself. Money is in micro-yuan, lengths in centimetres, times in seconds.
enum CatalogSchema {
  /// The version that this build writes and reads; stands in `PRAGMA user_version`.
  static let version = 3

  /// `PRAGMA application_id` of every catalog: "PEID". Tells a catalog from any other SQLite file.
  static let applicationID: Int32 = 0x5045_4944

  /// One migration a version, in order; a migration that has shipped never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: partTables)
      try database.execute(sql: marketTables)
      try database.execute(sql: searchTables)
      try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1;")
    }
    // The tables are the same; street nodes hold their points now, so that an older file is built again.
    migrator.registerMigration("2") { database in try database.execute(sql: "PRAGMA user_version = 2") }
    migrator.registerMigration("3") { database in
      try database.execute(sql: rateTable)
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    return migrator
  }

  /// Exchange rates, in micro-yuan a unit.
  private static let rateTable = """
    CREATE TABLE rate (
      currency TEXT PRIMARY KEY, micro_yuan INTEGER NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """

  /// Kinds, parts and their typed parameters.
  ///
  /// `part_parameter` has one row a value: a quantity has `lower = upper`, a range both ends, a flag 0 or 1, a text its
  /// word, a list one row a word.
  static let partTables = """
    CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE source (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL, date TEXT NOT NULL, grade TEXT NOT NULL,
      address TEXT NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE attrition (
      handling TEXT PRIMARY KEY, minimum INTEGER NOT NULL, per_mille INTEGER NOT NULL, source TEXT NOT NULL,
      position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE category (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, english TEXT NOT NULL, chinese TEXT NOT NULL,
      handling TEXT NOT NULL REFERENCES attrition, family TEXT NOT NULL, milligrams INTEGER NOT NULL) STRICT;
    CREATE TABLE parameter (
      number INTEGER PRIMARY KEY, category INTEGER NOT NULL REFERENCES category, name TEXT NOT NULL,
      kind TEXT NOT NULL, dimension TEXT, english TEXT NOT NULL, chinese TEXT NOT NULL,
      UNIQUE (category, name)) STRICT;
    CREATE TABLE part (
      number INTEGER PRIMARY KEY, category INTEGER NOT NULL REFERENCES category, mpn TEXT NOT NULL, maker TEXT NOT NULL,
      package TEXT NOT NULL, english TEXT NOT NULL, chinese TEXT NOT NULL, source TEXT NOT NULL,
      price_first INTEGER, price_best INTEGER, price_best_from INTEGER, price_currency TEXT, price_date TEXT,
      price_source TEXT) STRICT;
    CREATE TABLE part_parameter (
      part INTEGER NOT NULL REFERENCES part, parameter INTEGER NOT NULL REFERENCES parameter,
      position INTEGER NOT NULL, lower INTEGER, upper INTEGER, word TEXT,
      PRIMARY KEY (part, parameter, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE design (
      id TEXT PRIMARY KEY, english TEXT NOT NULL, chinese TEXT NOT NULL, chipset TEXT NOT NULL, file TEXT NOT NULL,
      content TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
    """

  /// Markets: profile, places, stalls, offers, services.
  ///
  /// `offer` is clustered by market and part, so that a plan reads the offers of its candidates as a few runs of pages
  /// and nothing else. Breaks are `from:price` pairs, ascending, prices in micro-yuan: `1:350000 100:210000`.
  private static let marketTables = """
    CREATE TABLE market (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, english TEXT NOT NULL, chinese TEXT NOT NULL,
      kind TEXT NOT NULL, walking_speed INTEGER NOT NULL, default_start TEXT, notice_english TEXT,
      notice_chinese TEXT) STRICT;
    CREATE TABLE market_risk (
      market INTEGER NOT NULL REFERENCES market, condition TEXT NOT NULL, per_million INTEGER NOT NULL,
      PRIMARY KEY (market, condition)) STRICT, WITHOUT ROWID;
    CREATE TABLE market_setting (
      market INTEGER NOT NULL REFERENCES market, position INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
      standing TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (market, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE building (
      market INTEGER NOT NULL REFERENCES market, position INTEGER NOT NULL, id TEXT NOT NULL, english TEXT NOT NULL,
      chinese TEXT NOT NULL, address TEXT NOT NULL, east INTEGER NOT NULL, north INTEGER NOT NULL, closed TEXT,
      source TEXT NOT NULL, PRIMARY KEY (market, position), UNIQUE (market, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE floor (
      market INTEGER NOT NULL, building INTEGER NOT NULL, position INTEGER NOT NULL, number INTEGER NOT NULL,
      width INTEGER NOT NULL, depth INTEGER NOT NULL, families TEXT NOT NULL, source TEXT NOT NULL,
      PRIMARY KEY (market, building, position),
      FOREIGN KEY (market, building) REFERENCES building (market, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE node (
      market INTEGER NOT NULL REFERENCES market, position INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
      english TEXT NOT NULL, chinese TEXT NOT NULL, building TEXT, floor INTEGER, east INTEGER, north INTEGER,
      PRIMARY KEY (market, position), UNIQUE (market, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE link (
      market INTEGER NOT NULL REFERENCES market, position INTEGER NOT NULL, from_node TEXT NOT NULL,
      to_node TEXT NOT NULL, length INTEGER NOT NULL, wait INTEGER NOT NULL, source TEXT NOT NULL,
      PRIMARY KEY (market, position)) STRICT, WITHOUT ROWID;
    CREATE TABLE opening (number INTEGER PRIMARY KEY, week TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE stall (
      number INTEGER PRIMARY KEY, market INTEGER NOT NULL REFERENCES market, id TEXT NOT NULL, english TEXT NOT NULL,
      chinese TEXT NOT NULL, building TEXT, floor INTEGER, east INTEGER, north INTEGER, counter TEXT NOT NULL,
      opening INTEGER NOT NULL REFERENCES opening, setup_seconds INTEGER NOT NULL, line_seconds INTEGER NOT NULL,
      invoice INTEGER NOT NULL, invoice_per_mille INTEGER NOT NULL, risk_per_mille INTEGER NOT NULL,
      shipping INTEGER NOT NULL, shipping_days INTEGER NOT NULL, source TEXT NOT NULL) STRICT;
    CREATE TABLE origin (
      number INTEGER PRIMARY KEY, seen TEXT NOT NULL, source TEXT NOT NULL, sample INTEGER NOT NULL,
      UNIQUE (seen, source)) STRICT;
    CREATE TABLE offer (
      market INTEGER NOT NULL REFERENCES market, part INTEGER NOT NULL REFERENCES part,
      stall INTEGER NOT NULL REFERENCES stall, condition INTEGER NOT NULL, breaks TEXT NOT NULL,
      minimum INTEGER NOT NULL, multiple INTEGER NOT NULL, stock INTEGER NOT NULL, tax_included INTEGER NOT NULL,
      runner_minutes INTEGER NOT NULL, origin INTEGER NOT NULL REFERENCES origin, id TEXT,
      PRIMARY KEY (market, part, stall, condition)) STRICT, WITHOUT ROWID;
    CREATE TABLE service (
      market INTEGER NOT NULL REFERENCES market, position INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
      english TEXT NOT NULL, chinese TEXT NOT NULL, place TEXT, opening INTEGER NOT NULL REFERENCES opening,
      layers_least INTEGER, layers_most INTEGER, largest_area INTEGER, sides_least INTEGER, sides_most INTEGER,
      boards_least INTEGER, boards_most INTEGER, price TEXT NOT NULL, duration TEXT NOT NULL, standing TEXT NOT NULL,
      source TEXT NOT NULL, PRIMARY KEY (market, position), UNIQUE (market, id)) STRICT, WITHOUT ROWID;
    """

  /// Text search. `part_text` finds any three letters or more anywhere in a text, Chinese included; `part_han` holds
  /// single Chinese characters and pairs of neighbours, for words of one and two characters, which three-letter
  /// indexing cannot find and which are most of the trade's words (电池, 充电, 晶振). Rowids are part numbers.
  private static let searchTables = """
    CREATE VIRTUAL TABLE part_text USING fts5(
      mpn, maker, description, content = '', tokenize = 'trigram');
    CREATE VIRTUAL TABLE part_han USING fts5(
      grams, content = '', detail = 'none', tokenize = 'unicode61');
    """

  /// Made when the rows are in, which costs a sort each instead of a search a row.
  static let indexes = """
    CREATE UNIQUE INDEX part_by_id ON part (mpn, maker);
    CREATE INDEX part_by_mpn ON part (mpn COLLATE NOCASE);
    CREATE INDEX part_by_category ON part (category, package COLLATE NOCASE);
    CREATE INDEX value_by_lower ON part_parameter (parameter, lower) WHERE lower IS NOT NULL;
    CREATE INDEX value_by_word ON part_parameter (parameter, word COLLATE NOCASE) WHERE word IS NOT NULL;
    CREATE UNIQUE INDEX stall_by_id ON stall (market, id);
    """
}
