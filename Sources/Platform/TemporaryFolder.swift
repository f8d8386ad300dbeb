internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder of our own beside a target, in which a new file is written until it takes the target's name.
///
/// Its name is `.peidan-` and a UUID. Its maker holds a lock on it, which the system frees when the maker ends: by that a later
/// run knows what a killed one left, and removes it. The lock lies on the folder, not on the file, as SQLite has locks of its own there.
final class TemporaryFolder: Sendable {
  let path: String
  /// Holds the lock; negative where the folder cannot be opened.
  private let descriptor: Int32

  private static let prefix = ".peidan-"

  /// Makes a folder in `folder`.
  init(in folder: String) throws(SystemError) {
    for _ in 0..<10 {
      let path = "\(folder)/\(Self.prefix)\(UUID().uuidString)"
      guard mkdir(path, 0o700) == 0 else { throw SystemError(code: errno, path: folder) }
      let descriptor = Self.open(path)
      // Before it was locked, another process may have taken it for one that was left.
      if descriptor < 0, errno == ENOENT { continue }
      if descriptor >= 0 {
        let isOwn = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        guard isOwn, Self.isAt(path, descriptor) else {
          AtomicFile.close(descriptor)
          continue
        }
      }
      self.path = path
      self.descriptor = descriptor
      return
    }
    throw SystemError(code: EBUSY, path: folder)
  }

  deinit {
    remove()
    if descriptor >= 0 { AtomicFile.close(descriptor) }
  }

  /// Removes the folder and what is in it.
  func remove() { Self.remove(path) }

  /// Removes what runs that were killed have left in `folder`. A folder whose maker still runs stays, and so does everything where the file
  /// system has no locks.
  static func removeAbandoned(in folder: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names where name.hasPrefix(prefix) && UUID(uuidString: String(name.dropFirst(prefix.count))) != nil {
      let path = "\(folder)/\(name)"
      let descriptor = open(path)
      guard descriptor >= 0 else { continue }
      defer { AtomicFile.close(descriptor) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove(path) }
    }
  }

  private static func open(_ path: String) -> Int32 {
    Foundation.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  }

  private static func isAt(_ path: String, _ descriptor: Int32) -> Bool {
    var (own, named) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && lstat(path, &named) == 0 && own.st_ino == named.st_ino
  }

  /// Files alone are removed, and no folder below: we make none.
  private static func remove(_ path: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
