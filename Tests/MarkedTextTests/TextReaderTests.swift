import Diagnostics
import MarkedText
import Testing

@Suite struct TextReaderTests {
  private func code(_ bytes: [UInt8], limit: Int = TextReader.yamlLimit) -> String? {
    do {
      _ = try TextReader.read(bytes, file: "t", limit: limit)
      return nil
    } catch { return error.diagnostic.code.id }
  }

  @Test func textsThatCannotBeReadAreRefusedWithTheirReason() {
    #expect(code([]) == "T006")
    #expect(code(Array(" \n\t\r\n".utf8)) == "T006")
    #expect(code([0xEF, 0xBB, 0xBF]) == "T006")
    #expect(code(Array("a\u{0}b".utf8)) == "T007")
    #expect(code([0x61, 0xC4, 0xE3]) == "T008")
    #expect(code([0xFF, 0xFE, 0x61, 0x00]) == "T008")
    #expect(code(Array("abcd".utf8), limit: 3) == "T009")
  }

  @Test func aByteOrderMarkIsDropped() throws {
    #expect(try TextReader.read([0xEF, 0xBB, 0xBF, 0x61], file: "t").text == "a")
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE4, 0xB8],
  ])
  func overlongSurrogateAndCutSequencesAreNoText(bytes: [UInt8]) {
    #expect(code([0x61] + bytes) == "T008")
  }

  @Test func everyLengthOfSequenceIsText() {
    #expect(code(Array("aé中👍\u{10FFFF}".utf8)) == nil)
  }
}
