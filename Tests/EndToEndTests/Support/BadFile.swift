import Foundation

/// A file that a user may hand in by mistake, and the exit code that its commands owe.
struct BadFile {
  enum Content {
    case nothing, folder, text(String), bytes([UInt8]), zeros(Int)
  }

  var name: String
  var content: Content
  var status: Int32

  func make(in workspace: Workspace) throws {
    switch content {
    case .nothing: break
    case .folder: try workspace.makeFolder(name)
    case .text(let text): try workspace.write(text, to: name)
    case .bytes(let bytes): try workspace.write(Data(bytes), to: name)
    case .zeros(let count): try workspace.writeZeros(count, to: name)
    }
  }

  /// What no command can use, whatever kind of file it asks for: missing, a folder, empty, binary, of 100 MB.
  static func unusable(_ kind: String) -> [BadFile] {
    [
      BadFile(name: "missing.\(kind)", content: .nothing, status: 2),
      BadFile(name: "folder.\(kind)", content: .folder, status: 2),
      BadFile(name: "empty.\(kind)", content: .text(""), status: 2),
      BadFile(name: "binary.\(kind)", content: .bytes([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]), status: 2),
      BadFile(name: "huge.\(kind)", content: .zeros(100 * 1024 * 1024), status: 2),
    ]
  }
}
