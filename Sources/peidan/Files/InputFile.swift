import ArgumentParser
import Foundation
import Platform

/// A file that a user names, or standard input for `-`.
enum InputFile {
  /// The whole file, for commands that can do nothing without it: says on standard error why it cannot be used and throws
  /// `ExitCode.unusable`.
  ///
  /// - Parameters:
  ///   - limit: bytes beyond which the file is refused before it is read whole.
  ///   - kind: what the file should be: `plan`, `instance`.
  static func read(_ path: String, atMost limit: Int, as kind: String) throws -> Data {
    let data: Data
    do {
      data = Data(try bytes(path, limit: limit + 1))
    } catch {
      Console.complain("`\(path)` cannot be read: \(reason(error))")
      throw ExitCode.unusable
    }
    guard data.count <= limit else {
      Console.complain("`\(path)` is larger than \(limit >> 20) MB and no \(kind)")
      throw ExitCode.unusable
    }
    return data
  }

  /// At most `limit` bytes.
  static func bytes(_ path: String, limit: Int) throws -> [UInt8] {
    if path == "-" { return Array(try FileHandle.standardInput.read(upToCount: limit) ?? Data()) }
    return Array(try FileBytes.read(path, atMost: limit))
  }

  /// Why it could not be read, in a clause.
  static func reason(_ error: any Error) -> String {
    (error as? SystemError)?.readingReason ?? (error as NSError).localizedDescription
  }
}
