import Foundation
import Platform
import Testing

@Suite struct GrowingFileTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("growing-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(folder)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func piecesAreThereAsTheyCome() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFile.write(Data("old".utf8), to: "\(folder)/real.log")
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/a.log", withDestinationPath: "real.log")
    let file = try GrowingFile("\(folder)/a.log")
    #expect(text("real.log")?.isEmpty == true)
    for piece in ["one\n", "", "two\n"] { try file.write(Data(piece.utf8)) }
    #expect(text("real.log") == "one\ntwo\n")
    file.close()
    #expect(throws: SystemError(code: EBADF, path: "\(folder)/a.log")) { try file.write(Data("x".utf8)) }
  }

  @Test func aFullDeviceIsAnError() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard AtomicFile.isStream("/dev/full") else { return }
    let file = try GrowingFile("/dev/full")
    #expect(throws: SystemError(code: ENOSPC, path: "/dev/full")) { try file.write(Data("x".utf8)) }
  }

  @Test func oneProcessAtATimeGoesOnWhereItEnded() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/body.part"
    func refusal(resumingAt count: Int) -> Int32? {
      do throws(SystemError) {
        _ = try GrowingFile(path, resumingAt: count)
        return nil
      } catch {
        return error.code
      }
    }
    let first = try GrowingFile(path, resumingAt: 0)
    try first.write(Data("half".utf8))
    #expect(refusal(resumingAt: 4) == EWOULDBLOCK)
    GrowingFile.removeUnused(path)
    #expect(text("body.part") == "half")
    first.close()
    #expect(refusal(resumingAt: 3) == ESTALE)
    let second = try GrowingFile(path, resumingAt: 4)
    try second.write(Data(" whole".utf8))
    try second.finish(as: "\(folder)/body")
    #expect(text("body") == "half whole" && text("body.part") == nil)
    try AtomicFile.write(Data("left".utf8), to: path)
    _ = try GrowingFile(path, resumingAt: 0)
    #expect(text("body.part")?.isEmpty == true)
    GrowingFile.removeUnused(path)
    #expect(text("body.part") == nil)
  }
}
