import BOMImport
import Testing

struct SheetTextTests {
  @Test func textIsDecodedAndOtherFilesAreRefused() throws {
    #expect(try SheetText.read(Array("TP4056 0.35 现货".utf8), file: "a.txt") == "TP4056 0.35 现货")
    #expect(try SheetText.read([0xEF, 0xBB, 0xBF] + Array("TP4056".utf8), file: "a.txt") == "TP4056")
    // 现货 in GB18030.
    #expect(
      try SheetText.read(Array("TP4056 0.35 ".utf8) + [0xCF, 0xD6, 0xBB, 0xF5], file: "a.txt") == "TP4056 0.35 现货")
    #expect(throws: BOMRefusal.self) { try SheetText.read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0], file: "a.png") }
    #expect(throws: BOMRefusal.self) { try SheetText.read(Array("%PDF-1.4 0".utf8), file: "a.pdf") }
  }
}
