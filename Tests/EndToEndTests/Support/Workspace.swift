import Foundation

/// A folder of one test's own, with a data folder in it, removed with the value.
final class Workspace {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("peidan-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    // A test may have made folders read-only; the names are its own.
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for name in names { try? allow(0o755, at: name) }
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file, and the folders above it.
  func write(_ data: Data, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  /// A file of zeros that takes no room on the disk.
  func writeZeros(_ count: Int, to name: String) throws {
    try write(Data(), to: name)
    let handle = try FileHandle(forWritingTo: folder.appendingPathComponent(name))
    defer { try? handle.close() }
    try handle.truncate(atOffset: UInt64(count))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
  }

  func contents(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

  /// Names in a folder, hidden ones too, in order.
  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// Names, anywhere below a folder, of what only a run that still writes may have there.
  func leftovers(in name: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: path(name))?.compactMap { $0 as? String } ?? []
    return names.filter { ($0 as NSString).lastPathComponent.hasPrefix(".peidan-") }
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(at: folder.appendingPathComponent(name)) }

  /// Sets the permissions of a file or folder.
  func allow(_ mode: Int, at name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
  }

  /// `peidan` with these arguments in this folder: its own data folder, English, no colour.
  func peidan(_ arguments: [String]) -> Command {
    Command(
      arguments: arguments, folder: folder,
      environment: [
        "PEIDAN_HOME": Product.root.path, "PEIDAN_DATA": path("data"), "HOME": folder.path, "LC_ALL": "C.UTF-8",
      ])
  }

  /// The same with every mention of this folder and of the package replaced by a word.
  func redacted(_ text: String) -> String {
    text.replacingOccurrences(of: folder.path, with: "WORKSPACE")
      .replacingOccurrences(of: Product.root.path, with: "PACKAGE")
  }

  /// A run as it reads in a terminal: command, what it printed, exit code.
  func transcript(_ command: Command, _ answer: Command.Answer) -> String {
    redacted(
      "$ peidan \(command.arguments.joined(separator: " "))\n\(answer.text)\(answer.errors)exit \(answer.status)\n")
  }
}
