internal import Foundation
internal import GRDB

/// An open catalog, for reading. Many threads may read it; calls wait for each other.
///
/// A catalog is replaced as a whole file (see `CatalogBuilder`), so an open one keeps giving the content that it was opened
/// with.
public final class Catalog: Sendable {
  /// The schema version that this build writes and reads.
  public static let schemaVersion = CatalogSchema.version

  public let path: String
  /// A digest of the whole content, 32 hexadecimal digits: equal content, equal digest, on every machine.
  public let digest: String
  /// Digest of the text files that the catalog was built from; nil where it was not built from a folder.
  public let sourceDigest: String?
  /// Names, sizes and times of those files at that moment, as `SourceListing.text` gives them.
  public let sourceListing: String?

  private let queue: DatabaseQueue

  /// Opens the catalog at `path` read-only; the file and its folder may be read-only too.
  public init(path: String) throws(CatalogError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    do {
      let (queue, facts) = try Catalog.open(path)
      self.path = path
      self.queue = queue
      digest = facts["digest"] ?? ""
      sourceDigest = facts["source-digest"]
      sourceListing = facts["source-listing"]
    } catch let error as CatalogError {
      throw error
    } catch {
      throw CatalogError(error, path: path)
    }
  }

  /// Runs `body` in one read transaction and gives database errors their meaning.
  func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(CatalogError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw CatalogError(error, path: path)
    }
  }

  /// A write-ahead log wants files beside the database even for reading; where the folder forbids them, the file is
  /// opened as one that nobody changes, which is right because a catalog is replaced and never changed in place.
  private static func open(_ path: String) throws -> (DatabaseQueue, [String: String]) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return (queue, try check(queue, path))
    } catch let error as DatabaseError where cannotWriteBeside(error) {
      let queue = try DatabaseQueue(path: immutableAddress(path), configuration: configuration)
      return (queue, try check(queue, path))
    }
  }

  private static func cannotWriteBeside(_ error: DatabaseError) -> Bool {
    [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
  }

  private static func immutableAddress(_ path: String) -> String {
    let absolute = URL(fileURLWithPath: path).standardizedFileURL.path
    let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#;%"))
    return "file://\(absolute.addingPercentEncoding(withAllowedCharacters: allowed) ?? absolute)?immutable=1"
  }

  private static func check(_ queue: DatabaseQueue, _ path: String) throws -> [String: String] {
    try queue.read { database in
      let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      guard application == CatalogSchema.applicationID else { throw CatalogError.foreign(path: path) }
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      if version > CatalogSchema.version {
        throw CatalogError.newer(path: path, version: version, supported: CatalogSchema.version)
      }
      if version < CatalogSchema.version {
        throw CatalogError.older(path: path, version: version, supported: CatalogSchema.version)
      }
      let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM fact")
      return Dictionary(rows.map { ($0[0] as String, $0[1] as String) }, uniquingKeysWith: { first, _ in first })
    }
  }
}

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
