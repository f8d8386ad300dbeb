#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why the system refused to read or write a file.
package struct SystemError: Error, Sendable, Hashable {
  /// `errno`.
  package var code: Int32
  package var path: String

  package init(code: Int32, path: String) {
    self.code = code
    self.path = path
  }

  /// Why it could not be read, in a clause.
  package var readingReason: String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "it may not be read by this user"
    case EISDIR: "it is a folder"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case ELOOP: "its links lead round in a circle"
    default: SystemError.general(code)
    }
  }

  /// The meaning of a code for reading and writing alike, in a clause.
  package static func general(_ code: Int32) -> String {
    switch code {
    case EMFILE, ENFILE: "too many files are open; a higher limit (`ulimit -n`) lets this one be opened"
    case ENOMEM: "the system gives no more memory"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}
