internal import Base
internal import GRDB

/// An id is stored as its text.
extension ID: DatabaseValueConvertible, StatementColumnConvertible {
  var databaseValue: DatabaseValue { text.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> ID? {
    String.fromDatabaseValue(value).map { ID($0) }
  }

  init(sqliteStatement: SQLiteStatement, index: CInt) {
    self.init(String(sqliteStatement: sqliteStatement, index: index))
  }
}
