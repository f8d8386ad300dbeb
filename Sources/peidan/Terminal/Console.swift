import ArgumentParser
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

  /// Writes text whole. A closed pipe ends the command quietly; results that cannot be written end it with 2.
  static func write(_ text: String, to stream: Stream = .output) {
    write(Data(text.utf8), to: stream)
  }

  static func write(_ data: Data, to stream: Stream = .output) {
    let handle = stream == .output ? FileHandle.standardOutput : FileHandle.standardError
    do {
      try handle.write(contentsOf: data)
    } catch {
      let code = errno
      // If standard error cannot be written, the error is ignored.
      guard stream == .output else { return }
      complain("cannot write standard output: \(OutputFile.reason(code))")
      exit(ExitCode.unusable.rawValue)
    }
  }

  static func complain(_ message: String) { write("peidan: \(message)\n", to: .error) }
}

extension ExitCode {
  /// The input was read, and the answer is no.
  static let answerIsNo = ExitCode(1)
  /// Input, catalog or network could not be used; nothing was changed.
  static let unusable = ExitCode(2)
  /// Interrupted; the best plan so far was written where one existed.
  static let interrupted = ExitCode(130)
}
