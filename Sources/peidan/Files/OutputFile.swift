import ArgumentParser
import Foundation
import Platform

/// Writes results to the files that users name.
enum OutputFile {
  /// Writes the file as `AtomicFile` does. Complains on standard error and throws `ExitCode.unusable` where that fails.
  static func write(_ data: Data, to path: String) throws {
    do throws(SystemError) {
      try AtomicFile.write(data, to: path)
    } catch {
      Console.complain("cannot write `\(path)`: \(reason(error.code))")
      throw ExitCode.unusable
    }
  }

  /// Begins a file that grows line by line: an empty one in place of an old one, or the device or pipe that is there.
  static func begin(_ path: String) throws -> GrowingFile {
    do throws(SystemError) {
      return try GrowingFile(path)
    } catch {
      Console.complain("cannot write `\(path)`: \(reason(error.code))")
      throw ExitCode.unusable
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
    case EISDIR: "it is a folder"
    case ELOOP: "its links lead round in a circle"
    case ENXIO: "nothing reads from it"
    case ENOENT: "there is no such folder"
    case ENOTDIR, EEXIST: "a part of the path is a file, not a folder"
    default: SystemError.general(code)
    }
  }
}
