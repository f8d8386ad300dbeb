internal import Foundation
internal import GRDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A new file beside its target that takes the target's name when it is complete.
struct UnfinishedFile {
  let path: String
  private let target: String

  /// Makes the target's folder where it is missing, removes what killed builds left behind, and makes sure that the
  /// folder can be written.
  init(for target: String) throws(CatalogError) {
    let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
    let name = URL(fileURLWithPath: target).lastPathComponent
    self.target = target
    path = "\(folder)/.\(name).\(UUID().uuidString).building"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw UnfinishedFile.refusal(errno, folder)
    }
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR, 0o644)
    guard descriptor >= 0 else { throw UnfinishedFile.refusal(errno, folder) }
    close(descriptor)
    removeAbandoned(in: folder, prefix: ".\(name).")
  }

  /// Opens the new file as a database. One that nobody else knows needs no journal: it is either finished or thrown away.
  func database() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
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
  /// An old catalog's log and index files belong to the old content and would be read into the new one: they go first.
  func replaceTarget() throws(CatalogError) {
    try sync(path)
    for suffix in ["-wal", "-shm"] { unlink(target + suffix) }
    guard rename(path, target) == 0 else { throw UnfinishedFile.refusal(errno, target) }
    try sync(URL(fileURLWithPath: target).deletingLastPathComponent().path)
  }

  /// Removes the file and what SQLite may have put beside it.
  func discard() {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }

  private func sync(_ path: String) throws(CatalogError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw UnfinishedFile.refusal(errno, path) }
    let result = fsync(descriptor)
    let code = errno
    close(descriptor)
    if result != 0, code != EINVAL { throw UnfinishedFile.refusal(code, path) }
  }

  /// A build that was killed leaves its file; one that still runs has touched its own within the last ten minutes.
  private func removeAbandoned(in folder: String, prefix: String) {
    guard let now = modified(path), let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return
    }
    for name in names where name.hasPrefix(prefix) && name.contains(".building") {
      let other = "\(folder)/\(name)"
      if let time = modified(other), now.timeIntervalSince(time) > 600 { unlink(other) }
    }
  }

  private func modified(_ path: String) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
  }

  private static func refusal(_ code: Int32, _ path: String) -> CatalogError {
    switch code {
    case EACCES, EPERM, EROFS, ENOTDIR, EEXIST: .notWritable(path: path)
    case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
    default: .system(path: path, detail: String(cString: strerror(code)))
    }
  }
}
