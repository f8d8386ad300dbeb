import Foundation
import Platform
import Testing

@Suite struct FileBytesTests {
  @Test func filesAndFoldersAreReadAndRefusalsTold() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bytes-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: "\(folder)/b/c", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["a.csv", "b/a.yaml", "b/c/z.csv", ".hidden", "b/.x.csv"] {
      try AtomicFile.write(Data(name.utf8), to: "\(folder)/\(name)")
    }
    // A circle of links is not walked.
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/b/up", withDestinationPath: "..")
    #expect(try FileBytes.files(under: folder) == ["a.csv", "b/a.yaml", "b/c/z.csv", "b/up"])
    #expect(try FileBytes.names(in: folder) == ["a.csv", "b"])
    #expect(try FileBytes.read("\(folder)/b/a.yaml") == Data("b/a.yaml".utf8))
    #expect(try FileBytes.read("\(folder)/b/a.yaml", atMost: 3) == Data("b/a".utf8))
    for (name, code) in [("none", ENOENT), ("b", EISDIR), ("a.csv/x", ENOTDIR)] {
      #expect(throws: SystemError(code: code, path: "\(folder)/\(name)")) { try FileBytes.read("\(folder)/\(name)") }
    }
    #expect(throws: SystemError(code: ENOENT, path: "\(folder)/none")) { try FileBytes.names(in: "\(folder)/none") }
  }

  @Test func everyReasonIsAClause() {
    for code in [ENOENT, EACCES, EISDIR, ENOTDIR, ELOOP, EMFILE, ENFILE, ENOMEM, EIO] {
      let reason = SystemError(code: code, path: "x").readingReason
      #expect(!reason.isEmpty && reason.first?.isLowercase == true && reason.last != ".", "\(reason)")
    }
    #expect(SystemError(code: EMFILE, path: "x").readingReason.hasPrefix("too many files are open"))
  }
}
