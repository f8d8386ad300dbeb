import Foundation
import Platform
import Testing

@Suite struct SetAsideTests {
  private func withFolder(_ body: (_ file: String, _ names: () -> [String]) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("aside-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body("\(folder)/s.sqlite") {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
  }

  private func write(_ text: String, to path: String) throws {
    try AtomicFile.write(Data(text.utf8), to: path)
  }

  @Test func eachDamagedFileGetsANameOfItsOwn() throws {
    try withFolder { file, names in
      for text in ["one", "two", "three"] {
        try write(text, to: file)
        #expect(try SetAside.move(file, day: "2026-11-28") { true } != nil)
      }
      #expect(
        names() == ["s.sqlite.damaged-2026-11-28", "s.sqlite.damaged-2026-11-28-2", "s.sqlite.damaged-2026-11-28-3"])
      #expect(try String(contentsOfFile: file + ".damaged-2026-11-28-2", encoding: .utf8) == "two")
    }
  }

  @Test func aFileThatIsWholeByNowOrGoneStaysAsItIs() throws {
    try withFolder { file, names in
      #expect(try SetAside.move(file, day: "2026-11-28") { true } == nil)
      try write("whole", to: file)
      #expect(try SetAside.move(file, day: "2026-11-28") { false } == nil)
      #expect(names() == ["s.sqlite"])
    }
  }

  /// A writer that knows nothing of the lock replaces the file behind the look at it.
  @Test func aFileThatIsReplacedBehindTheLookGetsItsNameBack() throws {
    try withFolder { file, names in
      try write("damaged", to: file)
      let moved = try SetAside.move(file, day: "2026-11-28") {
        try? Data("whole".utf8).write(to: URL(fileURLWithPath: file + ".new"))
        return rename(file + ".new", file) == 0
      }
      #expect(moved == nil && names() == ["s.sqlite"])
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "whole")
    }
  }

  @Test func twoHoldersOfALockWaitForEachOther() throws {
    try withFolder { file, _ in
      let folder = (file as NSString).deletingLastPathComponent
      let first = FolderLock(folder)
      let whileHeld = isHeld(folder), held = first.isHeld
      #expect(held && !whileHeld)
      release(first)
      let (after, none) = (isHeld(folder), isHeld(folder + "/none"))
      #expect(after && !none)
    }
  }

  private func isHeld(_ folder: String) -> Bool { FolderLock(folder).isHeld }

  private func release(_ lock: consuming FolderLock) {}
}
