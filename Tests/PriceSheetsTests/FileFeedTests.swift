import Foundation
import Testing

@testable import PriceSheets

@Suite struct FileFeedTests {
  /// `printf 'hello, \nworld\n' | gzip -n9`.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x51, 0xE0, 0x2A,
    0xCF, 0x2F, 0xCA, 0x49, 0xE1, 0x02, 0x00, 0xBA, 0x77, 0xA0, 0x7F, 0x0E, 0x00, 0x00, 0x00,
  ]

  private func read(_ bytes: [UInt8], limit: Int = 1_000) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("feed-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let feed = try FileFeed(path: path, limit: limit)
    var all: [UInt8] = []
    while let piece = try feed.next() { all += piece }
    #expect(feed.fraction == (bytes.isEmpty ? 0 : 1))
    return String(decoding: all, as: UTF8.self)
  }

  @Test func plainAndPackedBytesAreToldByTheirBeginning() throws {
    #expect(try read(Array("plain".utf8)) == "plain")
    #expect(try read(Self.packed) == "hello, \nworld\n")
    #expect(try read(Self.packed + Self.packed) == "hello, \nworld\nhello, \nworld\n")
    #expect(try read([]) == "")
  }

  @Test func aPackedFileThatIsCutShortOrDamagedIsRefused() {
    #expect(throws: SheetError.badCompression(detail: "it ends too early")) { try read(Array(Self.packed.dropLast(6))) }
    var damaged = Self.packed
    damaged[12] ^= 0xFF
    #expect(throws: SheetError.self) { try read(damaged) }
  }

  @Test func nothingUnpacksBeyondTheLimit() {
    #expect(throws: SheetError.tooLarge(limit: 13)) { try read(Self.packed, limit: 13) }
  }

  @Test func filesThatCannotBeReadSayWhy() {
    #expect(throws: SheetError.unreadable(detail: "there is no such file")) { try FileFeed(path: "/no/such/file") }
    #expect(throws: SheetError.unreadable(detail: "it is a folder")) { try FileFeed(path: "/") }
  }
}
