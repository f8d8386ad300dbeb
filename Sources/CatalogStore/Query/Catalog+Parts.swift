package import CatalogText
package import Electronics
internal import GRDB
package import Market

extension Catalog {
  /// Where facts come from, in the order of `sources.csv`.
  package func sources() throws(CatalogError) -> [FactSource] {
    try read { database in
      let sql = "SELECT id, title, publisher, date, grade, address FROM source ORDER BY position"
      return try Row.fetchAll(database, sql: sql).map { row in
        FactSource(id: row[0], title: row[1], publisher: row[2], date: row[3], grade: row[4], address: row[5])
      }
    }
  }

  /// The attrition table, in the order of its file.
  package func attrition() throws(CatalogError) -> [Attrition] {
    try read { database in
      let sql = "SELECT handling, minimum, per_mille, source FROM attrition ORDER BY position"
      return try Row.fetchAll(database, sql: sql).map { row in
        Attrition(handling: row[0], minimum: row[1], perMille: row[2], source: row[3])
      }
    }
  }

  /// What foreign currencies cost, by currency.
  package func rates() throws(CatalogError) -> [String: ExchangeRate] {
    try read { try ExchangeRate.all(in: $0) }
  }

  /// All categories with their parameters, in the order of `categories.yaml`.
  package func categories() throws(CatalogError) -> [PartCategory] {
    try read { database in try categoryTable(database).categories }
  }

  /// The part of one maker, from an imported list where the catalog's own parts have none; nil where neither has.
  package func part(_ id: PartID) throws(CatalogError) -> Part? { try parts([id])[id] }

  /// The parts among `ids` that the catalog, an imported list or a price sheet has. One query an id.
  package func parts(_ ids: some Sequence<PartID> & Sendable) throws(CatalogError) -> [PartID: Part] {
    let wanted = Set(ids)
    var found = try ownParts(wanted)
    for id in wanted where found[id] == nil {
      for list in lists where found[id] == nil { found[id] = try list.part(id) }
      if found[id] == nil { found[id] = try quotedPart(id) }
    }
    return found
  }

  private func ownParts(_ wanted: Set<PartID>) throws(CatalogError) -> [PartID: Part] {
    try read { database in
      let reader = try partReader(database)
      var found: [PartID: Part] = [:]
      for id in wanted {
        found[id] = try reader.parts(
          where: "mpn = ? AND maker = ?", arguments: [id.mpn, id.maker]
        ).first?.part
      }
      return found
    }
  }

  /// Every maker's part of that number, letters' case aside, by maker: the catalog's own, and those that only imported
  /// lists have. A maker that sells the number in several packages is there once for each, the first listed last.
  package func parts(mpn: String) throws(CatalogError) -> [Part] {
    var found = try read { database in
      try partReader(database).parts(where: "mpn = ? COLLATE NOCASE", arguments: [mpn]).map(\.part)
    }
    let own = Set(found.map(\.id))
    var seen: Set<[String]> = []
    for list in lists {
      for part in try list.parts(mpn: mpn).map(\.part)
      where !own.contains(part.id) && seen.insert([part.id.mpn, part.id.maker, part.package]).inserted {
        found.append(part)
      }
    }
    return found.enumerated().sorted { ($0.element.id, $1.offset) < ($1.element.id, $0.offset) }.map(\.element)
  }

  /// The catalog's own parts of a category, ordered by number and maker: the candidates that predicates choose from. A list's
  /// parts are not among them: it may have ninety thousand of a kind, none of which a market offers.
  package func parts(category: String) throws(CatalogError) -> [Part] {
    try read { database in
      let reader = try partReader(database)
      guard let number = reader.categories.number(category) else { return [] }
      return try reader.parts(where: "category = ?", arguments: [number]).map(\.part).sorted { $0.id < $1.id }
    }
  }

  /// All parts, ordered by number and maker.
  package func parts() throws(CatalogError) -> [Part] {
    try read { database in
      try partReader(database).parts(where: "1", arguments: []).map(\.part).sorted { $0.id < $1.id }
    }
  }

  /// The makers of the catalog, ordered; for "did you mean".
  package func makers() throws(CatalogError) -> [String] {
    try read { database in
      try String.fetchAll(database, sql: "SELECT DISTINCT maker FROM part ORDER BY maker")
    }
  }

  /// Part numbers that begin like `mpn`, for "did you mean": those that share at least its first two characters, at
  /// most `limit`.
  package func mpns(like mpn: String, limit: Int = 2_000) throws(CatalogError) -> [String] {
    let start = String(mpn.prefix(2))
    return try read { database in
      let sql = """
        SELECT DISTINCT mpn FROM part
        WHERE mpn >= ?1 COLLATE NOCASE AND mpn < ?1 || char(0x10FFFF) COLLATE NOCASE ORDER BY mpn LIMIT ?2
        """
      return try String.fetchAll(database, sql: sql, arguments: [start, limit])
    }
  }

  /// Reference designs in the order of their files.
  package func designs() throws(CatalogError) -> [DesignText] {
    try read { database in
      let sql = "SELECT id, english, chinese, chipset, file, content FROM design ORDER BY position"
      return try Row.fetchAll(database, sql: sql).map(DesignText.init(row:))
    }
  }

  /// The reference design of that id; nil where the catalog has none.
  package func design(_ id: String) throws(CatalogError) -> DesignText? {
    try read { database in
      let sql = "SELECT id, english, chinese, chipset, file, content FROM design WHERE id = ?"
      return try Row.fetchOne(database, sql: sql, arguments: [id]).map(DesignText.init(row:))
    }
  }
}

extension DesignText {
  init(row: Row) {
    self.init(
      id: row[0], name: .init(english: row[1], chinese: row[2]), chipset: StoredValues.words(row[3]), file: row[4],
      text: row[5])
  }
}
