import Foundation
import Platform
import Testing

@Suite struct AtomicFileTests {
  /// A folder that goes when the test is done.
  private final class Folder {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appendingPathComponent("atomic-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    func text(_ name: String) -> String? {
      FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }

    func permissions(_ name: String) throws -> Int? {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
  }

  @Test func aFileIsMadeAndReplacedAndNothingIsLeftBeside() throws {
    let folder = try Folder()
    for text in ["first", "second, longer", ""] {
      try AtomicFile.write(Data(text.utf8), to: "\(folder.path)/a.txt")
      #expect(folder.text("a.txt") == text && folder.names == ["a.txt"])
    }
  }

  @Test func linksAndPermissionsStay() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: "\(folder.path)/real", withIntermediateDirectories: true)
    try AtomicFile.write(Data("old".utf8), to: "\(folder.path)/real/spec.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder.path)/real/spec.yaml")
    let link = "\(folder.path)/spec.yaml"
    // A link to a link, both relative.
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/real/same.yaml", withDestinationPath: "spec.yaml")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real/same.yaml")
    try AtomicFile.write(Data("new".utf8), to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/same.yaml")
    #expect(folder.text("real/spec.yaml") == "new")
    #expect(try folder.permissions("real/spec.yaml") == 0o640)
  }

  @Test func aLinkThatLeadsToNothingYetGetsItsFile() throws {
    let folder = try Folder()
    let link = "\(folder.path)/plan.json"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "later.json")
    try AtomicFile.write(Data("{}".utf8), to: link)
    #expect(folder.names == ["later.json", "plan.json"] && folder.text("later.json") == "{}")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "later.json")
  }

  @Test func aCircleOfLinksAFolderAndAMissingFolderAreRefused() throws {
    let folder = try Folder()
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/a", withDestinationPath: "b")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/b", withDestinationPath: "a")
    for (path, code) in [("a", ELOOP), ("", EISDIR), ("none/x", ENOENT), ("a.txt/x", ENOENT)] {
      let error = #expect(throws: SystemError.self) {
        try AtomicFile.write(Data(), to: "\(folder.path)/\(path)")
      }
      #expect(error?.code == code, "\(path)")
    }
    #expect(folder.names == ["a", "b"])
  }

  @Test func whatFailsLeavesTheOldFileAndNoOther() throws {
    let folder = try Folder()
    try AtomicFile.write(Data("old".utf8), to: "\(folder.path)/a.txt")
    let file = try AtomicFile(for: "\(folder.path)/a.txt")
    #expect(folder.names.count == 2 && file.path.hasSuffix("/a.txt"))
    file.discard()
    #expect(folder.names == ["a.txt"] && folder.text("a.txt") == "old")
    let other = try AtomicFile(for: "\(folder.path)/a.txt")
    // Its name is taken by a folder in the meantime: the rename fails.
    try FileManager.default.removeItem(atPath: "\(folder.path)/a.txt")
    try FileManager.default.createDirectory(atPath: "\(folder.path)/a.txt/x", withIntermediateDirectories: true)
    #expect(throws: SystemError.self) { try other.commit() }
    #expect(folder.names == ["a.txt"])
  }

  /// A reader of a pipe gets the bytes, and the pipe stays one.
  @Test func aPipeIsWrittenToDirectly() throws {
    let folder = try Folder()
    let path = "\(folder.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    // Opened for both, so that neither end waits for the other.
    let descriptor = open(path, O_RDWR)
    #expect(descriptor >= 0)
    defer { close(descriptor) }
    #expect(AtomicFile.isStream(path))
    try AtomicFile.write(Data("through".utf8), to: path)
    var bytes = [UInt8](repeating: 0, count: 7)
    #expect(read(descriptor, &bytes, 7) == 7 && String(decoding: bytes, as: UTF8.self) == "through")
    #expect(folder.names == ["pipe"] && AtomicFile.isStream(path))
    #expect(AtomicFile.isStream("/dev/null") && !AtomicFile.isStream(folder.path) && !AtomicFile.isStream("\(path)x"))
    try AtomicFile.write(Data("gone".utf8), to: "/dev/null")
  }

  @Test func aPipeThatNothingReadsIsNotWaitedForWithoutEnd() throws {
    let folder = try Folder()
    let path = "\(folder.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let error = #expect(throws: SystemError.self) { try AtomicFile.write(Data("x".utf8), to: path) }
    #expect(error?.code == ENXIO && folder.names == ["pipe"])
  }

  /// What a killed run has left goes with the next run that writes there; what a run still writes stays, and so does what is not ours.
  @Test func whatAKilledRunHasLeftIsRemoved() throws {
    let folder = try Folder()
    let id = UUID().uuidString
    for name in [".peidan-\(id)", ".peidan-notes", "peidan-\(id)"] {
      try FileManager.default.createDirectory(atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
      try AtomicFile.write(Data("half".utf8), to: "\(folder.path)/\(name)/a.sqlite")
      try AtomicFile.write(Data("half".utf8), to: "\(folder.path)/\(name)/a.sqlite-journal")
    }
    // A link of such a name leads to what is another's.
    let link = ".peidan-\(UUID().uuidString)"
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(link)", withDestinationPath: "peidan-\(id)")
    let running = try AtomicFile(for: "\(folder.path)/b.txt")
    let own = (((running.path as NSString).deletingLastPathComponent) as NSString).lastPathComponent
    #expect(folder.names.contains(own))
    try AtomicFile.write(Data("new".utf8), to: "\(folder.path)/a.txt")
    #expect(folder.names == [".peidan-notes", own, link, "a.txt", "peidan-\(id)"].sorted())
    #expect(folder.text("peidan-\(id)/a.sqlite") == "half" && folder.text(".peidan-notes/a.sqlite") == "half")
    try running.commit()
    #expect(folder.names == [".peidan-notes", link, "a.txt", "b.txt", "peidan-\(id)"].sorted())
  }

  @Test func manyThreadsThatWriteOneFolderTakeNothingFromEachOther() async throws {
    let folder = try Folder()
    let path = folder.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for round in 0..<40 { try AtomicFile.write(Data("\(round)".utf8), to: "\(path)/\(task).txt") }
        }
      }
      try await group.waitForAll()
    }
    #expect(folder.names == (0..<8).map { "\($0).txt" } && folder.text("3.txt") == "39")
  }

  /// Whoever writes a file another way brings back the faults that this way was made for: links replaced, permissions lost,
  /// half a file after a crash.
  @Test func nothingElseWritesFiles() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources")
    // `SetAside` renames what is damaged, and writes nothing; SQLite writes the file that `UnfinishedFile` puts in place.
    let allowed = [
      "Platform/AtomicFile.swift": ["O_WRONLY", "O_CREAT", "rename("],
      "Platform/GrowingFile.swift": ["O_WRONLY", "O_CREAT", "rename(", "truncate("],
      "Platform/FileBytes.swift": ["FileHandle(fileDescriptor"],
      "Platform/SetAside.swift": ["rename("],
      "CatalogStore/Build/UnfinishedFile.swift": ["DatabaseQueue("],
      "CatalogStore/Schema/ReadOnlyDatabase.swift": ["DatabaseQueue("],
    ]
    let ways = [
      ".write(to:", ".write(toFile:", "createFile(", "FileHandle(forWriting", "FileHandle(forUpdating",
      "FileHandle(fileDescriptor", "fopen(", "freopen(", "creat(", "mkstemp(", "O_WRONLY", "O_RDWR", "O_CREAT",
      "truncate(", "rename(", ".moveItem(", "replaceItem", "copyItem(", "OutputStream(", "DatabaseQueue(",
      "DatabasePool(", "zip_open(", "gzopen(", "pwrite(", "posix_spawn", "Process()",
    ]
    let names = try #require(FileManager.default.enumerator(atPath: root.path))
    var count = 0
    for case let name as String in names where name.hasSuffix(".swift") {
      count += 1
      let text = try String(contentsOfFile: "\(root.path)/\(name)", encoding: .utf8)
      for way in ways where !(allowed[name] ?? []).contains(way) {
        #expect(!text.contains(way), "\(name) writes files by `\(way)`; use AtomicFile")
      }
    }
    #expect(count > 300)
  }
}
