import Foundation

/// Nanoseconds since this process started, loading included.
enum ProcessClock {
  static func now() -> UInt64 { monotonic() &- start }

  private static let start: UInt64 = startTime() ?? monotonic()

  private static func monotonic() -> UInt64 {
    var time = timespec()
    #if canImport(Darwin)
      clock_gettime(CLOCK_MONOTONIC, &time)
    #else
      // Counts as the kernel's own start time of a process does.
      clock_gettime(CLOCK_BOOTTIME, &time)
    #endif
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// The kernel's record of when the process began, in its clock ticks (field 22 of `stat`); nil where there is none.
  private static func startTime() -> UInt64? {
    guard let stat = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
      let end = stat.lastIndex(of: ")")
    else { return nil }
    let fields = stat[stat.index(after: end)...].split(separator: " ")
    guard fields.count > 19, let ticks = UInt64(fields[19]) else { return nil }
    let perSecond = UInt64(max(1, sysconf(Int32(_SC_CLK_TCK))))
    return ticks * (1_000_000_000 / perSecond)
  }
}
