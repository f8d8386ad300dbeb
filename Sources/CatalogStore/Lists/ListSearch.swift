internal import Electronics
internal import GRDB

/// A query over the hundred thousands of parts of a list. Nothing here reads all of them: parts whose number is the first
/// word come first, then those whose number begins so, then others as the index of words gives them.
struct ListSearch {
  /// Matches are counted up to here and no further.
  static let countLimit = 10_000

  private let reader: PartReader
  /// The list's file, which errors name.
  private let path: String
  private var condition: SearchCondition
  /// A word of the index is taken as a whole where so many parts have it: all words that begin so would have to be gone
  /// through, a fifth of a second for `rohs`, and add next to nothing.
  private static let frequent = 5_000

  /// Words as the index knows them.
  private let tokens: [String]
  /// `"tp4056"*`: what each token is looked for as, a beginning or a whole word.
  private let terms: [String]
  private let first: String?

  init(_ query: PartQuery, _ reader: PartReader, path: String) throws(PartQueryError) {
    (self.reader, self.path) = (reader, path)
    let table = reader.categories
    tokens = query.words.flatMap { ListWords.tokens(of: $0) }
    first = query.words.first
    do {
      terms = try tokens.map { try ListSearch.term($0, reader.database) }
    } catch {
      throw .catalog(CatalogError(error, path: path))
    }
    condition = try SearchCondition(query, table)
    let hasDriver = !tokens.isEmpty || query.predicates.contains(where: PredicateSQL.isSelective)
    for predicate in query.predicates where predicate.name != "category" {
      let isDriven = hasDriver && (!tokens.isEmpty || !PredicateSQL.isSelective(predicate))
      let sql = try PredicateSQL(predicate, category: condition.category, table, isDriven: isDriven)
      condition.add(sql.condition, sql.arguments)
    }
  }

  /// A word as a beginning; as a whole where it has one or two Latin letters or digits, or is that of many parts.
  private static func term(_ token: String, _ database: Database) throws -> String {
    let whole = "\"\(token)\""
    if token.utf8.count <= 2 { return whole }
    let count = "SELECT COUNT(*) FROM (SELECT 1 FROM part_words WHERE part_words MATCH ? LIMIT \(frequent))"
    return try Int.fetchOne(database, sql: count, arguments: [whole]) == frequent ? whole : whole + "*"
  }

  /// `"tp4056"* AND "0402"`: every word.
  private var match: String { terms.joined(separator: " AND ") }

  private var matching: (sql: String, arguments: StatementArguments) {
    tokens.isEmpty
      ? (condition.sql, condition.arguments)
      : (
        "part.number IN (SELECT rowid FROM part_words WHERE part_words MATCH ?) AND \(condition.sql)",
        [match] + condition.arguments
      )
  }

  func run(limit: Int) throws(PartQueryError) -> PartHits {
    do {
      let total = try count()
      var hits = PartHits(parts: [], total: total, isAtLeast: total >= ListSearch.countLimit)
      var seen: Set<Int64> = []
      for (sql, values) in stages where hits.parts.count < limit {
        let found = try reader.parts(where: "\(sql) LIMIT ?", arguments: values + [limit + seen.count])
        for (number, part) in found where hits.parts.count < limit && seen.insert(number).inserted {
          hits.parts.append(part)
        }
      }
      return hits
    } catch {
      throw .catalog(CatalogError(error, path: path))
    }
  }

  /// The ids of the matches, as many as are counted.
  func ids() throws(PartQueryError) -> [PartID] {
    do {
      let own = matching
      return try reader.ids(where: "\(own.sql) LIMIT ?", arguments: own.arguments + [ListSearch.countLimit])
    } catch {
      throw .catalog(CatalogError(error, path: path))
    }
  }

  private func count() throws -> Int {
    let (sql, values): (String, StatementArguments)
    if tokens.isEmpty || condition.isOpen {
      (sql, values) =
        tokens.isEmpty
        ? ("SELECT 1 FROM part WHERE \(condition.sql)", condition.arguments)
        : ("SELECT 1 FROM part_words WHERE part_words MATCH ?", [match])
    } else {
      (sql, values) = joined("SELECT 1")
    }
    let counting = "SELECT COUNT(*) FROM (\(sql) LIMIT \(ListSearch.countLimit))"
    return try Int.fetchOne(reader.database, sql: counting, arguments: values) ?? 0
  }

  /// A query that walks the index of words and tests each part that it gives.
  private func joined(_ columns: String) -> (String, StatementArguments) {
    (
      "\(columns) FROM part_words CROSS JOIN part ON part.number = part_words.rowid "
        + "WHERE part_words MATCH ? AND \(condition.sql)",
      [match] + condition.arguments
    )
  }

  /// Conditions over `part` that give the best matches first.
  ///
  /// Parts whose number is, or begins with, the first word are few, and each is looked up in the index of the other words
  /// at a seventh of a millisecond; of more than two thousand beginnings, or three hundred where there are other words, the
  /// first ones count as such.
  private var stages: [(String, StatementArguments)] {
    guard let first, !tokens.isEmpty else { return [(condition.sql, condition.arguments)] }
    let others = terms.dropFirst(ListWords.tokens(of: first).count).joined(separator: " AND ")
    let isAlso = "EXISTS (SELECT 1 FROM part_words WHERE part_words MATCH ? AND rowid = part.number)"
    let rest = others.isEmpty ? condition.sql : "\(isAlso) AND \(condition.sql)"
    let values = others.isEmpty ? condition.arguments : [others] + condition.arguments
    let begins = """
      SELECT number FROM part WHERE mpn >= ? COLLATE NOCASE AND mpn < ? || char(0x10FFFF) COLLATE NOCASE
      ORDER BY mpn COLLATE NOCASE LIMIT \(others.isEmpty ? 2_000 : 300)
      """
    let (found, foundValues) = joined("SELECT part_words.rowid")
    var stages = [("part.mpn = ? COLLATE NOCASE AND \(rest)", [first] + values)]
    if first.count >= 3 {
      stages.append(
        ("part.number IN (\(begins)) AND \(rest) ORDER BY part.mpn, part.maker", [first, first] + values))
    }
    return stages + [("part.number IN (\(found) LIMIT 200) ORDER BY part.mpn, part.maker", foundValues)]
  }

  /// The listings of the parts found, in the order of the list.
  func listings(_ list: PartList, limit: Int) throws(PartQueryError) -> [ListedPart] {
    do {
      let own = matching
      return try list.listed(reader, where: "\(own.sql) LIMIT ?", own.arguments + [limit])
    } catch {
      throw .catalog(CatalogError(error, path: path))
    }
  }
}

/// The words under which a list's parts are found.
enum ListWords {
  /// Letters, digits, points and hyphens hold together; anything else parts words, as the index's tokenizer has it.
  static func tokens(of text: String) -> [String] {
    text.split { character in
      !(character.isLetter || character.isNumber || character == "." || character == "-")
    }.map { $0.lowercased() }
  }

  /// A part number and those of its ends, of three characters or more, that begin where letters and digits meet or behind
  /// a sign: `STM32F103C8T6` is found under `103C8`, `TP4056` under `4056`. At most eight ends.
  static func numberWords(of mpn: String) -> String {
    var words = mpn
    let bytes = Array(mpn.utf8)
    var ends = 0
    var last = Kind(bytes.first ?? 0)
    for index in bytes.indices.dropFirst() where ends < 8 && bytes.count - index >= 3 {
      let kind = Kind(bytes[index])
      if kind != last, kind != .other {
        words += " "
        words += String(decoding: bytes[index...], as: UTF8.self)
        ends += 1
      }
      last = kind
    }
    return words
  }

  private enum Kind {
    case letter, digit, other

    init(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: self = .letter
      default: self = .other
      }
    }
  }
}
