import ArgumentParser
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Limits of the process (`ulimit`) below which libraries end it by a signal instead of an error.
enum ResourceLimits {
  /// Descriptors: the three streams, a catalog with its lists and sheets, a folder that is read, the files that are written.
  static let openFiles: UInt64 = 64
  /// Bytes of address space: stacks of threads, and files that are mapped.
  static let memory: UInt64 = 1 << 30

  /// Raises limits that may be raised; complains and throws `ExitCode.unusable` where one is too low to go on.
  static func require() throws {
    // A limit on file sizes is an error of the write that reaches it, not a signal.
    signal(SIGXFSZ, SIG_IGN)
    if let found = limit(number(RLIMIT_NOFILE), atLeast: openFiles) {
      Console.complain(
        "only \(found) files may be open at once (`ulimit -n`); peidan needs a limit of \(openFiles) or more")
      throw ExitCode.unusable
    }
    if let found = limit(number(RLIMIT_AS), atLeast: memory) {
      Console.complain(
        "only \(found >> 20) MB of memory may be used (`ulimit -v`); peidan needs a limit of \(memory >> 20) MB or more"
      )
      throw ExitCode.unusable
    }
  }

  // glibc declares the names as cases of an enumeration, and takes numbers.
  #if canImport(Glibc)
    private static func number(_ resource: __rlimit_resource) -> Int32 { Int32(resource.rawValue) }
  #else
    private static func number(_ resource: Int32) -> Int32 { resource }
  #endif

  /// The limit, where it is lower and cannot be raised.
  private static func limit(_ resource: Int32, atLeast needed: UInt64) -> UInt64? {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0, UInt64(limit.rlim_cur) < needed else { return nil }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(needed))
    if UInt64(limit.rlim_cur) >= needed, setrlimit(resource, &limit) == 0 { return nil }
    return getrlimit(resource, &limit) == 0 ? UInt64(limit.rlim_cur) : nil
  }
}
