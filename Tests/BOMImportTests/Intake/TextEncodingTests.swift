import BOMImport
import Diagnostics
import Testing

@Suite struct TextEncodingTests {
  private static func utf16(_ text: String, littleEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return littleEndian ? [low, high] : [high, low]
    }
  }

  @Test func everyEncodingGivesTheSameLines() throws {
    let text = Fixtures.easyeda
    let plain = try Fixtures.read(text).bill.lines
    let encodings: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      (.utf16LittleEndian, Self.utf16(text, littleEndian: true, mark: true)),
      (.utf16BigEndian, Self.utf16(text, littleEndian: false, mark: true)),
      (.utf16LittleEndian, Self.utf16(text, littleEndian: true, mark: false)),
    ]
    for (encoding, bytes) in encodings {
      #expect(TextEncoding.sniff(bytes) == encoding)
      let bill = try Fixtures.read(bytes).bill
      #expect(bill.lines == plain, "\(encoding)")
      #expect(bill.encoding == encoding.rawValue)
    }
  }

  @Test func chineseTextOfTheOldStandardIsRead() throws {
    // 位号,参数,封装,数量 / R1,10k 电阻,0603,1
    let bytes: [UInt8] =
      [
        0xCE, 0xBB, 0xBA, 0xC5, 0x2C, 0xB2, 0xCE, 0xCA, 0xFD, 0x2C, 0xB7, 0xE2, 0xD7, 0xB0, 0x2C, 0xCA, 0xFD, 0xC1,
        0xBF, 0x0A,
      ]
      + Array("R1,10k ".utf8) + [0xB5, 0xE7, 0xD7, 0xE8] + Array(",0603,1\n".utf8)
    #expect(TextEncoding.sniff(bytes) == .gb18030)
    #expect(try Fixtures.read(bytes).bill.lines[0].value == "10k 电阻")
  }

  @Test func microSignsOfWindowsAreNotChinese() throws {
    let bytes = Array("Refs,Value,Qty\nC1,10".utf8) + [0xB5] + Array("F ".utf8) + [0xB1] + Array("10%,1\n".utf8)
    #expect(TextEncoding.sniff(bytes) == .windows1252)
    #expect(try Fixtures.read(bytes).bill.lines[0].value == "10µF ±10%")
  }
}
