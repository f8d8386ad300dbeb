#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A lock on a folder under which its files are renamed, held by one process (and one thread of it) at a time.
///
/// It lies on the folder itself, so that nothing is left behind, and the system frees it when its holder ends.
package struct FolderLock: ~Copyable {
  /// Negative where the folder could not be locked.
  private let descriptor: Int32

  /// Whether the lock is held.
  package var isHeld: Bool { descriptor >= 0 }

  /// Waits for the lock, two seconds at most; a file system without locks gives none.
  package init(_ folder: String) {
    let opened = open(folder, O_RDONLY | O_CLOEXEC)
    var code = opened < 0 ? errno : 0
    if opened >= 0 {
      for attempt in 0..<200 {
        code = flock(opened, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
        if code != EWOULDBLOCK, code != EINTR { break }
        if attempt < 199 { usleep(10_000) }
      }
      if code != 0 { close(opened) }
    }
    descriptor = code == 0 ? opened : -1
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
