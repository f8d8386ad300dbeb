internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Takes damaged files out of the way without losing anything.
package enum SetAside {
  /// Renames the file at `path` to `NAME.damaged-DAY` beside it, with a number behind it where that name is taken.
  ///
  /// Another process may have replaced or moved the file since it was found damaged: it is looked at again under the folder's
  /// lock, and one that was replaced after that look gets its name back.
  ///
  /// - Parameter isDamaged: looks at the file again.
  /// - Returns: the new path; nil where the file is whole by now, or gone.
  package static func move(
    _ path: String, day: String, while isDamaged: () -> Bool
  ) throws(SystemError) -> String? {
    let folder = (path as NSString).deletingLastPathComponent
    let lock = FolderLock(folder.isEmpty ? "." : folder)
    defer { withExtendedLifetime(lock.isHeld) {} }
    var seen = stat()
    guard lstat(path, &seen) == 0, isDamaged() else { return nil }
    for number in 1...1_000 {
      let name = "\(path).damaged-\(day)" + (number == 1 ? "" : "-\(number)")
      var other = stat()
      if lstat(name, &other) == 0 { continue }
      guard rename(path, name) == 0 else {
        if errno == ENOENT { return nil }
        throw SystemError(code: errno, path: path)
      }
      var moved = stat()
      if lstat(name, &moved) == 0, moved.st_ino == seen.st_ino, moved.st_dev == seen.st_dev { return name }
      // A file that took the name in between is whole; a newer one that has it by now stays.
      if link(name, path) == 0 || errno == EEXIST { unlink(name) }
      return nil
    }
    throw SystemError(code: EEXIST, path: path)
  }
}
