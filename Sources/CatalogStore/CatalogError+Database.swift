internal import GRDB

extension CatalogError {
  /// The meaning of an error of SQLite, GRDB or the file system.
  init(_ error: any Error, path: String) {
    if let known = error as? CatalogError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = error is CancellationError ? .interrupted : .system(path: path, detail: "\(error)")
      return
    }
    let detail = error.message ?? "\(error.resultCode)"
    if error.extendedResultCode == .SQLITE_IOERR_WRITE {
      // A write that stops short without the disk being full: a limit on file sizes, a quota.
      self = .diskFull(path: path)
      return
    }
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged(path: path, detail: detail)
      case .SQLITE_READONLY: .notWritable(path: path)
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .notReadable(path: path, detail: detail)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_INTERRUPT, .SQLITE_ABORT: .interrupted
      case .SQLITE_CONSTRAINT: .inconsistent(detail: detail)
      default: .system(path: path, detail: detail)
      }
  }
}
