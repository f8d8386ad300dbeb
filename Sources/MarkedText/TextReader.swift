package import Diagnostics

/// Checks that bytes are a text that can be read at all.
package enum TextReader {
  /// The largest YAML file, in bytes.
  package static let yamlLimit = 8 * 1024 * 1024

  /// Why bytes are no text, as a diagnostic that stands for the whole file.
  package struct Refusal: Error, Sendable {
    package var diagnostic: Diagnostic
  }

  /// The text of a file's bytes. A byte order mark is dropped. O(bytes).
  ///
  /// Throws when there are more than `limit` bytes, none but blanks, a zero byte or another control character, or bytes
  /// that are not UTF-8.
  package static func read(_ bytes: [UInt8], file: String, limit: Int = yamlLimit) throws(Refusal) -> SourceText {
    if bytes.count > limit {
      throw refusal(
        TextCodes.tooLarge, "file has more than \(limit / 1_048_576) MB",
        in: SourceText(file: file, text: ""), at: 0)
    }
    if let utf16 = utf16Name(bytes) {
      throw refusal(
        TextCodes.encoding, "file is \(utf16), not UTF-8", in: SourceText(file: file, text: ""), at: 0,
        help: "save it as UTF-8, for instance with `iconv -f \(utf16) -t UTF-8`")
    }
    let source = SourceText(file: file, bytes: bytes)
    if source.bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      throw refusal(TextCodes.empty, "file is empty", in: source, at: 0)
    }
    if let control = source.bytes.firstIndex(where: { $0 < 0x20 && !(0x09...0x0D).contains($0) || $0 == 0x7F }) {
      throw refusal(
        TextCodes.binary, "file is binary: byte \(control + 1) is `0x\(hex(source.bytes[control]))`", in: source,
        at: control)
    }
    if let invalid = firstInvalidUTF8(source.bytes) {
      throw refusal(
        TextCodes.encoding, "byte `0x\(hex(source.bytes[invalid]))` is not UTF-8", in: source, at: invalid,
        help: "convert the file, for instance with `iconv -f GBK -t UTF-8`")
    }
    return source
  }

  private static func refusal(
    _ code: DiagnosticCode, _ message: String, in source: SourceText, at offset: Int, help: String? = nil
  ) -> Refusal {
    Refusal(
      diagnostic: Diagnostic(code, message, at: source.span(offset..<offset), helps: help.map { [$0] } ?? []))
  }

  private static func utf16Name(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
    return nil
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}

/// The offset of the first byte that no UTF-8 text has in its place, by table 3-7 of the Unicode Standard. O(bytes).
func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { buffer in
    var index = 0
    while index < buffer.count {
      let lead = buffer[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return index
      }
      if index + length > buffer.count || !second.contains(buffer[index + 1]) { return index }
      for follower in 2..<max(2, length) where buffer[index + follower] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}
