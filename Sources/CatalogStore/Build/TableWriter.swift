internal import GRDB
internal import GRDBSQLite
internal import Platform

/// One value of a row to be written.
enum StoredField {
  case integer(Int64)
  case text(String)
  case null

  static func integer(_ value: Int) -> StoredField { .integer(Int64(value)) }
  static func optional(_ value: Int64?) -> StoredField { value.map { .integer($0) } ?? .null }
  static func optional(_ value: Int?) -> StoredField { value.map { .integer(Int64($0)) } ?? .null }
  static func optional(_ value: String?) -> StoredField { value.map { .text($0) } ?? .null }
  static func flag(_ value: Bool) -> StoredField { .integer(value ? 1 : 0) }
}

/// Inserts rows into one table with one prepared statement, bound without conversions: loading a market is a million
/// bindings.
final class TableWriter {
  private let table: String
  private let database: Database
  private let statement: Statement

  /// `columns` are those of the fields given to `insert`, in their order.
  init(_ database: Database, _ table: String, _ columns: String) throws {
    self.table = table
    self.database = database
    let count = columns.split(separator: ",").count
    let marks = Array(repeating: "?", count: count).joined(separator: ", ")
    statement = try database.makeStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(marks))")
  }

  /// Writes one row.
  func insert(_ fields: [StoredField]) throws {
    let handle = statement.sqliteStatement
    for (index, field) in fields.enumerated() {
      let place = Int32(index + 1)
      switch field {
      case .integer(let value): sqlite3_bind_int64(handle, place, value)
      case .null: sqlite3_bind_null(handle, place)
      case .text(var text):
        text.withUTF8 { bytes in
          // A null pointer would bind NULL; an empty text is not nothing.
          _ = bytes.withMemoryRebound(to: CChar.self) { characters in
            sqlite3_bind_text(handle, place, characters.baseAddress ?? emptyText, Int32(bytes.count), transient)
          }
        }
      }
    }
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else {
      let message = String(cString: sqlite3_errmsg(database.sqliteConnection))
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: "\(table): \(message)")
    }
  }

  /// Writes one row and adds it to the digest of the content.
  func insert(_ fields: [StoredField], into hash: inout ContentHash) throws {
    try insert(fields)
    hash.feed(table)
    for field in fields {
      switch field {
      case .integer(let value): hash.feed(value)
      case .text(let text): hash.feed(text)
      case .null: hash.feed(-1)
      }
    }
  }
}

/// Tells SQLite to copy the text at once.
private nonisolated(unsafe) let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// A text of no characters with an address.
private nonisolated(unsafe) let emptyText: UnsafePointer<CChar> = {
  let text = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  text.initialize(to: 0)
  return UnsafePointer(text)
}()
