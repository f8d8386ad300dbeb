import ArgumentParser
import Foundation

/// How long to search, how, and what is told of it; of `plan` and `solve`.
struct SearchOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Seconds to search (default: 10 for `plan`, 60 for `solve`).", valueName: "seconds"))
  var timeLimit: Double?
  @Option(
    help: ArgumentHelp(
      "Units of work instead of time: the same answer on every run and for any number of threads.", valueName: "n"))
  var workLimit: Int?
  @Option(help: ArgumentHelp("Stop once the gap is proven to be at most this.", valueName: "percent"))
  var gap: Double = 0
  @Option(help: ArgumentHelp("Worker threads.", valueName: "n"))
  var threads: Int = SearchOptions.usualThreads
  @Option(help: ArgumentHelp("Seed of the search.", valueName: "n"))
  var seed: UInt64 = 1
  @Flag(
    help: "Report elapsed time, best, bound, gap, nodes, cuts and moves even where standard error is not a terminal.")
  var progress = false
  @Option(
    help: ArgumentHelp(
      "Write every new best and every new bound, with its time, to this file as JSON lines.", valueName: "file"))
  var log: String?

  func validate() throws {
    try Self.check(timeLimit: timeLimit, workLimit: workLimit, threads: threads)
    try Self.require((0...100).contains(gap), "--gap", "a percentage from 0 to 100")
  }

  /// As many threads as there are cores, at most 8.
  static let usualThreads = max(1, min(8, ProcessInfo.processInfo.activeProcessorCount))

  /// Of every command that searches.
  static func check(timeLimit: Double?, workLimit: Int?, threads: Int) throws {
    try require(timeLimit.map { $0 > 0 && $0 <= 86_400 }, "--time-limit", "seconds above 0, at most 86400")
    try require(workLimit.map { $0 > 0 }, "--work-limit", "a number above 0")
    try require((1...256).contains(threads), "--threads", "a number from 1 to 256")
  }

  static func require(_ holds: Bool?, _ option: String, _ right: String) throws {
    if holds == false { throw ValidationError("\(option) takes \(right)") }
  }
}
