internal import Foundation
internal import GRDB
internal import Platform

/// A SQLite file of ours, open for reading; the file and its folder may be read-only. Such a file is replaced as a whole
/// and never changed in place, so an open one keeps giving the content that it was opened with.
struct ReadOnlyDatabase: Sendable {
  let path: String
  /// The rows of the table `fact`.
  let facts: [String: String]
  /// The version of its schema.
  let version: Int
  private let queue: DatabaseQueue

  /// Opens the file and makes sure that it is one of the kind and of a version from `oldest` (where none is given, `version`) to `version`.
  init(path: String, applicationID: Int32, oldest: Int? = nil, version: Int) throws(CatalogError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
    if isFolder.boolValue { throw .system(path: path, detail: "it is a folder, not a catalog") }
    do {
      (queue, facts, self.version) = try ReadOnlyDatabase.open(
        path, applicationID: applicationID, versions: (oldest ?? version)...version)
      self.path = path
    } catch {
      // SQLite takes a file of no bytes for a new database.
      let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
      if size == 0 { throw .damaged(path: path, detail: "it is empty") }
      let meaning = CatalogError(error, path: path)
      if case .notReadable = meaning {
        // SQLite does not say why it cannot open a file; the system does.
        do throws(SystemError) {
          _ = try FileBytes.open(path)
        } catch {
          throw .notReadable(path: path, detail: error.readingReason)
        }
      }
      throw meaning
    }
  }

  /// Goes through the whole file and makes sure that SQLite can read all of it. O(size).
  func checkIntegrity() throws(CatalogError) {
    let answer = try scan { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") ?? "" }
    if answer != "ok" { throw .damaged(path: path, detail: answer) }
  }

  /// Runs `body` in one read transaction and gives database errors their meaning.
  func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(CatalogError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw CatalogError(error, path: path)
    }
  }

  /// Runs `body`, which reads most of the file once, without mapping it: a mapped page stays in memory for as long as the file is open.
  func scan<Value>(_ body: (Database) throws -> Value) throws(CatalogError) -> Value {
    do {
      return try queue.inDatabase { database in
        try database.execute(sql: "PRAGMA mmap_size = 0")
        let value = Result { try body(database) }
        try database.execute(sql: Self.mapping)
        return try value.get()
      }
    } catch {
      throw CatalogError(error, path: path)
    }
  }

  /// Read without a copy; safe because such a file is replaced and never cut short.
  private static let mapping = "PRAGMA mmap_size = 1073741824"

  private static func open(
    _ path: String, applicationID: Int32, versions: ClosedRange<Int>
  ) throws -> (DatabaseQueue, [String: String], version: Int) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { try $0.execute(sql: mapping) }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let (facts, version) = try check(queue, path, applicationID: applicationID, versions: versions)
    return (queue, facts, version)
  }

  private static func check(
    _ queue: DatabaseQueue, _ path: String, applicationID: Int32, versions: ClosedRange<Int>
  ) throws -> ([String: String], version: Int) {
    try queue.read { database in
      let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      guard application == applicationID else { throw CatalogError.foreign(path: path) }
      let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let supported = versions.upperBound
      if found > supported { throw CatalogError.newer(path: path, version: found, supported: supported) }
      if !versions.contains(found) { throw CatalogError.older(path: path, version: found, supported: supported) }
      let rows = try Row.fetchAll(database, sql: "SELECT name, value FROM fact")
      let facts = Dictionary(rows.map { ($0[0] as String, $0[1] as String) }, uniquingKeysWith: { first, _ in first })
      return (facts, found)
    }
  }
}
