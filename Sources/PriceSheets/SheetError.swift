/// Why a sheet or a list cannot be used. Nothing that it was to replace has changed when one is thrown.
package enum SheetError: Error, Sendable, Hashable {
  /// The file cannot be opened or read.
  case unreadable(detail: String)
  /// The gzip stream is cut short or damaged.
  case badCompression(detail: String)
  /// More bytes than `limit` after unpacking.
  case tooLarge(limit: Int)
  /// A quoted cell that starts on `line` is never closed.
  case openQuote(line: Int)
  /// The record that starts on `line` has more than `limit` bytes.
  case recordTooLong(line: Int, limit: Int)
  /// Nothing but blank lines.
  case empty
  /// The first bytes are those of a web page, an archive or another kind of file.
  case wrongKind(found: String)
  /// The header has none of the known shapes; `missing` are the columns that the closest one lacks.
  case unknownHeader(found: [String], missing: [String])
  /// Rows that cannot be used, the first of them with their reasons, `count` in all.
  case badRows([RowFault], count: Int)
}

/// What is wrong with one cell.
package struct RowFault: Sendable, Hashable {
  /// The line of the file on which the row starts, from 1.
  package var line: Int
  /// The column's name; empty where the row as a whole is wrong.
  package var column: String
  /// As written.
  package var value: String
  /// What would be right: `a positive price`.
  package var expected: String

  package init(line: Int, column: String, value: String, expected: String) {
    self.line = line
    self.column = column
    self.value = value
    self.expected = expected
  }
}

extension RowFault: CustomStringConvertible {
  /// `line 7: `price` is `abc`; expected a positive price`.
  package var description: String {
    let shown = value.count > 60 ? value.prefix(60) + "…" : value[...]
    return column.isEmpty
      ? "line \(line): \(shown); expected \(expected)" : "line \(line): `\(column)` is `\(shown)`; expected \(expected)"
  }
}

extension SheetError: CustomStringConvertible {
  /// One clause without a full stop; of bad rows, the first.
  package var description: String {
    switch self {
    case .unreadable(let detail): "cannot be read: \(detail)"
    case .badCompression(let detail): "is not a whole gzip file: \(detail)"
    case .tooLarge(let limit): "has more than \(limit) bytes after unpacking"
    case .openQuote(let line): "line \(line): a quote is opened and never closed"
    case .recordTooLong(let line, let limit): "line \(line): the row has more than \(limit) bytes"
    case .empty: "is empty"
    case .wrongKind(let found): "is \(found), not a table of prices"
    case .unknownHeader(let found, let missing):
      "has an unknown header: it has `\(found.prefix(20).joined(separator: ","))`"
        + (missing.isEmpty ? "" : "; without \(missing.map { "`\($0)`" }.joined(separator: ", "))")
    case .badRows(let faults, let count):
      (faults.first.map { "\($0)" } ?? "has unusable rows") + (count > 1 ? ", and \(count - 1) more such rows" : "")
    }
  }
}
