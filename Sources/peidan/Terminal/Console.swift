import ArgumentParser
import Base
import Foundation

/// The terminal: what is written where, and how wide it is.
enum Console {
  enum Stream {
    case output, error

    var descriptor: Int32 { self == .output ? 1 : 2 }
  }

  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.descriptor) == 1 }

  /// Cells of a line: the terminal's own, or 100 where output is a file or a pipe.
  static var width: Int {
    var size = winsize()
    guard isTerminal(.output), ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }

  /// Writes lines of text whole; control characters are shown (see `visibleLines`). A closed pipe ends the command quietly; results
  /// that cannot be written end it with 2. On standard error, where values are quoted, a line has a bounded length.
  static func write(_ text: String, to stream: Stream = .output) {
    put(visibleLines(stream == .error ? bounded(text) : text), to: stream)
  }

  /// Writes lines that a renderer has coloured, after it made all that is from outside visible.
  static func write(styled text: String, to stream: Stream = .output) { put(visibleStyledLines(text), to: stream) }

  /// Writes JSON, which keeps its values: what would be hidden is escaped.
  static func write(json: Data, to stream: Stream = .output) {
    put(visibleJSON(String(decoding: json, as: UTF8.self)), to: stream)
  }

  static func write(json: String, to stream: Stream = .output) { put(visibleJSON(json), to: stream) }

  /// One line on standard error.
  static func complain(_ message: String) {
    put("peidan: \(visible(excerpt(message, limit: lineLimit)))\n", to: .error)
  }

  /// Writes lines over the `count` lines before the cursor, on a terminal's standard error.
  static func redraw(_ lines: [String], over count: Int) {
    let back = count > 0 ? "\u{1B}[\(count)A" : ""
    put(back + (lines.isEmpty ? "\u{1B}[J" : lines.map { "\u{1B}[K\(visible($0))\n" }.joined()), to: .error)
  }

  /// Writes over the line of the cursor, on a terminal's standard error.
  static func redrawLine(_ line: String) { put("\r\u{1B}[K\(visible(line))", to: .error) }

  /// Characters of a line on standard error.
  private static let lineLimit = 4_000

  private static func bounded(_ text: String) -> String {
    guard text.utf8.count > lineLimit else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { excerpt(String($0), limit: lineLimit) }
      .joined(separator: "\n")
  }

  /// The one place that writes to standard output and error.
  private static func put(_ text: String, to stream: Stream) {
    let handle = stream == .output ? FileHandle.standardOutput : FileHandle.standardError
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      let code = errno
      // If standard error cannot be written, the error is ignored.
      guard stream == .output else { return }
      complain("cannot write standard output: \(OutputFile.reason(code))")
      exit(ExitCode.unusable.rawValue)
    }
  }
}

extension ExitCode {
  /// The input was read, and the answer is no.
  static let answerIsNo = ExitCode(1)
  /// Input, catalog or network could not be used; nothing was changed.
  static let unusable = ExitCode(2)
  /// Interrupted; the best plan so far was written where one existed.
  static let interrupted = ExitCode(130)
}
