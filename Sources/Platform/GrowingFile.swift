package import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is written piece by piece and is of use before it is complete: a log, or a body that a later run resumes.
package final class GrowingFile {
  package let path: String
  /// Negative once closed.
  private var descriptor: Int32

  /// Begins a file anew in place of an old one, as `AtomicFile` does, or writes to the device or pipe that is there.
  package init(_ path: String) throws(SystemError) {
    self.path = path
    if AtomicFile.isStream(path) {
      descriptor = try AtomicFile.openStream(path)
    } else {
      try AtomicFile.write(Data(), to: path)
      descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    }
  }

  /// Goes on with a file of `count` bytes, or makes it for 0.
  ///
  /// One process at a time may do so: `EWOULDBLOCK` says that another does, `ESTALE` that the file has another length by now.
  package init(_ path: String, resumingAt count: Int) throws(SystemError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    do throws(SystemError) {
      // A file system without locks gives none.
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { throw .init(code: EWOULDBLOCK, path: path) }
      var own = stat()
      var named = stat()
      guard fstat(descriptor, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino,
        count == 0 || own.st_size == count
      else { throw .init(code: ESTALE, path: path) }
      if count == 0, ftruncate(descriptor, 0) != 0 { throw .init(code: errno, path: path) }
    } catch {
      close()
      throw error
    }
  }

  deinit { close() }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    if let code = AtomicFile.put(bytes, to: descriptor) { throw SystemError(code: code, path: path) }
  }

  package func write(_ data: Data) throws(SystemError) {
    if let code = data.withUnsafeBytes({ AtomicFile.put($0, to: descriptor) }) {
      throw SystemError(code: code, path: path)
    }
  }

  /// Brings the file to the disk and gives it another name.
  package func finish(as name: String) throws(SystemError) {
    defer { close() }
    if fsync(descriptor) != 0 || rename(path, name) != 0 { throw SystemError(code: errno, path: name) }
  }

  /// Removes the file at `path`, unless a process is writing it by `init(_:resumingAt:)`.
  package static func removeUnused(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { AtomicFile.close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { unlink(path) }
  }

  package func close() {
    guard descriptor >= 0 else { return }
    AtomicFile.close(descriptor)
    descriptor = -1
  }
}
