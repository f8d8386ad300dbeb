import Foundation

/// A file that a user names, or standard input for `-`.
enum InputFile {
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
