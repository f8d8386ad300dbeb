/// Why a catalog could not be opened, read or built. Nothing of an existing catalog has changed when one is thrown.
package enum CatalogError: Error, Sendable, Hashable {
  /// There is no file at `path`.
  case missing(path: String)
  /// The file is not of its format at all, or damaged.
  case damaged(path: String, detail: String)
  /// A SQLite database, but not a catalog of Peidan's.
  case foreign(path: String)
  /// Made by a newer Peidan; this build reads up to version `supported`.
  case newer(path: String, version: Int, supported: Int)
  /// Made by an older Peidan, and not brought up to date because it was opened for reading.
  case older(path: String, version: Int, supported: Int)
  /// The folder or the file may not be written.
  case notWritable(path: String)
  /// The file may not be read.
  case notReadable(path: String, detail: String)
  /// The disk, or a quota or file size limit on it, is full.
  case diskFull(path: String)
  /// Another process is writing the catalog.
  case busy(path: String)
  /// The builder was asked to stop.
  case interrupted
  /// A record names something that is not there, or stands twice: a programmer's check behind `CatalogText`'s.
  case inconsistent(detail: String)
  /// The system refused something else.
  case system(path: String, detail: String)
}

extension CatalogError: CustomStringConvertible {
  /// One clause without a full stop, paths in backticks.
  package var description: String {
    switch self {
    case .missing(let path): "there is no catalog at `\(path)`"
    case .damaged(let path, let detail): "`\(path)` is not a SQLite database, or is damaged: \(detail)"
    case .foreign(let path): "`\(path)` is a SQLite database, but not a catalog of peidan"
    case .newer(let path, let version, let supported):
      "`\(path)` was made by a newer peidan: it has version \(version), this build reads version \(supported)"
    case .older(let path, let version, let supported):
      "`\(path)` was made by an older peidan: it has version \(version), this build reads version \(supported)"
    case .notWritable(let path): "`\(path)` may not be written"
    case .notReadable(let path, let detail): "`\(path)` may not be read: \(detail)"
    case .diskFull(let path): "no room to write `\(path)`: the disk is full, or a limit on file sizes is reached"
    case .busy(let path): "another process is writing `\(path)`"
    case .interrupted: "stopped before the catalog was complete"
    case .inconsistent(let detail): "the catalog's content does not hold together: \(detail)"
    case .system(let path, let detail): "`\(path)`: \(detail)"
    }
  }
}
