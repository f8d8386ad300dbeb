/// A ZIP archive of uncompressed entries, for making workbooks in tests (PKWARE APPNOTE 4.3).
enum StoredArchive {
  static func bytes(_ entries: [(name: String, text: String)]) -> [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in entries {
      let content = Array(text.utf8)
      let common =
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(checksum(content), 4)
        + number(UInt32(content.count), 4)
        + number(UInt32(content.count), 4) + number(UInt32(name.utf8.count), 2) + number(0, 2)
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
      directory += number(UInt32(output.count), 4) + Array(name.utf8)
      output += number(0x0403_4B50, 4) + common + Array(name.utf8) + content
    }
    let start = UInt32(output.count)
    output += directory
    output += number(0x0605_4B50, 4) + number(0, 2) + number(0, 2) + number(UInt32(entries.count), 2)
    output += number(UInt32(entries.count), 2) + number(UInt32(directory.count), 4) + number(start, 4) + number(0, 2)
    return output
  }

  private static func number(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(value >> (8 * UInt32($0)) & 0xFF) }
  }

  /// CRC-32 of ISO 3309, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var register: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
    }
    return ~register
  }
}
