internal import GRDB
internal import GRDBSQLite

/// The rows of a prepared statement as SQLite gives them, for reading hundreds of thousands.
struct RawRows {
  private let handle: OpaquePointer?

  /// Steps through `statement`, whose arguments are set, and hands each row to `body`.
  static func forEach(
    _ statement: Statement, _ database: Database, _ body: (RawRows) throws -> Void
  ) throws {
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    var code = sqlite3_step(handle)
    while code == SQLITE_ROW {
      try body(RawRows(handle: handle))
      code = sqlite3_step(handle)
    }
    guard code == SQLITE_DONE else {
      let message = String(cString: sqlite3_errmsg(database.sqliteConnection))
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// Valid until the next row.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let count = Int(sqlite3_column_bytes(handle, column))
    return UnsafeBufferPointer(start: sqlite3_column_text(handle, column), count: count)
  }
}
