package import Electronics
internal import GRDB

extension Catalog {
  /// Parts whose number begins with these letters, case aside: the catalog's own, then those that only lists have, each by
  /// number and maker, at most `limit` in all. An index range a file.
  package func parts(mpnPrefix: String, limit: Int) throws(CatalogError) -> [Part] {
    let condition = """
      mpn >= ?1 COLLATE NOCASE AND mpn < ?1 || char(0x10FFFF) COLLATE NOCASE ORDER BY mpn COLLATE NOCASE, maker LIMIT ?2
      """
    var found = try read { database in
      try partReader(database).parts(where: condition, arguments: [mpnPrefix, limit]).map(\.part)
    }
    var seen = Set(found.map(\.id))
    for list in lists where found.count < limit {
      let more = try list.parts(where: condition, [mpnPrefix, limit])
      found += more.filter { seen.insert($0.id).inserted }.prefix(limit - found.count)
    }
    return found
  }
}

extension PartList {
  /// Parts that a condition (SQL over `part`) selects, each once.
  fileprivate func parts(where condition: String, _ arguments: StatementArguments) throws(CatalogError) -> [Part] {
    try read { database in try reader(database).parts(where: condition, arguments: arguments).map(\.part) }
  }
}
