package import Electronics
internal import GRDB

/// The answer to a search.
package struct PartHits: Sendable {
  /// The best `limit` parts: the number itself, then numbers that begin so, then the rest; each by number and maker.
  package var parts: [Part]
  /// How many parts match in all; one that several lists have counts once.
  package var total: Int
  /// Whether more than `total` parts may match: over imported lists counting stops at some ten thousand.
  package var isAtLeast = false
}

extension Catalog {
  /// Finds parts by words and typed parameters.
  ///
  /// Words of three letters or more, and Chinese words of any length, are found by index anywhere in a text; other words of
  /// one or two letters by a scan over the parts. Parts of imported lists follow those of the catalog's own; in lists, words
  /// are found by their beginning, those of one or two Latin letters or digits and those of thousands of parts as a whole.
  package func search(_ query: PartQuery, limit: Int = 20) throws(PartQueryError) -> PartHits {
    let own = try searchOwn(query, limit: limit)
    var sources = [(hits: own, ids: { () throws(PartQueryError) in try self.idsOfOwn(query) })]
    for list in lists {
      let found = try list.search(query, limit: limit)
      if found.total > 0 { sources.append((found, { () throws(PartQueryError) in try list.ids(query) })) }
    }
    if own.total == 0 { sources.removeFirst() }
    guard sources.count > 1 else { return sources.first?.hits ?? own }
    var hits = PartHits(parts: [], total: 0)
    var all: Set<PartID> = []
    var seen: Set<PartID> = []
    for source in sources {
      hits.isAtLeast = hits.isAtLeast || source.hits.isAtLeast
      all.formUnion(try source.ids())
      for part in source.hits.parts where hits.parts.count < limit && seen.insert(part.id).inserted {
        hits.parts.append(part)
      }
    }
    // A part that several lists have is one.
    hits.total = all.count
    return hits
  }

  private func searchOwn(_ query: PartQuery, limit: Int) throws(PartQueryError) -> PartHits {
    let path = path
    return try answer(query) { (plan, reader) throws(PartQueryError) in try plan.run(reader, limit: limit, path: path) }
  }

  /// Every match of the catalog's own.
  private func idsOfOwn(_ query: PartQuery) throws(PartQueryError) -> [PartID] {
    let path = path
    return try answer(query) { (plan, reader) throws(PartQueryError) in try plan.ids(reader, path: path) }
  }

  private func answer<Value: Sendable>(
    _ query: PartQuery, _ body: @Sendable (SearchPlan, PartReader) throws(PartQueryError) -> Value
  ) throws(PartQueryError) -> Value {
    let outcome: Result<Value, PartQueryError>
    do throws(CatalogError) {
      outcome = try read { database in
        let reader = try partReader(database)
        do throws(PartQueryError) {
          return .success(try body(try SearchPlan(query, reader.categories), reader))
        } catch {
          return .failure(error)
        }
      }
    } catch {
      throw .catalog(error)
    }
    return try outcome.get()
  }
}

/// A query as SQL.
private struct SearchPlan {
  private var condition: SearchCondition
  private var firstWord: String?

  init(_ query: PartQuery, _ table: CategoryTable) throws(PartQueryError) {
    condition = try SearchCondition(query, table)
    for predicate in query.predicates where predicate.name != "category" {
      let sql = try PredicateSQL(predicate, category: condition.category, table)
      condition.add(sql.condition, sql.arguments)
    }
    for word in query.words { add(word: word) }
    firstWord = query.words.first
  }

  private mutating func add(word: String) {
    let phrase = "\"" + word.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    if word.unicodeScalars.count >= 3 {
      condition.add("part.number IN (SELECT rowid FROM part_text WHERE part_text MATCH ?)", [phrase])
    } else if SearchGrams.isHan(word) {
      condition.add("part.number IN (SELECT rowid FROM part_han WHERE part_han MATCH ?)", [phrase])
    } else {
      let pattern = "%" + SearchPlan.escaped(word) + "%"
      condition.add(
        """
        part.mpn LIKE ? ESCAPE '\\' OR part.maker LIKE ? ESCAPE '\\' OR part.english LIKE ? ESCAPE '\\' \
        OR part.chinese LIKE ? ESCAPE '\\'
        """, [pattern, pattern, pattern, pattern])
    }
  }

  private static func escaped(_ word: String) -> String {
    word.map { "%_\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  func ids(_ reader: PartReader, path: String) throws(PartQueryError) -> [PartID] {
    do {
      return try reader.ids(where: condition.sql, arguments: condition.arguments)
    } catch {
      throw .catalog(CatalogError(error, path: path))
    }
  }

  func run(_ reader: PartReader, limit: Int, path: String) throws(PartQueryError) -> PartHits {
    do {
      let total =
        try Int.fetchOne(
          reader.database, sql: "SELECT COUNT(*) FROM part WHERE \(condition.sql)", arguments: condition.arguments) ?? 0
      let word = firstWord ?? ""
      let order = "part.mpn = ? COLLATE NOCASE DESC, part.mpn LIKE ? ESCAPE '\\' DESC, part.mpn, part.maker LIMIT ?"
      let parts = try reader.parts(
        where: "\(condition.sql) ORDER BY \(order)",
        arguments: condition.arguments + [word, SearchPlan.escaped(word) + "%", limit])
      return PartHits(parts: parts.map(\.part), total: total)
    } catch {
      throw .catalog(CatalogError(error, path: path))
    }
  }
}
