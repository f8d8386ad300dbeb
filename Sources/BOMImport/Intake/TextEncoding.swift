internal import Foundation

/// How the characters of a text file are stored.
package enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
  case windows1252 = "Windows-1252"

  /// What the bytes are, from a byte order mark, then from what they can be: strict UTF-8, then GB18030 where the text it
  /// gives looks Chinese, then Windows-1252. O(bytes).
  package static func sniff(_ bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let unmarked = unmarkedUTF16(bytes) { return unmarked }
    if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    return looksChinese(bytes) ? .gb18030 : .windows1252
  }

  /// The text, without a byte order mark; nil when the bytes are not in this encoding. O(bytes).
  package func decode(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8:
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      return String(validating: body, as: UTF8.self)
    case .utf16LittleEndian: return utf16(bytes, highFirst: false)
    case .utf16BigEndian: return utf16(bytes, highFirst: true)
    case .gb18030:
      // Foundation's number for `kCFStringEncodingGB_18030_2000`.
      return String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
    case .windows1252:
      // Five bytes have no character in Windows-1252; files that hold them are Latin-1 with control characters.
      return String(data: Data(bytes), encoding: .windowsCP1252) ?? String(data: Data(bytes), encoding: .isoLatin1)
    }
  }

  /// A text without byte order marks at its start, one that was read as Windows-1252 and written again (`ï»¿`) included.
  static func withoutMarks(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let mark = ["\u{FEFF}", "ï»¿"].first(where: { scalars.starts(with: $0.unicodeScalars) }) {
      scalars = scalars.dropFirst(mark.unicodeScalars.count)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private func utf16(_ bytes: [UInt8], highFirst: Bool) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(highFirst ? first << 8 | second : second << 8 | first)
    }
    if units.first == 0xFEFF { units.removeFirst() }
    return String(validating: units, as: UTF16.self)
  }

  /// UTF-16 without a mark shows as a zero in every other byte of its ASCII characters.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(1024)
    guard sample.count >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = sample.count / 2
    if zeros.odd * 2 > half, zeros.even * 20 < half { return .utf16LittleEndian }
    if zeros.even * 2 > half, zeros.odd * 20 < half { return .utf16BigEndian }
    return nil
  }

  /// Whether pairs of the old Chinese standard (both bytes from `0xA1`) outnumber other uses of high bytes. `µF` in
  /// Windows-1252 is a high byte and a letter, which newer Chinese pairs may be too, so those do not count for Chinese.
  private static func looksChinese(_ bytes: [UInt8]) -> Bool {
    var (pairs, others, index) = (0, 0, 0)
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      if (0xA1...0xF7).contains(bytes[index]), index + 1 < bytes.count, bytes[index + 1] >= 0xA1 {
        pairs += 1
        index += 2
      } else {
        others += 1
        index += index + 1 < bytes.count && bytes[index + 1] >= 0x40 ? 2 : 1
      }
    }
    return pairs > others && TextEncoding.gb18030.decode(bytes) != nil
  }
}
