internal import Foundation
internal import GRDB
internal import Platform
internal import PriceSheets

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A new database beside its target that takes the target's name when it is complete; see `AtomicFile`.
struct UnfinishedFile {
  private let file: AtomicFile

  var path: String { file.path }

  /// Makes the target's folder where it is missing, and makes sure that it can be written.
  init(for target: String) throws(CatalogError) {
    let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw UnfinishedFile.refusal(errno, folder)
    }
    do throws(SystemError) {
      file = try AtomicFile(for: target)
    } catch {
      throw UnfinishedFile.refusal(error.code, error.path)
    }
  }

  /// Writes the database and puts it in place of the target; where anything fails, nothing is left and the target is as it was.
  ///
  /// `willFinish` is told before the database is closed. Throws what `body` throws where that is a `SheetError`, else
  /// `CatalogError`.
  static func write<Summary>(
    _ path: String, willFinish: () throws -> Void, _ body: (Database) throws -> Summary
  ) throws -> Summary {
    let unfinished = try UnfinishedFile(for: path)
    do {
      let queue = try unfinished.database()
      let summary = try queue.writeWithoutTransaction(body)
      try willFinish()
      try queue.close()
      try unfinished.replaceTarget()
      return summary
    } catch let error as SheetError {
      unfinished.discard()
      throw error
    } catch {
      unfinished.discard()
      throw CatalogError(error, path: path)
    }
  }

  /// Opens the new file as a database. One that nobody else knows needs no journal: it is either finished or thrown away.
  ///
  /// - Parameter checksReferences: whether a row may refer only to rows that are there.
  func database(checkingReferences checksReferences: Bool = false) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = checksReferences
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
          """)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Syncs the file, gives it the target's name, and syncs the folder.
  ///
  /// Catalogs of earlier versions kept a write-ahead log. What is left of one would be read into the new file: it goes first.
  func replaceTarget() throws(CatalogError) {
    for suffix in ["-wal", "-shm"] { unlink(file.target + suffix) }
    do throws(SystemError) {
      try file.commit()
    } catch {
      throw UnfinishedFile.refusal(error.code, error.path)
    }
  }

  /// Removes the file and what SQLite may have put beside it.
  func discard() { file.discard() }

  private static func refusal(_ code: Int32, _ path: String) -> CatalogError {
    switch code {
    case EACCES, EPERM, EROFS, ENOTDIR, EEXIST: .notWritable(path: path)
    case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
    default: .system(path: path, detail: String(cString: strerror(code)))
    }
  }
}
