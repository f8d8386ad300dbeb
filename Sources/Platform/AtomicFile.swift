package import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The one way in which files are written: into a new file in a folder of its own beside the target, which takes the target's name when it is
/// complete and on the disk. Whatever stops the writing before, the old file is as it was.
///
/// A symbolic link stays; what it points to is replaced. The new file has the permissions of the old one, and its owner where
/// the system allows that. A file that the user may not write is refused.
package struct AtomicFile: Sendable {
  /// The new file, which exists and is empty at first.
  package let path: String
  /// The file that is replaced or made; never a link.
  package let target: String
  /// Whether only its owner may read the file.
  private let isPrivate: Bool
  private let temporary: TemporaryFolder

  /// Makes the new file, in a folder of its own beside the target; removes what killed runs have left there.
  ///
  /// - Parameter isPrivate: the file gets the permissions 0600, whatever an old one had.
  package init(for path: String, isPrivate: Bool = false) throws(SystemError) {
    self.isPrivate = isPrivate
    target = try AtomicFile.resolved(path)
    let folder = AtomicFile.folder(of: target)
    var old = stat()
    if stat(target, &old) == 0 {
      if old.st_mode & S_IFMT == S_IFDIR { throw SystemError(code: EISDIR, path: path) }
      // To take a name asks for the right to write the folder only; the file's own counts here.
      if access(target, W_OK) != 0 { throw SystemError(code: errno, path: path) }
    }
    TemporaryFolder.removeAbandoned(in: folder)
    temporary = try TemporaryFolder(in: folder)
    self.path = "\(temporary.path)/\((target as NSString).lastPathComponent)"
    let descriptor = open(self.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: folder) }
    AtomicFile.close(descriptor)
  }

  /// Brings the new file to the disk, gives it the target's permissions and name, and brings the folder to the disk. Where
  /// that fails the new file is gone and the old one as it was.
  package func commit() throws(SystemError) {
    do throws(SystemError) {
      var old = stat()
      if stat(target, &old) == 0 {
        if chmod(path, isPrivate ? 0o600 : old.st_mode & 0o7777) != 0 { throw SystemError(code: errno, path: target) }
        // Another's file stays another's where this user may say so.
        if old.st_uid != geteuid() || old.st_gid != getegid() { _ = chown(path, old.st_uid, old.st_gid) }
      }
      try AtomicFile.sync(path)
      // Held so that `SetAside` does not move the new file for the damaged one that it replaces.
      let lock = FolderLock(AtomicFile.folder(of: target))
      defer { withExtendedLifetime(lock.isHeld) {} }
      if rename(path, target) != 0 { throw SystemError(code: errno, path: target) }
    } catch {
      discard()
      throw error
    }
    temporary.remove()
    try AtomicFile.sync(AtomicFile.folder(of: target))
  }

  /// Removes the new file, and whatever else was written beside it.
  package func discard() { temporary.remove() }

  /// Removes what killed runs have left in a folder.
  package static func removeAbandoned(in folder: String) { TemporaryFolder.removeAbandoned(in: folder) }

  /// Replaces or makes the file at `path`. What is no regular file (a device, a pipe) is written to directly.
  package static func write(_ data: Data, to path: String, isPrivate: Bool = false) throws(SystemError) {
    if isStream(path) {
      let descriptor = try openStream(path)
      let code = data.withUnsafeBytes { put($0, to: descriptor) }
      let closed = close(descriptor)
      if let code = code ?? closed { throw SystemError(code: code, path: path) }
      return
    }
    let file = try AtomicFile(for: path, isPrivate: isPrivate)
    do throws(SystemError) {
      try fill(file.path, with: data)
    } catch {
      file.discard()
      throw SystemError(code: error.code, path: path)
    }
    try file.commit()
  }

  /// Whether `path` is there and takes bytes as they come: a device, a pipe, a socket.
  package static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// The path behind links, the last of which may lead to nothing yet.
  private static func resolved(_ path: String) throws(SystemError) -> String {
    var path = path
    for _ in 0..<40 {
      guard let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return path }
      path = link.hasPrefix("/") ? link : "\(folder(of: path))/\(link)"
    }
    throw SystemError(code: ELOOP, path: path)
  }

  private static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  private static func fill(_ path: String, with data: Data) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    let code = data.withUnsafeBytes { put($0, to: descriptor) }
    let closed = close(descriptor)
    if let code = code ?? closed { throw SystemError(code: code, path: path) }
  }

  /// Opens a device or a pipe to write to. A pipe that nobody reads is waited for, two seconds at most; then it is `ENXIO`.
  static func openStream(_ path: String) throws(SystemError) -> Int32 {
    var descriptor: Int32 = -1
    for attempt in 0..<200 {
      descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
      if descriptor >= 0 || errno != ENXIO { break }
      if attempt < 199 { usleep(10_000) }
    }
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    // What is slow to read is waited for.
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    return descriptor
  }

  /// Writes all bytes; the system's error code where that fails.
  static func put(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var done = 0
    while done < bytes.count {
      let count = systemWrite(descriptor, bytes[done...])
      if count < 0, errno != EINTR { return errno }
      done += max(0, count)
    }
    return nil
  }

  /// The system's error code where the last bytes could not be written.
  @discardableResult
  static func close(_ descriptor: Int32) -> Int32? { systemClose(descriptor) == 0 ? nil : errno }

  private static func sync(_ path: String) throws(SystemError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    let code = fsync(descriptor) == 0 ? 0 : errno
    close(descriptor)
    // Some file systems cannot sync a folder.
    if code != 0, code != EINVAL { throw SystemError(code: code, path: path) }
  }
}

/// `write(2)`, out of reach of the functions of that name above.
private func systemWrite(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
  write(descriptor, UnsafeRawBufferPointer(rebasing: bytes).baseAddress, bytes.count)
}

/// `close(2)`, likewise.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
