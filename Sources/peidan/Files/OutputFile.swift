import ArgumentParser
import Foundation

/// Writes results to files, so that what stood there is never half overwritten.
enum OutputFile {
  /// Writes a file beside the target first, which then takes its name and its permissions; a link's target is replaced, not the
  /// link, a file that the user may not write stays, and what is no regular file (a device, a pipe) is written to directly.
  ///
  /// Complains on standard error and throws `ExitCode.unusable` where that fails.
  static func write(_ data: Data, to path: String) throws {
    // Ignore SIGXFSZ, so that a file size limit is reported as an error.
    signal(SIGXFSZ, SIG_IGN)
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let kind = (try? FileManager.default.attributesOfItem(atPath: target.path))?[.type] as? FileAttributeType
    if kind == .typeDirectory {
      Console.complain("cannot write `\(path)`: it is a folder")
      throw ExitCode.unusable
    }
    let code = kind == nil || kind == .typeRegular ? replace(target.path, with: data) : fill(target.path, with: data)
    if let code {
      Console.complain("cannot write `\(path)`: \(reason(code))")
      throw ExitCode.unusable
    }
  }

  /// Writes a new file beside `path` and gives it that name. The system's error code where that fails; then the new file is
  /// gone and the old one as it was.
  private static func replace(_ path: String, with data: Data) -> Int32? {
    let folder = (path as NSString).deletingLastPathComponent
    var old = stat()
    let replaces = stat(path, &old) == 0
    // To take a name asks for the right to write the folder only; the file's own counts here.
    if replaces, access(path, W_OK) != 0 { return errno }
    let fresh = "\(folder)/.\((path as NSString).lastPathComponent).\(UUID().uuidString)"
    let descriptor = open(fresh, O_CREAT | O_EXCL | O_WRONLY, 0o666)
    guard descriptor >= 0 else { return errno }
    var code = write(data, to: descriptor)
    if code == nil, replaces, fchmod(descriptor, old.st_mode & 0o7777) != 0 { code = errno }
    if close(descriptor) != 0, code == nil { code = errno }
    if code == nil, rename(fresh, path) != 0 { code = errno }
    if code != nil { unlink(fresh) }
    return code
  }

  private static func fill(_ path: String, with data: Data) -> Int32? {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { return errno }
    let code = write(data, to: descriptor)
    return close(descriptor) == 0 ? code : code ?? errno
  }

  /// Writes all of `data`; the system's error code where that fails.
  private static func write(_ data: Data, to descriptor: Int32) -> Int32? {
    data.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = systemWrite(descriptor, bytes[done...])
        if count < 0, errno != EINTR { return errno }
        done += max(0, count)
      }
      return nil
    }
  }

  /// Makes a folder and those above it; complains and throws as `write` does.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      // Foundation's error does not always tell the cause; the system's last one does.
      let code = errno
      Console.complain("cannot make folder `\(path)`: \(reason(code))")
      throw ExitCode.unusable
    }
  }

  /// One clause on why the system refused.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: "no room: the disk is full, or a limit on file sizes is reached"
    case EACCES, EPERM, EROFS: "this user may not write there"
    case ENOENT: "there is no such folder"
    case ENOTDIR, EEXIST: "a part of the path is a file, not a folder"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}

/// `write(2)`, out of reach of the functions of that name above.
private func systemWrite(_ descriptor: Int32, _ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
  write(descriptor, UnsafeRawBufferPointer(rebasing: bytes).baseAddress, bytes.count)
}
