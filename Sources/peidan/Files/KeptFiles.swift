import ArgumentParser
import Foundation

/// What a command reads, and so must not write over.
struct KeptFiles {
  private struct Kept {
    var path: String
    /// As messages name it: `the spec`.
    var role: String
  }

  private var files: [Kept] = []

  /// - Parameter files: by role, as in `the spec`; `-` is standard input. Those that are not given are passed over.
  init(_ files: [(role: String, path: String?)]) {
    self.files = files.compactMap { file in file.path.map { Kept(path: $0, role: file.role) } }
  }

  /// Complains on standard error and throws `ExitCode.unusable` where `path` is one of the files, by whatever name or link.
  /// Standard output, devices and pipes are written in any case.
  ///
  /// - Parameter option: what names the path, as in `--output`.
  func check(_ path: String?, _ option: String) throws {
    guard let path, path != "-", let identity = Identity(path),
      let kept = files.first(where: { Identity($0.path) == identity })
    else { return }
    let name = kept.path == "-" ? "standard input" : "`\(kept.path)`"
    Console.complain("`\(option) \(path)` would write over \(name), which is \(kept.role); name another file")
    throw ExitCode.unusable
  }

  /// What tells a file from others: two paths to one file have the same. Nil for what is no regular file, and where nothing is.
  private struct Identity: Equatable {
    private var device: UInt64
    private var number: UInt64

    init?(_ path: String) {
      var status = stat()
      let isRead = path == "-" ? fstat(0, &status) : stat(path, &status)
      guard isRead == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      device = UInt64(status.st_dev)
      number = UInt64(status.st_ino)
    }
  }
}
