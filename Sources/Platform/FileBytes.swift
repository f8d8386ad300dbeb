package import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Reads files and folders. Every refusal of the system is told: what cannot be read must not pass for what is not there.
package enum FileBytes {
  /// Opens a file, a device or a pipe to read from; a folder is an error.
  package static func open(_ path: String) throws(SystemError) -> FileHandle {
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(code: errno, path: path) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw SystemError(code: EISDIR, path: path)
    }
    return handle
  }

  /// At most `limit` bytes from the beginning of a file.
  package static func read(_ path: String, atMost limit: Int = .max) throws(SystemError) -> Data {
    let handle = try open(path)
    defer { try? handle.close() }
    do {
      return try (limit == .max ? handle.readToEnd() : handle.read(upToCount: limit)) ?? Data()
    } catch {
      throw SystemError(code: errno == 0 ? EIO : errno, path: path)
    }
  }

  /// The names in a folder but for hidden ones, ordered.
  package static func names(in folder: String) throws(SystemError) -> [String] {
    errno = 0
    guard let listing = opendir(folder) else { throw SystemError(code: errno, path: folder) }
    defer { closedir(listing) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(listing) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    if errno != 0 { throw SystemError(code: errno, path: folder) }
    return names.sorted()
  }

  /// The paths, relative to `folder`, of the files in it and in the folders below, but for hidden ones; ordered.
  package static func files(under folder: String) throws(SystemError) -> [String] {
    var files: [String] = []
    // Links lead to files here, and to no further folder: a circle of them would have no end.
    func collect(_ prefix: String) throws(SystemError) {
      for name in try names(in: prefix.isEmpty ? folder : "\(folder)/\(prefix)") {
        let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
        var status = stat()
        guard lstat("\(folder)/\(path)", &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { try collect(path) } else { files.append(path) }
      }
    }
    try collect("")
    return files.sorted()
  }
}
