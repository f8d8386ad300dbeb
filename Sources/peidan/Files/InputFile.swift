import ArgumentParser
import Foundation

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
      Console.complain("`\(path)` cannot be read: \(reason(error, path))")
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
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw POSIXError(.EISDIR)
    }
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    return Array(try handle.read(upToCount: limit) ?? Data())
  }

  /// Why it could not be read, in a clause.
  static func reason(_ error: any Error, _ path: String) -> String {
    if (error as? POSIXError)?.code == .EISDIR { return "it is a folder" }
    if !FileManager.default.fileExists(atPath: path) { return "there is no such file" }
    if !FileManager.default.isReadableFile(atPath: path) { return "it may not be read by this user" }
    return "\((error as NSError).localizedDescription)"
  }
}
