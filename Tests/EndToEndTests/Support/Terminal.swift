import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pseudo-terminal: `far` is what a program writes to, `near` is what a person at it sees.
final class Terminal {
  let far: FileHandle
  private let near: Int32

  struct Failure: Error {
    var code: Int32
  }

  init() throws {
    var (near, far) = (Int32(-1), Int32(-1))
    guard openpty(&near, &far, nil, nil, nil) == 0 else { throw Failure(code: errno) }
    self.near = near
    self.far = FileHandle(fileDescriptor: far, closeOnDealloc: true)
    _ = fcntl(near, F_SETFL, fcntl(near, F_GETFL) | O_NONBLOCK)
  }

  deinit { close(near) }

  /// What was written until `text` stood in it, or until `isRunning` no longer held. It blocks its thread: other tests hold
  /// the tasks' threads for seconds, and what happens next must not wait for them.
  func read(until text: String, while isRunning: () -> Bool) -> String {
    var seen = read()
    while isRunning(), !seen.contains(text) {
      Thread.sleep(forTimeInterval: 0.002)
      seen += read()
    }
    return seen
  }

  /// Types a line.
  func type(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = put(bytes, to: near)
  }

  /// What was written since the last call.
  func read() -> String {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = bytes(from: near, into: &buffer)
      guard count > 0 else { break }
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Bytes that are there to be read; zero or less where there are none.
private func bytes(from descriptor: Int32, into buffer: inout [UInt8]) -> Int {
  read(descriptor, &buffer, buffer.count)
}

private func put(_ bytes: [UInt8], to descriptor: Int32) -> Int { write(descriptor, bytes, bytes.count) }
